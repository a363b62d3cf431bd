import Evidence
import Exploration
import Testing

/// What is cut off is said to be cut off.
@Suite struct LimitTests {
  let model = Counters(count: 5, limit: 9)
  let states = 59049

  @Test(arguments: 1...3) func statesRunOut(workers: Int) throws {
    var options = Options(workers: workers)
    options.maxStates = 20_000
    let report = try Explorer(model, options: options).run()
    #expect(report.verdict == .incomplete)
    #expect(report.coverage.end == .limit(.states))
    #expect(report.distinct == 20_000)
    #expect(report.coverage.frontier > 0)
    #expect(report.coverage.depth > 2 && report.coverage.depth < 40)
    #expect(report.generated > 20_000)
  }

  @Test(arguments: 1...3) func asManyStatesAsAllowedIsEnough(workers: Int) throws {
    var options = Options(workers: workers)
    options.maxStates = states
    options.initialCapacity = 16
    let report = try Explorer(model, options: options).run()
    #expect(report.verdict == .holds)
    #expect(report.distinct == states)
    options.maxStates = states - 1
    #expect(try Explorer(model, options: options).run().verdict == .incomplete)
  }

  @Test(arguments: 1...3) func memoryRunsOut(workers: Int) throws {
    var options = Options(workers: workers)
    options.maxBytes = 500_000
    let report = try Explorer(model, options: options).run()
    #expect(report.verdict == .incomplete)
    #expect(report.coverage.end == .limit(.memory))
    #expect(report.cost.storeBytes <= 500_000)
    #expect(report.cost.storeBytes > 400_000)
    #expect(report.distinct > 20_000 && report.distinct < states)
  }

  @Test func hardlyAnyMemoryIsNoCrash() throws {
    for bytes in [0, 1, 100, 1000, 10_000] {
      var options = Options()
      options.maxBytes = bytes
      #expect(try Explorer(model, options: options).run().verdict == .incomplete)
    }
  }

  @Test func memoryPerState() throws {
    let report = try Explorer(Counters(count: 6, limit: 9)).run()
    #expect(report.distinct == 531_441)
    #expect(report.bytesPerState <= 24)
  }

  @Test(arguments: 1...3) func timeRunsOut(workers: Int) throws {
    var options = Options(workers: workers)
    options.maxSeconds = 0.02
    let report = try Explorer(Counters(count: 9, limit: 9), options: options).run()
    #expect(report.verdict == .incomplete)
    #expect(report.coverage.end == .limit(.seconds))
    #expect(report.cost.wallSeconds < 5)
    #expect(report.distinct >= 1 && report.coverage.frontier > 0)
  }

  @Test(arguments: 1...3) func depthIsBounded(workers: Int) throws {
    var options = Options(workers: workers)
    options.maxDepth = 3
    let report = try Explorer(model, options: options).run()
    #expect(report.verdict == .holdsBounded)
    #expect(report.coverage.end == .depthBound(3))
    #expect(report.coverage.depth == 3)
    #expect(report.coverage.frontier == 35)
    #expect(report.distinct == 56)
    #expect(report.depth == 3)
  }

  @Test func aBoundThatLeavesNothingOutIsComplete() throws {
    var options = Options()
    options.maxDepth = 41
    let report = try Explorer(model, options: options).run()
    #expect(report.verdict == .holds)
    #expect(report.coverage.end == .complete)
    #expect(report.coverage.depth == 40)
    #expect(report.coverage.frontier == 0)
    options.maxDepth = 40
    #expect(try Explorer(model, options: options).run().verdict == .holdsBounded)
  }

  @Test func addressSpaceThatThereIsNotIsAnError() throws {
    var options = Options()
    options.maxBytes = 1 << 50
    #expect {
      try Explorer(Bulky(), options: options).run()
    } throws: { error in
      guard case ExplorationError.memoryRefused = error else { return false }
      return "\(error)".contains("lower limit")
    }
  }

  @Test func progressIsReported() throws {
    let seen = Seen()
    var options = Options(workers: 2)
    options.maxSeconds = 1.4
    options.progress = { seen.add($0) }
    let report = try Explorer(Counters(count: 12, limit: 9), options: options).run()
    #expect(report.verdict == .incomplete)
    let all = seen.all
    #expect(all.count >= 1 && all.count <= 3)
    for (earlier, later) in zip(all, all.dropFirst()) {
      #expect(earlier.distinct <= later.distinct)
      #expect(earlier.generated < later.generated)
      #expect(later.seconds - earlier.seconds > 0.4)
    }
    #expect(all.allSatisfy { $0.taken <= $0.frontier && $0.bytes > 0 && $0.rate > 0 })
  }
}
