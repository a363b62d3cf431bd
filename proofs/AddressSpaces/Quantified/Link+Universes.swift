import AddressSpaces

extension Quantified.Link {
  /// A small world in which the link is looked at.
  public struct Universe: Sendable, CustomStringConvertible {
    public let description: String
    public let shape: Shape
    public var followsAccesses = false
  }

  public init(_ universe: Universe) {
    self.init(universe.shape, followsAccesses: universe.followsAccesses)
  }

  /// The choices of a profile that make a difference to single steps, each with every other.
  public static let profiles: [Profile] = Profile.Overmapping.allCases.flatMap { overmapping in
    Profile.GrantWithoutWrite.allCases.flatMap { grant in
      [Profile.SelfMapping.skipped, .aliases].map { selfMapping in
        Profile(
          grantWithoutWrite: grant, overmapping: overmapping, selfMapping: selfMapping,
          readOnlyUnmapOfPorts: (grant == .restricts) == (selfMapping == .skipped)
            ? .noEffect : .unmaps)
      }
    }
  }

  /// Universes that reach every case of every rule: chains of three, a kernel area, I/O ports, in
  /// every profile; two pages of a task, two frames, a shortage of nodes, and a TLB.
  public static let universes: [Universe] = profiles.flatMap(small) + large

  private static func small(_ profile: Profile) -> [Universe] {
    let name =
      "\(profile.overmapping), \(profile.grantWithoutWrite), \(profile.selfMapping), "
      + "ports: \(profile.readOnlyUnmapOfPorts)"
    return [
      Universe(
        description: "three tasks; \(name)",
        shape: Shape(tasks: 3, pages: 1, frames: 1, profile: profile)),
      Universe(
        description: "three tasks with a port; \(name)",
        shape: Shape(tasks: 3, pages: 0, frames: 0, ports: 1, profile: profile)),
      Universe(
        description: "a page of the kernel and a port; \(name)",
        shape: Shape(
          tasks: 2, pages: 2, frames: 1, userPages: 1, ports: 1, profile: profile)),
    ]
  }

  private static let large =
    Profile.named.prefix(2).flatMap { name, profile in
      [
        Universe(
          description: "two pages each; \(name)",
          shape: Shape(tasks: 2, pages: 2, frames: 1, profile: profile)),
        Universe(
          description: "two frames; \(name)",
          shape: Shape(tasks: 2, pages: 2, frames: 2, profile: profile)),
      ]
    } + [
      Universe(
        description: "two nodes for four tasks",
        shape: Shape(tasks: 4, pages: 1, frames: 1, nodes: 2)),
      Universe(
        description: "accesses", shape: Shape(tasks: 3, pages: 1, frames: 1),
        followsAccesses: true),
    ]
}
