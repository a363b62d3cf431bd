import Evidence
import Foundation
import Manual

/// Which paths through the rules are taken by runs from boot, and which are not.
struct PathCoverage {
  let coverage: Coverage

  init() throws { coverage = Coverage(of: try Catalogue()) }

  /// All paths are taken, or what is said of the rules has not been seen to happen.
  var verdict: Verdict { coverage.rows.allSatisfy { $0.missed.isEmpty } ? .holds : .vacuous }

  func show(_ format: Report.Format) throws {
    switch format {
    case .text:
      var table = Table(["rule", "feasible paths", "taken"], figures: [1, 2])
      for row in coverage.rows { table.add([row.rule, "\(row.paths)", "\(row.taken)"]) }
      let all = [\Coverage.Row.paths, \.taken].map { part in
        "\(coverage.rows.reduce(0) { $0 + $1[keyPath: part] })"
      }
      table.add(["all, in \(coverage.steps) random steps"] + all)
      table.show()
      for row in coverage.rows {
        for path in row.missed { print("not taken: \(row.rule): \(path.name)") }
      }
    case .json: try Report.json(coverage.rows.map(Row.init))
    }
    if let strange = coverage.rows.first(where: { $0.unknown > 0 }) {
      Report.note("l4: \(strange.rule): a path was taken that the solver holds to be infeasible")
      Foundation.exit(Failure.toolError)
    }
  }

  struct Row: Encodable {
    var rule: String
    var paths: Int
    var taken: Int
    var missed: [String]

    init(_ row: Coverage.Row) {
      rule = row.rule
      paths = row.paths
      taken = row.taken
      missed = row.missed.map(\.name)
    }
  }
}
