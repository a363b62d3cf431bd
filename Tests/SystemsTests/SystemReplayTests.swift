import Evidence
import Exploration
import Systems
import Testing

/// A run that was stored can be done again, and shows the same.
struct SystemReplayTests {
  @Test(arguments: BuiltInSystems.names.filter { $0.hasPrefix("h") || $0.hasPrefix("q") })
  func `stored runs replay`(name: String) throws {
    let system = try BuiltInSystems.system(name)
    for finding in try system.search().findings {
      guard let run = finding.run else { continue }
      let trace = run.trace(
        of: system, verdict: .violated,
        property: .init(number: finding.number, name: finding.text), failed: finding.explanation,
        isShortest: finding.isShortest)
      for text in [trace.itf, trace.text()] {
        let read = try Evidence.Trace(reading: Array(text.utf8), file: "t")
        #expect(read == trace)
        let source = try #require(read.universe)
        let again = try SystemFile(parsing: source.text, file: source.name)
        let replay = try again.replay(read.steps.map(\.action), loop: read.loop)
        #expect(replay.findings.contains { $0.text == finding.text })
        #expect(replay.run.ladder == run.ladder)
      }
    }
  }

  /// The server waits, serves the caller, and for ever.
  static let text = """
    system: loop
    threads:
      server: { program: [wait, loop: [reply sender now and wait]] }
      client: { program: [loop: [call server, mark served]] }
      idle: { program: [mark here] }
    checks: [again and again client at served, eventually idle at here]
    """

  private func replay(_ actions: [String], loop: Int?) throws -> SystemReplay {
    try SystemFile(parsing: Self.text, file: "t").replay(actions, loop: loop)
  }

  @Test func `a run without end is only broken if it is one`() throws {
    let start = ["server wait", "client call server"]
    let round = ["server reply client now and wait", "client mark served", "client call server"]
    // The idle thread is where it should be from the beginning, so that nothing is broken.
    #expect(try replay(start + round, loop: 2).findings.isEmpty)
    // Not fair to the server; and no cycle.
    #expect(try replay(start, loop: 2).findings.isEmpty)
    #expect(try replay(start + round, loop: 1).findings.isEmpty)
  }

  @Test func `what is not possible is said, with what is`() throws {
    let error = #expect(throws: SystemReplayError.self) {
      try replay(["server wait", "server wait"], loop: nil)
    }
    #expect(
      error?.description
        == "action 2, \"server wait\", is not possible in this state; possible: "
        + "client call server, idle mark here")
  }
}
