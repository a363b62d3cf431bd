import Logic
import Proving
import SMT

/// Finds the paths of a chapter's rules, from all states in which the invariants of the chapter hold:
/// the states and rules are those of its proof.
struct Enumeration<State: Sendable, Action: Sendable, Outcome: Sendable>: Sendable {
  typealias System = SymbolicSystem<State, Action, Outcome>

  /// What a path may come to, and when it does.
  struct Possibility: Sendable {
    let notice: Notice
    let truth: Symbolic.Truth

    init(_ notice: Notice, _ truth: Symbolic.Truth = .known(true)) {
      self.notice = notice
      self.truth = truth
    }
  }

  let build: @Sendable (Context) throws -> System
  let notices: @Sendable (_ before: State, Action, Outcome, _ after: State) -> [Possibility]
  /// What results can say beside: each is asked for by itself.
  var flags: @Sendable (_ before: State, Action, Outcome, _ after: State) -> [Possibility] = {
    _, _, _, _ in []
  }

  /// More ways to put notices together than this are not told one by one.
  private static var mostResults: Int { 12 }

  /// The paths of the rule with this name, those first that take what is asked.
  func cases(of name: String) throws -> [Case] {
    let context = try Context()
    let system = try build(context)
    guard let rule = system.rules.first(where: { $0.name == name }) else {
      throw SMTError.refused("there is no rule \(name)")
    }
    let parts = try context.paths(assuming: system.domain) {
      try system.invariants.flatMap { try $0.clauses(system.state) }
    }
    let known = parts.flatMap { part in part.result.map { part.condition ==> $0.holds } }
    let assumptions = system.domain + known + rule.conditions
    // What is written must not depend on how busy the machine is: the solver has the time it needs.
    let paths = try context.paths(assuming: assumptions, timeout: .seconds(3600)) {
      var state = system.state
      let outcome = try rule.perform(&state, rule.action)
      return (
        notices: notices(system.state, rule.action, outcome, state),
        flags: flags(system.state, rule.action, outcome, state)
      )
    }
    let solver = try Solver(in: context, .bitVectors)
    for assumption in assumptions { try solver.assert(assumption.formula(in: context)) }
    return try paths.map { path in
      try solver.push()
      defer { try? solver.pop() }
      try solver.assert(path.condition.formula(in: context))
      return Case(
        decisions: path.trail.filter { !$0.isKnown && !$0.isForced }
          .map { Case.Choice(sentence: "\($0.sentence)", taken: $0.taken) },
        id: path.name?.id, result: try result(path.result.notices, solver),
        flags: try all(path.result.flags, solver))
    }
  }

  /// Asks for a model after the other, each with a result that there was not yet.
  private func result(
    _ possibilities: [Possibility], _ solver: borrowing Solver
  ) throws -> Case.Result {
    let context = solver.context
    let possible = possibilities.filter { !$0.truth.isSame(as: .known(false)) }
    let isOpen = possible.contains { !$0.truth.isSame(as: .known(true)) }
    if !isOpen { return .oneOf([possible.map(\.notice)]) }
    var found: [[Bool]] = []
    try solver.push()
    defer { try? solver.pop() }
    while let model = try model(solver) {
      let values = try possible.map { try model.value($0.truth) }
      found.append(values)
      if found.count > Self.mostResults { return .any(try all(possible, solver)) }
      let isSame = zip(possible, values).map { $1 ? $0.truth : !$0.truth }
      try solver.assert((!Symbolic.Truth.all(isSame)).formula(in: context))
    }
    // True before false, so that the order is not that of the solver.
    found.sort { zip($0, $1).first { $0 != $1 }?.0 ?? false }
    return .oneOf(found.map { zip(possible, $0).filter { $1 }.map { $0.0.notice } })
  }

  /// The notices that there can be, each asked for by itself.
  private func all(_ possible: [Possibility], _ solver: borrowing Solver) throws -> [Notice] {
    var notices: [Notice] = []
    for one in possible where !one.truth.isSame(as: .known(false)) {
      try solver.push()
      defer { try? solver.pop() }
      try solver.assert(one.truth.formula(in: solver.context))
      if try model(solver) != nil { notices.append(one.notice) }
    }
    return notices
  }

  private func model(_ solver: borrowing Solver) throws -> Model? {
    switch try solver.check() {
    case .satisfiable(let model): return model
    case .unsatisfiable: return nil
    case .unknown(let reason): throw SMTError.refused("a path is left open: \(reason)")
    }
  }
}
