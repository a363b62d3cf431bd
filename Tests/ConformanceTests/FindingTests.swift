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

  /// A kernel elsewhere that ends where something is deleted, and one that goes on for ever.
  @Test(arguments: [Deviation.Kind.crash, .hang], [false, true])
  func whoDoesNotAnswerIsAFinding(kind: Deviation.Kind, coversGraphs: Bool) throws {
    struct Fragile: Isolation {
      let kind: Deviation.Kind
      func run(_ program: Program) -> Deviation? {
        let isFatal = program.operations.contains { $0.kind == .delete }
        return isFatal ? .noAnswer(kind, to: program, observed: "signal 11") : nil
      }
    }
    var options = Campaign<ReferenceConnector>.Options()
    options.programs = coversGraphs ? 0 : 500
    options.coversGraphs = coversGraphs
    options.coversPaths = false
    options.keeps = 4
    options.isolation = Fragile(kind: kind)
    let report = try Campaign(ReferenceConnector(), options: options).run()
    #expect(report.verdict == .deviates)
    let finding = try #require(report.findings.first)
    #expect(finding.deviation.kind == kind && finding.deviation.observed == "signal 11")
    #expect(finding.isReproducible && finding.shrunkLength == 1)
    #expect(finding.group.hasPrefix("delete"))
    // A kernel that has to be started again for each program is not asked for ever.
    if !coversGraphs { #expect(report.parts[0].deviating < 100 && report.stopped != nil) }
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
