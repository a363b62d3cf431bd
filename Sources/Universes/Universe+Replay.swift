import Evidence
import Exploration
import Vocabulary

/// What came of doing a run again, action by action.
public struct Replay: Sendable {
  /// A statement that is not true, after `step` actions.
  public struct Finding: Sendable {
    public let step: Int
    public let number: String
    public let sentence: String
    public let explanation: String
  }

  public let run: Run
  public let findings: [Finding]
}

/// Why a run cannot be done again.
public struct ReplayError: Error, CustomStringConvertible, Sendable {
  /// The action, from 1.
  public let step: Int
  public let description: String

  package init(step: Int, description: String) {
    self.step = step
    self.description = description
  }
}

extension Universe {
  /// Executes actions by their names, from the state after boot, with the plainest means, and looks at
  /// every statement of the agenda on the way.
  public func replay(_ actions: [String]) throws -> Replay {
    try model(for: Replayer(actions: actions, universe: self))
  }
}

private struct Replayer: ModelVisitor {
  let actions: [String]
  let universe: Universe

  func visit<M: SpacesModelling>(_ model: M) throws -> Replay {
    guard var state = model.initialStates.first else { throw ExplorationError.noInitialStates }
    var steps: [Run.Step] = []
    var findings = finding(model.failing(state, after: nil), at: 0)
    for (index, name) in actions.enumerated() {
      var found: (M.Action, M.State)?
      var offered = 0
      model.successors(of: state) { action, next in
        offered += 1
        if found == nil, model.describe(action) == name { found = (action, next) }
      }
      guard let (action, next) = found else {
        let exists = universe.operations.contains { $0.description == name }
        throw ReplayError(
          step: index + 1,
          description: "action \(index + 1), \"\(name)\", "
            + (exists
              ? "is not possible in this state" : "is none of the operations of \(universe.name)")
            + "; \(offered) others are possible: \(model.describe(state))")
      }
      findings += finding(model.failing(next, after: (state, action)), at: index + 1)
      steps.append(
        Run.Step(
          action: name, operation: model.operation(of: action),
          state: Picture(model.spaces(of: next), in: universe.shape), text: model.describe(next)))
      state = next
    }
    let initial = model.initialStates.map { model.spaces(of: $0) }
    return Replay(
      run: Run(initial: Picture(initial[0], in: universe.shape), steps: steps),
      findings: findings)
  }

  private func finding(_ failing: [Failing], at step: Int) -> [Replay.Finding] {
    failing.map {
      Replay.Finding(
        step: step, number: $0.number, sentence: $0.sentence, explanation: $0.explanation)
    }
  }
}
