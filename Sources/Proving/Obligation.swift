import SMT

/// One thing to be proved: that the goals follow from the assumptions.
public struct Obligation: Sendable {
  /// What this is called, in reports and as a file: `map-03-widened-I-AS4`. All but letters, digits
  /// and dots has become `-`.
  public let name: String
  /// What it says, for people.
  public let subject: String
  public let assumptions: [Symbolic.Truth]
  public let goals: [Symbolic.Truth]
  public let logic: SMTLogic

  public init(
    name: String, subject: String, assumptions: [Symbolic.Truth], goals: [Symbolic.Truth],
    logic: SMTLogic = .bitVectors
  ) {
    self.name = String(name.map { $0.isLetter || $0.isNumber || $0 == "." ? $0 : "-" })
    self.subject = subject
    self.assumptions = assumptions
    self.goals = goals
    self.logic = logic
  }

  /// An obligation with one goal.
  public init(
    name: String, subject: String, assumptions: [Symbolic.Truth], goal: Symbolic.Truth,
    logic: SMTLogic = .bitVectors
  ) {
    self.init(
      name: name, subject: subject, assumptions: assumptions, goals: [goal], logic: logic)
  }

  /// Asks a fresh solver for a case in which the assumptions hold and one of the goals does not.
  /// Goals that are assumptions, as those of a step that changes nothing, are not asked about.
  public func decide(in context: Context, timeout: Duration?) throws(SMTError) -> Decision {
    let clock = ContinuousClock()
    let start = clock.now
    let open = goals.filter { goal in
      !goal.isSame(as: .known(true)) && !assumptions.contains { goal.isSame(as: $0) }
    }
    if open.isEmpty {
      return Decision(
        answer: .proved, isTrivial: true, duration: start.duration(to: clock.now), statistics: [:])
    }
    let solver = try Solver(in: context, logic.solver)
    for formula in formulas(refuting: open, in: context) { try solver.assert(formula) }
    let answer: Decision.Answer =
      switch try solver.check(timeout: timeout) {
      case .unsatisfiable: .proved
      case .satisfiable(let model): .refuted(model)
      case .unknown(let reason): .unknown(reason: reason)
      }
    return Decision(
      answer: answer, isTrivial: false, duration: start.duration(to: clock.now),
      statistics: solver.statistics)
  }

  /// A counterexample for which as much of `preferences` is true as can be, the first ones first: the
  /// model itself, if nothing better is found soon.
  func simplified(
    _ model: Model, preferring preferences: [Symbolic.Truth], in context: Context
  ) throws(SMTError) -> Model {
    var best = model
    var kept: [BoolTerm] = []
    for preference in preferences {
      let preferred = preference.formula(in: context)
      if try !best.value(preferred) {
        let solver = try Solver(in: context, logic.solver)
        for formula in formulas(refuting: goals, in: context) + kept + [preferred] {
          try solver.assert(formula)
        }
        guard case .satisfiable(let found) = try solver.check(timeout: .seconds(2)) else {
          continue
        }
        best = found
      }
      kept.append(preferred)
    }
    return best
  }

  /// The obligation as an SMT-LIB 2 script, which is unsatisfiable if the obligation is proved.
  public func smtlib(in context: Context, expecting status: String = "unsat") throws(SMTError)
    -> String
  {
    try context.smtlib(
      formulas(refuting: goals, in: context), named: "\(name): \(subject)", logic: logic,
      expecting: status)
  }

  /// What would be a counterexample.
  private func formulas(
    refuting goals: [Symbolic.Truth], in context: Context
  ) -> [BoolTerm] {
    (assumptions + [!.all(goals)]).map { $0.formula(in: context) }
  }
}

/// What came of an obligation.
public struct Decision: Sendable {
  public enum Answer: Sendable {
    case proved
    /// The assumptions hold in the model, and one of the goals does not.
    case refuted(Model)
    case unknown(reason: String)

    /// The answer as SMT-LIB says it of the script.
    public var status: String {
      switch self {
      case .proved: "unsat"
      case .refuted: "sat"
      case .unknown: "unknown"
      }
    }
  }

  public let answer: Answer
  /// Whether the goals were known to hold before any solver was asked.
  public let isTrivial: Bool
  public let duration: Duration
  /// What the solver counted, by its own names.
  public let statistics: [String: Double]
}
