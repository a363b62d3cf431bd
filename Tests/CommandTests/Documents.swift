import Foundation
import Testing

/// The pages of the repository.
enum Documents {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
  }

  /// The files below a folder with one of these endings, by path from the root.
  static func files(in folder: String, _ endings: String...) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: root.appendingPathComponent(folder).path)
      .filter { name in endings.contains { name.hasSuffix($0) } }
      .sorted().map { "\(folder)/\($0)" }
  }

  /// The rows of the table below a heading, up to the next heading; the first cells without
  /// backquotes.
  static func rows(below heading: String, in path: String) throws -> [[String]] {
    let lines = try text(path).split(separator: "\n", omittingEmptySubsequences: false)
    let start = try #require(lines.firstIndex { $0 == heading }, "\(path) has no \"\(heading)\"")
    let section = lines[(start + 1)...].prefix { !$0.hasPrefix("#") }
    return section.filter { $0.hasPrefix("|") }.dropFirst(2).map { line in
      var cells = line.dropFirst().dropLast()
        .split(separator: "|", omittingEmptySubsequences: false)
        .map { $0.trimmingCharacters(in: .whitespaces) }
      cells[0] = cells[0].trimmingCharacters(in: CharacterSet(charactersIn: "`"))
      return cells
    }
  }

  /// The documented keys of what a command prints as JSON.
  static func keys(of command: String) throws -> Set<String> {
    Set(try rows(below: "### `\(command)`", in: "docs/exit-statuses.md").map { $0[0] })
  }
}
