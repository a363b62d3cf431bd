extension KernelReport {
  /// The report as JUnit XML, for servers that show tests: a suite a chapter, with a case for every
  /// fact and one for every finding. It keeps to the schema of the reports of Ant, the strictest of
  /// those that are in use (https://github.com/windyroad/JUnit-Schema).
  ///
  /// - Parameters:
  ///   - timestamp: When the kernel was tested, as `2026-01-31T12:00:00`.
  ///   - host: Where.
  package func junit(at timestamp: String, on host: String = "localhost") -> String {
    let suites = [campaignSuite] + Chapter.allCases.map(suite)
    var xml = XMLWriter()
    xml.element("testsuites") { xml in
      for (id, suite) in suites.enumerated() {
        suite.write(to: &xml, number: id, of: self, at: timestamp, on: host)
      }
    }
    return xml.text
  }

  /// What is about the campaign as a whole.
  private var campaignSuite: Suite {
    var ended = Suite.Case(name: "every program was run", outcome: .passed)
    if let stopped { ended.outcome = .error(type: "incomplete", message: stopped, text: "") }
    if passed + failed == 0 {
      ended.outcome = .error(type: "vacuous", message: "no program was run", text: "")
    }
    let missing = unseen.map {
      Suite.Case(
        name: "declared: \($0.deviation)",
        outcome: .failure(type: "declared deviation", message: $0.text, text: ""))
    }
    return Suite(name: "campaign", cases: [ended] + missing)
  }

  private func suite(of chapter: Chapter) -> Suite {
    let own = facts.filter { Facts.chapter(of: $0.name) == chapter }
    var suite = Suite(name: chapter.rawValue, cases: own.map(testCase))
    for (number, finding) in findings.enumerated()
    where (finding.chapters.first ?? Chapter.ipc.rawValue) == chapter.rawValue {
      let text = finding.text.joined(separator: "\n") + "\n\n" + finding.file
      let name = "finding \(number + 1): \(finding.group)"
      let outcome: Suite.Outcome
      if let reason = finding.reason {
        outcome = .skipped("declared: \(reason)")
      } else if let failure = finding.failure {
        outcome = .error(type: failure, message: finding.group, text: text)
      } else {
        outcome = .failure(
          type: finding.facts.first ?? "deviation", message: finding.group, text: text)
      }
      suite.cases.append(Suite.Case(name: name, outcome: outcome))
    }
    return suite
  }

  private func testCase(of fact: Count) -> Suite.Case {
    let about = findings.filter { $0.facts.contains(fact.name) }
    let outcome: Suite.Outcome
    let numbers = "\(fact.passed) programs passed, \(fact.failed) failed"
    if fact.failed > 0, about.isEmpty || about.contains(where: { $0.reason == nil }) {
      let groups = about.filter { $0.reason == nil }.map { "\($0.group)\n" }.joined()
      outcome = .failure(type: fact.name, message: numbers, text: groups)
    } else if fact.failed > 0 {
      let reasons = about.compactMap(\.reason).joined(separator: "; ")
      outcome = .skipped("declared: \(reasons); \(numbers)")
    } else if fact.passed > 0 {
      outcome = .passed
    } else if fact.skipped > 0 {
      let reasons = skipped.sorted { $0.key < $1.key }.map { "\($0.key) (\($0.value))" }
      outcome = .skipped(
        "\(fact.skipped) programs were left out: \(reasons.joined(separator: ", "))")
    } else {
      outcome = .skipped("no program was about it")
    }
    let words = Facts.words(fact.name).map { ": \($0)" } ?? ""
    return Suite.Case(name: fact.name + words, outcome: outcome)
  }
}

/// Test cases that belong together.
private struct Suite {
  enum Outcome {
    case passed
    case skipped(String)
    case failure(type: String, message: String, text: String)
    case error(type: String, message: String, text: String)

    var isSkipped: Bool { if case .skipped = self { true } else { false } }
    var isFailure: Bool { if case .failure = self { true } else { false } }
    var isError: Bool { if case .error = self { true } else { false } }
  }

  struct Case {
    var name: String
    var outcome: Outcome
  }

  var name: String
  var cases: [Case]

  func write(
    to xml: inout XMLWriter, number: Int, of report: KernelReport, at timestamp: String,
    on host: String
  ) {
    func count(_ isMeant: (Outcome) -> Bool) -> String { "\(cases.count { isMeant($0.outcome) })" }
    let package = "l4.conform.\(report.kernel)"
    let attributes = [
      ("name", name), ("package", package), ("id", "\(number)"), ("timestamp", timestamp),
      ("hostname", host), ("tests", "\(cases.count)"), ("failures", count(\.isFailure)),
      ("errors", count(\.isError)), ("skipped", count(\.isSkipped)),
      // The programs of all chapters are run together, so that their time is nobody's alone.
      ("time", number == 0 ? report.seconds.decimal : "0"),
    ]
    xml.element("testsuite", attributes) { xml in
      xml.element("properties") { xml in
        let properties = [
          ("kernel", report.kernel), ("profile", report.profile), ("seed", "\(report.seed)"),
          ("verdict", report.verdict.rawValue),
        ]
        for (name, value) in properties {
          xml.element("property", [("name", name), ("value", value)])
        }
      }
      for one in cases { one.write(to: &xml, className: "\(package).\(name)") }
      xml.element("system-out", text: number == 0 ? report.text : "")
      xml.element("system-err")
    }
  }
}

extension Suite.Case {
  fileprivate func write(to xml: inout XMLWriter, className: String) {
    let attributes = [("name", name), ("classname", className), ("time", "0")]
    func problem(_ tag: String, _ type: String, _ message: String, _ text: String) {
      xml.element("testcase", attributes) { xml in
        xml.element(tag, [("message", message), ("type", type)], text: text)
      }
    }
    switch outcome {
    case .passed: xml.element("testcase", attributes)
    case .skipped(let reason):
      xml.element("testcase", attributes) { xml in
        xml.element("skipped", [("message", reason)])
      }
    case .failure(let type, let message, let text): problem("failure", type, message, text)
    case .error(let type, let message, let text): problem("error", type, message, text)
    }
  }
}

extension Double {
  /// As a decimal number without an exponent.
  fileprivate var decimal: String {
    guard isFinite, self >= 0, self < 1e12 else { return "0" }
    let thousandths = Int((self * 1000).rounded())
    let rest = String(thousandths % 1000)
    return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - rest.count) + rest
  }
}
