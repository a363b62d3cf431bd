import AddressSpaces
import AddressSpacesProofs
import Exploration
import Logic
import Vocabulary

/// What is asked of a universe: invariants of its states, properties of its steps, and goals.
public struct Agenda: Sendable {
  /// That a rule of a kind comes to a case, at some page of some operation.
  public struct Goal: Hashable, Sendable, CustomStringConvertible {
    public var kind: Operation.Kind
    public var result: PageCase

    public init(_ kind: Operation.Kind, _ result: PageCase) {
      self.kind = kind
      self.result = result
    }

    public var description: String { "\(kind) \(result)" }

    /// Every goal that can be named.
    public static let all = Operation.Kind.allCases.flatMap { kind in
      PageCase.allCases.map { Goal(kind, $0) }
    }
  }

  public var invariants: [Invariant]
  public var steps: [StepProperty]
  public var goals: [Goal]

  public init(
    invariants: [Invariant] = Invariant.allCases, steps: [StepProperty] = StepProperty.allCases,
    goals: [Goal] = []
  ) {
    self.invariants = invariants
    self.steps = steps
    self.goals = goals
  }

  /// The agenda as properties of a model. `spaces` gets the address spaces out of a state, and
  /// `transitions` calls its argument with each step that an action consists of.
  func properties<M: Model, Storage, let slots: Int, let frames: Int>(
    of rules: Rulebook<Storage, slots, frames>,
    spaces: @escaping @Sendable (M.State) -> AddressSpaces<Concrete<Storage>, slots, frames>,
    transitions:
      @escaping @Sendable (
        M.State, M.Action, (Transition<Concrete<Storage>, slots, frames>) -> Void
      ) -> Void
  ) -> [Property<M>] {
    let shape = rules.shape
    let layout = rules.layout
    let states = invariants.map { invariant in
      Property<M>.always(
        invariant.sentence, number: invariant.number,
        explain: { state in
          var failed: [String] = []
          invariant.check(spaces(state), layout) { says, offenders in
            if !offenders.isEmpty.value {
              failed.append("not so: \(says): \(shape.names(offenders))")
            }
          }
          return failed.joined(separator: "; ")
        },
        { invariant.holds(spaces($0), layout).value })
    }
    let steps = steps.map { property in
      Property<M>.alwaysStep(
        property.sentence, number: property.number,
        explain: { state, action, _ in
          var failed: [String] = []
          transitions(state, action) { transition in
            property.check(transition) { says, offenders in
              if !offenders.isEmpty.value {
                failed.append("not so: \(says): \(shape.names(offenders))")
              }
            }
          }
          return failed.joined(separator: "; ")
        },
        { state, action, _ in
          var holds = true
          transitions(state, action) { holds = holds && property.holds($0).value }
          return holds
        })
    }
    let goals = goals.map { goal in
      Property<M>.sometimesStep("\(goal)") { state, action, _ in
        var isReached = false
        transitions(state, action) { transition in
          isReached =
            isReached || (transition.result == goal.result && transition.kind == goal.kind)
        }
        return isReached
      }
    }
    return states + steps + goals
  }
}

extension Transition {
  /// The kind of operation that the step belongs to.
  var kind: Operation.Kind {
    switch step {
    case .map: .map
    case .grant: .grant
    case .unmap: .unmap
    case .delete: .delete
    case .create: .create
    case .access: .access
    }
  }
}
