import Evidence
import KernelPrograms

import class Foundation.JSONEncoder

extension KernelReport {
  /// The report as a SARIF 2.1.0 log, for those who show findings beside files: a rule for every fact
  /// and for every way not to answer, and a result for every finding, at the step of its program.
  package func sarif(version: String? = nil) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(log(version)), as: UTF8.self) + "\n"
  }

  private func log(_ version: String?) -> SARIF {
    let rules = Self.rules
    let positions = Dictionary(uniqueKeysWithValues: rules.enumerated().map { ($1.id, $0) })
    let driver = SARIF.Driver(semanticVersion: version, rules: rules)
    let run = SARIF.Run(
      tool: .init(driver: driver),
      invocations: [
        .init(
          executionSuccessful: stopped == nil,
          toolExecutionNotifications: stopped.map { [.init(message: .init(text: $0))] } ?? [])
      ],
      results: findings.map { result($0, positions) } + unseen.map { result($0, positions) },
      properties: .init(
        kernel: kernel, profile: profile, seed: seed, verdict: verdict.rawValue, passed: passed,
        failed: failed, skipped: skipped))
    return SARIF(runs: [run])
  }

  private static let otherRule = "deviation"
  private static let unseenRule = "declared-deviation"

  private static let rules: [SARIF.Rule] = {
    func rule(_ id: String, _ text: String) -> SARIF.Rule {
      .init(
        id: id, shortDescription: .init(text: text), fullDescription: .init(text: text),
        help: .init(text: "\(id): \(text)"))
    }
    return Facts.numbers.map { rule($0, Facts.words($0) ?? "") }
      + Transcript.Failure.Kind.allCases.map { rule($0.rawValue, $0.sentence) }
      + [
        rule(otherRule, "The kernel answers what the specification does not allow."),
        rule(unseenRule, "A deviation that is declared occurs."),
      ]
  }()

  private func result(_ finding: Finding, _ positions: [String: Int]) -> SARIF.Result {
    let named = [finding.failure].compactMap { $0 } + finding.facts
    let rule = named.first { positions[$0] != nil } ?? Self.otherRule
    let lines = finding.file.split(separator: "\n", omittingEmptySubsequences: false)
    let step = lines.indices.contains(finding.line - 1) ? String(lines[finding.line - 1]) : nil
    let location = finding.path.map { path in
      SARIF.Location(
        physicalLocation: .init(
          artifactLocation: .init(uri: path.uri),
          region: .init(line: finding.line, step)))
    }
    return SARIF.Result(
      ruleId: rule, ruleIndex: positions[rule] ?? -1,
      message: .init(text: finding.text.joined(separator: "\n")),
      locations: location.map { [$0] } ?? [],
      partialFingerprints: .init(of: "\(kernel): \(finding.group)", as: "group/v1"),
      suppressions: finding.reason.map { [.init(justification: $0)] } ?? [],
      properties: .init(
        facts: finding.facts, chapters: finding.chapters, programs: finding.programs,
        origin: finding.origin, isReproducible: finding.isReproducible, program: finding.file))
  }

  private func result(_ unseen: Unseen, _ positions: [String: Int]) -> SARIF.Result {
    SARIF.Result(
      ruleId: Self.unseenRule, ruleIndex: positions[Self.unseenRule] ?? -1, level: "warning",
      message: .init(
        text: "this declared deviation did not occur: \(unseen.deviation) (\(unseen.reason))"),
      locations: [
        .init(
          physicalLocation: .init(
            artifactLocation: .init(uri: unseen.file.uri),
            region: .init(line: unseen.line, nil)))
      ],
      partialFingerprints: .init(of: "\(kernel): \(unseen.deviation)", as: "declared/v1"),
      suppressions: [], properties: nil)
  }
}

extension [String: String] {
  /// What says that findings of two runs are the same, wherever their programs are; and the same as
  /// GitHub takes it, which looks at one fingerprint only and wants a number and a count.
  fileprivate init(of text: String, as name: String) {
    // FNV-1a.
    let hash = text.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01B3
    }
    self = [name: text, "primaryLocationLineHash": String(hash, radix: 16) + ":1"]
  }
}

extension Transcript.Failure.Kind {
  /// What it means, for those who have not read the protocol.
  var sentence: String {
    switch self {
    case .crashed: "A kernel does not end, by a signal or an exit."
    case .hung: "A kernel answers in the time that it has."
    case .late: "A kernel answers before its time is over."
    case .flooded: "A kernel sends no more than an answer can be."
    case .garbled: "What a kernel sends is an answer."
    case .forged: "An answer names only what is on the stage."
    case .audit: "The structures of a kernel are sound at all times."
    case .refused: "A kernel runs what it has not said that it cannot run."
    }
  }
}

extension String {
  /// The path of a file as a URI, or a reference to one. (RFC 3986)
  fileprivate var uri: String {
    let plain = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/".utf8)
    let path = utf8.map { byte in
      if plain.contains(byte) { return String(Unicode.Scalar(byte)) }
      let digits = String(byte, radix: 16, uppercase: true)
      return "%" + (digits.count == 1 ? "0" : "") + digits
    }.joined()
    return hasPrefix("/") ? "file://\(path)" : path
  }
}
