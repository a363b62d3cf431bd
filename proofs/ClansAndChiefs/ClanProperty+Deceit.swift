import ClansAndChiefs
import Logic
import Proving

// Whom a receiver can believe.
extension ClanTransition {
  /// A message with the deceit bit: who sent it, to whom, as whom, who got it, and what that one saw.
  @usableFromInline
  struct Pretence {
    @usableFromInline let sender: V.Bits
    @usableFromInline let destination: V.Bits
    @usableFromInline let virtual: V.Bits
    @usableFromInline let receiver: V.Bits
    @usableFromInline let seen: Appearance<V>
    /// Whether the receiver sees another task than the sender: propagation within a task is no
    /// deceit that anybody needs to be protected from. (U35)
    @usableFromInline let isDeceived: V.Truth

    @inlinable
    init?(_ step: ClanStep<V>, _ outcome: ClanOutcome<V>) {
      guard case .deceive(by: let sender, to: let destination, as: let virtual) = step,
        case .deceived(let hop, let seen) = outcome
      else { return nil }
      self.sender = sender
      self.destination = destination
      self.virtual = virtual
      receiver = hop.next
      self.seen = seen
      isDeceived = seen.isDeceit && virtual != sender
    }
  }

  @inlinable
  var pretence: Pretence? { Pretence(step, outcome) }

  /// The rule of the assembly kernel: the sender is the chief of the one through whom it reaches the
  /// destination, or of the one through whom it reaches the virtual sender, but not of both.
  @inlinable
  func checkDeceitKeepsDirection(_ part: Part<V>) {
    guard let sent = pretence else { return }
    let profile = universe.profile
    let toSender = before.nearest(from: sent.sender, to: sent.virtual).next
    var isChief = before.isChief(sent.sender, of: toSender)
    if profile.unknownSenders == .outside {
      isChief = isChief && before.active.contains(sent.virtual)
    }
    let isForwarder = isChief != before.isChief(sent.sender, of: sent.receiver)
    let isOther = sent.virtual != sent.sender && sent.destination != sent.sender
    let exists =
      V.Truth(profile.unknownSenders != .refused) || before.active.contains(sent.virtual)
    let isPropagation =
      V.Truth(profile.ownSenders == .propagated) && sent.virtual == sent.sender
    part(
      "it is permitted if it keeps the direction, and only then",
      sent.sender.when(sent.seen.isDeceit != ((isForwarder && isOther && exists) || isPropagation)))
  }

  @inlinable
  func checkRefusedDeceitIsNormal(_ part: Part<V>) {
    guard let sent = pretence else { return }
    part(
      "a permitted deceit shows the virtual sender",
      (sent.seen.source ^ sent.virtual).when(sent.seen.isDeceit))
    part(
      "any other message shows its sender",
      (sent.seen.source ^ sent.sender).when(!sent.seen.isDeceit))
  }

  /// The security theorem, CC-15: the receiver and the sender are neighbours, by T-CC1.
  @inlinable
  func checkRepliesGoToTheSender(_ part: Part<V>) {
    guard let sent = pretence else { return }
    let back = before.nearest(from: sent.receiver, to: sent.seen.source).next
    part("a reply goes to the physical sender", (back ^ sent.sender).when(sent.isDeceived))
    part(
      "a normal message is answered directly",
      (back ^ sent.sender).when(!sent.seen.isDeceit))
  }

  @inlinable
  func checkNobodyNearIsImpersonated(_ part: Part<V>) {
    guard let sent = pretence else { return }
    let near = before.neighbours[at: sent.receiver] | sent.receiver
    part(
      "a neighbour is visible only if it is the sender",
      ((sent.seen.source & near) - sent.sender))
    part(
      "a flag says whether to believe",
      sent.sender.when(!sent.seen.isDeceit && sent.seen.source != sent.sender))
  }

  @inlinable
  func checkDeceiversAreChiefs(_ part: Part<V>) {
    guard let sent = pretence else { return }
    let inside = before.below[at: sent.sender]
    part("the sender has a clan", sent.sender.when(sent.isDeceived && inside.isEmpty))
    part(
      "one of visible sender and receiver is below it, the other is not",
      sent.sender.when(
        sent.isDeceived && inside.contains(sent.seen.source) == inside.contains(sent.receiver)))
    part(
      "it is neither of both",
      (sent.sender & (sent.seen.source | sent.receiver)).when(sent.isDeceived))
  }
}
