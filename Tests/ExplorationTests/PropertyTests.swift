import Evidence
import Exploration
import Testing

/// Properties of every kind, and what is said of them.
@Suite struct PropertyTests {
  typealias Question = Property<Counters>

  private func report(
    _ properties: [Question], workers: Int = 1, change: (inout Options) -> Void = { _ in }
  ) throws -> Report<Counters> {
    var options = Options()
    change(&options)
    let model = Counters(count: 3, limit: 4, properties: properties)
    try expectAgreement(model, options: options)
    options.workers = workers
    return try Explorer(model, options: options).run()
  }

  private let sum: @Sendable (UInt64) -> UInt64 = { $0 % 4 + $0 / 4 % 4 + $0 / 16 }

  @Test(arguments: 1...3) func aViolationHasAShortestTraceAndAReason(workers: Int) throws {
    let property = Question.always(
      "sums stay small", number: "I-1", explain: { [sum] in "the sum is \(sum($0))" }
    ) { [sum] in sum($0) < 5 }
    let report = try report([property], workers: workers)
    #expect(report.verdict == .violated)
    let violation = try #require(report.violation)
    #expect(violation.name == "sums stay small")
    #expect(violation.number == "I-1")
    #expect(violation.trace.count == 5)
    #expect(violation.explanation == "the sum is 5")
    // Of all states with that sum on the level the least.
    #expect(violation.trace.last == 3 + 2 * 4)
    #expect(report.coverage.end == .violation)
    #expect(report.coverage.depth == 5)
    #expect(report.depth == 5)
  }

  @Test func theFirstPropertyIsShownFirst() throws {
    let report = try report([
      .always("a") { $0 != 16 }, .always("b") { $0 != 1 }, .alwaysStep("c") { _, _, to in to != 4 },
      .always("d") { $0 != 2 },
    ])
    #expect(report.violations.map(\.name) == ["a", "b", "c"])
    #expect(report.violations.map(\.trace.last) == [16, 1, 4])
  }

  @Test func allPropertiesCanBeHeard() throws {
    let report = try report(
      [
        .always("a") { $0 != 63 }, .always("b") { $0 != 1 }, .always("c") { $0 < 64 },
        .alwaysStep("d") { from, _, _ in from != 62 },
      ], change: { $0.stopsAtViolation = false })
    #expect(report.verdict == .violated)
    #expect(report.coverage.end == .complete)
    #expect(report.distinct == 64)
    #expect(report.violations.map(\.name) == ["a", "b", "d"])
    #expect(report.violations.map(\.trace.count) == [9, 1, 9])
  }

  @Test(arguments: 1...3) func anInitialStateCanViolate(workers: Int) throws {
    let report = try report([.always("not zero") { $0 != 0 }], workers: workers)
    #expect(report.verdict == .violated)
    #expect(report.violation?.trace.count == 0)
    #expect(report.distinct == 1)
    #expect(report.generated == 0)
    #expect(report.depth == 0)
  }

  @Test func aStepThatChangesNothingIsAStep() throws {
    let report = try report([
      .alwaysStep("resetting changes something", explain: { "\($1) leaves \($0) as \($2)" }) {
        if case .reset = $1 { return $0 != $2 }
        return true
      }
    ])
    #expect(report.violation?.trace.count == 1)
    #expect(report.violation?.explanation == "reset(0) leaves 0 as 0")
  }

  @Test func aGoalHasAShortestTrace() throws {
    let report = try report([
      .sometimes("all are 2") { $0 == 2 + 8 + 32 },
      .sometimesStep("a reset from 3") { before, action, _ in action == .reset(1) && before == 12 },
    ])
    #expect(report.verdict == .holds)
    #expect(report.goals.map(\.trace?.count) == [6, 4])
    #expect(report.goals[1].trace?.steps.last?.action == .reset(1))
    #expect(report.goals[1].trace?.last == 0)
  }

  @Test(arguments: 1...3) func aGoalThatIsNotReachedIsAFailure(workers: Int) throws {
    let report = try report(
      [.sometimes("beyond") { $0 > 63 }, .sometimes("0") { $0 == 0 }], workers: workers)
    #expect(report.verdict == .vacuous)
    #expect(report.unreachedGoals.map(\.name) == ["beyond"])
    #expect(report.goals[1].trace?.count == 0)
  }

  @Test func aGoalBeyondTheBoundIsNotCalledUnreachable() throws {
    let report = try report(
      [.sometimes("far") { $0 == 63 }], change: { $0.maxDepth = 2 })
    #expect(report.verdict == .holdsBounded)
    #expect(report.unreachedGoals.count == 1)
  }

  @Test func manyOutcomesAtOnce() throws {
    let names = (0..<400).map { "\($0)" }
    let report = try report([
      .outcomes("from and by", names: names) { before, action, _ in
        switch action {
        case .increment(let index): Int(before) * 6 + index
        case .reset(let index): Int(before) * 6 + 3 + index
        case .overflow: -1
        }
      }
    ])
    // 64 states, of each of which three resets happen, and the increments that stay below the limit.
    #expect(report.goals.count == 400)
    #expect(report.goals.filter(\.isReached).count == 64 * 3 + 3 * 48)
    #expect(report.verdict == .vacuous)
    let goal = report.goals[63 * 6 + 5]
    #expect(goal.name == "from and by: 383")
    #expect(goal.outcome == 383)
    #expect(goal.trace?.count == 10)
    #expect(goal.trace?.steps.last?.action == .reset(2))
  }

  @Test func anActionThatNeverHappensIsToldOf() throws {
    var model = Counters(count: 2, limit: 3)
    model.actionKinds.append("overflow")
    let report = try expectAgreement(model)
    #expect(report.verdict == .vacuous)
    #expect(report.deadActions == ["overflow"])
    var options = Options()
    options.permitsDeadActions = true
    #expect(try expectAgreement(model, options: options).verdict == .holds)
  }

  @Test func aDeadlockIsAViolationIfAskedFor() throws {
    let model = Chain(length: 40)
    #expect(try expectAgreement(model).verdict == .holds)
    var options = Options()
    options.detectsDeadlock = true
    let report = try expectAgreement(model, options: options)
    #expect(report.verdict == .violated)
    #expect(report.violation?.property == nil)
    #expect(report.violation?.name == "no deadlock")
    #expect(report.violation?.trace.last == 39)
  }
}
