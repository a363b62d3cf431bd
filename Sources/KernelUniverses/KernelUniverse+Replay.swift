import Evidence
import Exploration
import Universes

/// What came of doing a run of a whole kernel again, action by action.
public struct KernelReplay: Sendable {
  /// A statement that is not true, after `step` actions.
  public struct Finding: Sendable {
    public let step: Int
    public let failed: Failed
  }

  public let run: KernelRun
  public let findings: [Finding]
}

extension KernelUniverse {
  /// Executes actions by their names, from the state after the setup, with the plainest means, and
  /// looks at every statement of the agenda on the way.
  public func replay(
    _ actions: [String], checking agenda: KernelAgenda = .all
  ) throws -> KernelReplay {
    try withModel(checking: agenda, for: KernelReplayer(actions: actions))
  }
}

private struct KernelReplayer: KernelModelVisitor {
  let actions: [String]

  func visit<M: KernelModelling>(_ model: M) throws -> KernelReplay {
    guard let initial = model.initialStates.first else { throw ExplorationError.noInitialStates }
    var steps: [Exploration.Trace<M>.Step] = []
    var state = initial
    var findings = finding(model.failing(state, after: nil), at: 0)
    for (index, name) in actions.enumerated() {
      var found: (M.Action, M.State)?
      var offered = 0
      model.successors(of: state) { action, next in
        offered += 1
        if found == nil, model.describe(action) == name { found = (action, next) }
      }
      guard let (action, next) = found else {
        throw ReplayError(
          step: index + 1, description: refusal(name, index + 1, offered, model, state))
      }
      findings += finding(model.failing(next, after: (state, action)), at: index + 1)
      steps.append(.init(action: action, state: next))
      state = next
    }
    return KernelReplay(
      run: KernelRun(Exploration.Trace(initial: initial, steps: steps), of: model),
      findings: findings)
  }

  private func refusal<M: KernelModelling>(
    _ name: String, _ number: Int, _ offered: Int, _ model: M, _ state: M.State
  ) -> String {
    let universe = model.universe
    let exists = universe.operations.contains {
      let text = $0.text(in: universe.population)
      return text == name || text + ", directly" == name
    }
    return "action \(number), \"\(name)\", "
      + (exists
        ? "is not possible in this state" : "is none of the operations of \(universe.name)")
      + "; \(offered) others are possible: \(model.describe(state))"
  }

  private func finding(_ failing: [Failed], at step: Int) -> [KernelReplay.Finding] {
    failing.map { KernelReplay.Finding(step: step, failed: $0) }
  }
}
