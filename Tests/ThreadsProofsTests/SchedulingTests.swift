import Evidence
import Exploration
import Logic
import Testing
import Threads
import ThreadsProofs

/// Universe T5: three threads, two priorities, time slices of two ticks. (Section T)
@Suite("Scheduling, explored")
struct SchedulingTests {
  /// Three threads that exist from the beginning, one of a higher priority than the others.
  static func model(_ arguments: Arguments) -> ThreadsModel {
    let universe = ThreadsUniverse<Machine, 4, 4>(roster: Roster([1, 2]))
    var initial = Small.boot(
      roster: universe.roster, priority: ConcreteWord(value: 1), slice: ConcreteWord(value: 2),
      profile: universe.profile)
    let third = Bits(id: 2)
    initial.existing |= third
    initial.priority.set(ConcreteWord(value: 2), at: third)
    initial.slice.set(ConcreteWord(value: 2), at: third)
    initial.mcp.set(ConcreteWord(value: 2), at: Bits(mask: 0b11))
    return ThreadsModel(universe: universe, arguments: arguments, initial: initial, cases: [])
  }

  /// With the bound of L-SC1: of three threads, who is ready at the highest priority waits five ticks
  /// at most, and somebody does.
  @Test("T5")
  func t5() throws {
    var model = Self.model(
      Arguments(
        uses: ["switch", "yield", "schedule", "wait", "wake", "transfer", "tick"],
        priorities: [1, 2], slices: [2]))
    model.longestWait = 5
    model.cases = [
      "switch: switched", "switch: yielded", "yield: yielded", "schedule: done", "wait: done",
      "wake: done", "transfer: done", "tick: done",
    ]
    model.goals = Self.goals
    try expectAll(of: model)
  }

  @Test("time slices without end, or of no length")
  func slices() throws {
    var model = Self.model(
      Arguments(
        uses: ["switch", "schedule", "wait", "wake", "tick"], priorities: [1],
        slices: [0, 2, 255]))
    model.goals = [
      .sometimes("one without a slice runs in another's") {
        let none = $0.threads.slice.ids(with: ConcreteWord(value: 0))
        return !($0.threads.running & none).ids.isEmpty
      },
      .sometimes("one without a slice waits for one, and nobody runs") {
        $0.threads.running.ids.isEmpty && !$0.threads.ready.ids.isEmpty
      },
      .sometimes("somebody runs in a slice without end") {
        let all = $0.threads.slice.ids(with: ConcreteWord(value: 255))
        return !($0.threads.spending & all).ids.isEmpty
      },
    ]
    try expectAll(of: model)
  }

  private func expectAll(of model: ThreadsModel) throws {
    var options = Options()
    options.permitsDeadActions = true
    let report = try PlainChecker(model, options: options).run()
    for violation in report.violations { Issue.record("\(violation.name): \(violation.trace)") }
    for goal in report.unreachedGoals { Issue.record("never: \(goal.name)") }
    #expect(report.verdict == .holds)
  }

  static let goals: [Property<ThreadsModel>] = [
    .sometimes("nobody runs") { $0.threads.running.ids.isEmpty },
    .sometimes("somebody runs in a slice of another") {
      !($0.threads.running - $0.threads.spending).ids.isEmpty
    },
    .sometimes("somebody runs in a slice of one who waits") {
      !($0.threads.spending - $0.threads.ready).ids.isEmpty
    },
    .sometimes("a lower priority runs while a higher one is ready") {
      let level = $0.threads.priority[at: $0.threads.running]
      return !($0.threads.queued & $0.threads.priority.ids(over: level)).ids.isEmpty
    },
    .sometimes("three share a ring") { state in
      (0..<3).contains { state.threads.ahead[row: $0].ids.count == 2 }
    },
    .sometimesStep("a slice ends, and another thread of the ring runs") { before, action, after in
      guard case .tick = action.step else { return false }
      let level = before.threads.priority[at: before.threads.running]
      let isSame: Bool = after.threads.priority[at: after.threads.running] == level
      return isSame && !(after.threads.running - before.threads.running).ids.isEmpty
    },
    .sometimesStep("one who becomes ready takes the processor") { before, action, after in
      guard case .wake(let woken) = action.step else { return false }
      return !before.threads.running.ids.isEmpty && !(after.threads.running & woken).ids.isEmpty
    },
    .sometimes("somebody waits as long as anybody may") { state in
      (0..<3).contains { state.waited[row: $0].value == 5 }
    },
  ]
}
