import Logic

/// What the receiver of a message is told of its way. (CC-10)
public struct Redirection<V: Values>: Sendable {
  /// Flag r: the message is for somebody else.
  public var isRedirected: V.Truth
  /// Flag i: it comes out of the receiver's own clan. Without r it is never set.
  public var isFromInside: V.Truth

  @inlinable
  public init(isRedirected: V.Truth, isFromInside: V.Truth) {
    self.isRedirected = isRedirected
    self.isFromInside = isFromInside
  }
}

extension Clans {
  /// The flags r and i of a message that a thread of `sender` sent to one of `destination`, and that
  /// `receiver` gets. (CC-10)
  ///
  /// The sender is the physical one, whoever it appears as. Whether the receiver also learns the
  /// destination is `ClansProfile.trueDestination`. (CC-11)
  @inlinable
  public func redirection(
    from sender: V.Bits, to receiver: V.Bits, for destination: V.Bits
  ) -> Redirection<V> {
    let isRedirected = receiver != destination
    let isFromInside = below[at: receiver].contains(sender)
    return Redirection(isRedirected: isRedirected, isFromInside: isRedirected && isFromInside)
  }
}
