import Evidence
import KernelUniverses
import Microkernel
import Testing

/// A run file for a whole kernel that is right, and what is said of those that are not.
struct KernelRunFileTests {
  static func file(_ additions: String..., operations: String = "[tick]") -> String {
    "name: k\nthreads: [1, 2, 1]\n" + additions.map { $0 + "\n" }.joined()
      + "operations: \(operations)\n"
  }

  private func read(_ text: String) throws -> KernelRunFile {
    guard case .kernel(let file) = try AnyRunFile(parsing: text, file: "k.yaml") else {
      Issue.record("this is no run file for a kernel")
      throw InputError(file: "", message: "")
    }
    return file
  }

  private func operations(_ text: String, _ additions: String...) throws -> [String] {
    let universe = try read(Self.file(additions.joined(separator: "\n"), operations: text)).universe
    return universe.operations.map { $0.text(in: universe.population) }
  }

  @Test func `what is not said has a meaning`() throws {
    let file = try read(Self.file())
    #expect(file.name == "k" && file.expect == .holds && file.goals.isEmpty)
    #expect(!file.properties.isEmpty)
    #expect(file.universe.population.threadsOfTask == [1, 2, 1])
    #expect(!file.universe.profile.threads.schedules)
    #expect(file.universe.shape.slots == 0 && file.universe.setup.isEmpty)
  }

  @Test func `profiles have a base and options`() throws {
    let file = try read(
      Self.file(
        "profile: { base: hazelnut, overmapping: replaces, greatest-depth: 2 }",
        "scheduling: kept"))
    var expected = KernelProfile.hazelnut
    expected.spaces.overmapping = .replaces
    expected.clans.greatestDepth = 2
    expected.threads.schedules = true
    #expect(file.universe.profile == expected)
    let short = try read(Self.file("profile: v2,u3=replaces"))
    #expect(short.universe.profile.spaces.overmapping == .replaces)
  }

  @Test func `families stand for all combinations`() throws {
    #expect(
      try operations("[send: { by: t1.0, to: [task1, former t2.0], timeouts: [now, 2 ticks] }]")
        == [
          "t1.0 send t1.1 now", "t1.0 send t1.1 within 2 ticks", "t1.0 send former t2.0 now",
          "t1.0 send former t2.0 within 2 ticks",
        ])
    #expect(
      try operations("[receive: { by: outer, from: [irq0, nobody] }, t1.0 receive irq0]") == [
        "t1.0 receive irq0", "t1.0 receive nobody", "t1.1 receive irq0", "t1.1 receive nobody",
        "t2.0 receive irq0", "t2.0 receive nobody",
      ])
    #expect(
      try operations("[call: { by: t1.0, to: t2.0, words: [0, 1], receive-timeouts: now }]") == [
        "t1.0 call t2.0 and receive now", "t1.0 call t2.0 word 1 and receive now",
      ])
    #expect(
      try operations("[delete: { by: task1, tasks: task2 }, create: { by: t1.0, mcps: 3 }]") == [
        "t1.0 task_new task2 chief task1", "t1.1 task_new task2 chief task1",
        "t1.0 task_new task2 mcp 3 pager t1.0",
      ])
    #expect(
      try operations("[access: { by: t1.0, kinds: read }]", "pages: 2", "frames: 1") == [
        "t1.0 reads p0", "t1.0 reads p1",
      ])
    #expect(
      try operations("[copy: { from: t1.0, misses: [none, both] }]") == [
        "copy from t1.0", "copy from t1.0, sender faults, receiver faults",
      ])
    #expect(
      try operations("[ex_regs: { by: t1.0, of: t1.1, registers: [unchanged, 1], pagers: nobody }]")
        == ["t1.0 ex_regs t1.1 pager nobody", "t1.0 ex_regs t1.1 registers 1 pager nobody"])
    #expect(
      try operations(
        "[thread_schedule: { by: t1.0, of: t2.0, priorities: [unchanged, 1], slices: [unchanged, 2] }]"
      )
        == ["t1.0 thread_schedule t2.0", "t1.0 thread_schedule t2.0 priority 1 slice 2"])
  }

  static let mistakes: [(String, String)] = [
    (
      "name: k\nsetup: [tick]\n",
      "k.yaml:1:1: missing key \"threads\": one or a list of: numbers of threads from 1 on, one for each task"
    ),
    (
      "name: k\nthreads: [1]\n",
      "k.yaml:2:10: there must be two tasks at least: sigma0 and the root task"
    ),
    (
      "name: k\nthreads: [1, 0]\n",
      "k.yaml:2:14: threads must be one or a list of: numbers of threads from 1 on, one for each task, not \"0\""
    ),
    ("name: k\nthreads: [4, 5]\n", "k.yaml:2:10: 9 threads are too many: at most 8 fit"),
    (
      file("pges: 1"),
      "k.yaml:3:1: unknown key \"pges\"; allowed here: name, about, threads, pages, frames, ports, nodes, buffers, sources, slice, scheduling, profile, setup, operations, properties, goals, limits, expect"
    ),
    (file("sources: 3"), "k.yaml:3:10: sources must be a whole number from 0 to 2, not \"3\""),
    (
      file("pages: 9", "frames: 1"),
      "k.yaml:1:1: 3 tasks of 9 pages and ports are 27 slots; at most 24 fit"
    ),
    (file("pages: 1"), "k.yaml:3:8: there must be a frame or a port to map"),
    (
      file("profile: v3"),
      "k.yaml:3:10: there is no profile \"v3\"; there are v2, x0, fiasco, hazelnut"
    ),
    (
      file("profile: { overmapping: sometimes }"),
      "k.yaml:3:25: overmapping cannot be \"sometimes\"; allowed here: keeps, replaces"
    ),
    (
      file("setup: [t2.0 wait]"),
      "k.yaml:3:9: operation 1 of the setup, \"t2.0 wait\", cannot happen then: its thread does not run"
    ),
    (
      file("setup: [t1.0 wat]"),
      "k.yaml:3:14: in \"t1.0 wat\": expected an operation: send, receive, wait, call, reply, ipc, id_nearest, unmap, thread_switch, thread_schedule, ex_regs, task_new, reads, writes, faults, exception, lidt, found \"wat\""
    ),
    (file("goals: [state asleep]"), "k.yaml:3:9: there is no goal \"state asleep\""),
    (
      file("buffers: [t1.0 p0]"),
      "k.yaml:3:11: buffers must be one or a list of: threads with a page, as t2.0 p0, not \"t1.0 p0\""
    ),
    (
      file(operations: "[t1.0 reads p0]"),
      "k.yaml:3:14: in \"t1.0 reads p0\": there is no page p0, there are none"
    ),
    (
      file(operations: "[interrupt 0]"),
      "k.yaml:3:14: in \"interrupt 0\": there is no source 0 of interrupts, there are none"
    ),
    (file(operations: "[tick, tick]"), "k.yaml:3:20: the operation \"tick\" is there twice"),
    (
      file(operations: "[sends: { by: t1.0 }]"),
      "k.yaml:3:14: unknown key \"sends\"; allowed here: send, receive, wait, call, reply-and-wait, ipc-without-phases, id_nearest, unmap, thread_switch, thread_schedule, ex_regs, create, donate, delete, access, faults, exceptions, lidt, copy, timeouts"
    ),
    (
      file(operations: "[send: { by: t9.0 }]"),
      "k.yaml:3:26: by: there is no thread \"t9.0\"; allowed here: all, outer, task0, task1, task2, t0.0, t1.0, t1.1, t2.0"
    ),
    (
      file(operations: "[wait: { to: t1.0 }]"),
      "k.yaml:3:22: unknown key \"to\"; allowed here: by, windows, buffers, timeouts, faults"
    ),
    (
      file(operations: "[send: { items: [map p0] }]"),
      "k.yaml:3:36: in \"map p0\": expected → and the page of the receiver, found the end"
    ),
    (
      file(operations: "[wait: { timeouts: 1 ticks }]"),
      "k.yaml:3:32: timeouts must be one or a list of: never, now, 1 tick, 2 ticks and so on, not \"1 ticks\""
    ),
    (
      file(operations: "[send: { by: t1.0, to: t1.0 }]"),
      "k.yaml:3:20: this family has no operation in this universe"
    ),
    (
      file(operations: "[unmap: { pages: p0 }]"), "k.yaml:3:21: there is no page p0, there are none"
    ),
  ]

  @Test(arguments: mistakes)
  func `mistakes have a place and say what is allowed`(_ text: String, _ message: String) {
    #expect {
      try AnyRunFile(parsing: text, file: "k.yaml")
    } throws: { error in
      let found = "\(error)"
      let isAsExpected =
        found == message || (message.hasSuffix("asleep\"") && found.hasPrefix(message))
      if !isAsExpected { Issue.record("\(found)") }
      return isAsExpected
    }
  }
}
