import Foundation
import SMT
import Synchronization

/// Recorded obligations, given to other solvers: proofs should not rest on one program.
public struct Recheck: Sendable {
  public var solvers: [ExternalSolver]
  /// For each solver and file.
  public var timeout: Duration
  /// How many programs run at the same time.
  public var jobs = ProcessInfo.processInfo.activeProcessorCount
  /// Called after each answer, by any thread, but one at a time.
  public var progress: (@Sendable (Progress) -> Void)?

  public init(
    solvers: [ExternalSolver] = [.z3, .cvc5, .boolector], timeout: Duration = .seconds(60)
  ) {
    self.solvers = solvers
    self.timeout = timeout
  }

  /// How far it is.
  public struct Progress: Sendable {
    public var answers = 0
    public let questions: Int
    /// Answers that contradict what was recorded, and those that are none because the solver is at fault.
    public var problems = 0
    /// What ran out of time, or is not known.
    public var open = 0
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
    /// Whether a solver crashed, or said what is no answer.
    public var hasFailures: Bool { answers.contains(where: \.isFailure) }
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
      !rows.isEmpty && disagreements.isEmpty && !rows.contains(where: \.hasFailures)
    }

    /// How many files a solver, by its position, answered so.
    public func count(
      _ solver: Int, where matches: (ExternalSolver.Answer) -> Bool
    ) -> Int {
      rows.count { matches($0.answers[solver]) }
    }

    /// How many files were answered by both of two solvers, and of how many of those they say the same.
    public func agreements(_ solver: Int, _ other: Int) -> (both: Int, same: Int) {
      let both = rows.filter { $0.answers[solver].isDefinite && $0.answers[other].isDefinite }
      return (both.count, both.count { $0.answers[solver] == $0.answers[other] })
    }
  }

  /// Asks all solvers about all files: each question is a job of its own, so that none waits for a
  /// slow one.
  public func run(_ files: [URL]) throws -> Report {
    let (solvers, timeout, progress, clock) = (solvers, timeout, progress, ContinuousClock())
    let locations = solvers.map(\.location)
    let scripts = try files.map { file in
      let text = try String(contentsOf: file, encoding: .utf8)
      return (
        file: file, recorded: Self.recorded(in: text),
        logic: text.contains("(set-logic QF_BV)") ? SMTLogic.bitVectors : .all
      )
    }
    let questions = files.indices.flatMap { file in solvers.indices.map { (file, $0) } }
    let state = Mutex(Progress(questions: questions.count))
    let answers = try Workers(jobs) {}.map(questions) { question, _ in
      let (script, solver) = (scripts[question.0], question.1)
      let start = clock.now
      let answer =
        locations[solver].map {
          solvers[solver].answer($0, script.file, script.logic, timeout)
        } ?? .missing
      let duration = start.duration(to: clock.now)
      state.withLock {
        $0.answers += 1
        let isLie = answer.isDefinite && script.recorded?.isDefinite == true
        if answer.isFailure || isLie && answer != script.recorded { $0.problems += 1 }
        if answer == .timeout || answer == .unknown { $0.open += 1 }
        progress?($0)
      }
      return (answer, duration)
    }
    let rows = scripts.enumerated().map { position, script in
      let first = position * solvers.count
      let own = answers[first..<first + solvers.count]
      return Row(
        file: script.file, recorded: script.recorded, answers: own.map(\.0),
        durations: own.map(\.1))
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
