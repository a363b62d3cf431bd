import SMT

/// A system of states and rules as a solver sees it: any state, any action, in one context.
public struct SymbolicSystem<State: Sendable, Action: Sendable, Outcome: Sendable>: Sendable {
  /// Where runs start.
  public var starts: [Start]
  /// Any state: made of symbolic constants.
  public var state: State
  /// What is true of every state by the way in which states are made, and is not to be proved.
  public var domain: [Symbolic.Truth]
  public var rules: [Rule]
  /// What is to be true of every reachable state. Each may assume all of them before a step.
  public var invariants: [Invariant]
  /// What is to be true of every step from a reachable state.
  public var stepProperties: [StepProperty]
  /// What counterexamples should be like, where they can, to be easily read: that a set is empty,
  /// say. What matters most comes first. Only counterexamples depend on it, never verdicts.
  public var preferences: [Symbolic.Truth] = []

  public init(
    starts: [Start], state: State, domain: [Symbolic.Truth] = [], rules: [Rule],
    invariants: [Invariant], stepProperties: [StepProperty] = []
  ) {
    self.starts = starts
    self.state = state
    self.domain = domain
    self.rules = rules
    self.invariants = invariants
    self.stepProperties = stepProperties
  }

  /// A state, or all states of a kind, where runs start.
  public struct Start: Sendable {
    public var name: String
    public var state: State
    /// Which of the states that `state` can be are meant.
    public var conditions: [Symbolic.Truth]

    public init(_ name: String, _ state: State, where conditions: [Symbolic.Truth] = []) {
      self.name = name
      self.state = state
      self.conditions = conditions
    }
  }

  /// A rule with any arguments that it may have. It is run along each of its paths.
  public struct Rule: Sendable {
    public var name: String
    /// The arguments, made of symbolic constants.
    public var action: Action
    /// What is true of the arguments.
    public var conditions: [Symbolic.Truth]
    /// Performs the action; may ask `Symbolic.holds`.
    public var perform: @Sendable (_ state: inout State, _ action: Action) throws -> Outcome

    public init(
      _ name: String, _ action: Action, where conditions: [Symbolic.Truth] = [],
      perform: @escaping @Sendable (_ state: inout State, _ action: Action) throws -> Outcome
    ) {
      self.name = name
      self.action = action
      self.conditions = conditions
      self.perform = perform
    }
  }

  /// A statement about states, in parts. The parts may ask `Symbolic.holds`.
  public struct Invariant: Sendable {
    public var name: String
    public var clauses: @Sendable (State) throws -> [Clause]

    public init(_ name: String, clauses: @escaping @Sendable (State) throws -> [Clause]) {
      self.name = name
      self.clauses = clauses
    }
  }

  /// A statement about steps, in parts. The parts may ask `Symbolic.holds`; a step that the statement
  /// is not about has no parts.
  public struct StepProperty: Sendable {
    public var name: String
    public var clauses: @Sendable (Step) throws -> [Clause]

    public init(_ name: String, clauses: @escaping @Sendable (Step) throws -> [Clause]) {
      self.name = name
      self.clauses = clauses
    }
  }

  /// A step along one path of a rule.
  public struct Step: Sendable {
    public let before: State
    public let action: Action
    public let outcome: Outcome
    public let after: State
  }

  /// Where something was found not to hold.
  public enum Situation: Sendable {
    case start(State)
    case step(Step)
  }
}
