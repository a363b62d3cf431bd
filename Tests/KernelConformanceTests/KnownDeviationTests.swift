import Evidence
import Foundation
import KernelConformance
import Testing

struct KnownDeviationTests {
  static let keys = "deviation, facts, failure, kernel, reason"
  static let mistakes: [(String, String)] = [
    ("", "known.yaml: the file is empty"),
    (
      "known: 1\n",
      "known.yaml:1:1: known deviations must be a list of mappings with the keys \(keys), "
        + "not a mapping"
    ),
    ("- reason: x\n  fact: A6\n", "known.yaml:2:3: unknown key \"fact\"; allowed here: \(keys)"),
    ("- facts: A6\n", "known.yaml:1:3: missing key \"reason\": a text"),
    (
      "- reason: x\n",
      "known.yaml:1:3: it is not said which deviation it is; allowed here: deviation, facts, failure"
    ),
    (
      "- failure: slow\n  reason: x\n",
      "known.yaml:1:12: failure cannot be \"slow\"; allowed here: crashed, hung, late, flooded, "
        + "garbled, forged, audit, refused"
    ),
    (
      "- facts: [PF-5, PF-50]\n  reason: x\n",
      "known.yaml:1:17: no finding is about a fact \"PF-50\"; allowed here: PF-1, PF-13, PF-5"
    ),
    ("- facts: [A6, A6]\n  reason: x\n", "known.yaml:1:15: facts has \"A6\" twice"),
    (
      "- facts: A6\n  reason: x\n- facts: A6\n  reason: y\n",
      "known.yaml:3:3: the same deviation is declared in line 1"
    ),
    (
      "- facts: A6\n  reason: [\n",
      "known.yaml:3:1: not YAML: while parsing a flow node from 3:1 on: "
        + "did not find expected node content"
    ),
  ]

  @Test(arguments: mistakes)
  func `mistakes have a place`(_ text: String, _ message: String) {
    #expect {
      try ReportSamples.known(text)
    } throws: { error in
      #expect("\(error)" == message)
      return "\(error)" == message
    }
  }

  @Test func `a group begins with an operation`() {
    #expect {
      try ReportSamples.known("- deviation: \"sent: source\"\n  reason: x\n")
    } throws: { error in
      "\(error)".hasPrefix(
        "known.yaml:1:14: \"sent: source\" does not begin with an operation and a colon; "
          + "allowed here: send, receive, wait, call, ")
    }
  }

  @Test func `the example of the document is one`() throws {
    let root = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let page = try String(
      contentsOf: root.appendingPathComponent("docs/known-deviations.md"), encoding: .utf8)
    let parts = page.components(separatedBy: "```")
    let example = try #require(parts.first { $0.hasPrefix("yaml\n") }).dropFirst(5)
    let known = try ReportSamples.known(String(example))
    #expect(known.entries.map(\.line) == [1, 4, 7])
    for key in Self.keys.components(separatedBy: ", ") { #expect(page.contains("| `\(key)` |")) }
  }

  @Test func `a declared finding does not fail the verdict`() throws {
    var report = ReportSamples.lying(.source)
    #expect(report.verdict == .deviates)
    #expect(report.exitStatus == 12)
    let groups = report.findings.map { "- { deviation: \"\($0.group)\", reason: it lies }\n" }
    report.declare(try ReportSamples.known(groups.joined()))
    #expect(report.verdict == .holdsBounded)
    #expect(report.exitStatus == 0)
    #expect(report.unseen.isEmpty)
    #expect(report.text.contains("declared  \(report.findings[0].group)"))
    #expect(report.text.contains("  known: it lies\n"))
  }

  @Test func `all that is said must be true of it`() throws {
    for (text, isDeclared) in [
      ("facts: [IPC-13, IPC-21]", true), ("facts: [IPC-13, IPC-14]", false),
      ("deviation: \"send: source\", facts: IPC-13", true),
      ("deviation: \"send: words\"", false),
      ("deviation: \"send: source\", failure: hung", false),
      ("deviation: \"send: source\", kernel: k", true),
      ("deviation: \"send: source\", kernel: other", false),
    ] {
      var report = try ReportSamples.report()
      report.declare(try ReportSamples.known("- { \(text), reason: x }\n"))
      #expect((report.verdict == .holdsBounded) == isDeclared, "\(text)")
    }
  }

  @Test func `failures are declared by their kind`() throws {
    var report = try ReportSamples.report()
    report.findings[0].failure = "hung"
    report.declare(try ReportSamples.known("- { failure: hung, reason: slow line }\n"))
    #expect(report.verdict == .holdsBounded)
  }

  @Test func `programs without a finding are not declared`() throws {
    var report = try ReportSamples.report()
    report.parts[0].failed += 1
    report.declare(try ReportSamples.known("- { deviation: \"send: source\", reason: x }\n"))
    #expect(report.verdict == .deviates)
  }

  @Test func `a declared deviation that does not occur is told`() throws {
    let known = try ReportSamples.known(
      """
      - { deviation: "send: source", reason: x }
      - { facts: IPC-14, reason: gone by now }
      - { facts: CC-12, reason: nobody could see it }
      - { facts: IPC-14, kernel: other, reason: of another }
      - { failure: crashed, reason: on Mondays }
      """)
    var report = try ReportSamples.report()
    report.declare(known)
    #expect(report.verdict == .holdsBounded)
    #expect(report.unseen.map(\.line) == [2, 5])
    #expect(report.exitStatus == 22)
    #expect(
      report.text.contains(
        "\nknown.yaml:2: this declared deviation did not occur: IPC-14 (gone by now)\n"))
    #expect(report.junit(at: "").contains("type=\"declared deviation\""))

    var stopped = try ReportSamples.report()
    stopped.stopped = "the time was over"
    stopped.declare(known)
    #expect(stopped.unseen.isEmpty)
    #expect(stopped.verdict == .incomplete)

    // Of what nobody has declared it is more important that it is there.
    var worse = try ReportSamples.report()
    worse.declare(try ReportSamples.known("- { facts: IPC-14, reason: gone }\n"))
    #expect(worse.exitStatus == 12)
    #expect(worse.unseen.count == 1)
  }

  @Test func `JSON is complete`() throws {
    var report = try ReportSamples.nastyReport()
    report.declare(
      try ReportSamples.known("- { facts: IPC-14, reason: gone }\n"))
    let data = try JSONEncoder().encode(KernelReport.Judged(report))
    #expect(try JSONDecoder().decode(KernelReport.self, from: data) == report)
    let object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(object["verdict"] as? String == "deviates")
    #expect(object["passed"] as? Int == 97)
    #expect(object["exitStatus"] as? Int == 12)
    for child in Mirror(reflecting: report).children {
      let value = Mirror(reflecting: child.value)
      if value.displayStyle == .optional && value.children.isEmpty { continue }  // there is none
      #expect(object[child.label ?? ""] != nil, "\(child.label ?? "")")
    }
  }
}
