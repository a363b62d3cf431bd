import Logic

/// As whom a sender appears to the receiver of its message. (CC-13)
public struct Appearance<V: Values>: Sendable {
  /// The task of the visible sender.
  public var source: V.Bits
  /// Flag d: the visible sender is not the physical one.
  public var isDeceit: V.Truth

  @inlinable
  public init(source: V.Bits, isDeceit: V.Truth) {
    self.source = source
    self.isDeceit = isDeceit
  }
}

extension Clans {
  /// Whether a thread of `sender` may send to `destination` in the name of `virtual`: if it forwards
  /// a message across the border of its clan, so that one of both is inside and the other outside.
  /// The sender itself is neither. (CC-12)
  ///
  /// All three are tasks; `virtual` and `destination` are empty for ids whose number is unknown,
  /// which is outside. (U34)
  @inlinable
  public func permitsDeceit(
    by sender: V.Bits, to destination: V.Bits, as virtual: V.Bits, _ profile: ClansProfile
  ) -> V.Truth {
    let claimed = profile.unknownSenders == .outside ? virtual & active : virtual  // U34
    let inside = below[at: sender]
    let crossesBorder = inside.contains(destination) != inside.contains(claimed)
    let isPermitted = crossesBorder && destination != sender && virtual != sender
    let exists = V.Truth(profile.unknownSenders != .refused) || active.contains(virtual)
    let isPropagation = V.Truth(profile.ownSenders == .propagated) && virtual == sender  // U35
    return (isPermitted && exists) || isPropagation
  }

  /// As whom a thread of `sender` appears that sends with the deceit bit. Where that is not
  /// permitted, the message is a normal one, and nobody is told. (CC-12, CC-13)
  ///
  /// It is the visible sender whom a closed receive waits for, and replies are for (CC-19). Both are
  /// sound, for a reply is routed to the physical sender: a receiver needs to believe only its own
  /// chief, of what is outside, and the chief of a clan, of what is inside. (CC-15, CC-16)
  @inlinable
  public func appearance(
    of sender: V.Bits, to destination: V.Bits, as virtual: V.Bits, _ profile: ClansProfile
  ) -> Appearance<V> {
    let isPermitted = permitsDeceit(by: sender, to: destination, as: virtual, profile)
    let source = virtual.when(isPermitted) | sender.when(!isPermitted)
    return Appearance(source: source, isDeceit: isPermitted)
  }
}
