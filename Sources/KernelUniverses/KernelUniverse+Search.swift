import Evidence
import Exploration
import Microkernel
import Universes
import Vocabulary

/// A run of a universe of a whole kernel.
public struct KernelRun: Sendable {
  public struct Step: Sendable {
    /// The action as text; that of an operation can be read back.
    public let action: String
    public let operation: KernelOperation
    /// What it brought to threads, a line each.
    public let results: [String]
    public let state: KernelPicture
  }

  public let initial: KernelPicture
  public let steps: [Step]

  /// What each step changed, and what it brought, a list of lines for each.
  public var changes: [[String]] {
    zip([initial] + steps.map(\.state), steps).map { $0.changes(to: $1.state) + $1.results }
  }
}

/// What a search of a universe of a whole kernel found.
public struct KernelReport: Sendable {
  public struct Violation: Sendable {
    public let failed: Failed
    public let run: KernelRun
  }

  public struct Goal: Sendable {
    public let name: String
    /// A shortest run to it; nil where it was not reached.
    public let run: KernelRun?
  }

  public let verdict: Verdict
  public let distinct: Int
  public let generated: Int
  public let depth: Int
  public let actions: [ActionCount]
  public let deadActions: [String]
  public let violations: [Violation]
  /// Those that were asked for.
  public let goals: [Goal]
  /// All that was reached, asked for or not.
  public let reached: Set<String>
  public let coverage: Coverage
  public let cost: Cost
  public let bytesPerState: Double
}

extension KernelUniverse {
  /// Searches all states that can be reached. `goals` are those without which the verdict is
  /// `vacuous`.
  public func search(
    _ options: Options = Options(), checking agenda: KernelAgenda = .all, goals: [String] = [],
    method: Universe.Method = .fast
  ) throws -> KernelReport {
    try withModel(
      checking: agenda, for: KernelSearch(options: options, method: method, goals: goals))
  }
}

private struct KernelSearch: KernelModelVisitor {
  let options: Options
  let method: Universe.Method
  let goals: [String]

  func visit(_ model: some KernelModelling) throws -> KernelReport {
    switch method {
    case .fast: report(try Explorer(model, options: options).run(), model)
    case .plain: report(try PlainChecker(model, options: options).run(), model)
    }
  }

  /// The report without the types of the model in it.
  private func report<M: KernelModelling>(
    _ report: Exploration.Report<M>, _ model: M
  ) -> KernelReport {
    let traces = Dictionary(
      report.goals.map { ($0.name, $0.trace) }, uniquingKeysWith: { first, _ in first })
    let found = goals.map { name in
      KernelReport.Goal(
        name: name, run: (traces[name] ?? nil).map { KernelRun($0, of: model) })
    }
    return KernelReport(
      verdict: verdict(report, isVacuous: found.contains { $0.run == nil }),
      distinct: report.distinct, generated: report.generated, depth: report.depth,
      actions: report.actions, deadActions: report.deadActions,
      violations: report.violations.flatMap { violation in
        let steps = violation.trace.steps
        let before = steps.dropLast().last?.state ?? violation.trace.initial
        return model.failing(
          violation.trace.last, after: steps.last.map { (before, $0.action) }
        ).map {
          KernelReport.Violation(failed: $0, run: KernelRun(violation.trace, of: model))
        }
      },
      goals: found, reached: Set(report.goals.filter(\.isReached).map(\.name)),
      coverage: report.coverage, cost: report.cost, bytesPerState: report.bytesPerState)
  }

  /// The search looks for every goal that there is; only those that were asked for must be reached.
  private func verdict<M: Model>(_ report: Exploration.Report<M>, isVacuous: Bool) -> Verdict {
    guard report.verdict == .vacuous else { return report.verdict }
    let isDead = !options.permitsDeadActions && !report.deadActions.isEmpty
    return isVacuous || isDead ? .vacuous : .holds
  }
}

extension KernelRun {
  init<M: KernelModelling>(_ trace: Exploration.Trace<M>, of model: M) {
    initial = model.picture(of: trace.initial)
    steps = trace.steps.map {
      Step(
        action: model.describe($0.action), operation: model.operation(of: $0.action),
        results: model.results(of: $0.action, in: $0.state), state: model.picture(of: $0.state))
    }
  }
}
