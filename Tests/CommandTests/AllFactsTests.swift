import Foundation
import Testing

/// Every fact of sections A to L is cited by a rule, a statement or a test; or it is said why not.
struct AllFactsTests {
  /// The numbers of the facts: how they begin, and how many there are.
  static let kinds = [
    ("A", 10), ("AS", 21), ("FP", 10), ("UM", 15), ("IO", 7), ("EX", 12), ("TN", 15), ("SC", 17),
    ("IPC-", 64), ("PF-", 14), ("EXC-", 4), ("PR-", 2), ("INT-", 15), ("CC-", 25), ("S0-", 7),
  ]
  static let facts = kinds.flatMap { kind, count in (1...count).map { "\(kind)\($0)" } }
  static let page = "docs/facts-without-rule.md"

  /// The facts that a text cites, as `AS5` or `IPC-13`, or as `UM2–UM5` or `EX1 to EX4`. What begins
  /// with a letter and a hyphen, as `I-AS5`, is a statement or a mutant.
  static func citations(in text: String) -> Set<String> {
    let kind = "(A|AS|FP|UM|IO|EX|TN|SC|IPC-|PF-|EXC-|PR-|INT-|CC-|S0-)"
    let pattern =
      try? Regex(
        "(?:^|[^A-Za-z0-9-])\(kind)([0-9]+)(?:(?:[–-]| to )\(kind)([0-9]+))?(?![A-Za-z0-9])",
        as: (Substring, Substring, Substring, Substring?, Substring?).self)
    var found: Set<String> = []
    for match in pattern.map({ text.matches(of: $0) }) ?? [] {
      guard let first = Int(match.2) else { continue }
      let last = match.3 == match.1 ? match.4.flatMap { Int($0) } ?? first : first
      for number in first...max(first, last) { found.insert("\(match.1)\(number)") }
      if let other = match.3, let number = match.4, other != match.1 {
        found.insert("\(other)\(number)")
      }
    }
    return found
  }

  /// The facts that are cited in specifications, proofs and tests, but for the tables of what is no
  /// rule.
  private static func cited() throws -> Set<String> {
    var all: Set<String> = []
    for folder in ["specs", "proofs", "Tests"] {
      for file in try Documents.files(in: folder, ".swift", ".yaml", ".md")
      where !file.hasSuffix("FactsTests.swift") {
        let text = try Documents.text(file)
        let parts = file.hasSuffix(".md") ? text.components(separatedBy: "\n## ") : [text]
        for part in parts where !part.hasPrefix("No rule") { all.formUnion(citations(in: part)) }
      }
    }
    return all
  }

  /// The facts of which a chapter says that they are no rule.
  private static func excusedByChapters() throws -> [String] {
    try Documents.files(in: "specs", "README.md")
      .filter { try Documents.text($0).contains("\n## No rule\n") }
      .flatMap { try Documents.rows(below: "## No rule", in: $0).map { $0[0] } }
  }

  @Test func `citations are found`() {
    #expect(
      Self.citations(in: "I-IPC1, M-CC2 (IPC-3, A6; EX2–EX4, PF-1 to PF-3) T-CC7 S0-3 0xA1.")
        == ["IPC-3", "A6", "EX2", "EX3", "EX4", "PF-1", "PF-2", "PF-3", "S0-3"])
  }

  @Test func `every fact is cited, or it is said why not`() throws {
    let cited = try Self.cited()
    let excused = try Documents.rows(below: "# Facts without a rule", in: Self.page)
    let chapters = try Self.excusedByChapters()
    let listed = excused.map { $0[0] }
    let missing = Self.facts.filter {
      !cited.contains($0) && !listed.contains($0) && !chapters.contains($0)
    }
    #expect(missing.isEmpty, "cite them, or list them in \(Self.page) with the reason")
    // The list is short, has reasons, and nothing that is not true any more.
    #expect(listed.count <= 20)
    #expect(Set(listed).count == listed.count)
    #expect(excused.allSatisfy { $0.count == 2 && !$0[1].isEmpty })
    #expect(listed.filter(cited.contains) == [], "\(Self.page) lists what is cited")
    #expect(listed.filter(chapters.contains) == [], "\(Self.page) lists what a chapter does")
    #expect(listed.filter { !Self.facts.contains($0) } == [])
  }

  @Test func `no fact is cited that does not exist`() throws {
    let unknown = try Self.cited().subtracting(Self.facts).filter { $0.last != "0" }
    #expect(unknown.isEmpty)
  }
}
