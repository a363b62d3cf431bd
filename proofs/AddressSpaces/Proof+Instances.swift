import AddressSpaces

extension Proof {
  /// The instances that are proved as a matter of course. Between them every option of the profile,
  /// I/O ports, the kernel area and shortage of nodes occur, and every case of every rule.
  public static let instances: [(name: String, proof: Proof)] = [
    ("v2", Proof(Shape(tasks: 4, pages: 2, frames: 2))),
    ("fiasco", Proof(Shape(tasks: 4, pages: 2, frames: 2, profile: .fiasco))),
    (
      "ports",
      Proof(
        Shape(
          tasks: 2, pages: 3, frames: 1, userPages: 2, ports: 1,
          profile: Profile(
            grantWithoutWrite: .ignored, selfMapping: .cut, readOnlyUnmapOfPorts: .unmaps)))
    ),
    (
      "ports, aliases",
      Proof(
        Shape(
          tasks: 2, pages: 3, frames: 2, userPages: 2, ports: 1,
          profile: Profile(overmapping: .replaces, selfMapping: .aliases)))
    ),
  ]
}
