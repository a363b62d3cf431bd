import Evidence
import Logic
import SMT

/// One way through a rule, as a report tells of it.
public struct RulePath: Hashable, Sendable {
  public let rule: String
  /// Which of the rule's paths, from 1.
  public let number: Int
  /// What the rule returned on it.
  public let outcome: String
  /// How many cases were decided on the way; those that had only one way are not counted.
  public let decisions: Int
  /// False if the solver gave up on whether the path can be taken at all.
  public let isSurelyFeasible: Bool
  /// The answers that lead the rule along this path.
  public let choices: [Choice]
  /// What is asked along this path, with the answers; nil if a question has no sentence.
  public let cases: PathName?

  /// The path as part of a name: `map-03-widened`.
  public var name: String {
    "\(rule)-\(number < 10 ? "0" : "")\(number)-\(outcome)"
  }
}

/// Where a property was put to the test.
public enum ProofPlace: Hashable, Sendable, CustomStringConvertible {
  case start(String)
  case path(RulePath)

  public var description: String {
    switch self {
    case .start(let name): "start \(name)"
    case .path(let path): path.name
    }
  }
}

/// Whether a state from which induction fails is one that a run can come to.
public enum Reachability: String, Sendable, Hashable, Codable {
  case reachable
  case unreachable
  case unknown
}

/// A case in which a property does not hold: of a step, a counterexample to induction.
public struct Counterexample<Witness: Sendable>: Sendable {
  public let place: ProofPlace
  /// The parts of the property that fail in this case; others may fail in others.
  public let failures: [FailedClause]
  /// What the parts that fail say.
  public var clauses: [String] { failures.map(\.says) }
  /// The states and the action, as the client decoded them.
  public let witness: Witness
  public let reachability: Reachability

  /// Whether no step is needed to come to this case.
  public var isAtStart: Bool { if case .start = place { true } else { false } }
}

/// What was found out about a property.
public struct PropertyReport<Witness: Sendable>: Sendable {
  public enum Kind: String, Sendable, Hashable, Codable {
    case invariant
    case stepProperty = "step property"
  }

  public let name: String
  public let kind: Kind
  public internal(set) var verdict = Verdict.unknown
  public internal(set) var counterexamples: [Counterexample<Witness>] = []
  /// Where, of which part, and why the solver gave up.
  public internal(set) var unknowns: [Unknown] = []
  /// At how many places it was proved, with all of its parts. Where a property has no parts, it is
  /// not about the place.
  public var proved: Int { provedAt.count }
  /// The places at which it was proved.
  var provedAt: [ProofPlace] = []
  /// The invariants that were assumed. If fewer than there are, the others could not be proved, and
  /// this is what holds without them.
  public internal(set) var assuming: [String] = []
  /// Why the verdict is unknown though nothing speaks against the property, if so.
  public internal(set) var doubt: String?
}

/// A part of a property that the solver gave up on.
public struct Unknown: Hashable, Sendable {
  public let place: ProofPlace
  public let clause: String
  /// In the solver's words: `timeout`, `canceled`.
  public let reason: String
}

/// What was found out about a rule.
public struct RuleReport: Sendable {
  public let name: String
  /// The paths from states in which all holds that is assumed.
  public let paths: [RulePath]
  /// How long it took to find them.
  public let explorationTime: Duration

  /// Whether the rule can never be taken, so that nothing was proved of it.
  public var isVacuous: Bool { paths.isEmpty }
  /// Whether there is a path that can surely be taken.
  public var isSurelyFeasible: Bool { paths.contains { $0.isSurelyFeasible } }
}

/// A question to the solver, and what came of it.
public struct Query: Sendable {
  public let name: String
  /// `unsat` if proved, `sat` if refuted, `unknown`.
  public let status: String
  /// Whether there was nothing to ask.
  public let isTrivial: Bool
  public let duration: Duration
  /// What the solver counted, by its own names.
  public let statistics: [String: Double]
}

/// The result of an induction.
public struct InductionReport<Witness: Sendable>: Sendable {
  public let properties: [PropertyReport<Witness>]
  public let rules: [RuleReport]
  /// Why what was proved says nothing: no start, or invariants that contradict each other.
  public let vacuity: [String]
  /// In the order of starts, rules and paths, whatever the number of workers.
  public let queries: [Query]
  public let wallClock: Duration
  public let workers: Int
  public let solver: String

  /// The time of all queries together; more than `wallClock` if several workers were at work.
  public var solverTime: Duration { queries.reduce(.zero) { $0 + $1.duration } }
  public var paths: Int { rules.reduce(0) { $0 + $1.paths.count } }

  /// The verdict on all of it: the worst there is.
  public var verdict: Verdict {
    var found = Set(properties.map(\.verdict))
    if !vacuity.isEmpty || rules.isEmpty || rules.contains(where: \.isVacuous) {
      found.insert(.vacuous)
    }
    if rules.contains(where: { !$0.isVacuous && !$0.isSurelyFeasible }) { found.insert(.unknown) }
    let worstFirst: [Verdict] = [
      .violated, .notInductiveReachable, .notInductive, .notInductiveUnreachable, .vacuous,
      .unknown,
    ]
    return worstFirst.first { found.contains($0) } ?? .holds
  }

  /// The report of a property.
  public subscript(_ name: String) -> PropertyReport<Witness>? {
    properties.first { $0.name == name }
  }
}
