/// The open points of the chapter: where the sources disagree, a universe names its choice.
/// The numbers are those of section P of the facts; the defaults are its recommendations.
public struct Profile: Hashable, Sendable {
  /// U2 (AS9): what a grant without the write bit does.
  public enum GrantWithoutWrite: String, Sendable, CaseIterable {
    /// The node and all that is derived from it become read-only, as the manual has it.
    case restricts
    /// The write bit is ignored, as in the assembly kernel.
    case ignored
  }

  /// U3 (AS11): what mapping onto an occupied page does, when the page there does not come from the
  /// same page of the sender already.
  public enum Overmapping: String, Sendable, CaseIterable {
    /// The old mapping stays and nothing is reported, as in the V2 kernels.
    case keeps
    /// The old mapping goes, with all that was derived from it, as in Fiasco and X.2.
    case replaces
  }

  /// U4 (AS13): what mapping to a page of one's own space does.
  public enum SelfMapping: String, Sendable, CaseIterable {
    /// Nothing; no error is reported.
    case skipped
    /// Nothing; both partners are told that the message was cut, as in the assembly kernel.
    case cut
    /// The page appears at the second address too, as in Fiasco.
    case aliases
  }

  /// U6 (IO4): what a read-only unmap of I/O ports does, which have no write right to take away.
  public enum ReadOnlyUnmapOfPorts: String, Sendable, CaseIterable {
    case noEffect = "no effect"
    case unmaps
  }

  public var grantWithoutWrite: GrantWithoutWrite
  public var overmapping: Overmapping
  public var selfMapping: SelfMapping
  /// U5 (IO3): ports per mapping, as an exponent: 0 for single ports, 4 for granules of 16.
  public var portGranularity: UInt8
  public var readOnlyUnmapOfPorts: ReadOnlyUnmapOfPorts

  public init(
    grantWithoutWrite: GrantWithoutWrite = .restricts, overmapping: Overmapping = .keeps,
    selfMapping: SelfMapping = .skipped, portGranularity: UInt8 = 0,
    readOnlyUnmapOfPorts: ReadOnlyUnmapOfPorts = .noEffect
  ) {
    self.grantWithoutWrite = grantWithoutWrite
    self.overmapping = overmapping
    self.selfMapping = selfMapping
    self.portGranularity = portGranularity
    self.readOnlyUnmapOfPorts = readOnlyUnmapOfPorts
  }

  /// The recommendations of section P.
  public static let v2 = Profile()
  /// What section V saw Fiasco answer. (OBS2, OBS6, OBS7)
  public static let fiasco = Profile(overmapping: .replaces, selfMapping: .aliases)
  /// What section V saw Hazelnut answer. (OBS2, OBS6, OBS7)
  public static let hazelnut = Profile()

  /// The profiles that have a name.
  public static let named: [(name: String, profile: Profile)] = [
    ("v2", .v2), ("fiasco", .fiasco), ("hazelnut", .hazelnut),
  ]
}
