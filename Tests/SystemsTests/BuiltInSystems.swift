import Evidence
import Exploration
import Foundation
import Systems

/// The systems of specs/Systems.
enum BuiltInSystems {
  static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("specs/Systems")

  static let names: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
  }()

  static func text(_ name: String) throws -> String {
    try String(contentsOf: folder.appendingPathComponent("\(name).yaml"), encoding: .utf8)
  }

  static func system(_ name: String) throws -> SystemFile {
    try SystemFile(parsing: text(name), file: "\(name).yaml")
  }
}

/// Searches the system that a text describes.
func search(_ text: String, options: Options = Options()) throws -> SystemReport {
  try SystemFile(parsing: text, file: "my.yaml").search(options)
}

extension SystemReport {
  /// What became of a statement.
  func verdict(of statement: String) -> Verdict? {
    findings.first { $0.text == statement }?.verdict
  }

  /// The actions of the run that breaks a statement.
  func actions(against statement: String) -> [String]? {
    findings.first { $0.text == statement }?.run?.actions
  }
}
