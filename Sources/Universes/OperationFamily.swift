import AddressSpaces
import Vocabulary

/// Many operations of one kind, in the order in which they are written here: the first choice varies
/// slowest. Nothing depends on the state; what cannot happen in one is simply not enabled there.
public enum OperationFamily: Hashable, Sendable {
  case transfers(TransferFamily)
  case unmaps(by: [Task], Extent.Kind, orders: [UInt8], masks: [UnmapMask])
  case deletions([Task])
  case creations([Task])
  case accesses(by: [Task], Extent.Kind, writes: [Bool])

  /// Calls `body` with each operation, some perhaps more than once, until it answers false.
  public func forEach(in shape: Shape, _ body: (Operation) -> Bool) {
    switch self {
    case .transfers(let family): family.forEach(in: shape) { body(.transfer($0)) }
    case .unmaps(let tasks, let kind, let orders, let masks):
      for task in tasks {
        for extent in shape.extents(kind, orders) {
          for mask in masks where !body(.unmap(task, extent, mask)) { return }
        }
      }
    case .deletions(let tasks): for task in tasks where !body(.delete(task)) { return }
    case .creations(let tasks): for task in tasks where !body(.create(task)) { return }
    case .accesses(let tasks, let kind, let writes):
      for task in tasks {
        for unit in 0..<shape.count(kind) {
          let place: Place = kind == .memory ? .page(unit) : .port(unit)
          for write in writes where !body(.access(task, place, write: write)) { return }
        }
      }
    }
  }
}

/// Maps or grants: every sender with every receiver, every send fpage with every window.
public struct TransferFamily: Hashable, Sendable {
  public enum Windows: Hashable, Sendable {
    /// As large as the send fpage.
    case same
    case orders([UInt8])
  }

  public enum HotSpots: Hashable, Sendable {
    /// Every send base that makes a difference and leads to a page that exists.
    case all
    /// These, whether they make a difference or not.
    case pages([UInt32])
  }

  public var grants: Bool
  public var from: [Task]
  public var to: [Task]
  public var kind: Extent.Kind
  public var orders: [UInt8]
  public var windows: Windows
  public var hotSpots: HotSpots
  /// With the write bit or without.
  public var writes: [Bool]
  /// Whether there is also a receiver without a window. (FP7)
  public var offersNoWindow: Bool
  /// Whether a task also sends to itself. (AS13)
  public var includesSelf: Bool

  func forEach(in shape: Shape, _ body: (Transfer) -> Bool) {
    let items = shape.extents(kind, orders)
    for sender in from {
      for receiver in to where includesSelf || sender != receiver {
        for item in items {
          for (window, hotSpot) in meetings(with: item, in: shape) {
            for write in writes {
              let transfer = Transfer(
                item, of: sender, to: window, of: receiver, hotSpot: hotSpot, write: write,
                grants: grants)
              guard body(transfer) else { return }
            }
          }
        }
      }
    }
  }

  /// The windows that an item may meet, each with the send bases.
  private func meetings(with item: Extent, in shape: Shape) -> [(Extent?, UInt32)] {
    let orders =
      switch windows {
      case .same: [item.order]
      case .orders(let orders): orders
      }
    var meetings: [(Extent?, UInt32)] = shape.extents(kind, orders).flatMap { window in
      hotSpots(of: item, to: window, in: shape).map { (window, $0) }
    }
    if offersNoWindow { meetings.append((nil, 0)) }
    return meetings
  }

  /// FP4: the bits of the send base from the smaller size up to the larger say which part of the
  /// larger flexpage the smaller one meets.
  private func hotSpots(of item: Extent, to window: Extent, in shape: Shape) -> [UInt32] {
    if kind == .ports { return [0] }  // IO2
    switch hotSpots {
    case .pages(let pages): return pages
    case .all:
      let (smaller, larger) = item.order < window.order ? (item, window) : (window, item)
      let end = min(1 << Int(larger.order), shape.count(kind) - Int(larger.first))
      return stride(from: 0, to: end, by: 1 << Int(smaller.order)).map { UInt32($0) }
    }
  }
}

extension Shape {
  /// How many pages, or ports, a task has.
  func count(_ kind: Extent.Kind) -> Int { kind == .memory ? pages : ports }

  /// The aligned extents of these orders that begin at a page, or port, that exists.
  func extents(_ kind: Extent.Kind, _ orders: [UInt8]) -> [Extent] {
    orders.flatMap { order in
      stride(from: 0, to: count(kind), by: 1 << Int(order)).map {
        Extent(kind, first: UInt32($0), order: order)
      }
    }
  }

  /// What of an operation does not exist in a universe of this shape, or nil.
  func defect(of operation: Operation) -> String? {
    func missing(_ task: Task) -> String? {
      Int(task.rawValue) < tasks
        ? nil : "there is no task s\(task.rawValue), only s0 to s\(tasks - 1)"
    }
    func missing(_ kind: Extent.Kind, _ first: Int) -> String? {
      let unit = kind == .memory ? "p" : "io"
      if first < count(kind) { return nil }
      let exist = count(kind) == 0 ? "there are none" : "only \(unit)0 to \(unit)\(count(kind) - 1)"
      return "there is no \(kind == .memory ? "page" : "port") \(unit)\(first), \(exist)"
    }
    func missing(_ extent: Extent) -> String? { missing(extent.kind, Int(extent.first)) }
    switch operation {
    case .transfer(let transfer):
      return missing(transfer.sender) ?? missing(transfer.item) ?? missing(transfer.receiver)
        ?? transfer.window.flatMap { missing($0) }
    case .unmap(let task, let extent, _): return missing(task) ?? missing(extent)
    case .delete(let task), .create(let task): return missing(task)
    case .access(let task, .page(let page), _): return missing(task) ?? missing(.memory, page)
    case .access(let task, .port(let port), _): return missing(task) ?? missing(.ports, port)
    }
  }
}
