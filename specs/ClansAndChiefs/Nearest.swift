import Logic

/// Where a message goes first. (CC-4)
public struct Hop<V: Values>: Sendable {
  /// The task that gets the message; its lthread 0, if redirected (CC-7). Nobody for an unknown
  /// destination, if there is no chief either.
  public var next: V.Bits
  /// Whether `next` is not the destination, but a chief on the way to it: flag r of the message.
  public var isRedirected: V.Truth
  /// Whether the way goes into a clan below or beside the sender, which `next` heads or is a member
  /// of. A redirected message either does, or leaves the sender's own clan: flag i is the opposite.
  public var isInward: V.Truth

  @inlinable
  public init(next: V.Bits, isRedirected: V.Truth, isInward: V.Truth) {
    self.next = next
    self.isRedirected = isRedirected
    self.isInward = isInward
  }
}

extension Clans {
  /// The first task on the way from `source` to `destination`: a message inside a clan, or between a
  /// chief and its clan, goes there directly; one that crosses the border of a clan goes to the chief
  /// of that border, who may send it on, or not: whatever it carries, and in whose name it may be.
  /// It is the first task on the shortest path. (CC-3, CC-4, CC-5, CC-6, CC-14, CC-18)
  ///
  /// `destination` is one task number, active or not (CC-17), or the empty set for an id whose number
  /// is unknown: that is outside of all clans. (U32)
  @inlinable
  public func nearest(from source: V.Bits, to destination: V.Bits) -> Hop<V> {
    let line = above(destination) | destination
    let neighbours = (clan(of: source) | members(of: source)) - source
    let entry = line & neighbours
    let isOutward = entry.isEmpty && source != destination
    let next = entry | (source & destination) | chief(of: source).when(isOutward)
    return Hop(next: next, isRedirected: next != destination, isInward: !entry.isEmpty)
  }

  /// Where the message of a page fault goes first. (CC-22, PF-7, U26)
  @inlinable
  public func nearest(
    ofPageFaultIn task: V.Bits, to pager: V.Bits, _ profile: ClansProfile
  ) -> Hop<V> {
    switch profile.pageFaults {
    case .redirected: nearest(from: task, to: pager)
    case .direct: Hop(next: pager, isRedirected: V.Truth(false), isInward: V.Truth(false))
    }
  }
}
