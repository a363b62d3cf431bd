import ClansAndChiefs
import Logic
import Proving
import Vocabulary

/// What the chapter makes statements about: the three changes of the tree, and the three questions
/// that the kernel asks of it. A question changes nothing; what it is about are any tasks.
public enum ClanStep<V: Values>: Sendable {
  case create(V.Bits, by: V.Bits)
  case delete(V.Bits, by: V.Bits)
  case donate(V.Bits, by: V.Bits, to: V.Bits)
  /// A message is sent, to be routed.
  case send(from: V.Bits, to: V.Bits)
  /// A message is sent with the deceit bit.
  case deceive(by: V.Bits, to: V.Bits, as: V.Bits)
  /// The call id_nearest.
  case ask(V.Bits, about: V.Bits)
}

/// What came of a step.
public enum ClanOutcome<V: Values>: Sendable, CustomStringConvertible {
  case change(ClanCase)
  /// It went to a neighbour.
  case sent(Hop<V>)
  case deceived(Hop<V>, Appearance<V>)
  case answered(NearestID<V>)

  public var description: String {
    switch self {
    case .change(let result): "\(result)"
    case .sent: "sent"
    case .deceived: "sent as somebody"
    case .answered(let answer): "\(answer.isCase)"
    }
  }
}

extension Clans {
  /// Takes one step.
  @inlinable
  public mutating func take(_ step: ClanStep<V>, _ profile: ClansProfile) -> ClanOutcome<V> {
    switch step {
    case .create(let task, by: let invoker): .change(create(task, by: invoker, profile))
    case .delete(let task, by: let invoker): .change(delete(task, by: invoker, profile))
    case .donate(let task, by: let invoker, to: let receiver):
      .change(donate(task, by: invoker, to: receiver, profile))
    case .send(from: let sender, to: let destination):
      .sent(nearest(from: sender, to: destination))
    case .deceive(by: let sender, to: let destination, as: let virtual):
      .deceived(
        nearest(from: sender, to: destination),
        appearance(of: sender, to: destination, as: virtual, profile))
    case .ask(let task, about: let named): .answered(idNearest(.task(named), for: task, profile))
    }
  }
}

/// One step, with the tree before it and the tree after.
public struct ClanTransition<V: Values, let tasks: Int>: Sendable {
  public let before: Clans<V, tasks>
  public let step: ClanStep<V>
  public let outcome: ClanOutcome<V>
  public let after: Clans<V, tasks>
  public let universe: ClanUniverse<V>

  @inlinable
  public init(
    before: Clans<V, tasks>, step: ClanStep<V>, outcome: ClanOutcome<V>, after: Clans<V, tasks>,
    universe: ClanUniverse<V>
  ) {
    self.before = before
    self.step = step
    self.outcome = outcome
    self.after = after
    self.universe = universe
  }

  /// Takes `step` from a state.
  @inlinable
  public init(
    from before: Clans<V, tasks>, _ step: ClanStep<V>, in universe: ClanUniverse<V>
  ) {
    var after = before
    let outcome = after.take(step, universe.profile)
    self.init(before: before, step: step, outcome: outcome, after: after, universe: universe)
  }
}

/// What never changes.
public struct ClanUniverse<V: Values>: Sendable {
  /// The task numbers that there are.
  public var numbers: V.Bits
  public var profile: ClansProfile

  @inlinable
  public init(numbers: V.Bits, profile: ClansProfile) {
    self.numbers = numbers
    self.profile = profile
  }

  /// The tasks that are there from the beginning. (TN14)
  @inlinable
  public var first: V.Bits {
    V.Bits(id: Int(Task.sigma0.rawValue)) | V.Bits(id: Int(Task.root.rawValue))
  }
}
