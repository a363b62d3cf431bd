import Evidence
import Exploration
import Foundation
import KernelUniverses
import Microkernel
import Testing

/// Searches of whole kernels: the fast one finds what the plain one finds, and shows what it found.
struct KernelSearchTests {
  static func read(_ text: String) throws -> KernelRunFile {
    guard case .kernel(let file) = try AnyRunFile(parsing: text, file: "k.yaml") else {
      throw InputError(file: "k.yaml", message: "this is no run file for a kernel")
    }
    return file
  }

  /// Small universes, each with other parts of the state.
  static let universes: [String] = [
    """
    name: messages
    threads: [1, 2, 1]
    setup: [t1.0 ex_regs t1.1 registers 1, t1.0 task_new task2 mcp 1 pager t1.0]
    operations:
      - send: { by: [t1.0, t2.0], to: outer, words: [0, 1], timeouts: [now, 1 tick] }
      - wait: { by: outer, timeouts: [now, never] }
      - call: { by: t1.1, to: t2.0 }
      - ex_regs: { by: t1.0, of: t1.1, registers: [unchanged, 2] }
      - delete: { by: t1.0 }
      - timeouts: { of: outer }
      - tick
    """,
    """
    name: memory
    threads: [1, 1, 1]
    pages: 1
    frames: 1
    sources: 1
    setup: [t1.0 task_new task2 mcp 1 pager t1.0]
    operations:
      - send: { by: all, to: outer, items: [none, map p0 → p0 rw, grant p0 → p0 r-], timeouts: now }
      - wait: { by: outer, windows: [none, all] }
      - receive: { by: outer, from: irq0, timeouts: [now, never] }
      - access: { by: outer }
      - unmap: { by: t0.0 }
      - interrupt 0
    """,
    """
    name: scheduling
    threads: [1, 1, 1]
    scheduling: kept
    slice: 1
    setup: [t0.0 receive nobody, t1.0 task_new task2 mcp 2 pager t1.0]
    operations:
      - thread_switch: { by: outer, to: [nobody, outer] }
      - thread_schedule: { by: t1.0, of: t2.0, priorities: [1, 2], slices: [0, 1] }
      - send: { by: outer, to: outer }
      - wait: { by: outer }
      - exceptions: { of: t2.0 }
      - tick
    """,
    """
    name: long
    threads: [1, 3, 1, 1]
    setup:
      - t1.0 ex_regs t1.1 registers 1
      - t1.0 task_new task2 mcp 1 pager t1.0
      - t1.0 task_new task3 mcp 1 pager t1.1
    operations:
      - send: { by: t2.0, to: t3.0, parts: 2, faults: [never, now] }
      - wait: { by: [t3.0, task1], buffers: [none, large, short], faults: now }
      - copy: { from: t2.0, misses: [none, sender, receiver] }
      - send: { by: task1, to: [t2.0, t3.0], timeouts: now }
    """,
  ]

  @Test(arguments: universes)
  func `all searches find the same`(_ text: String) throws {
    let file = try Self.read(text)
    var options = Options(workers: 1)
    options.permitsDeadActions = true
    let plain = try file.universe.search(options, method: .plain)
    #expect(plain.verdict == .holds, "\(plain.violations.map(\.failed))")
    #expect(plain.distinct > 50)
    options.checksCodes = true
    for workers in [1, 2] {
      options.workers = workers
      let fast = try file.universe.search(options)
      #expect(fast.verdict == plain.verdict)
      #expect(fast.distinct == plain.distinct && fast.generated == plain.generated)
      #expect(fast.depth == plain.depth && fast.actions == plain.actions)
      #expect(fast.reached == plain.reached)
    }
  }

  /// A kernel that lets a chief send in the name of a task that is not there, as if it were outside:
  /// the receiver takes it for one of its own clan.
  static let spoofing = """
    name: spoofing
    threads: [1, 1, 1, 1]
    profile: { unknown-senders: outside }
    setup: [t0.0 receive nobody, t1.0 task_new task2 mcp 1 pager t1.0]
    operations:
      - send: { by: t1.0, to: t2.0, as: [t2.0, t3.0], timeouts: now }
      - wait: { by: t2.0 }
    properties: [T-CC3]
    expect: violated
    """

  @Test func `a counterexample is shown, stored and replayed`() throws {
    let file = try Self.read(Self.spoofing)
    let report = try file.universe.search(
      checking: KernelAgenda(numbers: file.properties), goals: file.goals)
    #expect(report.verdict == .violated)
    let violation = try #require(report.violations.first)
    #expect(violation.failed.number == "T-CC3")
    #expect(violation.run.steps.map(\.action) == ["t2.0 wait", "t1.0 send t2.0 as t3.0 now"])
    #expect(
      violation.run.changes == [
        ["t2.0: ready → waits for anybody"],
        [
          "t2.0: waits for anybody → ready", "t1.0 returns: done",
          "t2.0 returns: from t3.0, deceived",
        ],
      ])
    let trace = Evidence.Trace(violation, of: file)
    for text in [trace.text(), trace.itf] {
      let read = try Evidence.Trace(reading: Array(text.utf8), file: "trace")
      #expect(read.steps.map(\.state) == trace.steps.map(\.state))
      let source = try #require(read.universe)
      let again = try Self.read(source.text).universe.replay(
        read.steps.map(\.action), checking: KernelAgenda(numbers: file.properties))
      #expect(
        ([again.run.initial] + again.run.steps.map(\.state)).map(\.variables) == read.states)
      #expect(again.findings.map(\.failed) == [violation.failed])
      #expect(again.findings.map(\.step) == [2])
    }
  }

  @Test func `an action that is not possible is refused`() throws {
    let universe = try Self.read(Self.spoofing).universe
    let state = "t0.0: sleeps; t1.0: ready; t2.0: waits for anybody; "
    #expect {
      try universe.replay(["t2.0 wait", "t2.0 wait"])
    } throws: {
      "\($0)".hasPrefix(
        "action 2, \"t2.0 wait\", is not possible in this state; 2 others are possible: \(state)")
    }
    #expect {
      try universe.replay(["tick"])
    } throws: {
      "\($0)".hasPrefix("action 1, \"tick\", is none of the operations of spoofing; ")
    }
  }

  @Test func `goals that are not reached make a verdict vacuous`() throws {
    var file = try Self.read(Self.universes[0])
    file.goals = ["state pending", "flag d"]
    let report = try file.universe.search(goals: file.goals)
    #expect(report.verdict == .vacuous)
    #expect(report.goals.map { $0.run == nil } == [false, true])
    #expect(report.goals[0].run?.steps.map(\.action) == ["t1.0 send t1.1 within 1 tick"])
  }
}
