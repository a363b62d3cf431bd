import Evidence
import Systems
import Testing

/// Mistakes in system files are told with their places.
struct SystemFileMistakeTests {
  static let keys =
    "system, about, profile, scheduling, pages, frames, interrupts, threads, setup, checks, hazards, "
    + "goals, limits"
  static let names = "sigma0, root, a, b"

  private func mistake(in text: String) -> String? {
    do {
      _ = try SystemFile(parsing: text, file: "my.yaml").search()
      return nil
    } catch { return "\(error)" }
  }

  static let wholeFiles: [(String, String)] = [
    ("", "my.yaml: the file is empty"),
    ("- a", "my.yaml:1:1: a system file must be a mapping with the keys \(keys), not a list"),
    ("system: x\nthread: {}", "my.yaml:2:1: unknown key \"thread\"; allowed here: \(keys)"),
    (
      "system: x\nchecks: no deadlock",
      "my.yaml:1:1: missing key \"threads\": a mapping with the names of threads as keys"
    ),
    (
      "system: x\nthreads: [a]",
      "my.yaml:2:10: threads must be a mapping with the names of threads as keys, not a list"
    ),
    ("system: x\nthreads: { a: {} }", "my.yaml:1:1: a system must have checks or hazards"),
    ("threads: { a: {} }\nchecks: no deadlock", "my.yaml:1:1: missing key \"system\": a text"),
    (
      "system: x\nchecks: no deadlock\nthreads: { c: {}, d: {}, e: {}, f: {}, g: {}, h: {}, i: {} }",
      "my.yaml:3:10: there are 9 threads, sigma0 and root included; at most 8 fit"
    ),
    (
      "system: x\nchecks: no deadlock\nthreads: { c: {}, d: {}, e: {} }\npages: 4",
      "my.yaml:4:8: 5 tasks (sigma0 and root included) of 4 pages are 20 places for mappings; "
        + "at most 16 fit"
    ),
  ]

  @Test(arguments: wholeFiles)
  func `mistakes of a whole file`(_ text: String, _ message: String) {
    #expect(mistake(in: text) == message)
  }

  /// What stands for the thread a, in line 5.
  static let threads: [(String, String)] = [
    ("A: {}", "5:3: the name of a thread must be small letters, digits and -, not \"A\""),
    ("sender: {}", "5:3: \"sender\" means something else in programs"),
    ("a: []", "5:6: a thread must be a mapping with the keys \(threadKeys), not an empty list"),
    ("a: { programs: [] }", "5:8: unknown key \"programs\"; allowed here: \(threadKeys)"),
    ("a: { pager: c }", "5:15: there is no thread \"c\"; allowed here: nobody, \(names)"),
    ("a: { buffer: p1 }", "5:16: there is no page \"p1\"; allowed here: p0"),
    ("a: { priority: 256 }", "5:18: priority must be a whole number from 0 to 255, not \"256\""),
    (
      "a: { slice: 0 }",
      "5:15: slice must be a whole number of ticks from 1 to 254, or endless, not \"0\""
    ),
    ("root: { task: x }", "5:17: root is a task of its own"),
    ("a: { program: wait }", "5:17: program must be a list of instructions, not \"wait\""),
    ("a: { program: [] }", "5:17: program must be a list of instructions, not an empty list"),
    (
      "a: { program: [sent b] }",
      "5:18: unknown instruction \"sent b\"; allowed here: send, receive, wait, call, reply, unmap, "
        + "thread_switch, thread_schedule, ex_regs, task_new, reads, writes, mark, spin, again, leave"
    ),
    ("a: { program: [wait, send c now] }", "5:29: expected a thread: \(names), irq0 and so on"),
    ("a: { program: [send b nw] }", "5:25: expected nothing more, found \"nw\""),
    ("a: { program: [send b now or never] }", "5:29: expected nothing more, found \"or\""),
    ("a: { program: [send b word maybe] }", "5:30: expected a number from 0 to 1, found"),
    ("a: { program: [send b within 2 tiks] }", "5:34: expected ticks, found \"tiks\""),
    ("a: { program: [\"send b nw\"] }", "5:26: expected nothing more, found \"nw\""),
    ("a: { program: [send b word received nw] }", "5:39: expected nothing more, found \"nw\""),
    ("a: { program: [reply sender now] }", "5:34: expected and, found the end"),
    ("a: { program: [send] }", "5:22: expected a thread: \(names), irq0 and so on"),
    ("a: { program: [thread_switch sender] }", "5:32: \"sender\" can only be whom a message is to"),
    ("a: { program: [send b as sender] }", "5:28: \"sender\" can only be whom a message is to"),
    ("a: { program: [ex_regs b to here] }", "5:18: b has no mark \"here\"; allowed here: m"),
    ("a: { program: [ex_regs to here] }", "5:26: expected a thread before \"to\""),
    ("a: { program: [reads p1] }", "5:18: in \"reads p1\": there is no page p1; "),
    ("a: { program: [mark] }", "5:22: expected the name of the place, found the end"),
    ("a: { program: [mark x y] }", "5:25: expected nothing more, found \"y\""),
    ("a: { program: [mark x, mark x] }", "5:18: there is a mark \"x\" already"),
    ("a: { program: [spin on] }", "5:23: expected nothing more, found \"on\""),
    ("a: { program: [again] }", "5:18: \"again\" must be inside of a loop"),
    ("a: { program: [loop: [leave, wait]] }", "5:32: nothing after \"leave\" is ever executed"),
    (
      "a: { program: [while: [wait]] }",
      "5:18: unknown block \"while\"; allowed here: loop, choose, if …, else"
    ),
    ("a: { program: [loop: wait] }", "5:24: loop must be a list of instructions, not \"wait\""),
    (
      "a: { program: [{ loop: [wait], choose: [[], [wait]] }] }",
      "5:34: \"choose\" must be an item of its own"
    ),
    (
      "a: { program: [{ if ok: [wait], then: [wait] }] }",
      "5:35: only \"else\" can follow \"if ok\""
    ),
    ("a: { program: [if okay: [wait]] }", "5:21: expected ok, error, not-existent, timeout,"),
    ("a: { program: [if ok and: [wait]] }", "5:27: expected ok, error, not-existent, timeout,"),
    ("a: { program: [if (ok: [wait]] }", "5:24: expected ), found the end"),
    ("a: { program: [if from c: [wait]] }", "5:26: expected a thread: \(names), found \"c\""),
    (
      "a: { program: [choose: [[wait]]] }",
      "5:26: choose must be a list of two or more lists of instructions, not a list"
    ),
    (
      "a: { program: [loop: [if ok: [wait]]] }",
      "5: a thread could go round in this loop without ever executing an instruction"
    ),
  ]

  @Test(arguments: threads)
  func `mistakes in a thread`(_ thread: String, _ message: String) {
    let found = mistake(in: Self.file(thread, "") + "limits: { states: 1000 }\n")
    #expect(found?.hasPrefix("my.yaml:\(message)") == true, "\(found ?? "no mistake")")
  }

  /// What stands in line 7.
  static let keyLines: [(String, String)] = [
    ("setup: map a.p0 → b.p1 rw", "7:19: expected a place: the name of a thread, and"),
    ("setup: map a.p0 b.p0 rw", "7:17: expected →, found \"b.p0\""),
    ("setup: map a.p0 → b.p0", "7:23: expected the rights: rw or r-, found the end"),
    ("setup: give a.p0 → b.p0 rw", "7:8: expected map or grant, found \"give\""),
    (
      "setup: map a.p0 → b.p0 rw",
      "7: \"map a.p0 → b.p0 rw\" maps nothing: the sender has no such page"
    ),
    ("goals: a at m", "7:13: expected a mark of its program, found \"m\""),
    ("goals: b at n", "7:13: expected a mark of its program: m, found \"n\""),
    ("goals: a is ready", "7:10: expected at, holds, ready, blocked, gone, pending,"),
    ("goals: a pending at c", "7:21: expected a thread: \(names), found \"c\""),
    ("goals: a holds p1", "7:16: expected a page: p0 to p0, found \"p1\""),
    ("goals: (a ready", "7:16: expected ), found the end"),
    ("hazards: a ready", "7:17: expected leads to, found the end"),
    ("hazards: never a ready b", "7:24: expected nothing more, found \"b\""),
    (
      "hazards: never a ready, provided again and again b ready",
      "7:23: expected nothing more, found \",\""
    ),
    ("hazards: [never a ready, never a ready]", "7:26: hazards has \"never a ready\" twice"),
    (
      "hazards: a never starves",
      "7:10: expected another check, for without \"scheduling: by priority\" no thread ever starves"
    ),
    ("profile: v3", "7:10: profile cannot be \"v3\"; allowed here: v2, x0,"),
    ("frames: 2", "7:9: frames must be at most 1, the pages of sigma0"),
    ("interrupts: 3", "7:13: interrupts must be a whole number from 0 to 2, not \"3\""),
    ("limits: { depth: 1 }", "7:11: unknown key \"depth\"; allowed here: states, seconds"),
  ]

  @Test(arguments: keyLines)
  func `mistakes in a key`(_ line: String, _ message: String) {
    let found = mistake(in: Self.file("a: {}", line))
    #expect(found?.hasPrefix("my.yaml:\(message)") == true, "\(found ?? "no mistake")")
  }

  static let threadKeys = "task, pager, buffer, priority, slice, program"

  private static func file(_ thread: String, _ key: String) -> String {
    """
    system: x
    checks: no deadlock
    pages: 1
    threads:
      \(thread)
      b: { program: [mark m] }
    \(key)

    """
  }
}
