import Evidence
import Logic
import Proving
import SMT
import Testing

@Suite struct InductionTests {
  typealias Small = Forest<Symbolic, 4>

  private func induction(
    isCareless: Bool = false, reachability: Reachability = .unknown,
    _ change: @escaping @Sendable (inout ForestSystem<4>, Context) throws -> Void = { _, _ in }
  ) -> Induction<Small, ForestAction<Symbolic>, Small.Case, ForestWitness> {
    var induction = Induction(
      build: { context in
        var system = Small.system(in: context, isCareless: isCareless)
        try change(&system, context)
        return system
      },
      decode: { try ForestWitness($0, $1) }, reachability: { _ in reachability })
    induction.options.workers = 2
    return induction
  }

  @Test func invariantsThatAreInductiveAreProved() throws {
    let report = try induction().run()
    #expect(report.verdict == .holds)
    #expect(report.properties.map(\.verdict) == [.holds, .holds, .holds, .holds, .holds])
    #expect(
      report.rules.map { $0.paths.map(\.outcome) } == [
        ["occupied", "derived", "absent"], ["pruned", "nothing"],
      ])
    #expect(report.rules[0].paths.map(\.decisions) == [2, 2, 1])
    #expect(report["tree"]?.proved == 6)
    #expect(report["pruning is complete"]?.proved == 1)
    #expect(report["tree"]?.assuming == ["tree", "colours", "rights"])
  }

  @Test func aBugIsACounterexampleThatNamesThePart() throws {
    let report = try induction(isCareless: true, reachability: .reachable).run()
    #expect(report.verdict == .notInductiveReachable)
    let rights = try #require(report["rights"])
    #expect(rights.verdict == .notInductiveReachable)
    let found = try #require(rights.counterexamples.first)
    #expect(found.clauses == ["rights go down"])
    // The new slot is the one that should not be writable.
    #expect(found.failures.first?.offenders?.nonzeroBitCount == 1)
    guard case .path(let path) = found.place else { return #expect(Bool(false)) }
    #expect(path.rule == "derive" && path.outcome == "derived")
    #expect(found.witness.write == true)
    #expect(found.reachability == .reachable)
    // What does not rest on it is proved without it.
    #expect(report["tree"]?.verdict == .holds)
    #expect(report["tree"]?.assuming == ["tree", "colours"])
    #expect(report["deriving keeps"]?.verdict == .holds)
  }

  @Test func oneStatementAloneIsProvedOrRefutedOnce() throws {
    var right = induction()
    right.options.only = "tree"
    let tree = try right.run()
    #expect(tree.properties.map(\.name) == ["tree"] && tree.verdict == .holds)
    #expect(tree["tree"]?.proved == 6)
    #expect(tree["tree"]?.assuming == ["tree", "colours", "rights"])
    var wrong = induction(isCareless: true)
    wrong.options.only = "rights"
    let rights = try wrong.run()
    #expect(rights.properties.map(\.verdict) == [.notInductive])
    #expect(rights["rights"]?.counterexamples.count == 1)
    right.options.only = "none"
    #expect(try right.run().properties.isEmpty)
  }

  @Test func reachabilityMakesTheVerdict() throws {
    #expect(
      try induction(isCareless: true, reachability: .unreachable).run().verdict
        == .notInductiveUnreachable)
    #expect(
      try induction(isCareless: true, reachability: .unknown).run().verdict == .notInductive)
  }

  @Test func whatWasProvedWithAFailedInvariantIsNotProved() throws {
    // Nobody keeps this, and the other follows from it.
    @Sendable func change(_ system: inout ForestSystem<4>, _: Context) {
      system.invariants = [
        .init("helper") {
          [Clause("nothing is used but roots", $0.used.isSubset(of: .init(mask: 3)))]
        },
        .init("helped") { [Clause("slot 3 is free", !$0.used.contains(id: 3))] },
      ]
      system.stepProperties = [
        .init("step") { [Clause("slot 2 was free", !$0.before.used.contains(id: 2))] }
      ]
    }
    var method = induction(change)
    let report = try method.run()
    #expect(report.properties.map(\.verdict) == [.notInductive, .notInductive, .notInductive])
    method.options.dropsRefuted = false
    let once = try method.run()
    #expect(once.properties.map(\.verdict) == [.notInductive, .notInductive, .unknown])
    #expect(once["step"]?.doubt != nil)
  }

  @Test func aStartThatViolatesIsAViolation() throws {
    let report = try induction { system, _ in
      system.starts[0].state.writable = .init(id: 2)
    }.run()
    #expect(report.verdict == .violated)
    #expect(report["rights"]?.verdict == .violated)
    #expect(report["rights"]?.counterexamples.first?.isAtStart == true)
  }

  @Test func contradictionsProveNothing() throws {
    let contradictory = try induction { system, _ in
      system.invariants.append(.init("empty") { [Clause("nothing", $0.used.isEmpty)] })
      system.invariants.append(.init("full") { [Clause("all", $0.used == .init(mask: 15))] })
      system.starts[0].state.colours[row: 0] = .init(mask: 0)
    }.run()
    #expect(contradictory.verdict == .violated)

    let domain = try induction { system, _ in
      system.domain = [.known(false)]
    }.run()
    #expect(domain.verdict == .vacuous)
    #expect(domain.properties.allSatisfy { $0.verdict == .vacuous })
    #expect(
      domain.vacuity == ["no state is a start two roots", "the invariants contradict each other"])
  }

  @Test func aRuleThatIsNeverTakenIsVacuous() throws {
    let report = try induction { system, _ in
      system.rules[1].conditions.append(.known(false))
    }.run()
    #expect(report.verdict == .vacuous)
    #expect(report.rules.map(\.isVacuous) == [false, true])
    #expect(report["tree"]?.verdict == .holds)
    #expect(report["pruning is complete"]?.verdict == .vacuous)
  }

  @Test func withoutTimeItIsUnknown() throws {
    var method = Induction<
      Forest<Symbolic, 16>, ForestAction<Symbolic>, Forest<Symbolic, 16>.Case, Int
    >(build: { Forest<Symbolic, 16>.system(in: $0) }, decode: { _, _ in 0 })
    method.options.timeout = .milliseconds(1)
    let report = try method.run()
    #expect(report.verdict == .unknown)
    #expect(report["tree"]?.verdict == .unknown)
    #expect(report["tree"]?.unknowns.isEmpty == false)
    // What rests on it is unknown too, and not refuted for want of it.
    #expect(report.properties.allSatisfy { $0.verdict == .unknown && $0.counterexamples.isEmpty })
  }

  @Test(arguments: Portion.allCases)
  func portionsChangeNothingButTheQueries(portion: Portion) throws {
    for isCareless in [false, true] {
      var method = induction(isCareless: isCareless)
      method.options.portion = portion
      let report = try method.run()
      let rights: Verdict = isCareless ? .notInductive : .holds
      #expect(report.properties.map(\.verdict) == [.holds, .holds, rights, .holds, .holds])
    }
  }

  @Test func counterexamplesAreAsPreferred() throws {
    for isPreferred in [false, true] {
      let report = try induction(isCareless: true) { system, _ in
        // What is impossible, and what contradicts an earlier preference, is passed over.
        let state = system.state
        system.preferences = [
          .known(false), state.colours[row: 1].isEmpty == .init(isPreferred),
          state.colours[row: 1].isEmpty == .init(!isPreferred),
          state.writable.isEmpty, state.used.count == .init(1),
        ]
      }.run()
      let found = try #require(report["rights"]?.counterexamples.first)
      #expect((found.witness.colours[1] == 0) == isPreferred)
      #expect(found.witness.writable == 0)
      #expect((found.witness.colours[0] | found.witness.colours[1]).nonzeroBitCount == 1)
    }
  }

  @Test func rulesMayChooseOnTheWay() throws {
    let report = try induction { system, context in
      system.rules.append(
        .init("prune any", .prune(.empty)) { state, _ in
          let (slot, isSlot) = Symbolic.singleton("chosen", width: 4, in: context)
          guard Symbolic.holds(isSlot, "it is a slot") else { return .nothing }
          return state.prune(slot)
        })
    }.run()
    #expect(report.verdict == .holds)
    #expect(report.rules.last?.paths.map(\.outcome) == ["pruned", "nothing", "nothing"])
  }

  @Test func aChoiceIsNotMadeTwiceUnderOneName() {
    #expect(throws: SMTError.declaredTwice(name: "chosen")) {
      try induction { system, context in
        system.rules.append(
          .init("prune any", .prune(.empty)) { state, _ in
            state.prune(Symbolic.bits("chosen", width: 4, in: context))
          })
        system.stepProperties.append(
          .init("any") {
            [Clause("any", noneOf: $0.after.used - Symbolic.bits("chosen", width: 4, in: context))]
          })
      }.run()
    }
  }

  @Test func theNumberOfWorkersChangesNothing() throws {
    var reports: [[String]] = []
    for workers in [1, 3] {
      var method = induction(isCareless: true)
      method.options.workers = workers
      let report = try method.run()
      reports.append(
        report.queries.map { "\($0.name) \($0.status)" }
          + report.properties.map { "\($0.name) \($0.verdict) \($0.proved)" })
    }
    #expect(reports[0] == reports[1])
  }

  @Test func propertiesMayAskAboutTheState() throws {
    let report = try induction { system, _ in
      system.stepProperties.append(
        .init("pruning again does nothing") { step in
          guard case .prune(let slot) = step.action else { return [] }
          var again = step.after
          let result = again.prune(slot)
          return [
            Clause("nothing to prune", .known(result == .nothing)),
            Clause("nothing changes", again.used == step.after.used),
          ]
        })
    }.run()
    #expect(report["pruning again does nothing"]?.verdict == .holds)
    #expect(report["pruning again does nothing"]?.proved == 2)
  }

  @Test func namesMustDiffer() {
    #expect(throws: ProvingError.nameTwice("tree")) {
      try induction { system, _ in system.stepProperties.append(.init("tree") { _ in [] }) }.run()
    }
  }

  @Test func errorsOfTermsAreErrorsOfTheRun() {
    #expect(throws: SMTError.self) {
      try induction { system, context in
        system.domain.append(Symbolic.bits("odd", width: 5, in: context) == system.state.writable)
      }.run()
    }
  }
}
