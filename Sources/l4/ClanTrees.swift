import ClansAndChiefs
import ClansAndChiefsProofs
import Evidence

/// What is true of every clan tree there is, tree by tree, as results of a proof.
enum ClanTrees {
  /// All trees of up to six tasks, with every message in them.
  static func everyTree(_ instance: String) -> [ProofResult] {
    let (report, seconds) = timed { EveryTree(upTo: 6).check() }
    return ClanProperty.ofMessages.map { property in
      ProofResult(
        instance, "\(property.number) \(property.sentence)",
        cases: report.cases[property] ?? 0, failure: report.failures[property]?.example,
        seconds: seconds / Double(ClanProperty.ofMessages.count))
    }
  }

  /// All trees of up to six task numbers that a run comes to, with every change and every message.
  static func everyRun(_ instance: String) -> [ProofResult] {
    let (report, seconds) = timed {
      EveryRun(numbers: 6, ClansProfile(greatestDepth: 3)).check()
    }
    let statements =
      ClanInvariant.allCases.map { ($0.number, $0.sentence) }
      + ClanProperty.allCases.map { ($0.number, $0.sentence) }
    return statements.map { number, sentence in
      ProofResult(
        instance, "\(number) \(sentence)", cases: report.cases[number] ?? 0,
        failure: report.failures[number], isComplete: report.isComplete,
        seconds: seconds / Double(statements.count))
    }
  }

  private static func timed<Report>(_ look: () -> Report) -> (Report, Double) {
    let clock = ContinuousClock()
    let start = clock.now
    let report = look()
    return (report, (clock.now - start) / .seconds(1))
  }
}

extension ProofResult {
  /// What was looked at in so many cases.
  fileprivate init(
    _ instance: String, _ statement: String, cases: Int, failure: String?,
    isComplete: Bool = true, seconds: Double
  ) {
    let found: Verdict = cases == 0 ? .vacuous : isComplete ? .holds : .incomplete
    self.init(
      instance: instance, statement: statement,
      verdict: failure == nil ? found : .violated, places: cases,
      counterexamples: failure.map {
        [Shown(text: "\(Verdict.violated.rawValue)  \(statement)\n  \($0)")]
      } ?? [], seconds: seconds)
  }
}
