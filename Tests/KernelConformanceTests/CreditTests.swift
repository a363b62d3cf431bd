import Foundation
import KernelConformance
import KernelPrograms
import Microkernel
import Testing

/// What steps speak for, and what they do not.
struct CreditTests {
  /// Stage, operations, facts that they speak for, and facts of the same calls that they do not.
  typealias Case = (stage: String, steps: [String], for: [String], not: [String])
  static let cases: [Case] = [
    // Nothing is there to unmap; something derived, and the own page; rights; a chain of two.
    ("rendezvous", ["t2.0 unmap p0 flush others"], [], ["UM2", "UM3", "UM4", "UM5", "UM6"]),
    ("shortage", ["t1.0 unmap p0 flush others"], ["UM2", "AS5"], ["UM3", "UM4", "UM5", "UM6"]),
    ("shortage", ["t2.0 unmap p0 flush all"], ["UM3"], ["UM2", "UM4", "UM5", "UM6"]),
    ("shortage", ["t1.0 unmap p0 remap others"], ["UM4"], ["UM2", "UM3", "UM5", "UM6"]),
    ("shortage", ["t2.0 unmap p0 remap all"], ["UM5"], ["UM2", "UM3", "UM4", "UM6"]),
    ("shortage", ["t0.0 unmap p0 flush others"], ["UM2", "UM6"], ["UM3", "UM4", "UM5"]),
    // Whom an id names.
    ("rendezvous", ["t2.0 send t2.0"], ["IPC-10"], ["IPC-11", "A6", "IPC-41"]),
    ("rendezvous", ["t2.0 send nobody"], ["IPC-11"], ["IPC-10", "A6", "IPC-41"]),
    ("rendezvous", ["t2.0 send t3.0 now"], ["IPC-14", "IPC-33"], ["IPC-2", "IPC-11"]),
    ("rendezvous", ["t2.0 wait", "t3.0 send t2.0"], ["IPC-2", "IPC-21"], ["IPC-13", "IPC-16"]),
    ("rendezvous", ["t3.0 send t2.0", "t2.0 wait"], ["IPC-14", "IPC-16"], ["IPC-15"]),
    ("rendezvous", ["tick"], [], ["IPC-36", "SC2"]),
    // Who is no chief deletes nothing; a task that is new is not deleted; one is that was there.
    ("rendezvous", ["t2.0 task_new task3 chief task2"], ["TN2"], ["TN1", "TN7", "TN10", "AS16"]),
    ("shortage", ["t1.0 task_new task3 chief task1"], ["TN1", "TN7"], ["TN2", "TN10", "AS16"]),
    ("shortage", ["t1.0 task_new task2 chief task1"], ["TN1", "TN7", "AS16"], ["TN2", "TN10"]),
  ]

  private func judged(
    _ stage: String, _ steps: [String], isShown: Bool
  ) throws -> [String] {
    let stage = try #require(Stages.named(stage))
    let program = KernelProgram(
      stage, try steps.map { try KernelOperation(parsing: $0, in: stage.population) })
    var runner = SpecificationRunner(isUsual: true)
    var transcript = runner.run(program)
    if !isShown {
      for step in transcript.observations.indices { transcript.observations[step].memory = nil }
    }
    var judge = Judge()
    #expect(judge.judge(program, transcript) == .passed)
    return judge.credited
  }

  @Test(arguments: cases.indices)
  func `a step speaks for what came of it`(index: Int) throws {
    let (stage, steps, right, wrong) = Self.cases[index]
    let facts = try judged(stage, steps, isShown: true)
    #expect(right.allSatisfy(facts.contains), "\(steps): \(facts)")
    #expect(!wrong.contains(where: facts.contains), "\(steps): \(facts)")
  }

  /// What a kernel does not show of memory counts when somebody reaches for it.
  @Test func `what nobody looks at does not count`() throws {
    let unmap = "t1.0 unmap p0 flush others"
    #expect(try !judged("shortage", [unmap], isShown: false).contains("UM2"))
    #expect(try judged("shortage", [unmap, "t2.0 reads p0"], isShown: false).contains("UM2"))
    #expect(try !judged("shortage", [unmap, "t2.0 reads p1"], isShown: false).contains("UM2"))
  }

  @Test func `the corpus speaks for all facts that steps can speak for`() {
    var options = KernelCampaign<SpecificationRunner>.Options()
    options.programs = 0
    options.corpus = KernelCorpus.made(.small)
    let report = KernelCampaign(options: options) { _ in SpecificationRunner(isUsual: true) }.run()
    #expect(report.facts.filter { $0.passed == 0 }.map(\.name) == [])
  }

  /// The page of facts without a count has every other fact of the fact sheet, each once.
  @Test func `of each fact there is a count, or it is said why not`() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let page = try String(
      contentsOf: root.appendingPathComponent("docs/facts-tested.md"), encoding: .utf8)
    let rows = page.split(separator: "\n").filter { $0.hasPrefix("| ") }.dropFirst()
    let listed = rows.flatMap { row in
      row.split(separator: "|").last?.split(separator: ",").map {
        $0.trimmingCharacters(in: .whitespaces)
      } ?? []
    }.filter { !$0.isEmpty }
    let kinds = [
      ("A", 10), ("AS", 21), ("FP", 10), ("UM", 15), ("IO", 7), ("EX", 12), ("TN", 15), ("SC", 17),
      ("IPC-", 64), ("PF-", 14), ("EXC-", 4), ("PR-", 2), ("INT-", 15), ("CC-", 25),
    ]
    let sheet = kinds.flatMap { kind, count in (1...count).map { "\(kind)\($0)" } }
    var options = KernelCampaign<SpecificationRunner>.Options()
    options.programs = 1
    let report = KernelCampaign(options: options) { _ in SpecificationRunner(isUsual: true) }.run()
    let counted = report.facts.map(\.name).filter(sheet.contains)
    #expect((listed + counted).sorted() == sheet.sorted())
    #expect(
      report.text.contains(
        "; \(counted.count) of them are on the fact sheet, which has \(sheet.count)"))
  }
}
