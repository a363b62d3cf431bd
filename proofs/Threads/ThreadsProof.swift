import ClansAndChiefs
import ClansAndChiefsProofs
import Logic
import Proving
import SMT
import Threads

/// The chapter's proof by induction: of all states of a universe, from any one of which the
/// invariants are true, by any step with any arguments.
///
/// Everything is symbolic but who is who and the profile: trees of clans, priorities, slices, tokens,
/// rings, who names whom, and all arguments of a step.
public struct ThreadsProof: Sendable {
  public typealias V = Symbolic
  /// States of up to four threads and four tasks.
  public typealias State = Threads<Symbolic, 4, 4>
  public typealias System = SymbolicSystem<State, ThreadsStep<Symbolic>, ThreadsOutcome>

  /// How many threads each task can have.
  public let threadsOfTask: [Int]
  public let profile: ThreadsProfile
  public let clansProfile: ClansProfile

  /// - Precondition: there are at most four threads and four tasks, sigma0 and the root among them.
  public init(
    _ threadsOfTask: [Int], profile: ThreadsProfile = .v2, clansProfile: ClansProfile = .v2
  ) {
    precondition(
      threadsOfTask.reduce(0, +) <= 4 && (2...4).contains(threadsOfTask.count),
      "the universe is too large, or too small")
    self.threadsOfTask = threadsOfTask
    self.profile = profile
    self.clansProfile = clansProfile
  }

  var threads: Int { threadsOfTask.reduce(0, +) }
  var tasks: Int { threadsOfTask.count }

  /// The universe, of machine words or of terms.
  public func universe<W: Values>() -> ThreadsUniverse<W, 4, 4> {
    ThreadsUniverse(
      roster: Roster(threadsOfTask), profile: profile, clansProfile: clansProfile)
  }

  /// The induction, ready to be run. `reachability` finds out whether a run leads to the state before
  /// a counterexample.
  public func induction(
    reachability: @escaping @Sendable (FailedThreadsStep) throws -> Reachability = { _ in .unknown }
  ) -> Induction<State, ThreadsStep<Symbolic>, ThreadsOutcome, FailedThreadsStep> {
    Induction(
      build: { try system(in: $0) }, decode: { try failedStep($0, $1) },
      reachability: reachability)
  }

  /// The system in a context.
  public func system(in context: Context) throws -> System {
    let universe: ThreadsUniverse<Symbolic, 4, 4> = universe()
    let boot = State.boot(
      roster: universe.roster, priority: Symbolic.count("priority", in: context),
      slice: profile.schedules
        ? Symbolic.count("slice", in: context) : Symbolic.Count(0), profile: profile)
    @Sendable func clauses(_ check: (Part<Symbolic>) -> Void) -> [Clause] {
      var clauses: [Clause] = []
      check { clauses.append(Clause("\($0)", noneOf: $1)) }
      return clauses
    }
    let state = anyState(in: context)
    var rules = rules(universe, in: context)
    for rule in rules.indices {
      rules[rule].conditions.append(state.permits(rules[rule].action, profile: profile))
    }
    return System(
      starts: [System.Start("boot", boot)], state: state, rules: rules,
      invariants: clanInvariants.map { invariant in
        System.Invariant("\(invariant.number) \(invariant.sentence)") { state in
          clauses { invariant.check(state.clans, universe.clans, $0) }
        }
      }
        + ThreadsInvariant.allCases.map { invariant in
          System.Invariant("\(invariant.number) \(invariant.sentence)") { state in
            clauses { invariant.check(state, universe, $0) }
          }
        },
      stepProperties: properties.map { property in
        System.StepProperty("\(property.number) \(property.sentence)") { step in
          let transition = ThreadsTransition(
            before: step.before, step: step.action, outcome: step.outcome, after: step.after,
            universe: universe)
          return clauses { property.check(transition, $0) }
        }
      })
  }

  /// What the profile leaves of the statements: one that is about nothing would be vacuous.
  var clanInvariants: [ClanInvariant] {
    ClanInvariant.allCases.filter {
      $0 != .numbersAreLeaves || clansProfile.donation == .toActive
    }
  }

  var properties: [ThreadsProperty] {
    ThreadsProperty.allCases.filter { profile.schedules || $0.isAboutWhatThreadsAre }
  }

  private func anyState(in context: Context) -> State {
    func set(_ name: String) -> Symbolic.Bits {
      Symbolic.bits(name, width: threads, in: context)
    }
    var state = State()
    for task in 0..<tasks {
      state.clans.below[row: task] = Symbolic.bits("below_\(task)", width: tasks, in: context)
      state.mcp[row: task] = Symbolic.count("mcp_\(task)", in: context)
    }
    state.clans.active = Symbolic.bits("active", width: tasks, in: context)
    for thread in 0..<threads {
      state.pager[row: thread] = set("pager_\(thread)")
      state.preempter[row: thread] = set("preempter_\(thread)")
      state.externalPreempter[row: thread] = set("external_preempter_\(thread)")
      state.ahead[row: thread] = set("ahead_\(thread)")
      state.registers[row: thread] = Symbolic.count("registers_\(thread)", in: context)
      state.priority[row: thread] = Symbolic.count("priority_\(thread)", in: context)
      state.slice[row: thread] = Symbolic.count("slice_\(thread)", in: context)
      state.remaining[row: thread] = Symbolic.count("remaining_\(thread)", in: context)
    }
    state.existing = set("existing")
    state.formerPager = set("former_pager")
    state.formerPreempter = set("former_preempter")
    state.formerExternalPreempter = set("former_external_preempter")
    state.handlesExceptions = set("handles_exceptions")
    state.halted = set("halted")
    state.running = set("running")
    state.spending = set("spending")
    state.ready = set("ready")
    return state
  }
}
