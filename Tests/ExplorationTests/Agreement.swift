import Exploration
import Testing

/// Checks that ``Explorer`` with one, two and three workers finds what ``PlainChecker`` finds, and returns what that was.
@discardableResult
func expectAgreement<M: Model>(
  _ model: M, options: Options = Options(), _ comment: Comment? = nil
) throws -> Report<M> {
  let plain = try PlainChecker(model, options: options).run()
  var shown: [String]?
  for workers in 1...3 {
    var options = options
    options.workers = workers
    options.checksCodes = true
    options.initialCapacity = 16
    let fast = try Explorer(model, options: options).run()
    #expect(fast.distinct == plain.distinct, comment)
    #expect(fast.generated == plain.generated, comment)
    #expect(fast.depth == plain.depth, comment)
    #expect(fast.actions == plain.actions, comment)
    #expect(fast.verdict == plain.verdict, comment)
    #expect(fast.coverage.end == plain.coverage.end, comment)
    #expect(fast.coverage.frontier == plain.coverage.frontier, comment)
    #expect(fast.violations.map(\.property) == plain.violations.map(\.property), comment)
    #expect(fast.violations.map(\.trace.count) == plain.violations.map(\.trace.count), comment)
    #expect(fast.goals.map(\.name) == plain.goals.map(\.name), comment)
    #expect(fast.goals.map(\.trace?.count) == plain.goals.map(\.trace?.count), comment)
    for violation in fast.violations { expectRun(violation.trace, of: model, comment) }
    for goal in fast.goals { if let trace = goal.trace { expectRun(trace, of: model, comment) } }
    // Which state is shown does not depend on the workers.
    let states =
      fast.violations.map { model.describe($0.trace.last) }
      + fast.goals.map { goal in goal.trace.map { model.describe($0.last) } ?? "-" }
    #expect(states == shown ?? states, comment)
    shown = states
  }
  return plain
}

/// Checks that a trace is a run of the model.
func expectRun<M: Model>(_ trace: Trace<M>, of model: M, _ comment: Comment? = nil) {
  #expect(model.initialStates.contains(trace.initial), comment)
  var state = trace.initial
  for step in trace.steps {
    var isThere = false
    model.successors(of: state) { action, next in
      if "\(action)" == "\(step.action)", next == step.state { isThere = true }
    }
    #expect(isThere, comment)
    state = step.state
  }
}
