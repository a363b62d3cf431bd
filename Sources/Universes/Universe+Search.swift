import AddressSpaces
import Exploration
import Vocabulary

extension Universe {
  /// How a universe is searched.
  public enum Method: Sendable {
    /// All cores that the options name, packed states.
    case fast
    /// The plainest search there is, the oracle of the fast one.
    case plain
  }

  /// Searches all states that can be reached.
  public func search(
    _ options: Options = Options(), method: Method = .fast
  ) throws -> SearchReport {
    try model(for: Search(options: options, method: method, shape: shape))
  }
}

private struct Search: ModelVisitor {
  let options: Options
  let method: Universe.Method
  let shape: Shape

  func visit(_ model: some SpacesModelling) throws -> SearchReport {
    switch method {
    case .fast: report(try Explorer(model, options: options).run(), model)
    case .plain: report(try PlainChecker(model, options: options).run(), model)
    }
  }

  /// The report without the types of the model in it.
  private func report<M: SpacesModelling>(_ report: Exploration.Report<M>, _ model: M)
    -> SearchReport
  {
    let graph = report.graph
    let shape = shape
    func run(_ trace: Trace<M>) -> Run { Run(trace, of: model, in: shape) }
    return SearchReport(
      verdict: report.verdict, distinct: report.distinct, generated: report.generated,
      depth: report.depth, actions: report.actions, deadActions: report.deadActions,
      violations: report.violations.flatMap { violation in
        let steps = violation.trace.steps
        let before = steps.dropLast().last?.state ?? violation.trace.initial
        return model.failing(
          violation.trace.last, after: steps.last.map { (before, $0.action) }
        ).map {
          SearchReport.Violation(
            number: $0.number, sentence: $0.sentence, explanation: $0.explanation,
            run: run(violation.trace))
        }
      },
      goals: report.goals.map { SearchReport.Goal(name: $0.name, run: $0.trace.map(run)) },
      coverage: report.coverage, cost: report.cost, bytesPerState: report.bytesPerState,
      find: { wide in
        try graph.trace(to: model.state(of: wide)).map { Run($0, of: model, in: shape) }
      })
  }
}

extension Run {
  init<M: SpacesModelling>(_ trace: Exploration.Trace<M>, of model: M, in shape: Shape) {
    initial = Picture(model.spaces(of: trace.initial), in: shape)
    steps = trace.steps.map {
      Step(
        action: model.describe($0.action), operation: model.operation(of: $0.action),
        state: Picture(model.spaces(of: $0.state), in: shape), text: model.describe($0.state))
    }
  }
}
