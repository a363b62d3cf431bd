import Logic
import Vocabulary

/// Where a message goes first, and what its receiver is told of the way. (CC-4, CC-8)
public struct Hop<V: Values>: Sendable {
  /// The task that gets the message; nobody where the outermost clan has no chief to redirect to.
  public var next: V.Bits
  /// Whether `next` is not the destination, but a chief on the way to it.
  public var isRedirected: V.Truth
  /// Whether the way goes into a clan: `next` heads it. Otherwise a redirected message leaves one.
  public var isInward: V.Truth

  @inlinable
  public init(next: V.Bits, isRedirected: V.Truth, isInward: V.Truth) {
    self.next = next
    self.isRedirected = isRedirected
    self.isInward = isInward
  }
}

extension Clans {
  /// The first task on the way from `source` to `destination`: a message inside of a clan, or between
  /// a chief and its clan, goes there directly; one that crosses the border of a clan goes to the
  /// chief of that border. (CC-3, CC-4)
  @inlinable
  public func nearest(from source: V.Bits, to destination: V.Bits) -> Hop<V> {
    let path = above(destination) | destination
    let chief = chief(of: source)
    let isInside = below[at: source].contains(destination)
    let sibling = (path & clan(of: source)) - source
    let isBeside = !sibling.isEmpty && !isInside
    let isOwn = destination == source
    let isNear = isOwn || isInside || isBeside || destination == chief
    let entry =
      destination.when(isOwn) | (path & members(of: source)).when(isInside && !isOwn)
      | sibling.when(isBeside && !isOwn) | chief.when(!isOwn && !isInside && !isBeside)
    return Hop(
      next: entry, isRedirected: !(entry == destination), isInward: isNear)
  }
}

extension Clans {
  @inlinable
  public func permitsDeceit(by sender: V.Bits, to destination: V.Bits, as virtual: V.Bits) -> V.Truth {
    let inside = below[at: sender]
    return !(inside.contains(destination) == inside.contains(virtual))
  }
}
