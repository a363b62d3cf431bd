import Foundation
import Proving
import Synchronization
import Testing

/// Solvers that lie, hang and crash, several at a time.
@Suite struct SolverProcessTests {
  private let fake: FakeSolver
  init() throws { fake = try FakeSolver() }

  private func recheck(_ jobs: Int, timeout: Duration = .seconds(60)) -> Recheck {
    var recheck = Recheck(solvers: [fake.solver], timeout: timeout)
    recheck.jobs = jobs
    return recheck
  }

  @Test(arguments: [1, 8])
  func `many programs, some at a time`(jobs: Int) throws {
    var recheck = recheck(jobs)
    let steps = Mutex<[Int]>([])
    recheck.progress = { progress in steps.withLock { $0.append(progress.answers) } }
    let report = try recheck.run(fake.questions((0..<150).map { "question \($0)" }))
    #expect(report.isAgreement && report.unconfirmed.isEmpty)
    #expect(report.count(0) { $0 == .unsat } == 150)
    #expect(steps.withLock { $0 } == Array(1...150))
    #expect(fake.started.count == 150 && fake.left.isEmpty)
  }

  /// What a solver does about a question, and the answer that this is.
  static let behaviours: [(String, ExternalSolver.Answer)] = [
    ("lie", .sat), ("unknown", .unknown), ("nothing", .nonsense("no answer")),
    ("twice", .nonsense("2 answers to one question")), ("error", .nonsense("(error \"line 1\")")),
    ("babble", .nonsense("more than 1048576 bytes")), ("complain", .nonsense("no such logic")),
  ]

  @Test(arguments: behaviours)
  func `each question has its own answer`(_ comment: String, _ answer: ExternalSolver.Answer) throws
  {
    let files = try fake.questions(["a", comment, "b"])
    let report = try recheck(3).run(files)
    #expect(report.rows.map(\.answers) == [[.unsat], [answer], [.unsat]])
    #expect(report.isAgreement == !(answer == .sat || answer.isFailure))
    #expect(report.disagreements.map(\.file) == (answer == .sat ? [files[1]] : []))
    #expect(report.unconfirmed.map(\.file) == [files[1]])
    #expect(fake.left.isEmpty)
  }

  @Test func `a crash is one, whatever was said before`() throws {
    let report = try recheck(2).run(fake.questions(["a", "crash", "b"]))
    guard case .crashed(let how) = report.rows[1].answers[0] else {
      Issue.record("\(report.rows)")
      return
    }
    #expect(how.hasPrefix("signal \(SIGSEGV) (") && how.hasSuffix("), out of order"))
    #expect(!report.isAgreement && report.rows[1].hasFailures)
    #expect(report.count(0) { $0 == .unsat } == 2)
  }

  @Test func `what hangs is ended with all that it has started`() throws {
    let report = try recheck(6, timeout: .seconds(5))
      .run(fake.questions(["a", "hang", "b", "c", "hang", "d"]))
    #expect(
      report.rows.map { $0.answers[0] } == [.unsat, .timeout, .unsat, .unsat, .timeout, .unsat])
    #expect(report.isAgreement && report.unconfirmed.count == 2)
    #expect(fake.started.count == 8 && fake.left.isEmpty)
  }

  @Test func `what cannot be started is said`() throws {
    let text = fake.folder.appendingPathComponent("text")
    try Data([0, 1, 2]).write(to: text)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: text.path)
    let solvers = [
      ExternalSolver("text", program: text.path),
      ExternalSolver("absent", program: "no-such-solver"),
    ]
    let report = try Recheck(solvers: solvers).run(fake.questions(["a"]))
    guard case .crashed(let reason) = report.rows[0].answers[0] else {
      Issue.record("\(report.rows)")
      return
    }
    #expect(reason.hasPrefix("cannot start \(text.path): "))
    #expect(report.rows[0].answers[1] == .missing)
  }

  @Test func `who agrees with whom is counted`() throws {
    let other = ExternalSolver("other", program: "/bin/sh", arguments: ["-c", "echo unsat"])
    let report = try Recheck(solvers: [fake.solver, other])
      .run(fake.questions(["a", "lie", "unknown", "b"]))
    let (both, same) = report.agreements(0, 1)
    #expect(both == 3 && same == 2)
    #expect(report.rows.map(\.confirmations) == [2, 1, 1, 2])
  }
}
