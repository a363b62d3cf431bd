import AddressSpaces
import Conformance
import Vocabulary

/// The reference kernel with one mistake in front of it: what it is told, or what it answers, is
/// changed in some cases.
struct LyingConnector: Connector {
  enum Lie: String, CaseIterable {
    case dropsWriteBit, ignoresWriteBit, forgetsOwnPages, stopsAtChildren, deletesNothing
    case saysOkForCut, wrongReceiverCode, mapBitAlways, ignoresHotSpot, ignoresWindow
    case grantCopies, remapFlushes, staleProbe, rightFrameWrongTask, portsNeverUnmapped
    case losesNodes, auditComplains
  }

  let lie: Lie
  var name: String { lie.rawValue }

  func defect(of shape: Shape) -> String? { ReferenceConnector().defect(of: shape) }

  func boot(_ shape: Shape) -> LyingKernel {
    LyingKernel(lie: lie, shape: shape, honest: ReferenceConnector().boot(shape))
  }
}

struct LyingKernel: KernelUnderTest {
  let lie: LyingConnector.Lie
  let shape: Shape
  var honest: ReferenceKernelUnderTest
  var operations = 0
  var transfers = 0
  var seen: [String: Reach] = [:]

  mutating func reset() {
    honest.reset()
    operations = 0
    transfers = 0
    seen = [:]
  }

  mutating func perform(_ operation: Operation) -> Answer {
    operations += 1
    if lie == .staleProbe, case .transfer = operation { seen = [:] }
    if case .transfer(var transfer) = operation {
      transfers += 1
      switch lie {
      case .dropsWriteBit: transfer.write = false
      case .ignoresWriteBit: transfer.write = true
      case .ignoresHotSpot: transfer.hotSpot = 0
      case .ignoresWindow: if transfer.window == nil { transfer.window = .whole(.memory) }
      case .grantCopies: transfer.grants = false
      case .losesNodes where transfers > 4:
        return .message(sender: 0x70, receiver: 0x60, mapped: false)
      default: break
      }
      let answer = honest.perform(.transfer(transfer))
      guard case .message(let sender, let receiver, let mapped) = answer else { return answer }
      switch lie {
      case .saysOkForCut where sender == 0xF0:
        return .message(sender: 0, receiver: 0, mapped: false)
      case .wrongReceiverCode where sender != 0:
        return .message(sender: sender, receiver: sender, mapped: mapped)
      case .mapBitAlways: return .message(sender: sender, receiver: receiver, mapped: true)
      default: return answer
      }
    }
    switch (lie, operation) {
    case (.forgetsOwnPages, .unmap(let task, let extent, let mask)):
      return honest.perform(
        .unmap(task, extent, UnmapMask(isComplete: mask.isComplete, includesOwn: false)))
    case (.stopsAtChildren, .unmap(_, _, let mask)) where mask.isComplete && !mask.includesOwn:
      return .done
    case (.remapFlushes, .unmap(let task, let extent, let mask)):
      return honest.perform(
        .unmap(task, extent, UnmapMask(isComplete: true, includesOwn: mask.includesOwn)))
    case (.portsNeverUnmapped, .unmap(_, let extent, _)) where extent.kind == .ports:
      return .done
    case (.deletesNothing, .delete(let task)) where task != .sigma0: return .done
    default: return honest.perform(operation)
    }
  }

  mutating func probe(_ task: Task, _ place: Place, write: Bool) -> Reach {
    let reach = honest.probe(task, place, write: write)
    switch lie {
    case .staleProbe:
      let key = "\(task) \(place) \(write)"
      if let old = seen[key] { return old }
      seen[key] = reach
      return reach
    case .rightFrameWrongTask:
      if task.rawValue == 2, case .frame(let frame) = reach, frame.rawValue > 0 {
        return .frame(Frame(Int(frame.rawValue) - 1))
      }
      return reach
    default: return reach
    }
  }

  mutating func audit() -> String? {
    lie == .auditComplains && operations >= 6 ? "the sixth operation" : honest.audit()
  }
}

/// A kernel that is right or wrong by a counter that nothing resets.
struct MoodyConnector: Connector {
  var name: String { "moody" }
  let mood = Mood()

  final class Mood: @unchecked Sendable { var count = 0 }

  func boot(_ shape: Shape) -> MoodyKernel {
    MoodyKernel(mood: mood, honest: ReferenceConnector().boot(shape))
  }

  func defect(of shape: Shape) -> String? { ReferenceConnector().defect(of: shape) }
}

struct MoodyKernel: KernelUnderTest {
  let mood: MoodyConnector.Mood
  var honest: ReferenceKernelUnderTest

  mutating func reset() { honest.reset() }

  mutating func perform(_ operation: Operation) -> Answer {
    mood.count += 1
    let answer = honest.perform(operation)
    return mood.count == 1000 ? .refused : answer
  }

  mutating func probe(_ task: Task, _ place: Place, write: Bool) -> Reach {
    honest.probe(task, place, write: write)
  }
}
