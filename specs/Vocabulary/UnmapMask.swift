/// The mask of fpage_unmap: what is done, and whether to the invoker's own pages too. (UM1)
public struct UnmapMask: Hashable, Sendable {
  /// Whether pages are unmapped completely (FLUSH); otherwise they are set to read-only (REMAP).
  public var isComplete: Bool
  /// Whether the invoker's own pages are affected (ALL_SPACES), or only what was derived from them
  /// (OTHER_SPACES).
  public var includesOwn: Bool

  @inlinable
  public init(isComplete: Bool, includesOwn: Bool) {
    self.isComplete = isComplete
    self.includesOwn = includesOwn
  }

  public static let all = [false, true].flatMap { own in
    [true, false].map { UnmapMask(isComplete: $0, includesOwn: own) }
  }

  /// The word that the system call takes: bit 1 for complete, bit 31 for own. (UM1)
  public var word: UInt32 { (isComplete ? 0x2 : 0) | (includesOwn ? 0x8000_0000 : 0) }
}

extension UnmapMask: CustomStringConvertible {
  /// The manual's words: `flush` or `remap`, and whose pages.
  public var description: String {
    (isComplete ? "flush" : "remap") + (includesOwn ? " all" : " others")
  }

  public init?(_ description: some StringProtocol) {
    guard let mask = Self.all.first(where: { $0.description == description }) else { return nil }
    self = mask
  }
}
