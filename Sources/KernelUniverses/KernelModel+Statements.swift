import Exploration
import Logic
import Microkernel
import MicrokernelProofs

// The statements as properties of the model. Each is asked in one go, for a step has to be taken again
// to know what it brought to whom; which statement fails is found out where one does.
extension KernelModel {
  /// What is asked of every state, and of every step.
  public static func statements(
    _ universe: KernelUniverse, _ platform: Hardware, steps: Bool = true
  ) -> [Property<Self>] {
    let all = KernelStatements<Storage, threads, tasks, sources, slots, frames>(
      platform, hasMemory: universe.shape.frames > 0)
    let actions = ActionList<KernelAction<V>>(
      universe.operations.map {
        $0.action(universe.population, universe.shape, sources: universe.sources)
      })
    @Sendable func step(_ before: State, _ action: Action) -> KernelTransition<
      V, threads, tasks, sources, slots, frames
    > {
      KernelTransition(
        from: before, actions.items[Int(action.operation)],
        directly: V.Truth(action.isDirect), on: platform)
    }
    var properties: [Property<Self>] = [
      .always(
        "every state invariant",
        explain: { all.failures($0).map(\.description).joined(separator: "; ") },
        { all.holds($0) })
    ]
    if steps {
      properties.append(
        .alwaysStep(
          "every step property",
          explain: { before, action, _ in
            all.failures(step(before, action)).map(\.description).joined(separator: "; ")
          },
          { before, action, _ in all.holds(step(before, action)) }))
    }
    return properties
  }
}

extension Failed: CustomStringConvertible {
  public var description: String { "\(sentence) (\(number)): \(explanation)" }
}
