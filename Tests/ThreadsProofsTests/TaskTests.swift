import ClansAndChiefs
import Evidence
import Exploration
import Logic
import Testing
import Threads
import ThreadsProofs

/// Small universes of tasks that come and go, and of threads that are made to do other things.
@Suite("Tasks and threads, explored")
struct TaskTests {
  static func model(
    _ threadsOfTask: [Int], profile: ThreadsProfile = .v2, clansProfile: ClansProfile = .v2,
    _ arguments: Arguments, cases: [String]
  ) -> ThreadsModel {
    let universe = ThreadsUniverse<Machine, 4, 4>(
      roster: Roster(threadsOfTask), profile: profile, clansProfile: clansProfile)
    let one = ConcreteWord<UInt8>(value: profile.schedules ? 1 : 0)
    return ThreadsModel(
      universe: universe, arguments: arguments,
      initial: .boot(roster: universe.roster, priority: one, slice: one, profile: profile),
      cases: cases)
  }

  static let treeCases = [
    "create: created", "create: notChief", "donate: donated", "donate: belowItself",
    "donate: noSuchChief", "donate: notChief",
  ]

  /// Two tasks come and go, one below the other or both below the root; nothing is scheduled.
  @Test("trees of tasks", arguments: [UInt8(1), 2])
  func trees(greatestDepth: UInt8) throws {
    var model = Self.model(
      [1, 1, 1, 1], profile: ThreadsProfile(schedules: false),
      clansProfile: ClansProfile(greatestDepth: greatestDepth),
      Arguments(uses: ["create", "donate"], mcps: [1, 255], named: [1, 2]),
      cases: Self.treeCases + (greatestDepth == 1 ? ["create: tooDeep"] : []))
    model.goals = [
      .sometimes("a pager is of a former incarnation, and its task is active again") {
        let threads = $0.threads
        return !(threads.formerPager & threads.pager.ids(meeting: threads.existing)).ids.isEmpty
      }
    ]
    if greatestDepth == 2 {
      model.goals.append(
        .sometimesStep("a chief ends with its clan") { before, _, after in
          (before.threads.existing - after.threads.existing).ids.count == 2
        })
    }
    try expectAll(of: model)
  }

  /// Under the scheduler: whoever is deleted may be ready, running, or the one whose slice is used.
  @Test("tasks that are deleted while threads run")
  func deletion() throws {
    var model = Self.model(
      [1, 1, 1], Arguments(uses: ["create", "wait", "wake", "transfer", "tick"], named: [2]),
      cases: ["create: created", "create: notChief"])
    model.goals = [
      .sometimesStep("the time slice that is used is deleted") { before, action, after in
        guard case .taskNew(let destination, _, by: _) = action.step else { return false }
        let others: Bool = before.threads.spending == destination.who
        return others && action.outcome == .taskNew(.created)
      }
    ]
    try expectAll(of: model)
  }

  @Test("registers, handlers and pagers of threads")
  func registers() throws {
    var model = Self.model(
      [1, 2],
      Arguments(
        uses: ["ex_regs", "exception", "wait", "wake"], registers: [1], named: [2]),
      cases: [
        "ex_regs: changed", "ex_regs: created", "ex_regs: elsewhere", "ex_regs: inactive",
        "exception: mirrored", "exception: shutDown",
      ])
    model.initial.handlesExceptions = Bits(id: 1)
    try expectAll(of: model)
  }

  private func expectAll(of model: ThreadsModel) throws {
    var options = Options()
    options.permitsDeadActions = true
    let report = try PlainChecker(model, options: options).run()
    print(report.distinct, report.depth, report.generated, report.verdict, report.cost.cpuSeconds)
    for violation in report.violations { Issue.record("\(violation.name): \(violation.trace)") }
    for goal in report.unreachedGoals { Issue.record("never: \(goal.name)") }
    #expect(report.verdict == .holds)
  }
}
