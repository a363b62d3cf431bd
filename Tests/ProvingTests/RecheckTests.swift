import Foundation
import Logic
import Proving
import SMT
import Synchronization
import Testing

@Suite struct RecheckTests {
  private func recorded(isCareless: Bool) throws -> URL {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("recheck-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    var method = Induction<
      Forest<Symbolic, 4>, ForestAction<Symbolic>, Forest<Symbolic, 4>.Case, Int
    >(
      build: { Forest<Symbolic, 4>.system(in: $0, isCareless: isCareless) },
      decode: { _, _ in 0 })
    method.options.record = { name, script in
      try script.write(
        to: folder.appendingPathComponent("\(name).smt2"), atomically: true, encoding: .utf8)
    }
    _ = try method.run()
    return folder
  }

  @Test(arguments: [false, true])
  func otherProgramsSayTheSame(isCareless: Bool) throws {
    let folder = try recorded(isCareless: isCareless)
    defer { try? FileManager.default.removeItem(at: folder) }
    let installed = [ExternalSolver.z3, .cvc5, .boolector].filter { $0.location != nil }
    let files = try Recheck.files(in: folder)
    #expect(files.count > 8)
    if installed.isEmpty { return }
    let report = try Recheck(solvers: installed).run(files)
    #expect(report.isAgreement, "\(report.rows.map(\.answers))")
    #expect(report.unconfirmed.isEmpty)
    #expect(report.rows.contains { $0.recorded == .sat } == isCareless)
  }

  @Test func quantifiedTextIsReadToo() throws {
    let context = try Context()
    let node = Sort.uninterpreted("Node")
    let below = context.relation("below", node, node)
    let a = context.element(named: "a", of: node)
    let script = try context.smtlib(
      [
        context.forAll(node, node, node) { (below($0, $1) && below($1, $2)) ==> below($0, $2) },
        context.forAll(node) { !below($0, $0) },
        context.exists(node) { below(a, $0) && below($0, a) },
      ], named: "cycle", logic: .quantified)
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("\(UUID().uuidString).smt2")
    try script.write(to: file, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: file) }
    let report = try Recheck().run([file])
    #expect(report.isAgreement)
    for (solver, answer) in zip(report.solvers, report.rows[0].answers) {
      let expected: ExternalSolver.Answer = solver == .boolector ? .otherLogic : .unsat
      #expect(answer == expected || answer == .missing)
    }
  }

  @Test func whatIsMissingWrongOrSlowIsSaid() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("recheck-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    func script(_ name: String, _ text: String) throws {
      try text.write(
        to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
    }
    try script("a.smt2", "(set-info :status unsat)")
    let programs = [
      ExternalSolver("absent", program: "no-such-solver"),
      ExternalSolver("yes", program: "/bin/sh", arguments: ["-c", "echo unsat"]),
      ExternalSolver("no", program: "/bin/sh", arguments: ["-c", "echo sat"]),
      ExternalSolver("slow", program: "/bin/sh", arguments: ["-c", "exec sleep 20"]),
      ExternalSolver("odd", program: "/bin/sh", arguments: ["-c", "echo what"]),
      ExternalSolver("bad", program: "/bin/sh", arguments: ["-c", "echo '(error 1)'; echo unsat"]),
    ]
    let report = try Recheck(solvers: programs, timeout: .seconds(1)).run(
      try Recheck.files(in: folder))
    #expect(
      report.rows[0].answers == [
        .missing, .unsat, .sat, .timeout, .nonsense("what"), .nonsense("(error 1)"),
      ])
    #expect(report.rows[0].isDisagreement && !report.isAgreement)
    let absent = try Recheck(solvers: [programs[0]]).run(Recheck.files(in: folder))
    #expect(absent.isAgreement && absent.unconfirmed.count == 1)
    #expect(try Recheck(solvers: [programs[1]]).run(Recheck.files(in: folder)).isAgreement)
  }
}
