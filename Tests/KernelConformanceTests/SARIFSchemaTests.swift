import Foundation
import KernelConformance
import Testing

/// The structure of our SARIF, against what the schema of 2.1.0 says of the objects that we write, and
/// against what GitHub takes. (https://docs.oasis-open.org/sarif/sarif/v2.1.0/, section 3)
struct SARIFSchemaTests {
  indirect enum Kind: Sendable {
    case text
    case uri
    case one(of: [String])
    case truth
    case number(least: Int)
    case list(Kind, isUnique: Bool = false)
    case texts
    /// Objects that have no other properties than these, the first ones always.
    case object(required: [String: Kind], optional: [String: Kind] = [:])
    /// Whatever the tool likes.
    case bag
  }

  static let message = Kind.object(required: ["text": .text])
  static let level = Kind.one(of: ["none", "note", "warning", "error"])
  static let rule = Kind.object(
    required: ["id": .text],
    optional: [
      "shortDescription": message, "fullDescription": message, "help": message,
      "defaultConfiguration": .object(required: [:], optional: ["level": level]),
    ])
  static let region = Kind.object(
    required: ["startLine": .number(least: 1)],
    optional: [
      "startColumn": .number(least: 1), "endLine": .number(least: 1),
      "endColumn": .number(least: 1), "snippet": .object(required: ["text": .text]),
    ])
  static let location = Kind.object(
    required: [
      "physicalLocation": .object(
        required: ["artifactLocation": .object(required: ["uri": .uri])],
        optional: ["region": region])
    ])
  static let suppression = Kind.object(
    required: ["kind": .one(of: ["inSource", "external"])],
    optional: [
      "status": .one(of: ["accepted", "underReview", "rejected"]), "justification": .text,
    ])
  static let result = Kind.object(
    required: ["message": message],
    optional: [
      "ruleId": .text, "ruleIndex": .number(least: -1), "level": level,
      "kind": .one(of: ["notApplicable", "pass", "fail", "review", "open", "informational"]),
      "locations": .list(location), "partialFingerprints": .texts,
      "suppressions": .list(suppression, isUnique: true), "properties": .bag,
    ])
  static let invocation = Kind.object(
    required: ["executionSuccessful": .truth],
    optional: [
      "toolExecutionNotifications": .list(
        .object(required: ["message": message], optional: ["level": level]))
    ])
  static let run = Kind.object(
    required: [
      "tool": .object(required: [
        "driver": .object(
          required: ["name": .text],
          optional: ["semanticVersion": .text, "rules": .list(rule, isUnique: true)])
      ])
    ],
    optional: [
      "invocations": .list(invocation), "results": .list(result),
      "columnKind": .one(of: ["utf16CodeUnits", "unicodeCodePoints"]), "properties": .bag,
    ])
  static let log = Kind.object(
    required: ["version": .one(of: ["2.1.0"]), "runs": .list(run)], optional: ["$schema": .uri])

  /// What is wrong with a value, each with its place.
  static func defects(_ value: Any, _ kind: Kind, at place: String = "") -> [String] {
    func wrong(_ what: String) -> [String] { ["\(place): \(what)"] }
    switch kind {
    case .text: return value is String ? [] : wrong("no text")
    case .uri:
      guard let text = value as? String else { return wrong("no text") }
      let isReference = text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F } && URL(string: text) != nil
      return isReference ? [] : wrong("no URI: \(text)")
    case .one(let names):
      return names.contains(value as? String ?? "") ? [] : wrong("none of \(names)")
    case .truth: return isTruth(value) ? [] : wrong("no truth")
    case .number(let least):
      guard !isTruth(value), let number = value as? Int else { return wrong("no number") }
      return number >= least ? [] : wrong("less than \(least)")
    case .texts:
      guard let object = value as? [String: Any] else { return wrong("no object") }
      return object.flatMap { defects($1, .text, at: "\(place).\($0)") }
    case .bag: return value is [String: Any] ? [] : wrong("no object")
    case .list(let item, let isUnique):
      guard let list = value as? [Any] else { return wrong("no list") }
      let isTwice = Set(list.map { "\($0)" }).count < list.count
      return (isUnique && isTwice ? wrong("something is there twice") : [])
        + list.enumerated().flatMap { defects($1, item, at: "\(place)[\($0)]") }
    case .object(let required, let optional):
      guard let object = value as? [String: Any] else { return wrong("no object") }
      let missing = required.keys.filter { object[$0] == nil }.flatMap { wrong("no \($0)") }
      return missing
        + object.flatMap { key, value in
          guard let kind = required[key] ?? optional[key] else {
            return wrong("there is no \(key)")
          }
          return defects(value, kind, at: "\(place).\(key)")
        }
    }
  }

  /// JSON's true and 1 are both numbers to Foundation, of different types.
  private static func isTruth(_ value: Any) -> Bool {
    guard let number = value as? NSNumber else { return value is Bool }
    return ["c", "B"].contains(String(cString: number.objCType))
  }

  static func reports() throws -> [KernelReport] {
    var declared = try ReportSamples.report()
    declared.declare(
      try ReportSamples.known(
        "- { deviation: \"send: source\", reason: late }\n- { facts: IPC-14, reason: gone }\n"))
    return [
      try ReportSamples.report(), declared, try ReportSamples.nastyReport(),
      ReportSamples.lying(.source),
    ]
  }

  private static func object(_ report: KernelReport) throws -> [String: Any] {
    let text = try report.sarif(version: "1.2.3")
    return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test func `what is written is what the schema has`() throws {
    for report in try Self.reports() {
      #expect(Self.defects(try Self.object(report), Self.log).isEmpty)
    }
  }

  static let mutations: [@Sendable (inout [String: Any], inout [String: Any]) -> Void] = [
    { log, _ in log["version"] = "2.0.0" }, { log, _ in log["runs"] = "none" },
    { log, _ in log["other"] = 1 }, { _, result in result["message"] = nil },
    { _, result in result["level"] = "fatal" }, { _, result in result["kind"] = "failed" },
    { _, result in result["ruleIndex"] = -2 }, { _, result in result["ruleIndex"] = true },
    { _, result in result["locations"] = [["physicalLocation": ["region": ["startLine": 1]]]] },
    { _, result in result["suppressions"] = [["kind": "external"], ["kind": "external"]] },
    { _, result in result["partialFingerprints"] = ["a": 1] },
  ]

  @Test(arguments: mutations.indices)
  func `what the schema has not is found`(_ index: Int) throws {
    var log = try Self.object(ReportSamples.report())
    var runs = try #require(log["runs"] as? [[String: Any]])
    var results = try #require(runs[0]["results"] as? [[String: Any]])
    var result = results[0]
    Self.mutations[index](&log, &result)
    results[0] = result
    runs[0]["results"] = results
    if log["runs"] is [[String: Any]] { log["runs"] = runs }
    #expect(Self.defects(log, Self.log).count == 1)
  }

  /// GitHub: SARIF support for code scanning. It takes 20 runs a file with 25,000 results and 25,000
  /// rules each, and of a result 1000 places; it wants what is looked at here.
  @Test func `what is written is what GitHub takes`() throws {
    for report in try Self.reports() {
      let text = try report.sarif()
      #expect(text.utf8.count < 10 << 20)
      let runs = try #require(try Self.object(report)["runs"] as? [[String: Any]])
      #expect(runs.count <= 20)
      let driver = try #require((runs[0]["tool"] as? [String: [String: Any]])?["driver"])
      let rules = try #require(driver["rules"] as? [[String: Any]])
      #expect(rules.count <= 25_000)
      for rule in rules {
        let id = try #require(rule["id"] as? String)
        #expect(id.count <= 255)
        for key in ["shortDescription", "fullDescription", "help"] {
          let words = try #require((rule[key] as? [String: String])?["text"])
          #expect((1...1024).contains(words.count), "\(id)")
        }
      }
      let results = try #require(runs[0]["results"] as? [[String: Any]])
      #expect(!results.isEmpty && results.count <= 25_000)
      var prints: [String: String] = [:]
      for result in results {
        #expect(rules.contains { $0["id"] as? String == result["ruleId"] as? String })
        let both = try #require(result["partialFingerprints"] as? [String: String])
        let text = try #require(both["group/v1"] ?? both["declared/v1"])
        let print = try #require(both["primaryLocationLineHash"])
        #expect(print.wholeMatch(of: /[0-9a-f]+:1/) != nil)
        #expect(prints[text] ?? print == print)
        prints[text] = print
        // What `l4 conform` writes has a path, and so a place.
        let places = try #require(result["locations"] as? [[String: Any]])
        guard let place = places.first?["physicalLocation"] as? [String: Any] else { continue }
        let region = try #require(place["region"] as? [String: Any])
        for key in ["startLine", "startColumn", "endLine", "endColumn"] {
          #expect(region[key] is Int, "\(key)")
        }
      }
      #expect(Set(prints.values).count == prints.count)
    }
  }
}
