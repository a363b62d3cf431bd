/// Executes a model again, step by step on one thread and without any of the search's machinery, along a path that a search found.
struct Replay<M: Model>: Sendable {
  let model: M
  let watchlist: Watchlist<M>

  /// The run through the states with these codes.
  func trace(along path: [M.Code]) throws(ExplorationError) -> Trace<M> {
    guard let initial = model.initialStates.first(where: { model.encode($0) == path[0] }) else {
      throw .replayDisagrees("no initial state is \(model.describe(model.decode(path[0])))")
    }
    var trace = Trace<M>(initial: initial, steps: [])
    for code in path.dropFirst() {
      var step: Trace<M>.Step?
      model.successors(of: trace.last) { action, next in
        if step == nil, model.encode(next) == code { step = .init(action: action, state: next) }
      }
      guard let step else {
        throw .replayDisagrees(
          "no action leads from \(model.describe(trace.last)) to "
            + model.describe(model.decode(code)))
      }
      trace.steps.append(step)
    }
    return trace
  }

  /// The run to where `watch` caught something, which must be caught again.
  func trace(along path: [M.Code], watch: Int, successor: Int?) throws(ExplorationError) -> Trace<M>
  {
    var trace = try trace(along: path)
    if watch == watchlist.deadlock {
      var isDead = true
      model.successors(of: trace.last) { _, _ in isDead = false }
      guard isDead else { throw .replayDisagrees("\(model.describe(trace.last)) is no deadlock") }
      return trace
    }
    guard let successor else {
      guard watchlist.catches(watch, state: trace.last) else {
        throw .replayDisagrees(
          "a property has changed its mind about \(model.describe(trace.last))")
      }
      return trace
    }
    let before = trace.last
    var index = 0
    var step: Trace<M>.Step?
    model.successors(of: before) { action, next in
      if index == successor { step = .init(action: action, state: next) }
      index += 1
    }
    guard let step, watchlist.catches(watch, before, step.action, step.state) else {
      throw .replayDisagrees("successor \(successor) of \(model.describe(before)) is another one")
    }
    trace.steps.append(step)
    return trace
  }
}

/// What a search caught, in the words of the properties.
struct Findings<M: Model> {
  private(set) var violations: [Violation<M>] = []
  private(set) var goals: [Goal<M>] = []

  /// `traces` has for every watch the run to what it caught.
  init(model: M, watchlist: Watchlist<M>, traces: [Trace<M>?]) {
    let properties = model.properties
    for (watch, trace) in zip(watchlist.watches, traces) {
      guard let index = watch.property else {
        if let trace { violations.append(.deadlock(trace)) }
        continue
      }
      let property = properties[index]
      if watch.isGoal {
        goals.append(Goal(property, index: index, outcome: watch.outcome, trace: trace))
      } else if let trace {
        violations.append(Violation(property, index: index, trace: trace))
      }
    }
  }
}

extension Violation {
  static func deadlock(_ trace: Trace<M>) -> Violation {
    Violation(
      property: nil, name: "no deadlock", number: "", trace: trace,
      explanation: "no action is enabled")
  }

  init(_ property: Property<M>, index: Int, trace: Trace<M>) {
    let before = trace.steps.last.map { last in
      (trace.steps.dropLast().last?.state ?? trace.initial, last.action)
    }
    self.init(
      property: index, name: property.name, number: property.number, trace: trace,
      explanation: property.explain?(before, trace.last))
  }
}

extension Goal {
  init(_ property: Property<M>, index: Int, outcome: Int?, trace: Trace<M>?) {
    var name = property.name
    if let outcome {
      switch property.kind {
      case .outcomes(let names, _): name += ": " + names[outcome]
      case .features(let names, _), .stepFeatures(let names, _): name = names[outcome]
      case .always, .alwaysStep, .sometimes, .sometimesStep: break
      }
    }
    self.init(
      property: index, name: name, number: property.number, outcome: outcome, trace: trace)
  }
}
