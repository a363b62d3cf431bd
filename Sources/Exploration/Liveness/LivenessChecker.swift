import Evidence

/// Finds out whether what a model promises comes on every fair run.
///
/// It keeps all states and steps, for models of up to some million states. Where a limit ends the
/// search, a run that breaks a promise is one all the same; that there is none, is not known then.
public struct LivenessChecker<M: Model>: Sendable {
  public let model: M
  public let fairness: Fairness<M>
  public let promises: [Promise<M>]
  public var options: Options

  /// At most 64 promises. Of the options it heeds `maxStates`, `maxBytes` and `maxSeconds`.
  public init(
    _ model: M, fairness: Fairness<M>, promises: [Promise<M>], options: Options = Options()
  ) {
    self.model = model
    self.fairness = fairness
    self.promises = promises
    self.options = options
  }

  public func run() throws(ExplorationError) -> LivenessReport<M> {
    let start = threadCPUSeconds()
    let graph = StateGraph(model, fairness, promises, options)
    if graph.count == 0 { throw .noInitialStates }
    var findings: [LivenessReport<M>.Finding] = []
    for (index, promise) in promises.enumerated() {
      var search = FairSearch(graph, fairness, promise, at: index)
      let lasso = try search.route().map { route throws(ExplorationError) in
        try replay(route, of: promise, in: graph)
      }
      let verdict: Verdict =
        if lasso != nil {
          .violated
        } else if graph.end != .complete {
          .incomplete
        } else if promise.trigger != nil, !search.isEverDue {
          .vacuous
        } else {
          .holds
        }
      findings.append(
        .init(
          promise: index, name: promise.name, number: promise.number, verdict: verdict,
          lasso: lasso))
    }
    return LivenessReport(
      findings: findings, distinct: graph.count, generated: graph.target.count, end: graph.end,
      cpuSeconds: threadCPUSeconds() - start)
  }

  /// Executes a run of the graph again, step by step, and asks whether it breaks the promise.
  private func replay(
    _ route: FairSearch<M>.Route, of promise: Promise<M>, in graph: StateGraph<M>
  ) throws(ExplorationError) -> Lasso<M> {
    let code = graph.code(Int(route.start))
    guard let initial = model.initialStates.first(where: { model.encode($0) == code }) else {
      throw .replayDisagrees("no initial state is \(model.describe(model.decode(code)))")
    }
    var trace = Trace<M>(initial: initial, steps: [])
    for step in route.steps {
      let code = graph.code(Int(graph.target[step]))
      let before = trace.last
      var found: Trace<M>.Step?
      model.successors(of: before) { action, next in
        let isIt =
          found == nil && model.encode(next) == code
          && fairness.classify(before, action, next) == Int(graph.stepClass[step])
        if isIt { found = .init(action: action, state: next) }
      }
      guard let found else {
        throw .replayDisagrees("no step leads from \(model.describe(before)) to where one did")
      }
      trace.steps.append(found)
    }
    let lasso = Lasso(trace: trace, loop: route.loop, since: route.since)
    if let defect = lasso.defect(of: promise, in: model, fairness) {
      throw .replayDisagrees("a run is said to break \"\(promise.name)\", but \(defect)")
    }
    return lasso
  }
}
