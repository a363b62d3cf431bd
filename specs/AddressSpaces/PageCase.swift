/// What became of one page of an operation: the case of the rule that applied. Every case is a path
/// through a rule, and a class of outcomes that a kernel is tested for.
public enum PageCase: UInt8, Sendable, CaseIterable, Hashable {
  /// The task that should receive, or be deleted, is not active; or the one to create is. (IPC-41)
  case notExistent
  /// The receiver did not open its window here. (AS3, T-AS2)
  case outsideWindow
  /// The sender does not hold the page: it is skipped. (AS10)
  case notHeld
  /// No user page, or not the port of the same number. (AS17, IO1)
  case noPlace
  /// Sender and receiver are the same task. (AS13, U4)
  case withinOneSpace
  /// sigma0's own mapping of a frame, which always stays. (I-AS2)
  case rootStays
  /// Onto the page itself, or onto one that it was derived from; another page of a space that it came
  /// through is neither. (AS12, AS14, M-AS7)
  case ontoAncestor
  /// Another page is mapped there, and stays. (AS11)
  case kept
  /// The same page is mapped there; its rights grow at most. (AS11, AS12)
  case widened
  /// Another page was mapped there, and went. (AS11)
  case replaced
  /// A new node. (AS5)
  case mapped
  /// The kernel has no memory for another node. (AS15)
  case shortage
  /// The page moved to an empty slot. (AS6)
  case granted
  /// The page moved, and what was there went. (AS11)
  case grantedReplacing
  /// What was to be unmapped or restricted is. (UM2–UM5)
  case unmapped
  /// The task has gone, with its space. (AS16)
  case deleted
  /// The task is there, with an empty space. (AS1)
  case created
  /// The access reached a frame. (AS21)
  case accessed
  /// The access is a page fault. (AS21)
  case fault
}

/// Some cases: those that the pages of one step came to.
public struct PageCases: Hashable, Sendable {
  public var mask: UInt32

  @inlinable
  public init(_ cases: PageCase...) {
    mask = 0
    for one in cases { insert(one) }
  }

  @inlinable
  public mutating func insert(_ one: PageCase) { mask |= 1 << UInt32(one.rawValue) }

  @inlinable
  public mutating func formUnion(_ others: Self) { mask |= others.mask }

  @inlinable
  public func contains(_ one: PageCase) -> Bool { mask >> UInt32(one.rawValue) & 1 == 1 }
}
