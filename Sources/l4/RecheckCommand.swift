import ArgumentParser
import Evidence
import Foundation
import Proving

struct RecheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recheck",
    abstract: "Let other solvers decide written obligations again.",
    discussion: """
      The folder is one that 'l4 prove --write' has filled. A solver that runs out of time says \
      nothing; one that says the opposite of what was recorded is a disagreement, and the exit \
      status is \(Failure.toolError).
      """)

  @Argument(help: "A folder of SMT-LIB 2 files.")
  var folder: String
  @Option(help: "The longest time for a file and solver, in seconds.")
  var timeout = 60.0
  @OptionGroup var output: OutputOptions

  func run() throws {
    var recheck = Recheck(timeout: .seconds(timeout))
    recheck.workers = ProcessInfo.processInfo.activeProcessorCount
    let files = try Recheck.files(in: URL(fileURLWithPath: folder))
    guard !files.isEmpty else {
      throw InputError(
        file: folder, message: "there are no .smt2 files; 'l4 prove --write \(folder)' writes them")
    }
    let report = try recheck.run(files)
    let rows = report.solvers.enumerated().map { position, solver in
      Row(
        solver: solver.name, files: report.rows.count, unsat: report.count(position, .unsat),
        sat: report.count(position, .sat),
        seconds: report.rows.reduce(0) { $0 + $1.durations[position] / .seconds(1) })
    }
    switch output.format {
    case .text:
      var table = Table(
        ["solver", "obligations", "proved", "refuted", "no answer", "seconds"],
        figures: [1, 2, 3, 4, 5])
      for row in rows {
        table.add([
          row.solver, "\(row.files)", "\(row.unsat)", "\(row.sat)",
          "\(row.files - row.unsat - row.sat)", String(format: "%.1f", row.seconds),
        ])
      }
      table.show()
      for row in report.unconfirmed { print("confirmed by nobody: \(row.file.lastPathComponent)") }
      for row in report.disagreements {
        print("solvers disagree: \(row.file.path): \(row.answers.map(\.description))")
      }
    case .json: try Report.json(rows)
    }
    if !report.isAgreement { Foundation.exit(Failure.toolError) }
    if !report.unconfirmed.isEmpty { Foundation.exit(Verdict.unknown.exitStatus) }
  }

  struct Row: Encodable {
    var solver: String
    var files: Int
    var unsat: Int
    var sat: Int
    var seconds: Double
  }
}
