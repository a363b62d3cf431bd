import SMT

/// What a worker found out at one place.
struct ProofJob<Witness: Sendable>: Sendable {
  enum Result: Sendable {
    case proved
    /// In the case at this position of `witnesses`, and there at these ids.
    case refuted(Int, offenders: UInt32?)
    case unknown(reason: String)
  }

  let place: ProofPlace
  /// Each part of each property, which is named by its position among all properties.
  var results: [(property: Int, clause: String, result: Result)] = []
  var witnesses: [(witness: Witness, reachability: Reachability)] = []
  var queries: [Query] = []

  init(_ place: ProofPlace) { self.place = place }
}

/// What is assumed, and what is to be proved of every step, before something turns out to be false.
struct ProofRound: Sendable {
  /// From 1.
  var number = 1
  /// The invariants that are assumed, by position.
  var assumed: [Int]
  /// The properties that are to be proved, by position among all: invariants come first.
  var open: Set<Int>

  /// What tells the obligations of a later round from those of the first.
  var suffix: String { number == 1 ? "" : "-round\(number)" }
}

extension Session {
  typealias Method<Witness: Sendable> = Induction<State, Action, Outcome, Witness>

  /// Proves that the invariants hold at a start; nil if there is no such start.
  func proveStart<Witness>(_ index: Int, by method: Method<Witness>) throws -> ProofJob<Witness>? {
    let start = system.starts[index]
    let given = system.domain + start.conditions
    if try !isConsistent(given) { return nil }
    var job = ProofJob<Witness>(.start(start.name))
    var parts: [Goals.Part] = []
    for (position, invariant) in system.invariants.enumerated()
    where method.options.asksAbout(invariant.name) {
      parts += try clauses(assuming: given) { try invariant.clauses(start.state) }
        .map { Goals.Part(property: position, clause: $0) }
    }
    let goals = Goals(
      place: "start-\(start.name)", properties: propertyNames, assumptions: given, parts: parts,
      preferences: system.preferences)
    try decide(goals, .start(start.state), by: method, &job)
    return job
  }

  /// Proves that a step along a path keeps the invariants, and has the step properties, that are
  /// open in this round.
  func provePath<Witness>(
    _ path: RulePath, ofRule index: Int, in round: ProofRound, by method: Method<Witness>
  ) throws -> ProofJob<Witness> {
    let (step, given) = try self.step(index, along: path, assuming: round.assumed)
    let open = round.open
    var job = ProofJob<Witness>(.path(path))
    var parts: [Goals.Part] = []
    for (position, invariant) in system.invariants.enumerated() where open.contains(position) {
      parts += try clauses(assuming: given) { try invariant.clauses(step.after) }
        .map { Goals.Part(property: position, clause: $0) }
    }
    for (position, property) in system.stepProperties.enumerated() {
      let position = system.invariants.count + position
      guard open.contains(position) else { continue }
      parts += try clauses(assuming: given) { try property.clauses(step) }
        .map { Goals.Part(property: position, clause: $0) }
    }
    let goals = Goals(
      place: path.name, suffix: round.suffix, properties: propertyNames, assumptions: given,
      parts: parts, preferences: system.preferences)
    try decide(goals, .step(step), by: method, &job)
    return job
  }

  /// Whether there is a case in which all of this is true; if nobody knows, it is taken for granted.
  func isConsistent(_ given: [Symbolic.Truth]) throws -> Bool {
    try !context.paths(assuming: given, timeout: feasibilityTimeout) {}.isEmpty
  }

  private var propertyNames: [String] {
    system.invariants.map(\.name) + system.stepProperties.map(\.name)
  }

  private func decide<Witness>(
    _ goals: Goals, _ situation: System.Situation, by method: Method<Witness>,
    _ job: inout ProofJob<Witness>
  ) throws {
    let decided = try goals.decide(
      in: context, asking: method.options.portion, timeout: method.options.timeout
    ) {
      let status = $1.answer.status
      let query = Query(
        name: $0.name, status: status, isTrivial: $1.isTrivial, duration: $1.duration,
        statistics: $1.statistics)
      try method.options.record?($0.name, $0.smtlib(in: context, expecting: status))
      method.options.progress?(query)
      job.queries.append(query)
    }
    let first = job.witnesses.count
    for model in decided.models {
      let witness = try method.decode(model, situation)
      job.witnesses.append((witness, try method.reachability(witness)))
    }
    for (part, result) in zip(goals.parts, decided.results) {
      let found: ProofJob<Witness>.Result =
        switch result {
        case .proved: .proved
        case .refuted(let model):
          .refuted(
            first + model,
            offenders: try part.clause.offenders.map { try decided.models[model].value($0) })
        case .unknown(let reason): .unknown(reason: reason)
        }
      job.results.append((part.property, part.clause.says, found))
    }
  }
}
