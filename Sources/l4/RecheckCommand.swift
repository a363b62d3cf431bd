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
      what was recorded, crashes, or says what is no answer makes the exit status \
      \(Failure.toolError). One that runs out of time says nothing; a file that nobody confirms \
      makes it \(Verdict.unknown.exitStatus). The solvers are z3, cvc5 and boolector, as far as \
      they are installed.
      """)

  @Argument(help: "A folder of SMT-LIB 2 files.")
  var folder: String
  @Option(parsing: .unconditional, help: "The longest time for a file and solver, in seconds.")
  var timeout = 60.0
  @Option(help: "Solvers that run at the same time.")
  var jobs = ProcessInfo.processInfo.activeProcessorCount
  @OptionGroup var output: OutputOptions

  func validate() throws {
    try validateTime("timeout", timeout)
    guard (1...256).contains(jobs) else {
      throw ValidationError("--jobs must be 1 to 256, not \(jobs)")
    }
  }

  func run() throws {
    var recheck = Recheck(timeout: .seconds(timeout))
    let missing = recheck.solvers.filter { $0.location == nil }
    guard missing.count < recheck.solvers.count else {
      let names = missing.map(\.program).joined(separator: " nor ")
      throw MissingProgram(description: "no solver is installed: neither \(names) is in PATH")
    }
    recheck.jobs = jobs
    let files = try Recheck.files(in: URL(fileURLWithPath: folder))
    guard !files.isEmpty else {
      throw InputError(
        file: folder, message: "there are no .smt2 files; 'l4 prove --write \(folder)' writes them")
    }
    let line = ProgressLine(isShown: output.showsProgress)
    recheck.progress = { line.show($0.text) }
    let report = try recheck.run(files)
    line.clear()
    switch output.format {
    case .text: report.show(missing)
    case .json: try Report.json(report.summaries)
    }
    if report.rows.contains(where: { $0.isDisagreement || $0.hasFailures }) {
      Foundation.exit(Failure.toolError)
    }
    if !report.unconfirmed.isEmpty { Foundation.exit(Verdict.unknown.exitStatus) }
  }
}

extension Recheck.Progress {
  fileprivate var text: String {
    var parts = ["asked \(grouped(answers)) of \(grouped(questions)) questions"]
    if open > 0 { parts.append("\(grouped(open)) not answered") }
    if problems > 0 { parts.append("\(grouped(problems)) to be looked at") }
    return parts.joined(separator: ", ")
  }
}

/// What one solver said, in numbers of files.
private struct Summary: Encodable {
  var solver: String
  /// Those that it was asked about.
  var files: Int
  var unsat: Int
  var sat: Int
  var unknown: Int
  var timeout: Int
  var crashed: Int
  var nonsense: Int
  var seconds: Double
}

extension Recheck.Report {
  fileprivate var summaries: [Summary] {
    solvers.indices.map { solver in
      Summary(
        solver: solvers[solver].name,
        files: count(solver) { $0 != .missing && $0 != .otherLogic },
        unsat: count(solver) { $0 == .unsat }, sat: count(solver) { $0 == .sat },
        unknown: count(solver) { $0 == .unknown }, timeout: count(solver) { $0 == .timeout },
        crashed: count(solver) { if case .crashed = $0 { true } else { false } },
        nonsense: count(solver) { if case .nonsense = $0 { true } else { false } },
        seconds: rows.reduce(0) { $0 + $1.durations[solver] / .seconds(1) })
    }
  }

  fileprivate func show(_ missing: [ExternalSolver]) {
    var table = Table(
      [
        "solver", "obligations", "proved", "refuted", "unknown", "timeout", "crashed", "nonsense",
        "seconds",
      ], figures: [1, 2, 3, 4, 5, 6, 7, 8])
    for row in summaries where row.files > 0 {
      let counts = [
        row.files, row.unsat, row.sat, row.unknown, row.timeout, row.crashed, row.nonsense,
      ]
      table.add([row.solver] + counts.map(grouped) + [String(format: "%.1f", row.seconds)])
    }
    table.show()
    for solver in missing { print("missing: \(solver.program) is not in PATH") }
    showAgreements()
    for row in rows where row.isDisagreement || row.hasFailures {
      let answers = zip(solvers, row.answers).map { "\($0.name) \($1)" }
      let recorded = row.recorded.map { ["recorded is \($0)"] } ?? []
      let title = row.isDisagreement ? "solvers disagree" : "a solver fails"
      let all = (answers + recorded).joined(separator: ", ")
      print("\(title): \(row.file.relativePath): \(all)")
    }
    for row in unconfirmed { print("confirmed by nobody: \(row.file.relativePath)") }
  }

  /// How many of the recorded answers are confirmed by how many solvers, and who agrees with whom.
  private func showAgreements() {
    let most = rows.map(\.confirmations).max() ?? 0
    let counts = (0...most).reversed().map { number in
      "\(grouped(rows.count { $0.confirmations == number })) by \(number == 0 ? "nobody" : "\(number)")"
    }
    print("\(grouped(rows.count)) obligations are confirmed: \(counts.joined(separator: ", "))")
    for solver in solvers.indices {
      for other in solvers.indices where other > solver {
        let (both, same) = agreements(solver, other)
        guard both > 0 else { continue }
        print(
          "\(solvers[solver].name) and \(solvers[other].name) agree about \(grouped(same)) of "
            + "\(grouped(both)) that both answer")
      }
    }
  }
}
