import Logic
import Vocabulary

/// An operation taken apart into steps. Which pages meet which is decided by the flexpages alone, not
/// by the state, so it is decided once.
public struct Plan<V: Values>: Sendable {
  public let operation: Operation
  public let call: Call
  /// The pages in ascending order, where the operation is not one step as a whole.
  public let steps: [Step<V>]

  /// What decides before the first page, and what is answered after the last.
  public struct Call: Sendable {
    /// A slot of the task that must be active for the operation to be called at all, or none.
    public var invoker: V.Bits
    /// A slot of the task that receives, or none.
    public var receiver = V.Bits.empty
    /// Whether the receiver opened a window.
    public var isAccepted = true
    /// Whether sender and receiver are one task.
    public var isWithinOneSpace = false
    /// The answer when every page is done.
    public var completion: Outcome
  }

  /// Whether a flexpage operation is one step where the rules allow that, or page by page with other
  /// operations in between. (UM12, UM15, N1, N2, N5)
  public enum Granularity: String, Sendable, CaseIterable {
    case atomic
    case page = "page by page"
  }

  public init(_ operation: Operation, in shape: Shape, granularity: Granularity = .atomic) {
    self.operation = operation
    func slot(_ task: Task) -> V.Bits { V.Bits(id: Int(task.rawValue) * shape.slotsPerTask) }
    var call = Call(
      invoker: operation.invoker.map(slot) ?? .empty, completion: operation.completion)
    switch operation {
    case .transfer(let transfer):
      steps = Self.steps(of: transfer, in: shape)
      call.receiver = slot(transfer.receiver)
      call.isAccepted = transfer.window != nil
      call.isWithinOneSpace = transfer.sender == transfer.receiver
    case .unmap(let task, let pages, let mask):
      let all = shape.slots(of: task, in: pages)
      switch granularity {
      case .atomic:
        steps = [.unmap(V.Bits(mask: all.reduce(0) { $0 | 1 << UInt32($1.rawValue) }), mask)]
      case .page: steps = all.map { .unmap(V.Bits(id: Int($0.rawValue)), mask) }
      }
    case .delete(let task): steps = [.delete(V.Bits(mask: shape.mask(of: task)))]
    case .create(let task): steps = [.create(V.Bits(mask: shape.mask(of: task)))]
    case .access(let task, let place, let write):
      steps = [.access(V.Bits(id: Int(shape.slot(task, place).rawValue)), write: V.Truth(write))]
    }
    self.call = call
  }

  private static func steps(of transfer: Transfer, in shape: Shape) -> [Step<V>] {
    guard let window = transfer.window, window.kind == transfer.item.kind else { return [] }
    let pairs: [(Slot, Slot)]
    switch window.kind {
    case .memory: pairs = pagePairs(of: transfer, to: window, in: shape)
    case .ports:
      // No hot spot: only what is in both, each port at its own number. (IO2)
      let sent = transfer.item.units(below: shape.ports)
      pairs = window.units(below: shape.ports).filter(sent.contains).map {
        (shape.slot(transfer.sender, port: $0), shape.slot(transfer.receiver, port: $0))
      }
    }
    let opened = V.Bits(
      mask: shape.slots(of: transfer.receiver, in: window)
        .reduce(0) { $0 | 1 << UInt32($1.rawValue) })
    return pairs.map { source, destination in
      let from = V.Bits(id: Int(source.rawValue))
      let to = V.Bits(id: Int(destination.rawValue))
      let write = V.Truth(transfer.write)
      return transfer.grants
        ? .grant(from, to: to, in: opened, write: write)
        : .map(from, to: to, in: opened, write: write)
    }
  }

  /// The pages of the hot-spot rule that exist at both ends. (FP4, FP6)
  private static func pagePairs(
    of transfer: Transfer, to window: Extent, in shape: Shape
  ) -> [(Slot, Slot)] {
    typealias C = Concrete<UInt32>
    func flexpage(_ extent: Extent) -> Flexpage<C> {
      Flexpage(base: C.Word(extent.first << 12), size: C.Word(UInt32(extent.order) + 12))
    }
    let range = Correspondence(
      sending: flexpage(transfer.item), to: flexpage(window),
      hotSpot: C.Word(transfer.hotSpot << 12))
    let source = Int(range.source.value >> 12)
    let destination = Int(range.destination.value >> 12)
    let pages = min(1 << Int(range.size.value - 12), shape.pages - max(source, destination))
    guard pages > 0 else { return [] }
    return (0..<pages).map {
      (
        shape.slot(transfer.sender, page: source + $0),
        shape.slot(transfer.receiver, page: destination + $0)
      )
    }
  }
}

extension Shape {
  public func slot(_ task: Task, _ place: Place) -> Slot {
    switch place {
    case .page(let page): slot(task, page: page)
    case .port(let port): slot(task, port: port)
    }
  }

  /// The slots of an extent in a task. (AS17: what lies beyond has no slot)
  public func slots(of task: Task, in extent: Extent) -> [Slot] {
    switch extent.kind {
    case .memory: extent.units(below: pages).map { slot(task, page: $0) }
    case .ports: extent.units(below: ports).map { slot(task, port: $0) }
    }
  }
}
