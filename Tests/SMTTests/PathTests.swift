import Logic
import SMT
import Testing

@Suite struct PathTests {
  @Test func nestedCasesGiveOnePathEach() throws {
    let context = try Context()
    let x = Symbolic.word("x", in: context)
    let y = Symbolic.word("y", in: context)
    let paths = try context.paths {
      guard Symbolic.holds(x < .init(10), "x is small") else { return "large" }
      if Symbolic.holds(y == x, "y is as large") { return "equal" }
      return Symbolic.holds(y < x, "y is smaller") ? "less" : "more"
    }
    #expect(paths.map(\.result) == ["equal", "less", "more", "large"])
    #expect(paths.map(\.decisions.count) == [2, 3, 3, 1])
    #expect(!paths.contains { !$0.isSurelyFeasible })
  }

  @Test func infeasibleWaysAreDroppedAndForcedOnesAreNoDecisions() throws {
    let context = try Context()
    let x = Symbolic.word("x", in: context)
    let paths = try context.paths(assuming: [x < .init(5)]) {
      if Symbolic.holds(x < .init(3), "x is under 3") {
        return Symbolic.holds(x == .init(4), "x is 4") ? "never" : "small"
      }
      return Symbolic.holds(x < .init(9), "x is under 9") ? "middle" : "never"
    }
    #expect(paths.map(\.result) == ["small", "middle"])
    #expect(paths.map(\.decisions.count) == [1, 1])
    #expect(
      paths.map(\.choices) == [
        [Choice(taken: true, isForced: false), Choice(taken: false, isForced: true)],
        [Choice(taken: false, isForced: false), Choice(taken: true, isForced: true)],
      ])
  }

  @Test func theSameQuestionHasOneAnswerOnAPath() throws {
    let context = try Context()
    let p = Symbolic.truth("p", in: context)
    let paths = try context.paths {
      [Symbolic.holds(p, "p"), Symbolic.holds(!p, "not p"), Symbolic.holds(p, "p")]
    }
    #expect(paths.map(\.result) == [[true, false, true], [false, true, false]])
  }

  @Test func contradictoryAssumptionsLeaveNoPath() throws {
    let context = try Context()
    let p = Symbolic.truth("p", in: context)
    #expect(try context.paths(assuming: [p, !p]) { 1 }.isEmpty)
    #expect(try context.paths(assuming: [.known(false)]) { 1 }.isEmpty)
  }

  @Test func pathsTellTheConcreteCasesApart() throws {
    let context = try Context()
    let x = Symbolic.bits("x", width: 6, in: context)
    let paths = try context.paths { cases(Symbolic.self, x) }
    for mask in UInt32(0)..<64 {
      let expected = cases(Concrete<UInt8>.self, ConcreteBits(mask: mask))
      var found: [Int] = []
      for path in paths {
        let solver = try Solver(in: context, .bitVectors)
        try solver.assert(path.condition.formula(in: context))
        try solver.assert((x == .init(mask: mask)).formula(in: context))
        if case .satisfiable = try solver.check() { found.append(path.result) }
      }
      #expect(found == [expected])
    }
  }

  private func cases<V: Values>(_: V.Type, _ x: V.Bits) -> Int {
    if V.holds(x.contains(id: 0), "0 is in x") {
      return V.holds(x.contains(id: 5), "5 is in x") ? 0 : 1
    }
    if V.holds(x.isEmpty, "x is empty") { return 2 }
    return V.holds(x.count <= .init(2), "x has at most 2 ids") ? 3 : 4
  }

  @Test func aPathIsRunAgainInAnotherContext() throws {
    func rule(_ context: Context) -> Int {
      let x = Symbolic.word("x", in: context)
      var cases = 0
      for bound: UInt32 in [3, 7, 100] where Symbolic.holds(x < .init(bound), "x is under it") {
        cases += 1
      }
      return cases
    }
    let first = try Context()
    let paths = try first.paths { rule(first) }
    #expect(paths.map(\.result) == [3, 2, 1, 0])
    for path in paths {
      let other = try Context()
      let again = try other.path(along: path.choices) { rule(other) }
      #expect(again.result == path.result)
      #expect(again.decisions.count == path.decisions.count)
    }
    let other = try Context()
    #expect(throws: SMTError.self) { try other.path(along: []) { rule(other) } }
  }

  @Test func aBodyThatAsksSomethingElseIsAnError() throws {
    let context = try Context()
    let truths = (0..<3).map { Symbolic.truth("p\($0)", in: context) }
    var runs = 0
    #expect(throws: SMTError.self) {
      try context.paths {
        defer { runs += 1 }
        return Symbolic.holds(truths[runs], "one") && Symbolic.holds(truths[2], "other")
      }
    }
    // Neither the error nor an error of the body leaves the context exploring.
    struct Stop: Error {}
    #expect(throws: Stop.self) { try context.paths { throw Stop() } }
    #expect(try context.paths { Symbolic.holds(truths[0], "first") }.count == 2)
  }

  @Test func loopsWithoutEndAreAnError() throws {
    let context = try Context()
    let x = Symbolic.word("x", in: context)
    #expect(throws: SMTError.tooManyPaths(limit: 5)) {
      try context.paths(limit: 5) {
        var bound: UInt32 = 0
        while !Symbolic.holds(x < .init(bound), "x is under it") { bound += 1 }
        return bound
      }
    }
    #expect(throws: SMTError.nestedPaths) {
      try context.paths { try context.paths { 1 }.count }
    }
  }

  @Test func namesOfAPathAreFreeOnTheNext() throws {
    let context = try Context()
    let p = Symbolic.truth("p", in: context)
    let paths = try context.paths {
      _ = Symbolic.holds(p, "p")
      _ = Symbolic.word("fresh", in: context)
      return 0
    }
    #expect(paths.count == 2)
  }

  @Test func aWayThatTheSolverGivesUpOnIsTakenAndSaidToBeUncertain() throws {
    let context = try Context()
    let x = context.bits(named: "x", width: 32)
    let y = context.bits(named: "y", width: 32)
    var (left, right) = (context.bits(0, width: 32), context.bits(0, width: 32))
    for place in 0..<32 {
      let zero = context.bits(0, width: 32)
      let one = context.bits(1, width: 1)
      let shift = context.bits(UInt64(place), width: 32)
      left = left &+ (y[place...place] == one).choose(x << shift, zero)
      right = right &+ (x[place...place] == one).choose(y << shift, zero)
    }
    let commutes = Symbolic.Truth.term(left == right)
    let paths = try context.paths(timeout: .milliseconds(20)) {
      Symbolic.holds(commutes, "multiplication commutes")
    }
    #expect(paths.map(\.result) == [true, false])
    #expect(paths.map(\.isSurelyFeasible) == [true, false])
  }
}
