import Foundation
import SMT

/// Recorded obligations, given to other solvers: proofs should not rest on one program.
public struct Recheck: Sendable {
  public var solvers: [ExternalSolver]
  /// For each solver and file.
  public var timeout: Duration
  public var workers = ProcessInfo.processInfo.activeProcessorCount

  public init(
    solvers: [ExternalSolver] = [.z3, .cvc5, .boolector], timeout: Duration = .seconds(60)
  ) {
    self.solvers = solvers
    self.timeout = timeout
  }

  /// What several solvers say of one file.
  public struct Row: Sendable {
    public let file: URL
    /// What the file itself says that the answer is: what was found when it was recorded.
    public let recorded: ExternalSolver.Answer?
    /// In the order of the solvers.
    public let answers: [ExternalSolver.Answer]
    /// In the order of the solvers.
    public let durations: [Duration]

    /// Whether two answers contradict each other, or one the recorded answer.
    public var isDisagreement: Bool {
      Set((answers + [recorded].compactMap { $0 }).filter(\.isDefinite)).count > 1
    }
    /// Whether a solver could not read the file.
    public var hasErrors: Bool {
      answers.contains { if case .error = $0 { true } else { false } }
    }
    /// How many solvers confirm the recorded answer.
    public var confirmations: Int {
      answers.count { $0.isDefinite && $0 == recorded }
    }
  }

  public struct Report: Sendable {
    public let solvers: [ExternalSolver]
    public let rows: [Row]

    public var disagreements: [Row] { rows.filter(\.isDisagreement) }
    /// Files that no solver confirms.
    public var unconfirmed: [Row] { rows.filter { $0.confirmations == 0 } }
    /// Whether there were files, no answer contradicts another, and each solver could read each
    /// file. `unconfirmed` says whether there was an answer at all.
    public var isAgreement: Bool {
      !rows.isEmpty && disagreements.isEmpty && !rows.contains(where: \.hasErrors)
    }

    /// How many files each solver answered with each answer.
    public func count(_ solver: Int, _ answer: ExternalSolver.Answer) -> Int {
      rows.count { $0.answers[solver] == answer }
    }
  }

  /// Asks all solvers about all files.
  public func run(_ files: [URL]) throws -> Report {
    let (solvers, timeout, clock) = (solvers, timeout, ContinuousClock())
    let rows = try Workers(workers) {}.map(files) { file, _ in
      let text = try String(contentsOf: file, encoding: .utf8)
      let logic: SMTLogic = text.contains("(set-logic QF_BV)") ? .bitVectors : .all
      var answers: [ExternalSolver.Answer] = []
      var durations: [Duration] = []
      for solver in solvers {
        let start = clock.now
        answers.append(solver.answer(file, logic: logic, timeout: timeout))
        durations.append(start.duration(to: clock.now))
      }
      return Row(
        file: file, recorded: Self.recorded(in: text), answers: answers, durations: durations)
    }
    return Report(solvers: solvers, rows: rows)
  }

  /// All scripts in a folder and the folders in it, by path.
  public static func files(in folder: URL) throws -> [URL] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".smt2") }.sorted().map { folder.appendingPathComponent($0) }
  }

  /// The status that a script says it has.
  static func recorded(in script: String) -> ExternalSolver.Answer? {
    let statuses: [ExternalSolver.Answer] = [.unsat, .sat, .unknown]
    return statuses.first { script.contains("(set-info :status \($0))") }
  }
}
