import Exploration
import Logic
import Microkernel
import MicrokernelProofs

// The agenda as properties of the model. Statements of one kind are asked in one go, for they look at
// the same states and steps; which of them fails is found out where one does.
extension KernelModel {
  typealias Statements = KernelStatements<Storage, threads, tasks, sources, slots, frames>
  typealias Step = KernelTransition<V, threads, tasks, sources, slots, frames>

  static func properties(
    _ agenda: KernelAgenda, _ universe: KernelUniverse, _ platform: Hardware,
    _ entries: ActionList<Entry>
  ) -> [Property<Self>] {
    let all = Statements(agenda, platform, hasMemory: universe.shape.slots > 0)
    @Sendable func step(_ before: State, _ action: Action, _ after: State) -> Step {
      Step(
        before: before, action: entries.items[Int(action.operation)].action,
        effects: action.effects, after: after, platform: platform)
    }
    var properties: [Property<Self>] = []
    if agenda.hasStates {
      properties.append(.always("every state invariant", { all.holds($0) }))
    }
    if agenda.hasSteps {
      properties.append(
        .alwaysStep("every step property", { all.holds(step($0, $1, $2)) }))
    }
    if agenda.hasGoals {
      properties.append(
        .stepFeatures("steps", names: KernelFeature.OfStep.names) { before, action, _ in
          KernelFeature.OfStep.mask(
            before, entries.items[Int(action.operation)].action, action.effects,
            isDirect: action.isDirect)
        })
      properties.append(
        .features("states", names: KernelFeature.OfState.names) {
          KernelFeature.OfState.mask($0, platform)
        })
    }
    return properties
  }

  /// The statements of the agenda that are not true of a state, or of the step to it.
  package func failing(_ state: State, after step: (State, Action)?) -> [Failed] {
    let all = Statements(agenda, platform, hasMemory: universe.shape.slots > 0)
    var failed = all.failures(state)
    if let (before, action) = step {
      failed += all.failures(
        Step(
          before: before, action: entries.items[Int(action.operation)].action,
          effects: action.effects, after: state, platform: platform))
    }
    return failed
  }
}
