import Evidence
import Exploration
import Foundation
import KernelUniverses
import Systems
import Universes

/// A file that `l4 check` takes.
enum CheckInput {
  case universe(AnyRunFile)
  case system(SystemFile)

  init(path: String) throws {
    let data = try Data(contentsOf: URL(fileURLWithPath: path))
    // What is no text is a mistake that both readers tell.
    if SystemFile.isSystem(String(decoding: data, as: UTF8.self)) {
      self = .system(try SystemFile(contentsOf: path))
    } else {
      self = .universe(try UniverseFiles.read(path))
    }
  }
}

extension Check {
  /// Which runs of a system are drawn.
  enum Shows {
    case nothing
    /// Those that break what should hold.
    case unexpected
    case everything
  }

  /// Explores one system, and shows the runs that break its statements.
  static func check(
    _ file: SystemFile, limits: SearchLimits, plain: Bool, line: ProgressLine, traces: String,
    shows: Shows
  ) throws -> CheckResult {
    let options = limits.options { progress in
      line.show(
        "\(file.name): level \(progress.level), \(grouped(progress.distinct)) states, "
          + "\(grouped(progress.generated)) generated")
    }
    let report = try file.search(options, isPlain: plain)
    line.clear()
    var result = CheckResult(file, report, workers: options.workers)
    for (index, finding) in report.findings.enumerated() {
      guard let run = finding.run else { continue }
      let number = finding.number.isEmpty ? "\(index + 1)" : finding.number
      let trace = run.trace(
        of: file, verdict: .violated,
        property: .init(number: finding.number, name: finding.text), failed: finding.explanation,
        isShortest: finding.isShortest)
      let path = try OutputFolder(path: traces).write(
        trace.itf, as: "\(file.name)-\(number).itf.json")
      result.traces.append(path)
      if shows == .everything || (shows == .unexpected && !finding.isExpected) {
        print(finding.summary(replay: path))
      }
    }
    if shows != .nothing {
      for finding in report.findings where finding.verdict != .violated && !finding.isExpected {
        let why =
          switch finding.verdict {
          case .vacuous: "nothing is ever due"
          case .incomplete: "the search did not come to its end"
          default: "it holds, though it is listed as a hazard"
          }
        print("\(file.name): \"\(finding.text)\": \(why)")
      }
      if case .complete = report.coverage.end {
        for goal in report.unreached { print("\(file.name): never reached: \(goal)") }
      }
    }
    return result
  }
}

extension CheckResult {
  /// What became of a check or a hazard of a system.
  struct Statement: Encodable {
    var statement: String
    var isHazard: Bool
    var verdict: Verdict
  }

  init(_ file: SystemFile, _ report: SystemReport, workers: Int) {
    universe = file.name
    self.file = file.file
    verdict = report.verdict
    expected = report.expected
    distinct = report.distinct
    generated = report.generated
    depth = report.depth
    actions = report.actions.map {
      Action(kind: $0.kind, generated: $0.generated, changed: $0.changed)
    }
    deadActions = []
    goals = report.goals
    unreachedGoals = report.unreached
    goalsReached = goals - unreachedGoals.count
    covered = report.coverage.sentence
    self.workers = workers
    cpuSeconds = report.cpuSeconds
    wallSeconds = report.wallSeconds
    bytesPerState = report.bytesPerState
    statements = report.findings.map {
      Statement(statement: $0.text, isHazard: $0.isHazard, verdict: $0.verdict)
    }
    unexpected = report.unexpected
  }
}
