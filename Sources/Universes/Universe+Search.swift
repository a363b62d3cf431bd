import AddressSpaces
import Exploration
import Logic
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
  ///
  /// The smallest state in which the universe fits is chosen, for it is the fastest.
  public func search(
    _ options: Options = Options(), method: Method = .fast
  ) throws -> SearchReport {
    if shape.slots <= 8, shape.frames + shape.ports <= 4 {
      try search(as: Fit<UInt8, 8, 4, 4>.self, options, method)
    } else if shape.slots <= 16, shape.frames + shape.ports <= 8 {
      try search(as: Fit<UInt16, 16, 8, 11>.self, options, method)
    } else {
      try search(as: Fit<UInt32, 32, 16, 35>.self, options, method)
    }
  }

  private func search<Storage, let slots: Int, let frames: Int, let words: Int>(
    as fit: Fit<Storage, slots, frames, words>.Type, _ options: Options, _ method: Method
  ) throws -> SearchReport {
    switch granularity {
    case .atomic:
      let rules = Rulebook<Storage, slots, frames>(
        shape, operations, offersIdleCalls: offersIdleCalls)
      let model = SpacesModel<Storage, slots, frames, words>(rules, checking: agenda)
      return erase(try run(model, options, method), model, shape, spaces: { $0 }, state: { $0 })
    case .pageByPage:
      let rules = Rulebook<Storage, slots, frames>(
        shape, operations, granularity: .page, offersIdleCalls: offersIdleCalls)
      let model = PagewiseModel<Storage, slots, frames, words>(
        rules, concurrency: concurrency, checking: agenda)
      return erase(
        try run(model, options, method), model, shape, spaces: { $0.spaces },
        state: { PagewiseModel<Storage, slots, frames, words>.State(spaces: $0, ongoing: []) })
    }
  }

  private func run<M: Model>(
    _ model: M, _ options: Options, _ method: Method
  ) throws -> Report<M> {
    switch method {
    case .fast: try Explorer(model, options: options).run()
    case .plain: try PlainChecker(model, options: options).run()
    }
  }
}

/// Sizes that fit: the word of a set of slots, slots, frames, and words of a stored state.
private enum Fit<
  Storage: FixedWidthInteger & UnsignedInteger & Sendable & BitwiseCopyable, let slots: Int,
  let frames: Int, let words: Int
> {}

/// A model of address spaces, of whichever granularity.
protocol SpacesModelling: Model {
  /// The operation that an action is or begins.
  func operation(of action: Action) -> Operation?
}

extension SpacesModel: SpacesModelling {
  func operation(of action: Action) -> Operation? { rules.plans[Int(action.operation)].operation }
}

extension PagewiseModel: SpacesModelling {
  func operation(of action: Action) -> Operation? {
    if case .start(let index) = action { rules.plans[Int(index)].operation } else { nil }
  }
}

/// A report without the types of the model in it.
private func erase<M: SpacesModelling, Storage, let slots: Int, let frames: Int>(
  _ report: Report<M>, _ model: M, _ shape: Shape,
  spaces: @escaping @Sendable (M.State) -> AddressSpaces<Concrete<Storage>, slots, frames>,
  state: @escaping @Sendable (AddressSpaces<Concrete<Storage>, slots, frames>) -> M.State
) -> SearchReport {
  let graph = report.graph
  @Sendable func run(_ trace: Trace<M>) -> Run {
    Run(
      initial: Picture(spaces(trace.initial), in: shape),
      steps: trace.steps.map {
        Run.Step(
          action: model.describe($0.action), operation: model.operation(of: $0.action),
          state: Picture(spaces($0.state), in: shape), text: model.describe($0.state))
      })
  }
  return SearchReport(
    verdict: report.verdict, distinct: report.distinct, generated: report.generated,
    depth: report.depth, actions: report.actions, deadActions: report.deadActions,
    violations: report.violations.map {
      SearchReport.Violation(
        number: $0.number, sentence: $0.name, explanation: $0.explanation ?? "",
        run: run($0.trace))
    },
    goals: report.goals.map { SearchReport.Goal(name: $0.name, run: $0.trace.map(run)) },
    coverage: report.coverage, cost: report.cost, bytesPerState: report.bytesPerState,
    find: { wide in
      try graph.trace(to: state(AddressSpaces(resizing: wide))).map(run)
    })
}
