import Evidence

/// What a search found.
public struct Report<M: Model>: Sendable {
  /// The number of distinct states, the initial ones included.
  public let distinct: Int
  /// The length of the longest of the shortest runs: 0 if nothing but initial states was found.
  public let depth: Int
  /// How often each kind of action happened, in the model's order.
  public let actions: [ActionCount]
  /// One for each violated property, in the order of the properties; a deadlock is the last.
  public let violations: [Violation<M>]
  /// In the order of the properties.
  public let goals: [Goal<M>]
  public let coverage: Coverage
  public let cost: Cost
  /// All states that were found, to be asked about.
  public let graph: Graph<M>
  /// Whether kinds of action that never happen were declared to be no reason for suspicion.
  public let permitsDeadActions: Bool

  /// The number of transitions: every enabled instance of an action in every state that was expanded.
  public var generated: Int { actions.reduce(0) { $0 + $1.generated } }
  /// The violation to be shown: of the first property, by a shortest trace.
  public var violation: Violation<M>? { violations.first }
  /// The kinds of action that never happened.
  public var deadActions: [String] { actions.filter { $0.generated == 0 }.map(\.kind) }
  public var unreachedGoals: [Goal<M>] { goals.filter { !$0.isReached } }

  public var verdict: Verdict {
    if !violations.isEmpty { return .violated }
    switch coverage.end {
    case .limit: return .incomplete
    case .depthBound: return .holdsBounded
    case .violation: return .violated
    case .complete:
      let isVacuous =
        !unreachedGoals.isEmpty || (!permitsDeadActions && !deadActions.isEmpty)
      return isVacuous ? .vacuous : .holds
    }
  }
}

/// How often a kind of action happened.
public struct ActionCount: Sendable, Hashable {
  public let kind: String
  /// The number of transitions by it.
  public let generated: Int
  /// How many of them led to another state than they started from.
  public let changed: Int
}

/// How much of the state space was looked at.
public struct Coverage: Sendable, Hashable {
  public enum End: Sendable, Hashable {
    case complete
    /// The level on which a property was violated was finished, and no other begun.
    case violation
    /// All runs of that many steps were looked at, and there are longer ones.
    case depthBound(Int)
    case limit(Limit)
  }
  public enum Limit: String, Sendable, Hashable {
    case states, memory, seconds
  }

  public let end: End
  /// All runs of up to this many steps were looked at.
  public let depth: Int
  /// The number of states found of which not all successors were looked at.
  public let frontier: Int
}

/// What a search took.
public struct Cost: Sendable, Hashable {
  /// Processor seconds of the threads that searched, in user and in system mode.
  public let cpuSeconds: Double
  /// Seconds on the clock.
  public let wallSeconds: Double
  /// The largest number of bytes that states, parents and table had in use.
  public let storeBytes: Int
  /// The largest resident size of the whole process so far.
  public let residentBytes: Int
}

extension Report {
  /// Bytes of the store for a distinct state, everything that traces need included.
  public var bytesPerState: Double { Double(cost.storeBytes) / Double(max(distinct, 1)) }
  /// Distinct states for a processor second.
  public var statesPerSecond: Double { Double(distinct) / max(cost.cpuSeconds, 1e-9) }
  /// Transitions for a processor second.
  public var transitionsPerSecond: Double { Double(generated) / max(cost.cpuSeconds, 1e-9) }
}

/// The states that a search found.
public struct Graph<M: Model>: Sendable {
  /// Whether the search found this state.
  public let contains: @Sendable (M.State) -> Bool
  let find: @Sendable (M.State) throws -> Trace<M>?

  /// A shortest run to `state`; nil if the search did not find it.
  public func trace(to state: M.State) throws -> Trace<M>? { try find(state) }
}
