import Foundation
import KernelConformance
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

struct JUnitTests {
  @Test func `a small report as it is printed`() throws {
    var report = try ReportSamples.report()
    report.facts = report.facts.filter { $0.name.hasPrefix("IPC") }
    let text = report.junit(at: "2026-01-31T12:00:00")
    let start = try #require(text.firstRange(of: "<testsuite name=\"ipc\"")?.lowerBound)
    let end = try #require(text[start...].firstRange(of: "</testsuite>")?.upperBound)
    #expect(text[start..<end] == Self.golden)
  }

  static let golden = """
    <testsuite name="ipc" package="l4.conform.k" id="7" timestamp="2026-01-31T12:00:00" \
    hostname="localhost" tests="3" failures="2" errors="0" skipped="0" time="0">
        <properties>
          <property name="kernel" value="k"/>
          <property name="profile" value="v2"/>
          <property name="seed" value="7"/>
          <property name="verdict" value="deviates"/>
        </properties>
        <testcase name="IPC-13: A receiver takes a message from anybody, or from the one that it \
    waits for." classname="l4.conform.k.ipc" time="0">
          <failure message="90 programs passed, 3 failed" type="IPC-13">send: source
    </failure>
        </testcase>
        <testcase name="IPC-14: A message that its receiver does not take is pending." \
    classname="l4.conform.k.ipc" time="0"/>
        <testcase name="finding 1: send: source" classname="l4.conform.k.ipc" time="0">
          <failure message="send: source" type="IPC-13">finding  send: source (IPC-13, IPC-21)\
          shortest program, 2 operations
      stage rendezvous
       1  t2.0 wait
       2  t3.0 send t2.0     ← here
          observed  t2.0: 0x00 done from t2.1
          allowed   t2.0: 0x00 done from t3.0
      in 3 programs; from random, seed 7, program 17, shrunk from 30
      replay: l4 replay 'out/find ings/k-1.program'

    l4 kernel program
    kernel: k
    profile: v2
    finding: send: source
    stage: rendezvous
    operations:
      t2.0 wait
      t3.0 send t2.0
    </failure>
        </testcase>
        <system-out/>
        <system-err/>
      </testsuite>
    """

  @Test func `any text comes back from a parser`() throws {
    let report = try ReportSamples.nastyReport()
    let document = try JUnitDocument(report.junit(at: "2026-01-31T12:00:00Z"))
    let cases = document.suites.flatMap(\.cases)
    let clean = ReportSamples.nasty.xml
    #expect(cases.contains { $0.name.contains("send: source\(clean)") })
    let found = try #require(
      cases.first { $0.outcome == "failure" && $0.text.contains("l4 kernel") })
    #expect(found.text.contains(clean))
    #expect(cases.contains { $0.outcome == "error" && $0.type == "crashed" })
    #expect(cases.contains { $0.outcome == "skipped" && $0.message == "declared: \(clean)" })
    #expect(cases.contains { $0.outcome == "error" && $0.type == "incomplete" })
    try document.checkCounts()
  }

  @Test func `what was not tested is skipped, with the reason`() throws {
    let document = try JUnitDocument(ReportSamples.report().junit(at: "2026-01-31T12:00:00"))
    let cases = document.suites.flatMap(\.cases)
    let clans = try #require(cases.first { $0.name.hasPrefix("CC-12") })
    #expect(clans.outcome == "skipped")
    #expect(clans.message == "5 programs were left out: the kernel has no clans (5)")
    let interrupts = try #require(cases.first { $0.name.hasPrefix("INT-1") })
    #expect(interrupts.message == "no program was about it")
    try document.checkCounts()
  }

  @Test func `a real campaign`() throws {
    let report = ReportSamples.lying(.source)
    let document = try JUnitDocument(report.junit(at: "2026-01-31T12:00:00"))
    try document.checkCounts()
    let cases = document.suites.flatMap(\.cases)
    #expect(!report.findings.isEmpty)
    #expect(cases.count { $0.name.hasPrefix("finding ") } == report.findings.count)
    for fact in report.facts {
      #expect(cases.count { $0.name.hasPrefix("\(fact.name): ") } == 1, "\(fact.name)")
    }
    // Nobody but the findings, and the facts of programs that deviate, fails.
    let failing = report.facts.filter { $0.failed > 0 }.map(\.name)
    for one in cases where one.outcome == "failure" && !one.name.hasPrefix("finding ") {
      #expect(failing.contains { one.name.hasPrefix("\($0): ") }, "\(one.name)")
    }
    // And nobody at all, once all findings are declared.
    let groups = report.findings.map { "- { deviation: \"\($0.group)\", reason: it lies }\n" }
    var declared = report
    declared.declare(try ReportSamples.known(groups.joined()))
    let other = try JUnitDocument(declared.junit(at: "2026-01-31T12:00:00"))
    try other.checkCounts()
    #expect(!other.suites.flatMap(\.cases).contains { ["failure", "error"].contains($0.outcome) })
  }
}

extension String {
  /// With a replacement character for everything that XML has not.
  fileprivate var xml: String {
    String(
      String.UnicodeScalarView(
        unicodeScalars.map { scalar in
          ["\u{0}", "\u{1B}", "\u{FFFE}"].contains(scalar) ? "\u{FFFD}" : scalar
        }))
  }
}

/// What a server for tests takes from a report.
private final class JUnitDocument: NSObject, XMLParserDelegate {
  struct Case {
    var name = ""
    var outcome = "passed"
    var message = ""
    var type = ""
    var text = ""
  }

  struct Suite {
    var attributes: [String: String]
    var cases: [Case] = []
  }

  private static let attributes: [String: [String]] = [
    "testsuite": [
      "name", "package", "id", "timestamp", "hostname", "tests", "failures", "errors", "skipped",
      "time",
    ],
    "property": ["name", "value"], "testcase": ["name", "classname", "time"],
    "failure": ["message", "type"], "error": ["message", "type"], "skipped": ["message"],
  ]

  private(set) var suites: [Suite] = []
  private var texts: [String] = []

  init(_ text: String) throws {
    super.init()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = self
    try #require(parser.parse(), "\(String(describing: parser.parserError))")
  }

  /// What the schema of Ant requires, and that the numbers are those of the cases.
  func checkCounts() throws {
    #expect(!suites.isEmpty)
    for (number, suite) in suites.enumerated() {
      for key in ["name", "package", "id", "timestamp", "hostname", "time"] {
        #expect(suite.attributes[key]?.isEmpty == false, "\(key)")
      }
      #expect(suite.attributes["id"] == "\(number)")
      #expect(suite.attributes["timestamp"] == "2026-01-31T12:00:00")
      func count(_ outcome: String) -> String { "\(suite.cases.count { $0.outcome == outcome })" }
      #expect(suite.attributes["tests"] == "\(suite.cases.count)")
      #expect(suite.attributes["failures"] == count("failure"))
      #expect(suite.attributes["errors"] == count("error"))
      #expect(suite.attributes["skipped"] == count("skipped"))
    }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    texts.append("")
    // No others are in the schemas of Ant, Jenkins (junit-10.xsd) and Maven.
    let known = Self.attributes[name] ?? []
    #expect(attributes.keys.allSatisfy(known.contains), "\(name): \(attributes.keys)")
    for key in ["tests", "failures", "errors", "skipped", "time"] where attributes[key] != nil {
      #expect(attributes[key].flatMap(Double.init).map { $0 >= 0 } == true, "\(name): \(key)")
    }
    let last = suites.count - 1
    switch name {
    case "testsuite": suites.append(Suite(attributes: attributes))
    case "testcase":
      suites[last].cases.append(Case(name: attributes["name"] ?? ""))
      #expect(attributes["classname"] != nil && attributes["time"] != nil)
    case "failure", "error", "skipped":
      let index = suites[last].cases.count - 1
      suites[last].cases[index].outcome = name
      suites[last].cases[index].message = attributes["message"] ?? ""
      suites[last].cases[index].type = attributes["type"] ?? ""
      #expect(name == "skipped" || attributes["type"]?.isEmpty == false)
    case "testsuites", "properties", "property", "system-out", "system-err": break
    default: Issue.record("there is no element \(name)")
    }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    texts[texts.count - 1] += string
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    let text = texts.removeLast()
    guard ["failure", "error"].contains(name) else { return }
    let last = suites.count - 1
    suites[last].cases[suites[last].cases.count - 1].text = text
  }
}
