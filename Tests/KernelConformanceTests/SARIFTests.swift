import Foundation
import KernelConformance
import Testing

struct SARIFTests {
  /// What readers of the format rely on, decoded strictly.
  private struct Log: Decodable {
    struct Text: Decodable { var text: String }
    struct Rule: Decodable {
      var id: String
      var shortDescription: Text
      var fullDescription: Text
    }
    struct Driver: Decodable {
      var name: String
      var rules: [Rule]
    }
    struct Tool: Decodable { var driver: Driver }
    struct Artifact: Decodable { var uri: String }
    struct Region: Decodable {
      var startLine: Int
      var snippet: Text?
    }
    struct Physical: Decodable {
      var artifactLocation: Artifact
      var region: Region
    }
    struct Location: Decodable { var physicalLocation: Physical }
    struct Suppression: Decodable {
      var kind: String
      var status: String
      var justification: String
    }
    struct Result: Decodable {
      var ruleId: String
      var ruleIndex: Int
      var level: String
      var message: Text
      var locations: [Location]
      var suppressions: [Suppression]
    }
    struct Invocation: Decodable { var executionSuccessful: Bool }
    struct Run: Decodable {
      var tool: Tool
      var invocations: [Invocation]
      var results: [Result]
    }

    var version: String
    var runs: [Run]
  }

  private func run(of report: KernelReport) throws -> Log.Run {
    let text = try report.sarif()
    let log = try JSONDecoder().decode(Log.self, from: Data(text.utf8))
    #expect(log.version == "2.1.0")
    #expect(text.contains("\"$schema\" : \"https://json.schemastore.org/sarif-2.1.0.json\""))
    let run = try #require(log.runs.first)
    #expect(log.runs.count == 1)
    #expect(Set(run.tool.driver.rules.map(\.id)).count == run.tool.driver.rules.count)
    for rule in run.tool.driver.rules {
      #expect(!rule.id.isEmpty && rule.shortDescription.text.hasSuffix("."))
    }
    for result in run.results {
      #expect(run.tool.driver.rules[result.ruleIndex].id == result.ruleId)
    }
    return run
  }

  @Test func `a finding is at the step of its program`() throws {
    let report = try ReportSamples.report()
    let run = try run(of: report)
    let result = try #require(run.results.first)
    #expect(run.results.count == 1)
    #expect(result.ruleId == "IPC-13")
    #expect(result.level == "error")
    #expect(result.suppressions.isEmpty)
    let place = try #require(result.locations.first).physicalLocation
    #expect(place.artifactLocation.uri == "out/find%20ings/k-1.program")
    #expect(place.region.startLine == 8)
    #expect(place.region.snippet?.text == "  t3.0 send t2.0")
    #expect(run.invocations.first?.executionSuccessful == true)
  }

  @Test func `what is declared is suppressed, with the reason`() throws {
    var report = try ReportSamples.report()
    report.declare(
      try ReportSamples.known(
        "- { deviation: \"send: source\", reason: late }\n- { facts: IPC-14, reason: gone }\n"))
    let run = try run(of: report)
    let first = try #require(run.results.first)
    #expect(first.suppressions.map(\.justification) == ["late"])
    #expect(first.suppressions.map(\.kind) == ["external"])
    let second = try #require(run.results.last)
    #expect(second.ruleId == "declared-deviation")
    #expect(second.locations.first?.physicalLocation.artifactLocation.uri == "known.yaml")
    #expect(second.locations.first?.physicalLocation.region.startLine == 2)
  }

  @Test func `any text comes back`() throws {
    let report = try ReportSamples.nastyReport()
    let run = try run(of: report)
    #expect(run.results[0].message.text.contains(ReportSamples.nasty))
    #expect(run.results[1].suppressions.first?.justification == ReportSamples.nasty)
    #expect(run.results[2].ruleId == "crashed")
    let uri = try #require(run.results[0].locations.first).physicalLocation.artifactLocation.uri
    #expect(URL(string: uri)?.path == report.findings[0].path)
    #expect(run.invocations.first?.executionSuccessful == false)
  }

  @Test(arguments: [Lie.source, .word, .code(0x30, instead: 0x10), .neverSkips])
  func `the step of a real finding is the one that is told`(_ lie: Lie) throws {
    var report = ReportSamples.lying(lie)
    for index in report.findings.indices { report.findings[index].path = "\(index).program" }
    let run = try run(of: report)
    #expect(!report.findings.isEmpty && run.results.count == report.findings.count)
    for (finding, result) in zip(report.findings, run.results) {
      let snippet = result.locations.first?.physicalLocation.region.snippet?.text ?? ""
      let step = try #require(finding.lines.first { $0.hasSuffix("← here") })
      let text = step.drop { $0 == " " || $0.isNumber }.dropLast("     ← here".count)
      #expect(snippet == "  \(text)")
    }
  }
}
