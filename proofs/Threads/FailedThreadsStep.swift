import Logic
import Proving
import SMT
import Threads

/// A step that breaks a statement, from a state of which only is known that the invariants are true
/// of it: a counterexample to induction. It has been run again with machine words.
public struct FailedThreadsStep: Sendable {
  public typealias State = Threads<Concrete<UInt8>, 4, 4>

  public let before: State
  /// Nil where the state that runs start in breaks the statement.
  public let step: ThreadsStep<Concrete<UInt8>>?
  public let outcome: ThreadsOutcome?
  public let after: State
}

/// The solver and the concrete run of the same rule do not agree.
public struct ThreadsEnginesDisagree: Error, CustomStringConvertible {
  public let description: String
}

extension ThreadsProof {
  func failedStep(
    _ model: Model, _ situation: System.Situation
  ) throws -> FailedThreadsStep {
    switch situation {
    case .start(let start):
      let state = try concrete(start, model)
      return FailedThreadsStep(before: state, step: nil, outcome: nil, after: state)
    case .step(let step):
      let before = try concrete(step.before, model)
      let after = try concrete(step.after, model)
      let action = try step.action.concrete(in: model)
      var again = before
      let universe: ThreadsUniverse<Concrete<UInt8>, 4, 4> = universe()
      let outcome = again.take(
        action, roster: universe.roster, profile: profile, clansProfile: clansProfile)
      guard again == after, outcome == step.outcome else {
        throw ThreadsEnginesDisagree(
          description: "the solver says that \(action) in \(before) comes to \(step.outcome) and "
            + "\(after); with machine words it comes to \(outcome) and \(again)")
      }
      return FailedThreadsStep(before: before, step: action, outcome: outcome, after: after)
    }
  }

  private func concrete(_ state: State, _ model: Model) throws -> FailedThreadsStep.State {
    var result = FailedThreadsStep.State()
    for task in 0..<tasks {
      result.clans.below[row: task] = try model.set(state.clans.below[row: task])
      result.mcp[row: task] = try model.number(state.mcp[row: task])
    }
    result.clans.active = try model.set(state.clans.active)
    for thread in 0..<threads {
      result.pager[row: thread] = try model.set(state.pager[row: thread])
      result.preempter[row: thread] = try model.set(state.preempter[row: thread])
      result.externalPreempter[row: thread] = try model.set(state.externalPreempter[row: thread])
      result.ahead[row: thread] = try model.set(state.ahead[row: thread])
      result.registers[row: thread] = try model.number(state.registers[row: thread])
      result.priority[row: thread] = try model.number(state.priority[row: thread])
      result.slice[row: thread] = try model.number(state.slice[row: thread])
      result.remaining[row: thread] = try model.number(state.remaining[row: thread])
    }
    result.existing = try model.set(state.existing)
    result.formerPager = try model.set(state.formerPager)
    result.formerPreempter = try model.set(state.formerPreempter)
    result.formerExternalPreempter = try model.set(state.formerExternalPreempter)
    result.handlesExceptions = try model.set(state.handlesExceptions)
    result.halted = try model.set(state.halted)
    result.running = try model.set(state.running)
    result.spending = try model.set(state.spending)
    result.ready = try model.set(state.ready)
    return result
  }
}
