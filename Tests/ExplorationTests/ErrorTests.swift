import Exploration
import Testing

/// What is no result is an error, and says of what.
@Suite struct ErrorTests {
  @Test func noInitialStates() throws {
    let model = Counters(count: 1, limit: 2, initialStates: [])
    #expect(throws: ExplorationError.noInitialStates) { try Explorer(model).run() }
    #expect(throws: ExplorationError.noInitialStates) { try PlainChecker(model).run() }
  }

  @Test(arguments: [11, 15]) func hiddenNondeterminismInSteps(after: Int) throws {
    // The search calls ten times up to the violation; the replay finds other steps then.
    let model = Fickle(changesAfter: 10, isFickleAboutProperty: false)
    #expect {
      try Explorer(model).run()
    } throws: { error in
      guard case ExplorationError.replayDisagrees = error else { return false }
      return "\(error)".contains("no action leads from 0 to 1")
    }
  }

  @Test func hiddenNondeterminismInProperties() throws {
    let model = Fickle(changesAfter: 10, isFickleAboutProperty: true)
    #expect {
      try Explorer(model).run()
    } throws: { error in
      guard case ExplorationError.replayDisagrees = error else { return false }
      return "\(error)".contains("changed its mind about 10")
    }
  }

  @Test(arguments: 1...3) func codesThatForget(workers: Int) throws {
    var options = Options(workers: workers)
    options.checksCodes = true
    #expect {
      try Explorer(Forgetful(), options: options).run()
    } throws: { error in
      guard case ExplorationError.codeMismatch = error else { return false }
      return "\(error)".contains("Number(value: 1)")
    }
  }

  @Test func optionsThatCannotBe() throws {
    let model = Counters(count: 1, limit: 2)
    for workers in [-1, 0, 5000] {
      #expect(throws: ExplorationError.self) {
        try Explorer(model, options: Options(workers: workers)).run()
      }
    }
  }
}
