import AddressSpaces
import AddressSpacesProofs
import Exploration
import Logic
import Vocabulary

/// What is asked of a universe: invariants of its states, properties of its steps, and goals.
public struct Agenda: Sendable {
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
}

extension Agenda {
  /// The same agenda in storage of its own. (`Model.unshared`)
  var unshared: Agenda {
    Agenda(
      invariants: invariants.map { $0 }, steps: steps.map { $0 }, goals: goals.map { $0 })
  }
}

/// A statement that is not true of a state or step.
struct Failing: Sendable {
  let number: String
  let sentence: String
  /// Which parts, and at which slots.
  let explanation: String
}

/// How the agenda is put to a model: what a state and an action of it are in terms of address spaces.
struct Reading<M: Model, Storage, let slots: Int, let frames: Int>: Sendable
where Storage: FixedWidthInteger & UnsignedInteger & Sendable & BitwiseCopyable {
  typealias V = Concrete<Storage>

  let shape: Shape
  let layout: Layout<V, slots, frames>
  let agenda: Agenda
  /// The address spaces of a state.
  let spaces: @Sendable (M.State) -> AddressSpaces<V, slots, frames>
  /// Calls its argument with each step that an action consists of.
  let steps: @Sendable (M.State, M.Action, (Transition<V, slots, frames>) -> Void) -> Void
  /// What a call answers, and its kind; nil where the action is no whole call.
  let answer: @Sendable (M.State, M.Action) -> (Operation.Kind, Outcome)?

  /// The agenda as properties. All step properties are one property of the model, for they look at the
  /// same steps, and taking those again is most of the work; `failing` says which of them it is.
  var properties: [Property<M>] {
    let reading = self
    var all = agenda.invariants.map { invariant in
      Property<M>.always(
        invariant.sentence, number: invariant.number,
        explain: { reading.explain(invariant, $0) },
        { invariant.holds(reading.spaces($0), reading.layout).value })
    }
    if !agenda.steps.isEmpty {
      let properties = agenda.steps
      all.append(
        Property.alwaysStep("every step is as it should be") { state, action, _ in
          var holds = true
          reading.steps(state, action) { step in
            for property in properties { holds = holds && property.holds(step).value }
          }
          return holds
        })
    }
    return all + agenda.goals.map(property)
  }

  private func property(_ goal: Agenda.Goal) -> Property<M> {
    let (steps, answer) = (steps, answer)
    return switch goal {
    case .page(let kind, let result):
      Property.sometimesStep("\(goal)") { state, action, _ in
        var isReached = false
        steps(state, action) { step in
          isReached = isReached || (step.result == result && step.kind == kind)
        }
        return isReached
      }
    case .answer(let kind, let expected):
      Property.sometimesStep("\(goal)") { state, action, _ in
        guard let (called, outcome) = answer(state, action), called == kind else { return false }
        return Agenda.Goal.Answer(outcome, of: called) == expected
      }
    }
  }

  /// The statements that are not true of a state, or of the step to it.
  func failing(_ state: M.State, after step: (M.State, M.Action)?) -> [Failing] {
    var all = agenda.invariants.filter { !$0.holds(spaces(state), layout).value }.map {
      Failing(number: $0.number, sentence: $0.sentence, explanation: explain($0, state))
    }
    guard let step else { return all }
    for property in agenda.steps {
      var failed: [String] = []
      steps(step.0, step.1) { transition in
        property.check(transition) { says, offenders in
          if !offenders.isEmpty.value { failed.append(describe(says, offenders)) }
        }
      }
      if !failed.isEmpty {
        all.append(
          Failing(
            number: property.number, sentence: property.sentence,
            explanation: failed.joined(separator: "; ")))
      }
    }
    return all
  }

  private func explain(_ invariant: Invariant, _ state: M.State) -> String {
    var failed: [String] = []
    invariant.check(spaces(state), layout) { says, offenders in
      if !offenders.isEmpty.value { failed.append(describe(says, offenders)) }
    }
    return failed.joined(separator: "; ")
  }

  private func describe(_ says: StaticString, _ offenders: V.Bits) -> String {
    "not so: \(says): \(shape.names(offenders))"
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
