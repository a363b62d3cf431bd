import ClansAndChiefs
import ClansAndChiefsProofs
import Exploration
import Logic
import Proving
import Threads
import ThreadsProofs
import Vocabulary

typealias Machine = Concrete<UInt8>
typealias Small = Threads<Machine, 4, 4>
typealias Step = ThreadsStep<Machine>
typealias Bits = ConcreteBits<UInt8>

/// A small universe of threads, all of whose runs are looked at.
struct ThreadsModel: Model {
  /// A step, with the case that it came to.
  struct Action: Sendable {
    let step: Step
    let outcome: ThreadsOutcome
  }

  /// A state; and for how many ticks each thread has waited, ready at the highest priority.
  struct State: Hashable, Sendable {
    var threads: Small
    var waited: Numbers<Machine, Thread, 4>
  }

  typealias Code = UInt64

  let universe: ThreadsUniverse<Machine, 4, 4>
  let arguments: Arguments
  var initial: Small
  /// The cases that must be able to happen, as `create: notChief`.
  var cases: [String]
  /// The ticks after which a waiting thread must have run; nil where nobody counts.
  var longestWait: Int?
  var goals: [Property<Self>] = []

  var initialStates: [State] { [State(threads: initial, waited: Numbers())] }
  func encode(_ state: State) -> UInt64 { preconditionFailure("the plain checker keeps states") }
  func decode(_ code: UInt64) -> State { preconditionFailure("the plain checker keeps states") }

  func successors(of state: State, _ body: (Action, State) -> Void) {
    for step in arguments.steps(in: state.threads, universe) {
      guard state.threads.permits(step, profile: universe.profile).value else { continue }
      var next = state
      let outcome = next.threads.take(
        step, roster: universe.roster, profile: universe.profile,
        clansProfile: universe.clansProfile)
      if longestWait != nil { next.waited = waited(state, step, next.threads) }
      body(Action(step: step, outcome: outcome), next)
    }
  }

  /// Who is ready and has the highest priority there is, but does not run, has waited one tick more.
  private func waited(
    _ state: State, _ step: Step, _ after: Small
  ) -> Numbers<Machine, Thread, 4> {
    var waited = state.waited
    let highest = after.queued & after.priority.ids(with: after.priority.largest(of: after.queued))
    for id in 0..<4 {
      let name = Bits(id: id)
      let waits: Bool = (highest & name) == name && after.running != name
      let isMoved: Bool = state.threads.priority[row: id] != after.priority[row: id]
      let isTick = if case .tick = step { true } else { false }
      let ticks = waits && !isMoved ? Int(waited[row: id].value) + (isTick ? 1 : 0) : 0
      waited[row: id] = ConcreteWord(value: UInt8(ticks))
    }
    return waited
  }

  var actionKinds: [String] { Arguments.kinds }
  func kind(of action: Action) -> Int {
    Arguments.kinds.firstIndex(of: Arguments.kind(of: action.step)) ?? 0
  }

  func describe(_ action: Action) -> String { "\(action.step): \(action.outcome)" }
}

extension ThreadsModel {
  /// Everything that is said of threads, and that all cases can happen.
  var properties: [Property<Self>] {
    let universe = universe
    let cases = cases
    let limit = longestWait
    let clans: [Property<Self>] = ClanInvariant.allCases.map { invariant in
      .always(invariant.sentence, number: invariant.number) {
        invariant.holds($0.threads.clans, universe.clans).value
      }
    }
    let invariants: [Property<Self>] = ThreadsInvariant.allCases.map { invariant in
      .always(invariant.sentence, number: invariant.number) {
        invariant.holds($0.threads, universe).value
      }
    }
    let steps: [Property<Self>] = ThreadsProperty.allCases.map { property in
      .alwaysStep(property.sentence, number: property.number) { before, action, after in
        property.holds(
          ThreadsTransition(
            before: before.threads, step: action.step, outcome: action.outcome,
            after: after.threads, universe: universe)
        ).value
      }
    }
    let others: [Property<Self>] = [
      .always("who waits at the highest priority runs in time", number: "L-SC1") { state in
        (0..<4).allSatisfy { Int(state.waited[row: $0].value) <= limit ?? 0 }
      },
      .outcomes("case", names: cases) { _, action, _ in
        cases.firstIndex(of: "\(Arguments.kind(of: action.step)): \(action.outcome)") ?? -1
      },
    ]
    return clans + invariants + steps + others + goals
  }
}
