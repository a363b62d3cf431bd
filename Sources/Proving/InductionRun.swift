import Evidence
import SMT
import Synchronization

/// An induction under way.
struct InductionRun<State: Sendable, Action: Sendable, Outcome: Sendable, Witness: Sendable> {
  private let method: Induction<State, Action, Outcome, Witness>
  private let workers: Workers<Session<State, Action, Outcome>>
  private let names: Names
  private var properties: [PropertyReport<Witness>]
  private var rules: [RuleReport] = []
  private var vacuity: [String] = []
  private var queries: [Query] = []

  /// What there is, by name.
  private struct Names: Sendable {
    let starts: [String]
    let rules: [String]
    let invariants: [String]
    let stepProperties: [String]
    let solver: String

    init(_ session: Session<State, Action, Outcome>) throws {
      starts = session.system.starts.map(\.name)
      rules = session.system.rules.map(\.name)
      invariants = session.system.invariants.map(\.name)
      stepProperties = session.system.stepProperties.map(\.name)
      solver = session.context.version
      for all in [starts, rules, invariants + stepProperties] {
        for (position, name) in all.enumerated() where all[..<position].contains(name) {
          throw ProvingError.nameTwice(name)
        }
      }
    }
  }

  init(
    _ method: Induction<State, Action, Outcome, Witness>,
    _ workers: Workers<Session<State, Action, Outcome>>
  ) throws {
    self.method = method
    self.workers = workers
    let names = try workers.map([0]) { _, session in try Names(session) }[0]
    self.names = names
    properties =
      names.invariants.map { PropertyReport(name: $0, kind: .invariant) }
      + names.stepProperties.map { PropertyReport(name: $0, kind: .stepProperty) }
  }

  /// Whether there is anything to be asked.
  var hasProperties: Bool { properties.contains { method.options.asksAbout($0.name) } }

  /// The base of the induction.
  mutating func proveStarts() throws {
    let method = method
    let jobs = try workers.map(Array(names.starts.indices)) { index, session in
      try session.proveStart(index, by: method)
    }
    if jobs.isEmpty { vacuity.append("there is no start") }
    for (name, job) in zip(names.starts, jobs) {
      if let job { take(job) } else { vacuity.append("no state is a start \(name)") }
    }
  }

  /// The steps of the induction, again and again, until nothing is assumed that is refuted.
  mutating func proveSteps() throws {
    let assumed = names.invariants.indices.filter { !properties[$0].isRefuted }
    let asked = properties.indices.filter { method.options.asksAbout(properties[$0].name) }
    let open = Set(assumed + (names.invariants.count..<properties.count)).intersection(asked)
    var round = ProofRound(assumed: assumed, open: open)
    if method.options.only != nil, asked.contains(where: { properties[$0].isRefuted }) { return }
    while true {
      try prove(round)
      let refuted = round.assumed.filter { properties[$0].isRefuted }
      round.open = round.open.filter { properties[$0].isProved }
      if refuted.isEmpty || !method.options.dropsRefuted || method.options.only != nil {
        // What was proved rests on all that was assumed.
        let doubtful = round.assumed.filter { !properties[$0].isProved && asked.contains($0) }
        if doubtful.isEmpty { return }
        let helpers = doubtful.map { names.invariants[$0] }.joined(separator: ", ")
        for property in round.open {
          properties[property].doubt = "proved only with the help of what is not: \(helpers)"
        }
        return
      }
      round.number += 1
      round.assumed.removeAll { refuted.contains($0) }
      for property in round.open { properties[property].forgetSteps() }
    }
  }

  private mutating func prove(_ round: ProofRound) throws {
    let (method, clock) = (method, ContinuousClock())
    rules = try workers.map(Array(names.rules.indices)) { index, session in
      let start = clock.now
      let paths = try session.paths(of: index, assuming: round.assumed)
      return RuleReport(
        name: session.system.rules[index].name, paths: paths,
        explorationTime: start.duration(to: clock.now))
    }
    if rules.contains(where: \.isVacuous) {
      let isConsistent = try workers.map([0]) { _, session in
        try session.isConsistent(session.assumptions(round.assumed))
      }[0]
      if !isConsistent { vacuity.append("the invariants contradict each other") }
    }
    let places = rules.enumerated().flatMap { rule, report in report.paths.map { (rule, $0) } }
    let isOver = Atomic(false)
    let jobs = try workers.map(places) { place, session in
      if isOver.load(ordering: .relaxed) { return ProofJob<Witness>(.path(place.1)) }
      let job = try session.provePath(place.1, ofRule: place.0, in: round, by: method)
      if method.options.only != nil, !job.witnesses.isEmpty {
        isOver.store(true, ordering: .relaxed)
      }
      return job
    }
    for property in round.open {
      properties[property].assuming = round.assumed.map { names.invariants[$0] }
    }
    for job in jobs { take(job) }
  }

  /// Enters what was found out at a place.
  private mutating func take(_ job: ProofJob<Witness>) {
    queries += job.queries
    for property in Set(job.results.map(\.property)).sorted() {
      let results = job.results.filter { $0.property == property }
      properties[property].take(results.map { ($0.clause, $0.result) }, job)
    }
  }

  func report(taking time: Duration) -> InductionReport<Witness> {
    let isVacuous = !vacuity.isEmpty || rules.allSatisfy { $0.isVacuous }
    return InductionReport(
      properties: properties.filter { method.options.asksAbout($0.name) }.map {
        var property = $0
        property.verdict = property.judged(isVacuous: isVacuous)
        return property
      },
      rules: rules, vacuity: vacuity, queries: queries, wallClock: time, workers: workers.count,
      solver: names.solver)
  }
}

extension PropertyReport {
  init(name: String, kind: Kind) {
    self.name = name
    self.kind = kind
  }

  var isRefuted: Bool { !counterexamples.isEmpty }

  /// Whether nothing speaks against the property yet.
  var isProved: Bool { counterexamples.isEmpty && unknowns.isEmpty }

  /// Enters what was found out about the parts of the property at a place.
  mutating func take(
    _ results: [(clause: String, result: ProofJob<Witness>.Result)], _ job: ProofJob<Witness>
  ) {
    var refuted: [Int: [FailedClause]] = [:]
    var isProved = true
    for (clause, result) in results {
      switch result {
      case .proved: continue
      case .refuted(let witness, let offenders):
        isProved = false
        refuted[witness, default: []].append(FailedClause(says: clause, offenders: offenders))
      case .unknown(let reason):
        isProved = false
        unknowns.append(Unknown(place: job.place, clause: clause, reason: reason))
      }
    }
    if isProved { provedAt.append(job.place) }
    for (index, failures) in refuted.sorted(by: { $0.key < $1.key }) {
      let (witness, reachability) = job.witnesses[index]
      counterexamples.append(
        Counterexample(
          place: job.place, failures: failures, witness: witness, reachability: reachability))
    }
  }

  /// Forgets what was proved of steps: it is to be proved again, assuming less.
  mutating func forgetSteps() {
    provedAt.removeAll { if case .path = $0 { true } else { false } }
  }

  func judged(isVacuous: Bool) -> Verdict {
    if counterexamples.contains(where: { $0.isAtStart }) { return .violated }
    let reachable = Set(counterexamples.map(\.reachability))
    if reachable.contains(.reachable) { return .notInductiveReachable }
    if reachable.contains(.unknown) { return .notInductive }
    if reachable.contains(.unreachable) { return .notInductiveUnreachable }
    if !unknowns.isEmpty || doubt != nil { return .unknown }
    return isVacuous || proved == 0 ? .vacuous : .holds
  }
}
