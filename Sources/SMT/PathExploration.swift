import Logic

/// The depth-first walk through the cases of a body, by running it again and again.
struct PathExploration: ~Copyable, Sendable {
  /// A question that the body asked on the present path.
  private struct Question {
    let condition: BoolTerm
    var taken: Bool
    let isForced: Bool
    /// Whether the other way is still to be explored; and a model of it, if there is one.
    var hasAlternative: Bool
    var alternative: Model?
    /// Whether the solver gave up on the way that is taken.
    var isUncertain = false

    var choice: Choice { Choice(taken: taken, isForced: isForced) }
  }

  private let solver: Solver
  private let assumptions: [Symbolic.Truth]
  /// Whether the solver knows the assumptions: it is told when the first question comes.
  private var isPrimed = false
  private let timeout: Duration
  private let limit: Int
  /// What a replay answers; nil when exploring.
  private let script: [Choice]?
  private var questions: [Question] = []
  /// How many of the questions the present run has asked.
  private var position = 0
  /// A model of the path so far, where one is known.
  private var model: Model?
  private var isUncertain = false
  private(set) var failure: SMTError?
  private var namesBefore: Set<String>?

  init(
    _ solver: consuming Solver, assuming assumptions: [Symbolic.Truth], timeout: Duration,
    limit: Int
  ) {
    self.solver = solver
    self.assumptions = assumptions
    self.timeout = timeout
    self.limit = limit
    script = nil
  }

  init(_ solver: consuming Solver, replaying choices: [Choice]) {
    self.solver = solver
    assumptions = []
    timeout = .zero
    limit = .max
    script = choices
  }

  /// Whether there is a path at all.
  mutating func isFeasible() throws(SMTError) -> Bool {
    if script != nil { return true }
    try prime()
    switch try solver.check(timeout: timeout) {
    case .unsatisfiable: return false
    case .satisfiable(let found): model = found
    case .unknown: isUncertain = true
    }
    return true
  }

  private mutating func prime() throws(SMTError) {
    if isPrimed { return }
    isPrimed = true
    for assumption in assumptions {
      try solver.assert(assumption.formula(in: solver.context))
    }
  }

  mutating func startRun() {
    position = 0
    let context = solver.context
    context.state.withLock { state in
      if let namesBefore { state.names = namesBefore } else { namesBefore = state.names }
    }
  }

  /// Answers a question of the body. After an error, answers alternate, so that a loop in the body
  /// ends, and the error is thrown when the body has returned.
  mutating func decide(_ condition: BoolTerm) -> Choice {
    defer { position += 1 }
    if failure != nil { return Choice(taken: position.isMultiple(of: 2), isForced: false) }
    do {
      return try answer(condition)
    } catch {
      failure = error
      return Choice(taken: false, isForced: false)
    }
  }

  private mutating func answer(_ condition: BoolTerm) throws(SMTError) -> Choice {
    if position < questions.count {
      guard questions[position].condition.isSame(as: condition) else {
        throw .notDeterministic("it asked \(condition), not \(questions[position].condition)")
      }
      return questions[position].choice
    }
    let next: Question
    if let script {
      guard position < script.count else {
        throw .notDeterministic("it asked more than \(script.count) questions")
      }
      next = Question(
        condition: condition, taken: script[position].taken, isForced: script[position].isForced,
        hasAlternative: false)
    } else {
      if questions.count >= limit { throw .tooManyPaths(limit: limit) }
      next = try explore(condition)
    }
    questions.append(next)
    return next.choice
  }

  /// Finds out which ways are feasible, and takes the first.
  private mutating func explore(_ condition: BoolTerm) throws(SMTError) -> Question {
    for earlier in questions {
      let isSame = earlier.condition.isSame(as: condition)
      guard isSame || earlier.condition.isNegation(of: condition) else { continue }
      return Question(
        condition: condition, taken: earlier.taken == isSame, isForced: true, hasAlternative: false)
    }
    try prime()
    let likely = try model?.truth(condition, completing: true)
    let yes = likely == true ? Way.feasible(model) : try way(condition)
    if case .infeasible = yes { return forced(condition, false) }
    let no = likely == false ? Way.feasible(model) : try way(!condition)
    if case .infeasible = no { return forced(condition, true) }
    try enter(condition, yes)
    return Question(
      condition: condition, taken: true, isForced: false, hasAlternative: true,
      alternative: no.model, isUncertain: yes.model == nil)
  }

  private func forced(_ condition: BoolTerm, _ taken: Bool) -> Question {
    Question(condition: condition, taken: taken, isForced: true, hasAlternative: false)
  }

  private enum Way {
    case feasible(Model?)
    case infeasible
    case unknown

    var model: Model? { if case .feasible(let model) = self { model } else { nil } }
  }

  private func way(_ condition: BoolTerm) throws(SMTError) -> Way {
    try solver.push()
    try solver.assert(condition)
    let answer = try solver.check(timeout: timeout)
    try solver.pop()
    switch answer {
    case .satisfiable(let model): return .feasible(model)
    case .unsatisfiable: return .infeasible
    case .unknown: return .unknown
    }
  }

  private mutating func enter(_ condition: BoolTerm, _ way: Way) throws(SMTError) {
    try solver.push()
    try solver.assert(condition)
    model = way.model
  }

  /// Goes to the next path: the last question that has another way is answered with it.
  mutating func advance() throws(SMTError) -> Bool {
    while var last = questions.popLast() {
      if last.isForced { continue }
      try solver.pop()
      guard last.hasAlternative else { continue }
      let way = last.alternative.map { Way.feasible($0) } ?? .unknown
      try enter(!last.condition, way)
      last.taken = false
      last.hasAlternative = false
      last.isUncertain = way.model == nil
      last.alternative = nil
      questions.append(last)
      return true
    }
    return false
  }

  /// The path that was run, once the body has returned, having asked what is in `trail`.
  func finished(_ trail: [Decision]) throws(SMTError) -> Path<Void> {
    if let failure { throw failure }
    guard position == (script ?? []).count || script == nil, position == questions.count else {
      throw .notDeterministic("it asked \(position) questions, not \(questions.count)")
    }
    let decisions = questions.filter { !$0.isForced }.map { ($0.condition, $0.taken) }
    let isWhole = trail.count { !$0.isKnown } == questions.count
    return Path(
      decisions: decisions, choices: questions.map(\.choice), trail: trail,
      name: isWhole ? PathName(trail) : nil,
      condition: .all(decisions.map { .term($0.1 ? $0.0 : !$0.0) }),
      isSurelyFeasible: !isUncertain && !questions.contains { $0.isUncertain }, result: ())
  }
}
