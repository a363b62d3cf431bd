import Logic

/// A task: an address space with its threads, by its task number. Task 0 of a universe is sigma0,
/// the initial space. (A1, A5, AS1; V2's own numbering of sigma0 is in TN14)
public struct Task: SmallID {
  public var rawValue: UInt8
  @inlinable
  public init(rawValue: UInt8) { self.rawValue = rawValue }
  public static let sigma0 = Task(rawValue: 0)
}

/// A page frame or device page; I/O ports are frames too, one a port (or a granule of ports).
public struct Frame: SmallID {
  public var rawValue: UInt8
  @inlinable
  public init(rawValue: UInt8) { self.rawValue = rawValue }
}

/// A place where a mapping can be: one virtual page, or one I/O port, of one task. A slot holds at
/// most one node of the mapping forest, so a node is named by its slot. (AS4)
public struct Slot: SmallID {
  public var rawValue: UInt8
  @inlinable
  public init(rawValue: UInt8) { self.rawValue = rawValue }
}

/// A thread: what a task number and an lthread number name together. Universes number their threads
/// through; which thread is which lthread of which task never changes. (A1, A2)
public struct Thread: SmallID {
  public var rawValue: UInt8
  @inlinable
  public init(rawValue: UInt8) { self.rawValue = rawValue }
}

/// A source of interrupts: line n, whose id in ipc is n+1. (A4, INT-1)
public struct Source: SmallID {
  public var rawValue: UInt8
  @inlinable
  public init(rawValue: UInt8) { self.rawValue = rawValue }
}
