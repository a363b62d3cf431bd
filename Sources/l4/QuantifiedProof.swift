import AddressSpacesProofs
import Evidence
import Foundation

/// The statements for any number of tasks, pages and frames, as results of a proof.
enum QuantifiedProof {
  /// Decides every obligation, and holds the rules that they are about against the specification in
  /// small universes. Results are by statement.
  static func results(
    timeout: Duration, write: String?, _ line: ProgressLine
  ) throws -> [ProofResult] {
    let instance = "any number"
    var results: [ProofResult] = []
    for obligation in try Quantified.obligations() {
      line.show("proving for any number: \(obligation.name)")
      if let write { try store(obligation, in: "\(write)/any-number") }
      let decision = try obligation.decide(timeout: timeout)
      let statement = statement(of: obligation)
      let index =
        results.firstIndex { $0.statement == statement }
        ?? {
          results.append(
            ProofResult(
              instance: instance, statement: statement, verdict: .holds, places: 0, seconds: 0))
          return results.count - 1
        }()
      results[index].seconds += decision.seconds
      results[index].add(decision.outcome, of: obligation)
    }
    results.append(link(instance, line))
    return results
  }

  /// The obligations of a statement are its parts, for every rule: one result.
  private static func statement(of obligation: Quantified.Obligation) -> String {
    if let invariant = Invariant(rawValue: obligation.number) {
      return "\(invariant.number) \(invariant.sentence)"
    }
    if let property = StepProperty(rawValue: obligation.number) {
      return "\(property.number) \(property.sentence)"
    }
    return "every case of the rules can happen"
  }

  private static func link(_ instance: String, _ line: ProgressLine) -> ProofResult {
    var steps = 0
    var disagreements: [String] = []
    let clock = ContinuousClock()
    let start = clock.now
    for universe in Quantified.Link.universes {
      line.show("the quantified rules beside the specification: \(universe)")
      let report = Quantified.Link(universe).check()
      steps += report.steps
      disagreements += report.disagreements.map { "\(universe): \($0)" }
    }
    return ProofResult(
      instance: instance,
      statement: "link: in small universes the quantified rules are those of the specification",
      verdict: disagreements.isEmpty ? (steps > 0 ? .holds : .vacuous) : .violated, places: steps,
      counterexamples: disagreements.prefix(1).map { ProofResult.Shown(text: $0) },
      seconds: (clock.now - start) / .seconds(1))
  }

  private static func store(_ obligation: Quantified.Obligation, in folder: String) throws {
    let name = obligation.name.replacing(" ", with: "-")
    try OutputFolder(path: folder).write(try obligation.smtlib(), as: "\(name).smt2")
  }
}

extension ProofResult {
  fileprivate mutating func add(
    _ outcome: Quantified.Obligation.Decision.Outcome, of obligation: Quantified.Obligation
  ) {
    switch outcome {
    case .unknown(let reason):
      unknowns.append("\(obligation.name): \(reason)")
      if verdict == .holds { verdict = .unknown }
    case .proved: places += 1
    case .refuted where obligation.expectsModel:
      doubt = "\(obligation.name): this can never happen"
      if verdict == .holds { verdict = .vacuous }
    case .refuted(let model):
      verdict = .notInductive
      counterexamples.append(Shown(text: "not inductive  \(obligation.name)\n\(model)"))
    }
  }
}
