import ClansAndChiefs
import Logic
import Proving
import SMT
import Vocabulary

/// The chapter's proof by induction: of all clan trees of seven task numbers in which the invariants
/// hold, of any change of them, and of any message in them.
///
/// Seven are sigma0, the root, and five more: any tree of up to six tasks is a tree below the root, of
/// which what is not there are task numbers without a task.
public struct ClanProof: Sendable {
  public typealias Tree = Clans<Symbolic, 7>
  public typealias System = SymbolicSystem<Tree, ClanStep<Symbolic>, ClanOutcome<Symbolic>>

  public let profile: ClansProfile
  public static let numbers: UInt32 = 0b111_1111

  public init(_ profile: ClansProfile) { self.profile = profile }

  /// The proofs that are run as a matter of course. Between them every option is taken that the
  /// statements are true of, and every case of every rule occurs; so the greatest depth is small.
  public static let instances: [(name: String, proof: ClanProof)] = [
    ("clans", ClanProof(ClansProfile(greatestDepth: 3))),
    (
      "clans, options",
      ClanProof(
        ClansProfile(
          greatestDepth: 3, donation: .toAnybody, numbersOfDeleted: .lost, unknownIDs: .outside,
          unknownSenders: .refused, ownSenders: .propagated, nearestIDs: .task))
    ),
  ]

  /// The induction, ready to be run.
  public func induction() -> Induction<
    Tree, ClanStep<Symbolic>, ClanOutcome<Symbolic>, FailedClanStep
  > {
    let reachable = ReachableClans(profile)
    return Induction(
      build: { system(in: $0) }, decode: { try failedStep($0, $1) },
      reachability: { reachable.run(to: $0.before).0 })
  }

  /// The system in a context.
  public func system(in context: Context) -> System {
    let universe = ClanUniverse<Symbolic>(
      numbers: Symbolic.Bits(mask: Self.numbers), profile: profile)
    var state = Tree()
    for task in 0..<7 {
      state.below[row: task] = Symbolic.bits("below_\(task)", width: 7, in: context)
    }
    state.active = Symbolic.bits("active", width: 7, in: context)
    return System(
      starts: [System.Start("boot", .boot(numbers: universe.numbers))], state: state,
      rules: rules(state.active, in: context),
      invariants: ClanInvariant.allCases.map { invariant in
        System.Invariant("\(invariant.number) \(invariant.sentence)") { clans in
          var clauses: [Clause] = []
          invariant.check(clans, universe) { clauses.append(Clause("\($0)", noneOf: $1)) }
          return clauses
        }
      },
      stepProperties: ClanProperty.allCases.map { property in
        System.StepProperty("\(property.number) \(property.sentence)") { step in
          var clauses: [Clause] = []
          let transition = ClanTransition(
            before: step.before, step: step.action, outcome: step.outcome, after: step.after,
            universe: universe)
          property.check(transition) { clauses.append(Clause("\($0)", noneOf: $1)) }
          return clauses
        }
      })
  }

  /// Who asks for a change, or sends, is active; all else is any task number. To whom a number is given,
  /// and in whose name a message is sent, may also be an id without a number.
  private func rules(_ active: Symbolic.Bits, in context: Context) -> [System.Rule] {
    let (actor, isActor) = Symbolic.singleton("actor", width: 7, in: context)
    let (task, isTask) = Symbolic.singleton("task", width: 7, in: context)
    let (other, isOther) = Symbolic.singleton("other", width: 7, in: context)
    let acts = [isActor, active.contains(actor), isTask]
    let profile = profile
    func rule(
      _ name: String, _ step: ClanStep<Symbolic>, where conditions: [Symbolic.Truth]
    ) -> System.Rule {
      System.Rule(name, step, where: conditions) { $0.take($1, profile) }
    }
    return [
      rule("create", .create(task, by: actor), where: acts),
      rule("delete", .delete(task, by: actor), where: acts),
      rule(
        "donate", .donate(task, by: actor, to: other),
        where: acts + [isOther || other.isEmpty]),
      rule("send", .send(from: actor, to: task), where: acts),
      rule(
        "deceive", .deceive(by: actor, to: task, as: other),
        where: acts + [isOther || other.isEmpty]),
      rule("id_nearest", .ask(actor, about: task), where: acts),
    ]
  }
}
