import Evidence
import Foundation
import Testing

/// What is written about the product is so.
struct DocumentTests {
  @Test func `the references of files are those that the command prints`() throws {
    let reference = try Workplace().l4("check", "--keys")
    #expect(reference.status == 0)
    let pages = try ["run", "system"].map { kind in
      let page = try Documents.text("docs/\(kind)-files.md")
      let start = try #require(page.firstRange(of: "### A \(kind) file\n")?.lowerBound)
      return page[start...].trimmingCharacters(in: .newlines)
    }
    #expect(
      pages.joined(separator: "\n\n") == reference.output.trimmingCharacters(in: .newlines),
      "write 'l4 check --keys' into docs/run-files.md and docs/system-files.md again")
  }

  @Test(arguments: ["run-files", "system-files"])
  func `the example of a file runs`(name: String) throws {
    let page = try Documents.text("docs/\(name).md")
    let parts = page.components(separatedBy: "```")
    let example = try #require(parts.first { $0.hasPrefix("yaml\n") }).dropFirst(5)
    let run = try Workplace(["run.yaml": String(example)]).l4("check", "run.yaml")
    #expect(run.status == 0, "\(run)")
  }

  @Test func `the example of a trace replays`() throws {
    let page = try Documents.text("docs/traces.md")
    let parts = page.components(separatedBy: "```")
    let example = try #require(parts.first { $0.hasPrefix("text\nl4 trace") }).dropFirst(5)
    let run = try Workplace(["trace.txt": String(example)]).l4("replay", "trace.txt")
    #expect(run.status == 0, "\(run)")
  }

  @Test func `the manual is what the rules say`() throws {
    let page = Documents.root.appendingPathComponent("docs/manual.md").path
    let run = try Workplace().l4("manual", "--check", page)
    #expect(run.status == 0, "\(run)")
  }

  @Test func `a manual that is out of date is found`() throws {
    let page = try Documents.text("docs/manual.md")
    let old = page.replacing(
      "`0x30 send timeout`", with: "`0x20 receive timeout`", maxReplacements: 1)
    #expect(old != page)
    let run = try Workplace(["manual.md": old]).l4("manual", "--check", "manual.md")
    #expect(run.status == Failure.outdated)
    #expect(run.errors.hasPrefix("l4: manual.md:"))
    #expect(run.output.isEmpty)
  }

  @Test func `every path of the manual is taken by a run`() throws {
    struct Row: Decodable {
      var rule: String
      var paths: Int
      var taken: Int
      var missed: [String]
    }
    let run = try Workplace().l4("check", "--paths", "--format", "json")
    #expect(run.status == 0, "\(run)")
    let rows = try JSONDecoder().decode([Row].self, from: Data(run.output.utf8))
    #expect(rows.count >= 40)
    #expect(rows.flatMap(\.missed).isEmpty)
    #expect(rows.allSatisfy { $0.paths > 0 && $0.taken == $0.paths })
  }

  @Test func `every status is documented`() throws {
    let page = "docs/exit-statuses.md"
    let verdicts = try Documents.rows(below: "## Verdicts", in: page)
    #expect(
      verdicts.map { "\($0[0]) \($0[1])" }
        == Verdict.allCases.map { "\($0.exitStatus) \($0.rawValue)" })
    let failures = try Documents.rows(below: "## No verdict", in: page)
    #expect(
      failures.map { $0[0] }
        == [
          Failure.unexpectedVerdict, Failure.outdated, Failure.declaredUnseen, Failure.usage,
          Failure.badInput,
          Failure.noInput,
          Failure.unavailable, Failure.toolError, Failure.cannotCreate,
        ].map { "\($0)" })
  }

  @Test func `every universe is described`() throws {
    let files = try Documents.files(in: "specs/universes", ".yaml")
    let page = "specs/universes/README.md"
    let described = try Documents.rows(below: "# Universes", in: page).map { $0[0] }
    #expect(described.sorted() == files.map { String($0.dropFirst("specs/universes/".count)) })
  }

  @Test func `every system is described`() throws {
    let files = try Documents.files(in: "specs/Systems", ".yaml")
    let page = "specs/Systems/README.md"
    let described = try Documents.rows(below: "## The systems", in: page).flatMap { row in
      row[0].split(separator: ",").map {
        $0.trimmingCharacters(in: CharacterSet(charactersIn: " `"))
      }
    }
    #expect(described.sorted() == files.map { String($0.dropFirst("specs/Systems/".count)) })
  }

  @Test func `what pages link to is there`() throws {
    let pages =
      try ["docs", "specs", "proofs"].flatMap { try Documents.files(in: $0, ".md") }
    #expect(pages.count >= 10)
    for page in pages {
      let folder = Documents.root.appendingPathComponent(page).deletingLastPathComponent()
      for link in try Documents.text(page).matches(of: /\]\(([^)#:]+)(#[^)]*)?\)/) {
        let target = folder.appendingPathComponent(String(link.1)).standardized.path
        #expect(FileManager.default.fileExists(atPath: target), "\(page): \(link.1)")
      }
    }
  }
}
