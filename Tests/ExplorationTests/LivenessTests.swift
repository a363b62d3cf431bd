import Evidence
import Exploration
import Testing

/// Promises, against what follows from the definition for graphs that are small enough to try all.
@Suite struct LivenessTests {
  typealias Step = Digraph.Step

  private func fairness(_ strengths: [Fairness<Digraph>.Strength]) -> Fairness<Digraph> {
    Fairness(strengths.enumerated().map { .init("class \($0.offset)", $0.element) }) {
      _, step, _ in step.fairness
    }
  }

  private func check(
    _ model: Digraph, _ promise: Promise<Digraph>, _ strengths: [Fairness<Digraph>.Strength] = [],
    options: Options = Options()
  ) throws -> LivenessReport<Digraph>.Finding {
    let checker = LivenessChecker(
      model, fairness: fairness(strengths), promises: [promise], options: options)
    return try #require(try checker.run().findings.first)
  }

  // 0 → 1 ⇄ 2, 1 → 3, 3 → 3.
  private let exit = Digraph(steps: [
    [Step(target: 1, fairness: 0)], [Step(target: 2, fairness: 0), Step(target: 3, fairness: 1)],
    [Step(target: 1, fairness: 0)], [Step(target: 3, fairness: -1)],
  ])

  @Test func strongFairnessLeavesACycleThatWeakFairnessDoesNot() throws {
    let promise = Promise<Digraph>.eventually("3") { $0 == 3 }
    let weak = try check(exit, promise, [.weak, .weak])
    #expect(weak.verdict == .violated)
    let lasso = try #require(weak.lasso)
    #expect(lasso.trace.steps.map(\.state) == [1, 2, 1])
    #expect(lasso.loop == 1)
    #expect(lasso.since == 0)
    #expect(try check(exit, promise, [.weak, .strong]).verdict == .holds)
  }

  @Test func aRunMayEndWhereNothingMustHappen() throws {
    let promise = Promise<Digraph>.eventually("3") { $0 == 3 }
    let finding = try check(exit, promise)
    #expect(finding.verdict == .violated)
    #expect(finding.lasso?.trace.count == 0)
    #expect(finding.lasso?.loop == nil)
  }

  @Test func whatIsDueInAStateIsDueFromThereOn() throws {
    let strengths: [Fairness<Digraph>.Strength] = [.weak, .strong]
    // 2 is left for ever, but nothing says that it must come back.
    #expect(
      try check(exit, .leads("a", from: { $0 == 2 }, to: { $0 == 3 }), strengths).verdict == .holds)
    let again = try check(exit, .againAndAgain("b") { $0 != 3 }, strengths)
    #expect(again.verdict == .violated)
    #expect(again.lasso?.trace.steps.map(\.state) == [1, 3])
    #expect(again.lasso?.loop == nil)
    #expect(again.lasso?.since == 2)
    #expect(
      try check(exit, .leads("c", from: { $0 == 9 }, to: { $0 == 3 }), strengths).verdict
        == .vacuous)
  }

  @Test func aStepCanBeTheGoal() throws {
    let promise = Promise<Digraph>.leads(
      "taken", from: { $0 == 1 }, to: { _ in false }, orStepOf: 1)
    #expect(try check(exit, promise, [.weak, .strong]).verdict == .holds)
    #expect(try check(exit, promise, [.weak, .weak]).verdict == .violated)
  }

  @Test func aLimitMakesWhatIsNotBrokenIncomplete() throws {
    let chain = Digraph(
      steps: (0..<100).map { [Step(target: min(99, $0 + 1), fairness: 0)] })
    var options = Options()
    options.maxStates = 10
    let end = try check(chain, .eventually("99") { $0 == 99 }, [.weak], options: options)
    #expect(end.verdict == .incomplete)
    #expect(try check(chain, .eventually("99") { $0 == 99 }, [.weak]).verdict == .holds)
    // A limit hides nothing that was seen.
    var early = chain
    early.steps[3] = [Step(target: 3, fairness: 0), Step(target: 4, fairness: -1)]
    let loop = try check(early, .eventually("99") { $0 == 99 }, [.weak], options: options)
    #expect(loop.verdict == .violated)
    #expect(loop.lasso?.trace.steps.map(\.state) == [1, 2, 3, 3])
  }

  @Test func pathsAreAsLongAsThereAreStates() throws {
    let ring = Digraph(
      steps: (0..<50_000).map { [Step(target: ($0 + 1) % 50_000, fairness: 0)] })
    let finding = try check(ring, .eventually("never") { _ in false }, [.weak])
    #expect(finding.verdict == .violated)
    #expect(try check(ring, .eventually("one") { $0 == 49_999 }, [.weak]).verdict == .holds)
  }

  @Test func aFalseLassoIsFound() throws {
    let promise = Promise<Digraph>.eventually("3") { $0 == 3 }
    let fair = fairness([.weak, .strong])
    func lasso(_ states: [UInt64], loop: Int?, since: Int = 0) -> Lasso<Digraph> {
      Lasso(
        trace: Trace(
          initial: states[0],
          steps: zip(states, states.dropFirst()).map { from, to in
            let step = exit.steps[Int(from)].first { $0.target == to }
            return .init(action: step ?? Step(target: to, fairness: 7), state: to)
          }), loop: loop, since: since)
    }
    func defect(_ lasso: Lasso<Digraph>) -> String? { lasso.defect(of: promise, in: exit, fair) }
    #expect(defect(lasso([0, 1, 2, 1], loop: 1)) == "the cycle is not fair to class 1")
    #expect(defect(lasso([0, 1], loop: nil)) == "the cycle is not fair to class 0")
    #expect(defect(lasso([0, 1, 3, 3], loop: 2)) == "the goal is reached")
    #expect(defect(lasso([0, 1, 2], loop: 1)) == "no cycle")
    #expect(
      defect(lasso([0, 2], loop: nil)) == "Step(target: 2, fairness: 7) is not possible there")
    #expect(defect(lasso([1, 2, 1], loop: 0)) == "no initial state")
    #expect(defect(lasso([0, 1, 2, 1], loop: 1, since: 1)) == "the goal is not due")
    #expect(lasso([0, 1, 2, 1], loop: 1).defect(of: promise, in: exit, fairness([])) == nil)
  }

  /// A third of them is broken, a third holds: else this would say little.
  @Test func randomGraphsAgreeWithAllSetsOfStates() throws {
    var verdicts: [Verdict: Int] = [:]
    for seed in 0..<4000 as Range<UInt64> {
      var random = SplitMix(state: seed &* 77)
      let classes = random.next(below: 4)
      let model = Digraph(states: 2 + random.next(below: 6), classes: classes, seed: seed)
      let strengths = (0..<classes).map { _ in
        random.next(below: 2) == 0 ? Fairness<Digraph>.Strength.weak : .strong
      }
      let goal = UInt64(random.next(below: 1 << 6))
      let trigger = UInt64(random.next(below: 1 << 8))
      let goalClass = classes > 0 && random.next(below: 3) == 0 ? 0 : nil as Int?
      let isGoal: @Sendable (UInt64) -> Bool = { goal >> $0 & 1 == 1 }
      let isTrigger: @Sendable (UInt64) -> Bool = { trigger >> $0 & 1 == 1 }
      let kind = random.next(below: 3)
      let promise: Promise<Digraph> =
        switch kind {
        case 0: .eventually("p", isGoal)
        case 1: .againAndAgain("p", isGoal)
        default: .leads("p", from: isTrigger, to: isGoal, orStepOf: goalClass)
        }
      let finding = try check(model, promise, strengths)
      let brute = BruteForce(
        model: model, strengths: strengths, isGoal: isGoal, goalClass: kind == 2 ? goalClass : nil)
      let expected = brute.isBroken(from: kind == 0 ? nil : kind == 1 ? { _ in true } : isTrigger)
      #expect((finding.verdict == .violated) == expected, "seed \(seed)")
      verdicts[finding.verdict, default: 0] += 1
    }
    #expect(verdicts.filter { $0.value > 300 }.keys.count == 3, "\(verdicts)")
  }
}

/// The definition: a fair run without end goes, from some point on, round and round through some set
/// of states, and by all steps between them; or it ends. All sets are tried.
private struct BruteForce {
  let model: Digraph
  let strengths: [Fairness<Digraph>.Strength]
  let isGoal: (UInt64) -> Bool
  let goalClass: Int?

  private func reach(_ start: Set<UInt64>, waiting: Bool) -> Set<UInt64> {
    var found = start
    while true {
      let more = found.flatMap { state in
        model.steps[Int(state)].filter { !waiting || waits($0) }.map(\.target)
      }
      let grown = found.union(more)
      if grown == found { return found }
      found = grown
    }
  }

  private func waits(_ step: Digraph.Step) -> Bool {
    !isGoal(step.target) && (goalClass == nil || step.fairness != goalClass)
  }

  /// nil: due from the initial state on only.
  func isBroken(from trigger: ((UInt64) -> Bool)?) -> Bool {
    let due = trigger.map { Set(reach([0], waiting: false).filter($0)) } ?? [0]
    let there = reach(Set(due.filter { !isGoal($0) }), waiting: true)
    return (1..<1 << model.steps.count).contains { mask in
      let set = Set((0..<UInt64(model.steps.count)).filter { mask >> Int($0) & 1 == 1 })
      return set.isSubset(of: there) && isFairCycle(set)
    }
  }

  private func isFairCycle(_ set: Set<UInt64>) -> Bool {
    func inside(_ state: UInt64) -> [Digraph.Step] {
      model.steps[Int(state)].filter { set.contains($0.target) && waits($0) }
    }
    for state in set {
      var found: Set<UInt64> = [state]
      while true {
        let grown = found.union(found.flatMap { inside($0).map(\.target) })
        if grown == found { break }
        found = grown
      }
      if found != set { return false }
    }
    let taken = Set(set.flatMap { inside($0).map(\.fairness) })
    return strengths.indices.allSatisfy { index in
      let possible = set.map { model.steps[Int($0)].contains { $0.fairness == index } }
      return taken.contains(index)
        || (strengths[index] == .weak ? !possible.allSatisfy { $0 } : !possible.contains(true))
    }
  }
}
