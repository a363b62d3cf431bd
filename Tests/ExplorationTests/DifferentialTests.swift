import Evidence
import Exploration
import Testing

/// The fast checker against the plain one.
@Suite struct DifferentialTests {
  @Test(arguments: 0..<150) func randomSystems(seed: UInt64) throws {
    let model = RandomSystem(seed: seed)
    var options = Options()
    for stops in [true, false] {
      options.stopsAtViolation = stops
      try expectAgreement(model, options: options, "seed \(seed), stops: \(stops)")
    }
    options.detectsDeadlock = true
    try expectAgreement(model, options: options, "seed \(seed), deadlocks")
    options.maxDepth = Int(seed % 5)
    try expectAgreement(model, options: options, "seed \(seed), bounded")
  }

  /// The systems are all different, and every verdict occurs: else the test above would say little.
  @Test func randomSystemsHaveAllVerdicts() throws {
    var verdicts: Set<Verdict> = []
    for seed in 0..<150 as Range<UInt64> {
      var options = Options()
      options.maxDepth = seed % 3 == 0 ? 2 : nil
      verdicts.insert(try PlainChecker(RandomSystem(seed: seed), options: options).run().verdict)
    }
    #expect(verdicts == [.holds, .holdsBounded, .violated, .vacuous])
  }

  @Test(arguments: 1...4) func counters(count: Int) throws {
    let report = try expectAgreement(Counters(count: count, limit: 5))
    #expect(report.verdict == .holds)
    let states = (0..<count).reduce(1) { product, _ in product * 5 }
    #expect(report.distinct == states)
    #expect(report.actions[0].generated == count * states / 5 * 4)
    #expect(report.actions[1].generated == count * states)
    #expect(report.actions[1].changed == count * states / 5 * 4)
    #expect(report.depth == 4 * count)
  }

  @Test func chainsAreDeep() throws {
    let report = try expectAgreement(Chain(length: 500))
    #expect(report.distinct == 500)
    #expect(report.generated == 499)
    #expect(report.depth == 499)
  }

  @Test(arguments: [
    (2, 2, 1), (2, 2, 2), (3, 1, 1), (4, 1, 1), (5, 1, 1), (2, 3, 2), (2, 3, 3), (3, 2, 1),
  ])
  func mapping(spaces: Int, pages: Int, frames: Int) throws {
    let model = MappingTwin(spaces: spaces, pages: pages, frames: frames)
    let report = try expectAgreement(model)
    let expected = closedForm(spaces: spaces, pages: pages, frames: frames)
    #expect(report.distinct == expected.states)
    #expect(report.generated == expected.transitions)
    #expect(report.violations.isEmpty)
  }

  @Test func mappingAsOtherCheckersCountIt() throws {
    let expected = closedForm(spaces: 3, pages: 2, frames: 2)
    #expect(expected.states == 5209)
    #expect(expected.transitions == 375_028)
    #if DEBUG
      let teams = [2]
    #else
      let teams = [1, 2, 3]
    #endif
    for workers in teams {
      var options = Options(workers: workers)
      options.initialCapacity = 16
      let model = MappingTwin(spaces: 3, pages: 2, frames: 2)
      let report = try Explorer(model, options: options).run()
      #expect(report.distinct == expected.states)
      #expect(report.generated == expected.transitions)
      #expect(report.verdict == .holds)
    }
  }
}

/// The number of forests of mappings, and of the steps between them: labelled forests on k cells over R roots are R(R+k)^(k-1).
private func closedForm(
  spaces: Int, pages: Int, frames: Int
) -> (states: Int, transitions: Int) {
  func power(_ base: Int, _ exponent: Int) -> Int { (0..<exponent).reduce(1) { p, _ in p * base } }
  func forests(_ cells: Int, _ roots: Int) -> Int {
    cells == 0 ? 1 : roots * power(roots + cells, cells - 1)
  }
  func choose(_ total: Int, _ part: Int) -> Int {
    (0..<part).reduce(1) { product, index in product * (total - index) / (index + 1) }
  }
  let outer = (spaces - 1) * pages
  var (states, transitions) = (0, 0)
  for mapped in 0...outer {
    for writable in 0...mapped {
      let count =
        choose(outer, mapped) * choose(mapped, writable) * forests(writable, frames)
        * forests(mapped - writable, frames + writable)
      let steps =
        2 * outer * frames + 2 * frames + 2 * outer * writable + outer * (mapped - writable)
        + outer * mapped + 4 * mapped
      states += count
      transitions += count * steps
    }
  }
  return (states, transitions)
}
