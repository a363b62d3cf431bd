import Exploration
import Testing

/// What can be asked after a search.
@Suite struct GraphTests {
  @Test(arguments: 1...3) func statesCanBeLookedUp(workers: Int) throws {
    let model = Chain(length: 300)
    let graph = try Explorer(model, options: Options(workers: workers)).run().graph
    #expect(graph.contains(0) && graph.contains(299))
    #expect(!graph.contains(300) && !graph.contains(.max))
    let trace = try #require(try graph.trace(to: 120))
    #expect(trace.count == 120)
    #expect(trace.last == 120)
    expectRun(trace, of: model)
    #expect(try graph.trace(to: 0)?.count == 0)
    #expect(try graph.trace(to: 300) == nil)
  }

  @Test(arguments: 0..<20) func tracesAreShortest(seed: UInt64) throws {
    let model = RandomSystem(seed: seed)
    var options = Options(workers: 2)
    options.stopsAtViolation = false
    let plain = try PlainChecker(model, options: options).run().graph
    let fast = try Explorer(model, options: options).run().graph
    for id in model.edges.indices {
      let state = RandomSystem.Node(id: id)
      #expect(fast.contains(state) == plain.contains(state), "seed \(seed)")
      let trace = try fast.trace(to: state)
      #expect(try trace?.count == plain.trace(to: state)?.count, "seed \(seed)")
      if let trace { expectRun(trace, of: model, "seed \(seed)") }
    }
  }

  @Test func searchesDoNotDependOnEachOther() throws {
    let first = try Explorer(Counters(count: 3, limit: 5)).run()
    let second = try Explorer(Counters(count: 4, limit: 5)).run()
    #expect(first.graph.contains(124) && !first.graph.contains(125))
    #expect(second.graph.contains(125))
  }

  @Test func codesAreOrderedAsTheirWords() {
    func code(_ first: UInt64, _ second: UInt64) -> Words<2> {
      Words(count: 2) { $0 == 0 ? first : second }
    }
    #expect(code(0, 9) < code(1, 0))
    #expect(code(1, 0) < code(1, 1))
    #expect(!(code(1, 1) < code(1, 1)))
    #expect(code(1, 2) != code(1, 3))
    #expect(Words<2>(count: 1) { _ in 7 } == code(7, 0))
    #expect(Set([code(1, 2), code(1, 2), code(2, 1)]).count == 2)
  }
}
