/// A run without end on which something promised does not come: what leads to the cycle, and the
/// cycle, which goes on for ever.
public struct Lasso<M: Model>: Sendable {
  /// The way to the cycle, and the cycle once.
  public let trace: Trace<M>
  /// The state (0 is the initial one) to which the last step goes back; nil where the run ends
  /// because nothing can happen any more, or nothing that must.
  public let loop: Int?
  /// The state from which on the goal was due.
  public let since: Int

  public init(trace: Trace<M>, loop: Int?, since: Int) {
    self.trace = trace
    self.loop = loop
    self.since = since
  }

  /// The states, the initial one first.
  var states: [M.State] { [trace.initial] + trace.steps.map(\.state) }
}

extension Lasso {
  /// What is wrong with a lasso that is said to break a promise; nil if it does. Executes nothing of
  /// the search: it only asks the model, the promise and the fairness.
  public func defect(
    of promise: Promise<M>, in model: M, _ fairness: Fairness<M>
  ) -> String? {
    let states = states
    guard model.initialStates.contains(trace.initial) else { return "no initial state" }
    for (before, step) in zip(states, trace.steps) {
      var isPossible = false
      model.successors(of: before) { action, next in
        if next == step.state, model.describe(action) == model.describe(step.action) {
          isPossible = true
        }
      }
      guard isPossible else { return "\(model.describe(step.action)) is not possible there" }
    }
    if let loop {
      guard loop < trace.count, states[loop] == trace.last else { return "no cycle" }
    }
    guard since <= loop ?? trace.count, promise.trigger?(states[since]) ?? (since == 0) else {
      return "the goal is not due"
    }
    if states[since...].contains(where: promise.goal) { return "the goal is reached" }
    let classes = zip(states, trace.steps).map { fairness.classify($0, $1.action, $1.state) }
    if let goal = promise.goalClass, classes[since...].contains(goal) {
      return "a step that is the goal is taken"
    }
    return unfairness(classes, in: model, fairness)
  }

  /// The class that the cycle is not fair to, as a sentence.
  private func unfairness(
    _ classes: [Int], in model: M, _ fairness: Fairness<M>
  ) -> String? {
    let start = loop ?? trace.count
    let enabled = states[start...].map { fairness.enabled(in: $0, of: model) }
    for (index, fair) in fairness.classes.enumerated() where !classes[start...].contains(index) {
      let possible = enabled.map { $0 >> UInt64(index) & 1 == 1 }
      let isUnfair =
        switch fair.strength {
        case .weak: possible.allSatisfy { $0 }
        case .strong: possible.contains(true)
        }
      if isUnfair { return "the cycle is not fair to \(fair.name)" }
    }
    return nil
  }
}
