import SMT

/// One worker's world: a context of its own, and the system built in it.
struct Session<State: Sendable, Action: Sendable, Outcome: Sendable>: Sendable {
  typealias System = SymbolicSystem<State, Action, Outcome>

  let context: Context
  let system: System
  /// The parts of each invariant in the state before a step.
  let before: [[Clause]]
  let feasibilityTimeout: Duration
  /// The names of the system; those that rules and properties declare come and go.
  private let names: Set<String>

  init(
    _ build: @Sendable (Context) throws -> System, feasibilityTimeout: Duration
  ) throws {
    context = try Context()
    self.feasibilityTimeout = feasibilityTimeout
    system = try build(context)
    let (state, context, domain) = (system.state, context, system.domain)
    before = try system.invariants.map { invariant in
      try Self.merged(in: context, assuming: domain) { try invariant.clauses(state) }
    }
    if let failure = context.failure { throw failure }
    names = context.declaredNames
  }

  /// What is known of the state before a step, if the invariants `assumed` are true of it.
  func assumptions(_ assumed: [Int]) -> [Symbolic.Truth] {
    system.domain + assumed.flatMap { before[$0].map(\.holds) }
  }

  /// The paths through a rule from states in which the invariants `assumed` hold.
  func paths(of index: Int, assuming assumed: [Int]) throws -> [RulePath] {
    context.declaredNames = names
    let rule = system.rules[index]
    let found = try context.paths(
      assuming: assumptions(assumed) + rule.conditions, timeout: feasibilityTimeout
    ) {
      var state = system.state
      return try rule.perform(&state, rule.action)
    }
    return found.enumerated().map { position, path in
      RulePath(
        rule: rule.name, number: position + 1, outcome: "\(path.result)",
        decisions: path.decisions.count, isSurelyFeasible: path.isSurelyFeasible,
        choices: path.choices, cases: path.name)
    }
  }

  /// Takes a step along a path that was found in this or another session.
  func step(
    _ index: Int, along path: RulePath, assuming assumed: [Int]
  ) throws -> (step: System.Step, assumptions: [Symbolic.Truth]) {
    context.declaredNames = names
    let rule = system.rules[index]
    let taken = try context.path(along: path.choices) { () throws -> System.Step in
      var state = system.state
      let outcome = try rule.perform(&state, rule.action)
      return System.Step(
        before: system.state, action: rule.action, outcome: outcome, after: state)
    }
    guard "\(taken.result.outcome)" == path.outcome else {
      throw SMTError.notDeterministic("\(path.name) came out as \(taken.result.outcome)")
    }
    return (
      taken.result,
      assumptions(assumed) + rule.conditions
        + taken.decisions.map { .term($0.taken ? $0.condition : !$0.condition) }
    )
  }

  /// The parts of a property. Where stating it asks about the state, each answer makes a case, and
  /// every part is what it is in each of them.
  func clauses(
    assuming assumptions: [Symbolic.Truth], _ state: () throws -> [Clause]
  ) throws -> [Clause] {
    try Self.merged(in: context, assuming: assumptions, state)
  }

  private static func merged(
    in context: Context, assuming assumptions: [Symbolic.Truth], _ state: () throws -> [Clause]
  ) throws -> [Clause] {
    let cases = try context.paths(assuming: assumptions, isConsistent: true, state)
    if cases.count == 1, let only = cases.first { return only.result }
    var parts: [Clause] = []
    for each in cases {
      for clause in each.result.map({ $0.under(each.condition) }) {
        if let known = parts.firstIndex(where: { $0.says == clause.says }) {
          parts[known] = parts[known].and(clause)
        } else {
          parts.append(clause)
        }
      }
    }
    return parts
  }
}
