import AddressSpacesProofs
import ClansAndChiefsProofs
import Evidence
import Proving
import Universes

/// What came of proving one statement in one instance.
struct ProofResult: Encodable {
  var instance: String
  var statement: String
  var verdict: Verdict
  /// Paths of rules, and starts, at which it was proved.
  var places: Int
  var counterexamples: [Shown] = []
  var unknowns: [String] = []
  var doubt: String?
  var seconds: Double

  /// A counterexample as text.
  struct Shown: Encodable {
    var text: String
  }

  /// The statements about address spaces.
  static func all(
    _ report: InductionReport<FailedStep>, instance: String, _ search: ReachabilitySearch
  ) -> [ProofResult] {
    all(report, instance: instance) { property, found in
      let step = found.witness
      var lines = [
        "\(property.verdict.rawValue)  \(property.name)      in \(found.place)",
        "  not so: \(found.clauses.joined(separator: "; "))",
        "  state   \(step.pictureBefore.description)",
        "  action  \(step.action)" + (step.result.map { "      (\($0))" } ?? ""),
      ]
      lines += step.changes.map { "          \($0)" }
      switch found.reachability {
      case .reachable:
        let run = try? search.run(to: step.wideBefore, in: step.shape).1
        lines.append("  the state is reachable, by \(run?.steps.count ?? 0) actions:")
        lines += (run?.steps ?? []).enumerated().map { "    \($0 + 1)  \($1.action)" }
      case .unreachable:
        lines.append("  no run leads to this state: the invariants need strengthening")
      case .unknown: lines.append("  whether a run leads to this state was not found out")
      }
      return lines.joined(separator: "\n")
    }
  }

  /// The statements of a chapter whose counterexamples describe themselves.
  static func all<Witness>(
    _ report: InductionReport<Witness>, instance: String
  ) -> [ProofResult] {
    all(report, instance: instance) { property, found in
      [
        "\(property.verdict.rawValue)  \(property.name)      in \(found.place)",
        "  not so: \(found.clauses.joined(separator: "; "))",
        "  \(found.witness)",
      ].joined(separator: "\n")
    }
  }

  /// The hot-spot rule.
  static func all(_ report: InductionReport<String>) -> [ProofResult] {
    all(report, instance: "all 32-bit words") { property, found in
      "\(property.verdict.rawValue)  \(property.name)\n"
        + "  not so: \(found.clauses.joined(separator: "; "))\n  for \(found.witness)"
    }
  }

  private static func all<Witness>(
    _ report: InductionReport<Witness>, instance: String,
    _ show: (PropertyReport<Witness>, Proving.Counterexample<Witness>) -> String
  ) -> [ProofResult] {
    let seconds = (report.wallClock / .seconds(1)) / Double(max(report.properties.count, 1))
    var results = report.properties.map { property in
      ProofResult(
        instance: instance, statement: property.name, verdict: property.verdict,
        places: property.proved,
        counterexamples: property.counterexamples.prefix(1).map { Shown(text: show(property, $0)) },
        unknowns: property.unknowns.map { "\($0.place): \($0.clause): \($0.reason)" },
        doubt: property.doubt, seconds: seconds)
    }
    // What makes all of it say nothing is a result of its own.
    let vacuous =
      report.vacuity + report.rules.filter(\.isVacuous).map { "\($0.name) is never taken" }
    results += vacuous.map {
      ProofResult(
        instance: instance, statement: $0, verdict: .vacuous, places: 0, seconds: 0)
    }
    return results
  }

  /// A row a statement, a column an instance: on how many paths it was proved, or what came out.
  static func tables(_ results: [ProofResult]) -> [Table] {
    var tables: [Table] = []
    for (statements, group) in grouped(results) {
      let instances = group.map(\.instance)
      var table = Table(["proved on paths"] + instances, figures: Set(1...max(instances.count, 1)))
      for statement in statements {
        table.add(
          [statement]
            + group.map { column in
              guard let result = column.results.first(where: { $0.statement == statement }) else {
                return ""
              }
              return result.verdict == .holds ? "\(result.places)" : result.verdict.rawValue
            })
        for result in group.flatMap(\.results) where result.statement == statement {
          for doubt in result.unknowns + [result.doubt].compactMap(\.self) {
            table.add(["  \(result.instance): \(doubt)"] + instances.map { _ in "" })
          }
        }
      }
      tables.append(table)
    }
    return tables
  }

  private typealias Column = (instance: String, results: [ProofResult])

  /// Instances with the same statements share a table.
  private static func grouped(_ results: [ProofResult]) -> [([String], [Column])] {
    var groups: [([String], [Column])] = []
    var instances: [String] = []
    for result in results where !instances.contains(result.instance) {
      instances.append(result.instance)
    }
    for instance in instances {
      let column = (instance, results.filter { $0.instance == instance })
      let statements = column.1.filter { !$0.isRemark }.map(\.statement)
      if let last = groups.indices.last, Set(groups[last].0).isSuperset(of: statements) {
        groups[last].1.append(column)
      } else {
        groups.append((column.1.map(\.statement), [column]))
      }
    }
    return groups
  }

  /// Whether the statement has this number, with which it begins.
  func isAbout(_ number: String) -> Bool {
    statement.prefix { $0 != " " && $0 != ":" } == number
  }

  /// Whether this says why what was proved says nothing.
  private var isRemark: Bool { verdict == .vacuous && places == 0 && seconds == 0 }
}
