import Evidence
import Foundation
import Testing

/// `l4 prove`, and `l4 recheck` of what it has written.
struct ProveTests {
  @Test func `a solver without time knows nothing`() throws {
    let run = try Workplace().l4("prove", "--instance", "ports", "--timeout", "0.001")
    #expect(!run.isKilled && run.status == Verdict.unknown.exitStatus, "\(run)")
    #expect(run.errors.isEmpty)
    #expect(run.output.contains(Verdict.unknown.rawValue) && run.output.contains("timeout"))
  }

  @Test func `one statement alone`() throws {
    let place = try Workplace()
    let run = try place.l4("prove", "--instance", "ports", "--statement", "I-AS4")
    #expect(run.status == 0 && run.errors.isEmpty, "\(run)")
    #expect(run.output.contains("I-AS4 a node") && !run.output.contains("I-AS5"))
    expectRefusal(
      try place.l4("prove", "--instance", "ports", "--statement", "I-AS44"),
      status: Failure.usage, saying: "there is no statement 'I-AS44'")
  }

  @Test func `what is proved is written`() throws {
    let place = try Workplace()
    let run = try place.l4("prove", "--instance", "ports", "--write", "obligations")
    #expect(run.status == 0 && run.errors.isEmpty, "\(run)")
    #expect(run.output.contains("I-AS4 a node never has a right that its parent lacks"))
    let files = try FileManager.default.contentsOfDirectory(
      atPath: place.folder.appendingPathComponent("obligations/ports").path)
    #expect(files.count > 50 && files.allSatisfy { $0.hasSuffix(".smt2") })
    // A solver that agrees with everything: all files are found, and all say "unsat".
    try place.solver("echo unsat")
    let recheck = try place.l4("recheck", "obligations", environment: place.onlySolver)
    #expect(recheck.status == 0, "\(recheck)")
    let row = try #require(recheck.output.split(separator: "\n").first { $0.hasPrefix("z3") })
    #expect(
      row.split(separator: " ").dropFirst().prefix(2) == ["\(files.count)", "\(files.count)"])
  }

  /// What a solver does, the status and what is said.
  static let solvers: [(String, Int32, String)] = [
    ("echo unsat", 0, "z3"),
    ("echo sat", Failure.toolError, "solvers disagree: some/a.smt2: z3 sat"),
    ("echo unknown", Verdict.unknown.exitStatus, "confirmed by nobody: some/a.smt2"),
    ("exec sleep 60", Verdict.unknown.exitStatus, "confirmed by nobody: some/a.smt2"),
    ("echo '(error \"line 1\")'", Failure.toolError, "z3 nonsense: (error \"line 1\")"),
    ("kill -9 $$", Failure.toolError, "a solver fails: some/a.smt2: z3 crashed: signal 9"),
    ("echo unsat", 0, "missing: cvc5 is not in PATH"),
  ]

  @Test(arguments: solvers)
  func `what other solvers say`(script: String, status: Int32, message: String) throws {
    let place = try Workplace([
      "some/a.smt2": "(set-info :status unsat)\n(set-logic QF_BV)\n(assert false)\n(check-sat)\n"
    ])
    try place.solver(script)
    let run = try place.l4("recheck", "some", "--timeout", "1", environment: place.onlySolver)
    #expect(!run.isKilled && run.status == status, "\(run)")
    #expect(run.output.contains(message), "\(run)")
  }

  @Test func `what ends the command ends the solvers`() throws {
    let files = (0..<40).map { ("some/\($0).smt2", "(set-info :status unsat)\n(check-sat)\n") }
    let place = try Workplace(Dictionary(uniqueKeysWithValues: files))
    let started = place.folder.appendingPathComponent("started").path
    // From the fifth on they end the command, while others run, end and begin. Between is their watcher.
    try place.solver(
      """
      echo $$ >> '\(started)'
      [ $(wc -l < '\(started)') -lt 5 ] || kill -TERM $(ps -o ppid= -p $PPID)
      [ $(wc -l < '\(started)') -lt 3 ] || exec sleep 86397
      echo unsat
      """)
    let run = try place.l4("recheck", "some", "--jobs", "4", environment: place.onlySolver)
    #expect(run.status == SIGTERM || run.status == 128 + SIGTERM, "\(run)")
    let ids = try place.read("started").split(separator: "\n").compactMap { Int32($0) }
    #expect(ids.count >= 5)
    for id in ids {
      // Nobody may have waited for it, but it runs no longer.
      var isRunning = true
      for _ in 0..<500 where isRunning {
        let state = try? String(contentsOfFile: "/proc/\(id)/stat", encoding: .utf8)
        isRunning = kill(id, 0) == 0 && state?.contains(") Z ") != true
        if isRunning { usleep(10_000) }
      }
      #expect(!isRunning, "\(id)")
    }
  }

  @Test func `nothing to recheck, or nobody to do it`() throws {
    let place = try Workplace(["some/a.smt2": "(check-sat)", "none/a.txt": ""])
    expectRefusal(
      try place.l4("recheck", "some", environment: ["PATH": "/nowhere"]),
      status: Failure.unavailable, saying: "no solver is installed: neither z3 nor cvc5")
    try place.solver("echo unsat")
    expectRefusal(
      try place.l4("recheck", "none", environment: place.onlySolver), status: Failure.badInput,
      saying: "none: there are no .smt2 files; 'l4 prove --write none' writes them")
  }
}

extension Workplace {
  /// Makes a program `z3` that does what a shell script does.
  fileprivate func solver(_ script: String) throws {
    try write("#!/bin/sh\nPATH=/bin:/usr/bin\n\(script)\n", as: "bin/z3")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: folder.appendingPathComponent("bin/z3").path)
  }

  /// An environment in which it is the only solver.
  fileprivate var onlySolver: [String: String] {
    ["PATH": folder.appendingPathComponent("bin").path]
  }
}
