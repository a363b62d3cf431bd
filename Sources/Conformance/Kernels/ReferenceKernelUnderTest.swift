import AddressSpaces
import ReferenceKernel
import Vocabulary

/// A reference kernel, with the universe whose operations it is given.
public struct ReferenceKernelUnderTest: KernelUnderTest {
  private let shape: Shape
  private let kernel: HostedKernel
  private let words: Version2Words
  /// Counts the probes: each goes to another address of its page, or another port of its granule.
  private var turn: UInt32 = 0

  init(_ shape: Shape, tags: TranslationTags, pageBits: UInt32) {
    self.shape = shape
    kernel = HostedKernel(
      ReferenceConnector.configuration(shape, pageBits: pageBits), tags: tags)
    words = Version2Words(
      pageBits: pageBits, granularity: UInt32(shape.profile.portGranularity))
    reset()
  }

  public mutating func reset() {
    kernel.reset()
    turn = 0
    for task in 1..<max(1, shape.tasks) { kernel.createTask(task) }
  }

  public mutating func perform(_ operation: Operation) -> Answer {
    switch operation {
    case .transfer(let transfer):
      let result = kernel.transfer(
        from: Int(transfer.sender.rawValue), sendBase: words.sendBase(transfer),
        fpage: words.sendFpage(transfer), to: Int(transfer.receiver.rawValue),
        window: transfer.window.map(words.fpage))
      return .message(
        sender: result.codes.sender, receiver: result.codes.receiver, mapped: result.mapBit)
    case .unmap(let task, let extent, let mask):
      kernel.unmap(Int(task.rawValue), fpage: words.fpage(extent), mask: mask.word)
      return .done
    case .delete(let task): return kernel.deleteTask(Int(task.rawValue)) ? .done : .refused
    case .create(let task): return kernel.createTask(Int(task.rawValue)) ? .done : .refused
    case .access(let task, let place, let write):
      return .reached(probe(task, place, write: write))
    }
  }

  public mutating func probe(_ task: Task, _ place: Place, write: Bool) -> Reach {
    turn &+= 1
    switch place {
    case .page(let page):
      let offset = turn &* 0x9E37_79B4 & ((1 << words.pageBits) - 1) & ~3
      let address = words.address(UInt32(page)) | offset
      switch kernel.access(Int(task.rawValue), address: address, write: write) {
      case .fault: return .fault
      case .hit(let physical):
        let frame = physical >> words.pageBits
        let isExact = physical == frame << words.pageBits | offset
        return isExact && frame < shape.frames ? .frame(Frame(Int(frame))) : .elsewhere(physical)
      }
    case .port(let port):
      let member = turn & ((1 << words.granularity) - 1)
      let number = UInt32(port) << words.granularity | member
      return kernel.portAccess(Int(task.rawValue), port: number)
        ? .frame(Frame(shape.frames + port)) : .fault
    }
  }

  public mutating func audit() -> String? {
    kernel.audit().map { failure in
      "\(failure.rule) at s\(failure.task), number \(failure.page)"
    }
  }
}
