import AddressSpacesProofs
import ClansAndChiefsProofs
import Foundation
import Proving
import Testing

/// Every fact about address spaces and clans is in the specification, or it is said why it is no rule;
/// and what the pages say about facts can be found.
struct FactsTests {
  static let facts =
    (1...21).map { "AS\($0)" } + (1...10).map { "FP\($0)" } + (1...15).map { "UM\($0)" }
    + (1...6).map { "IO\($0)" } + (1...25).map { "CC-\($0)" }
  static let chapters = ["specs/Vocabulary", "specs/AddressSpaces", "specs/ClansAndChiefs"]
  /// The kinds of facts that each chapter has the rows of.
  static let kinds = [["FP"], ["AS", "UM", "IO"], ["CC"]]

  /// The facts that a text cites, as `AS5` or `CC-5`, or as `UM2–UM5`; `I-AS5` and `M-AS5` are no facts.
  static func citations(in text: String) -> Set<String> {
    var found: Set<String> = []
    let pattern = /(?:^|[^A-Za-z0-9-])(AS|FP|UM|IO|CC-)([0-9]+)(?:[–-](?:AS|FP|UM|IO|CC-)([0-9]+))?/
    for match in text.matches(of: pattern) {
      guard let first = Int(match.2) else { continue }
      let last = match.3.flatMap { Int($0) } ?? first
      for number in first...max(first, last) { found.insert("\(match.1)\(number)") }
    }
    return found
  }

  private static func cited(in folders: [String], _ endings: String...) throws -> Set<String> {
    var all: Set<String> = []
    for folder in folders {
      for ending in endings {
        for file in try Documents.files(in: folder, ending) {
          all.formUnion(citations(in: try Documents.text(file)))
        }
      }
    }
    return all
  }

  /// The facts that the pages of the chapters say are no rules.
  private static func excused() throws -> [String] {
    try chapters.flatMap { chapter in
      try Documents.rows(below: "## No rule", in: "\(chapter)/README.md").map { $0[0] }
    }
  }

  @Test func `citations are found`() {
    #expect(
      Self.citations(in: "I-AS1, M-AS2 (AS3, AS12; UM2–UM4, FP5-FP6) T-AS7 IO3. T-CC2 CC-4")
        == ["AS3", "AS12", "UM2", "UM3", "UM4", "FP5", "FP6", "IO3", "CC-4"])
  }

  @Test func `every fact is cited where it is a rule, or excused`() throws {
    let cited = try Self.cited(in: ["specs"], ".swift", ".yaml")
    let excused = try Self.excused()
    let missing = Self.facts.filter { !cited.contains($0) && !excused.contains($0) }
    #expect(missing.isEmpty)
    #expect(excused.count <= 12, "what is excused should stay little: \(excused)")
    #expect(Set(excused).count == excused.count)
  }

  @Test func `no fact is cited that does not exist`() throws {
    let cited = try Self.cited(in: ["specs", "proofs", "Sources", "Tests"], ".swift", ".yaml")
    #expect(cited.subtracting(Self.facts + ["IO7"]).isEmpty)
  }

  @Test func `every fact has a row that says where it is`() throws {
    for (chapter, kinds) in zip(Self.chapters, Self.kinds) {
      let page = "\(chapter)/README.md"
      let rows = try Documents.rows(below: "## Facts", in: page)
      let excused = try Documents.rows(below: "## No rule", in: page).map { $0[0] }
      let listed = rows.map { $0[0] } + excused
      for fact in Self.facts where kinds.contains(String(fact.prefix(2))) {
        #expect(listed.count { $0 == fact } == 1, "\(page): \(fact)")
      }
      for row in rows {
        #expect(row.count == 3 && !row[1].isEmpty, "\(row)")
        let files = row[2].matches(of: /[A-Za-z+\/]+\.swift/).map { String($0.0) }
        #expect(!files.isEmpty, "\(row)")
        for file in files {
          let path = file.contains("/") ? file : "\(chapter)/\(file)"
          let text = try? Documents.text(path)
          #expect(text != nil, "\(page): \(row[0]): there is no \(path)")
        }
        // The names in backquotes can be found in one of them.
        let texts = files.compactMap { file in
          try? Documents.text(file.contains("/") ? file : "\(chapter)/\(file)")
        }
        for name in row[2].matches(of: /`([A-Za-z]+)`/).map({ String($0.1) }) {
          #expect(texts.contains { $0.contains(name) }, "\(page): \(row[0]): \(name)")
        }
      }
    }
  }

  /// A row of a statement as it should be: the engines that check it are the last columns.
  private static func row(_ statement: some Statement) -> [String] {
    [statement.number, statement.sentence]
      + Engine.allCases.map { statement.engines.contains($0) ? "yes" : "no" }
  }

  /// The statements of each chapter.
  static let statements = [
    "proofs/AddressSpaces/README.md":
      Invariant.allCases.map(row) + StepProperty.allCases.map(row) + HotSpot.allCases.map(row),
    "proofs/ClansAndChiefs/README.md":
      ClanInvariant.allCases.map(row) + ClanProperty.allCases.map(row),
  ]

  @Test(arguments: statements.keys.sorted())
  func `every statement is described, with the engines that check it`(page: String) throws {
    let statements = try #require(Self.statements[page])
    let rows =
      try Documents.rows(below: "## Invariants", in: page)
      + Documents.rows(below: "## What is true of every step", in: page)
    let described = rows.map { cells in
      [cells[0], cells[1]] + cells[3...].map { $0.hasPrefix("no") ? "no" : "yes" }
    }
    #expect(Set(described) == Set(statements))
    #expect(described.count == statements.count)
  }
}
