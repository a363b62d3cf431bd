import ArgumentParser
import Evidence
import Foundation
import Proving

struct RecheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recheck",
    abstract: "Let other solvers decide written obligations again.",
    discussion: """
      The folder is one that 'l4 prove --write' has filled. A solver that says the opposite of \
      what was recorded, or cannot read a file, makes the exit status \(Failure.toolError). One \
      that runs out of time says nothing; a file that nobody confirms makes it \
      \(Verdict.unknown.exitStatus). The solvers are z3, cvc5 and boolector, as far as they are \
      installed.
      """)

  @Argument(help: "A folder of SMT-LIB 2 files.")
  var folder: String
  @Option(parsing: .unconditional, help: "The longest time for a file and solver, in seconds.")
  var timeout = 60.0
  @OptionGroup var output: OutputOptions

  func validate() throws { try validateTime("timeout", timeout) }

  func run() throws {
    var recheck = Recheck(timeout: .seconds(timeout))
    guard recheck.solvers.contains(where: { $0.location != nil }) else {
      let names = recheck.solvers.map(\.program).joined(separator: " nor ")
      throw MissingProgram(description: "no solver is installed: neither \(names) is in PATH")
    }
    // Foundation does not start programs from several threads at once without crashing now and then.
    recheck.workers = 1
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
      for row in report.unconfirmed { print("confirmed by nobody: \(row.file.relativePath)") }
      for row in report.rows where row.isDisagreement || row.hasErrors {
        let answers = zip(report.solvers, row.answers).map { "\($0.name) \($1)" }
        let recorded = row.recorded.map { ["recorded is \($0)"] } ?? []
        let all = (answers + recorded).joined(separator: ", ")
        print("solvers disagree: \(row.file.relativePath): \(all)")
      }
    case .json: try Report.json(rows)
    }
    if report.rows.contains(where: { $0.isDisagreement || $0.hasErrors }) {
      Foundation.exit(Failure.toolError)
    }
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
