import Vocabulary

/// One call, or one memory access, as far as it concerns address spaces. map and grant are items of a
/// message that the receiver takes; the message itself is a matter of chapter IPC. (AS2, AS3)
public enum Operation: Hashable, Sendable {
  case transfer(Transfer)
  case unmap(Task, Extent, UnmapMask)
  case delete(Task)
  case create(Task)
  case access(Task, Place, write: Bool)

  /// The task on whose behalf the kernel acts, where it must be active for that.
  public var invoker: Task? {
    switch self {
    case .transfer(let transfer): transfer.sender
    case .unmap(let task, _, _), .access(let task, _, _): task
    case .delete, .create: nil
    }
  }

  /// The kinds by which runs are counted.
  public enum Kind: String, CaseIterable, Sendable {
    case map, grant, unmap, delete, create, access
  }

  public var kind: Kind {
    switch self {
    case .transfer(let transfer): transfer.grants ? .grant : .map
    case .unmap: .unmap
    case .delete: .delete
    case .create: .create
    case .access: .access
    }
  }
}

/// One item of a map message, and the window that it meets. (FP3, FP4, IPC-52, IPC-53)
public struct Transfer: Hashable, Sendable {
  public var sender: Task
  public var item: Extent
  public var receiver: Task
  /// The receive window; nil where the receiver accepts no mapping. (FP7)
  public var window: Extent?
  /// The send base, in pages: which part of the larger flexpage meets the smaller. (FP4)
  public var hotSpot: UInt32
  public var write: Bool
  public var grants: Bool

  public init(
    _ item: Extent, of sender: Task, to window: Extent?, of receiver: Task, hotSpot: UInt32 = 0,
    write: Bool = true, grants: Bool = false
  ) {
    self.sender = sender
    self.item = item
    self.receiver = receiver
    self.window = window
    self.hotSpot = hotSpot
    self.write = write
    self.grants = grants
  }
}

/// A page or an I/O port of a task.
public enum Place: Hashable, Sendable {
  case page(Int)
  case port(Int)
}

/// A flexpage in units: `2^order` pages or ports from `first` on.
public struct Extent: Hashable, Sendable {
  public enum Kind: Hashable, Sendable { case memory, ports }
  public var kind: Kind
  /// Number of the first page or port; its low `order` bits are ignored. (FP1)
  public var first: UInt32
  /// 0 for a single page or port.
  public var order: UInt8

  public init(_ kind: Kind, first: UInt32, order: UInt8 = 0) {
    self.kind = kind
    self.first = order >= 32 ? 0 : first & ~((1 << UInt32(order)) - 1)
    self.order = order
  }

  /// The order of the complete space: 2^32 bytes of memory (FP1), 64 K ports (IO1).
  public static func wholeOrder(_ kind: Kind) -> UInt8 { kind == .memory ? 20 : 16 }

  public static func page(_ page: Int, order: UInt8 = 0) -> Extent {
    Extent(.memory, first: UInt32(page), order: order)
  }

  public static func port(_ port: Int, order: UInt8 = 0) -> Extent {
    Extent(.ports, first: UInt32(port), order: order)
  }

  /// The complete space. (FP1, UM10)
  public static func whole(_ kind: Kind) -> Extent {
    Extent(kind, first: 0, order: wholeOrder(kind))
  }

  public var isWhole: Bool { order == Self.wholeOrder(kind) }

  /// The units in the extent that are below `limit`.
  public func units(below limit: Int) -> Range<Int> {
    let start = min(Int(first), limit)
    return start..<min(limit, start + (1 << Int(order)))
  }
}
