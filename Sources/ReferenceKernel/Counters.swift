/// How often the kernel did what costs time on hardware.
public struct Counters: Equatable, Sendable {
  /// Words written to page tables and directories.
  public var tableWrites = 0
  /// Mapping nodes taken from the pool.
  public var nodesTaken = 0
  /// Single pages invalidated in the translation buffer.
  public var pageInvalidations = 0
  /// Whole spaces invalidated in the translation buffer.
  public var spaceInvalidations = 0
  /// Switches from one space to another.
  public var spaceSwitches = 0
  /// Large pages split into small ones.
  public var splits = 0

  /// Nothing has happened yet.
  public init() {}
}
