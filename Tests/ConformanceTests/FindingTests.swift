import AddressSpaces
import Conformance
import Testing

/// Every mistake is found, in each way of making programs that can find it, and shrunk.
@Suite struct FindingTests {
  @Test(arguments: LyingConnector.Lie.allCases)
  func randomProgramsFindAndShrink(lie: LyingConnector.Lie) throws {
    var options = Campaign<LyingConnector>.Options()
    options.seed = 7
    options.programs = 2000
    options.auditInterval = 1
    options.coversGraphs = false
    options.coversPaths = false
    let report = try Campaign(LyingConnector(lie: lie), options: options).run()
    #expect(report.verdict == .deviates)
    for finding in report.findings {
      #expect(finding.isReproducible)
      #expect(finding.shrunkLength <= 8, "\(finding.file)")
      let file = try ProgramFile(reading: finding.file, file: "finding")
      let replay = try Replay.run(file, on: LyingConnector(lie: lie))
      #expect(replay.isAsRecorded, "\(replay.text)")
      // The same program on the kernel without the mistake agrees, and the replay says so.
      let honest = try Replay.run(file, on: ReferenceConnector())
      #expect(honest.deviation == nil && !honest.isAsRecorded)
    }
    if let first = report.findings.first { print(lie, first.file) }
  }

  @Test(arguments: [LyingConnector.Lie.ignoresHotSpot, .deletesNothing])
  func pathsFind(lie: LyingConnector.Lie) throws {
    var options = Campaign<LyingConnector>.Options()
    options.programs = 0
    options.coversGraphs = lie == .ignoresHotSpot
    options.coversPaths = lie != .ignoresHotSpot
    let report = try Campaign(LyingConnector(lie: lie), options: options).run()
    #expect(report.verdict == .deviates)
    #expect(report.findings.allSatisfy { $0.shrunkLength <= 8 })
  }

  @Test func aMoodyKernelIsSaidToBeNotDeterministic() throws {
    var options = Campaign<MoodyConnector>.Options()
    options.programs = 500
    options.coversGraphs = false
    options.coversPaths = false
    let report = try Campaign(MoodyConnector(), options: options).run()
    #expect(report.verdict == .deviates)
    #expect(report.findings.map(\.isReproducible) == [false])
    #expect(report.text.contains("not deterministic"))
  }

  @Test func aWatchCanTellWhatTheKernelIsBusyWith() throws {
    let heartbeat = Heartbeat()
    #expect(heartbeat.program(on: "reference") == nil)
    var options = Campaign<ReferenceConnector>.Options()
    options.seed = 5
    options.programs = 100
    options.coversGraphs = false
    options.coversPaths = false
    options.heartbeat = heartbeat
    _ = try Campaign(ReferenceConnector(), options: options).run()
    #expect(heartbeat.beats == 100)
    let file = try #require(heartbeat.program(on: "reference"))
    #expect(file.origin == "random, seed 5, program 99")
    #expect(file.program.operations.count == 20)
  }
}
