/// A run of a model: an initial state, and steps that were executed one by one.
public struct Trace<M: Model>: Sendable {
  public struct Step: Sendable {
    public let action: M.Action
    /// The state after the action.
    public let state: M.State

    public init(action: M.Action, state: M.State) {
      self.action = action
      self.state = state
    }
  }

  public let initial: M.State
  public internal(set) var steps: [Step]

  /// A run that was made elsewhere. It is not replayed.
  public init(initial: M.State, steps: [Step]) {
    self.initial = initial
    self.steps = steps
  }

  /// The number of actions.
  public var count: Int { steps.count }
  /// The state at the end.
  public var last: M.State { steps.last?.state ?? initial }
}

/// A property that does not hold, with a shortest run to where it does not.
public struct Violation<M: Model>: Sendable {
  /// The index of the property in the model's list; nil for a deadlock.
  public let property: Int?
  public let name: String
  public let number: String
  /// Ends in the violating state, or with the violating step.
  public let trace: Trace<M>
  /// What the property says about it.
  public let explanation: String?
}

/// Something that must be able to happen, with a shortest run to where it happens, if there is one.
public struct Goal<M: Model>: Sendable {
  /// The index of the property in the model's list.
  public let property: Int
  /// The name of the property; for one of several outcomes followed by the outcome's.
  public let name: String
  public let number: String
  /// The index of the outcome, if it is one of several.
  public let outcome: Int?
  public let trace: Trace<M>?

  public var isReached: Bool { trace != nil }
}
