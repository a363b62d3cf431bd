import ClansAndChiefs
import IPC
import Logic
import Proving
import SMT
import Threads
import Vocabulary

/// The chapter's proof by induction: of all states of four threads in which the invariants hold, in
/// any world, by any event with any arguments.
///
/// Fixed are who belongs to which task, and the profiles.
public struct IPCProof: Sendable {
  public typealias V = Symbolic
  public typealias IPC = Rendezvous<Symbolic, 4, 1>
  public typealias Surroundings = World<Symbolic, 4, 4>
  public typealias System = SymbolicSystem<IPCSituation, IPCEvent, IPCResult>

  /// How many threads each task has: four in all, in at most four tasks.
  public let threads: [Int]
  public let profile: IPCProfile
  public let clansProfile: ClansProfile

  public init(
    threads: [Int] = [1, 1, 1, 1], _ profile: IPCProfile = IPCProfile(),
    _ clansProfile: ClansProfile = .v2
  ) {
    precondition(threads.reduce(0, +) == 4 && threads.count <= 4, "four threads")
    self.threads = threads
    self.profile = profile
    self.clansProfile = clansProfile
  }

  /// The induction, ready to be run.
  ///
  /// All that is to hold on a path is asked at once: nearly all of the time of a query goes into its
  /// assumptions, which are the same for all.
  public func induction() -> Induction<IPCSituation, IPCEvent, IPCResult, FailedIPCStep> {
    var induction = Induction(
      build: { system(in: $0) }, decode: { try failedStep($0, $1) })
    induction.options.portion = .place
    return induction
  }

  /// The system in a context.
  public func system(in context: Context) -> System {
    let world = anyWorld(in: context)
    let state = IPCSituation(ipc: anyState(in: context), world: world)
    return System(
      starts: [System.Start("nothing under way", IPCSituation(ipc: IPC(), world: world))],
      state: state, domain: domain(of: world),
      rules: rules(state, in: context),
      invariants: IPCInvariant.allCases.map { invariant in
        System.Invariant("\(invariant.number) \(invariant.sentence)") { state in
          var clauses: [Clause] = []
          invariant.check(state.ipc, in: state.world) {
            clauses.append(Clause("\($0)", noneOf: $1))
          }
          return clauses
        }
      },
      stepProperties: IPCProperty.allCases.filter { $0.concerns(profile) }.map { property in
        System.StepProperty("\(property.number) \(property.sentence)") { step in
          var clauses: [Clause] = []
          let transition = IPCTransition(
            before: step.before.ipc, event: step.action.event,
            done: step.outcome.done ?? Deliveries(),
            after: step.after.ipc, world: step.before.world)
          property.check(transition) { clauses.append(Clause("\($0)", noneOf: $1)) }
          return clauses
        }
      })
  }
}

/// The state, and the world around it.
public struct IPCSituation: Sendable {
  public var ipc: IPCProof.IPC
  public var world: IPCProof.Surroundings
}

/// An event, with what becomes of the pages that messages name.
public struct IPCEvent: Sendable {
  public let event: Event<Symbolic>
  let gift: AnyGift
}

/// What an event brought.
public struct IPCResult: Sendable {
  /// Nil where task_new was refused, so that nothing happened.
  public let done: Deliveries<Symbolic, 4>?
}

extension IPCResult: CustomStringConvertible {
  public var description: String { done == nil ? "refused" : "done" }
}
