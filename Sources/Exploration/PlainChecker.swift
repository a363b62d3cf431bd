/// The plainest search there is: breadth first, on one thread, with a dictionary of states. Start reading here.
///
/// It is the oracle of ``Explorer``: both must find the same counts, verdicts and lengths of traces. It keeps whole states
/// instead of codes, so it is for small models.
public struct PlainChecker<M: Model>: Sendable {
  public let model: M
  public var options: Options

  /// Of the options it heeds `maxDepth`, `stopsAtViolation`, `detectsDeadlock` and `permitsDeadActions`.
  public init(_ model: M, options: Options = Options()) {
    self.model = model
    self.options = options
  }

  public func run() throws(ExplorationError) -> Report<M> {
    var search = PlainSearch(model: model, detectsDeadlock: options.detectsDeadlock)
    let (start, cpuSeconds) = (ContinuousClock.now, threadCPUSeconds())
    for state in model.initialStates { search.add(state, from: nil) }
    if search.parents.isEmpty { throw .noInitialStates }

    var depth = 0
    var frontier: [M.State] = []
    var end = Coverage.End.complete
    while !search.found.isEmpty {
      frontier = search.found
      search.found = []
      if options.stopsAtViolation, search.hasViolation {
        end = .violation
        break
      }
      if let bound = options.maxDepth, depth == bound {
        end = .depthBound(bound)
        break
      }
      for state in frontier { search.expand(state) }
      frontier = []
      if !search.found.isEmpty { depth += 1 }
    }

    let findings = Findings(model: model, watchlist: search.watchlist, traces: search.traces)
    let parents = search.parents
    return Report(
      distinct: parents.count, depth: depth, actions: search.actions,
      violations: findings.violations, goals: findings.goals,
      coverage: Coverage(end: end, depth: depth, frontier: frontier.count),
      cost: Cost(
        cpuSeconds: threadCPUSeconds() - cpuSeconds,
        wallSeconds: (ContinuousClock.now - start) / .seconds(1), storeBytes: 0,
        residentBytes: peakResidentBytes()),
      graph: Graph(
        contains: { parents[$0] != nil },
        find: { parents[$0] == nil ? nil : PlainSearch<M>.trace(to: $0, parents) }),
      permitsDeadActions: options.permitsDeadActions)
  }
}

/// What a plain search has found so far.
private struct PlainSearch<M: Model> {
  typealias Parents = [M.State: (state: M.State, action: M.Action)?]

  let model: M
  let watchlist: Watchlist<M>
  /// For every state that was found, the step by which it was found first.
  var parents: Parents = [:]
  /// States of the next level.
  var found: [M.State] = []
  var actions: [ActionCount]
  /// Per watch, a run to what it caught first.
  var traces: [Trace<M>?]

  init(model: M, detectsDeadlock: Bool) {
    self.model = model
    watchlist = Watchlist(model.properties, detectsDeadlock: detectsDeadlock)
    actions = model.actionKinds.map { ActionCount(kind: $0, generated: 0, changed: 0) }
    traces = Array(repeating: nil, count: watchlist.watches.count)
  }

  var hasViolation: Bool {
    traces.indices.contains { traces[$0] != nil && !watchlist.watches[$0].isGoal }
  }

  mutating func add(_ state: M.State, from step: (state: M.State, action: M.Action)?) {
    guard parents[state] == nil else { return }
    parents.updateValue(step, forKey: state)
    found.append(state)
    for watch in traces.indices where traces[watch] == nil {
      if watchlist.catches(watch, state: state) { traces[watch] = Self.trace(to: state, parents) }
    }
  }

  mutating func expand(_ state: M.State) {
    var steps: [Trace<M>.Step] = []
    model.successors(of: state) { steps.append(.init(action: $0, state: $1)) }
    if steps.isEmpty, let deadlock = watchlist.deadlock, traces[deadlock] == nil {
      traces[deadlock] = Self.trace(to: state, parents)
    }
    for step in steps {
      let kind = model.kind(of: step.action)
      actions[kind] = ActionCount(
        kind: actions[kind].kind, generated: actions[kind].generated + 1,
        changed: actions[kind].changed + (step.state == state ? 0 : 1))
      for watch in traces.indices where traces[watch] == nil {
        guard watchlist.catches(watch, state, step.action, step.state) else { continue }
        var trace = Self.trace(to: state, parents)
        trace.steps.append(step)
        traces[watch] = trace
      }
      add(step.state, from: (state, step.action))
    }
  }

  static func trace(to state: M.State, _ parents: Parents) -> Trace<M> {
    var (steps, state): ([Trace<M>.Step], M.State) = ([], state)
    while let step = parents[state] ?? nil {
      steps.append(.init(action: step.action, state: state))
      state = step.state
    }
    return Trace(initial: state, steps: steps.reversed())
  }
}
