import Evidence
import Exploration
import Systems
import Testing

/// What programs mean.
struct ProgramTests {
  /// A system of one thread with a program, and another that sleeps.
  private func alone(_ program: String, _ rest: String) -> String {
    """
    system: alone
    threads:
      it:
        program: \(program)
      other: { program: [mark other-starts] }
    \(rest)
    """
  }

  /// Runs of one thread alone, as the actions that lead to a mark.
  private func run(_ program: String, to mark: String) throws -> [String]? {
    try search(alone(program, "hazards: never it at \(mark)")).actions(
      against: "never it at \(mark)")
  }

  @Test func `blocks are gone through in order`() throws {
    #expect(
      try run("[mark a, choose: [[mark b], []], mark c]", to: "c") == [
        "it mark a", "it choose way 2",
      ])
    #expect(
      try run("[loop: [mark a, choose: [[leave], [again]], mark b], mark c]", to: "c") == [
        "it mark a", "it choose way 1",
      ])
    #expect(try run("[loop: [mark a, choose: [[again], [again]], mark b]]", to: "b") == nil)
    #expect(try run("[spin, mark a]", to: "a") == nil)
  }

  @Test func `tests are about the last result`() throws {
    let fails = "receive other now"
    for (test, isTrue) in [
      ("timeout", true), ("error", true), ("ok", false), ("not ok", true), ("sent", true),
      ("cancelled or timeout", true), ("cancelled or timeout and ok", false),
      ("(cancelled or timeout) and not word", true), ("from other", false), ("interrupt", false),
      ("not-existent", false),
    ] {
      let text = "[\(fails), { if \(test): [mark yes], else: [mark no] }]"
      #expect((try run(text, to: "yes") != nil) == isTrue, "\(test)")
      #expect((try run(text, to: "no") != nil) != isTrue, "\(test)")
    }
    #expect(try run("[send other now, { if sent: [mark yes] }]", to: "yes") == nil)
  }

  @Test func `a thread remembers who sent what`() throws {
    let report = try search(
      """
      system: echo
      threads:
        server: { program: [wait, { if from second and word: [mark heard] }, send sender word received] }
        first: { program: [send server word 1] }
        second: { program: [send server word 1, receive server, { if word: [mark answered] }] }
      hazards: [never server at heard, never second at answered]
      checks: no deadlock
      """)
    #expect(report.unexpected == nil)
  }

  @Test func `an access is repeated until the page is there`() throws {
    let report = try search(
      """
      system: access
      pages: 1
      threads:
        it: { pager: pager, program: [writes p0, mark done] }
        pager:
          program:
            - wait
            - reply sender now and wait  # which does not help
            - reply sender map p0 → p0 rw now and wait
      setup: map root.p0 → pager.p0 rw
      hazards: never it at done
      """)
    #expect(
      report.actions(against: "never it at done") == [
        "it writes p0", "pager wait", "pager reply it now and wait", "it writes p0",
        "pager reply it map p0 → p0 rw now and wait", "it writes p0",
      ])
  }

  @Test func `whoever was deleted is a former sender`() throws {
    let report = try search(
      """
      system: deletion
      threads:
        server: { program: [wait, mark got, send sender now, { if not-existent: [mark gone] }] }
        client: { program: [call server] }
        root: { program: [task_new task3 chief task1, { if error: [mark refused] }] }
      hazards: never server at gone
      goals: client gone
      """)
    #expect(report.unexpected == nil)
    let actions = try #require(report.actions(against: "never server at gone"))
    #expect(actions.last == "server send former client now")
  }

  @Test func `a task that is made again begins its program again`() throws {
    let report = try search(
      """
      system: creation
      threads:
        it: { program: [mark begins, choose: [[], [mark more]]] }
        root: { program: [task_new task2 mcp 1 pager root, mark made] }
      hazards: never root at made and it at begins
      goals: it at more and root at made
      """)
    #expect(report.unexpected == nil)
  }

  @Test func `lthread_ex_regs makes its target go on elsewhere, or where it was`() throws {
    let text = """
      system: ex_regs
      threads:
        it: { task: t, program: [receive other, { if cancelled: [mark back] }, mark there] }
        other: { task: t, program: [ex_regs it TO] }
        stranger: { program: [ex_regs it to there] }
      hazards: never it at there
      checks: [ex_regs wakes its target, never it at back]
      """
    #expect(try search(text.replacing("TO", with: "to there")).unexpected == nil)
    // Without registers the call returns, and the program goes on.
    let back = try search(text.replacing(" TO", with: ""))
    #expect(back.verdict(of: "never it at back") == .violated)
    // A kernel that only cancels for new registers leaves the target blocked. (U9)
    let hazelnut = try search(
      text.replacing(" TO", with: "").replacing("threads:", with: "profile: hazelnut\nthreads:"))
    #expect(hazelnut.verdict(of: "ex_regs wakes its target") == .violated)
  }

  @Test func `an interrupt comes to who has asked for its source`() throws {
    let report = try search(
      """
      system: interrupts
      interrupts: 1
      threads:
        it: { program: [receive irq0 now, wait, { if interrupt: [mark served] }, send sender now] }
      hazards: never it at served
      """)
    #expect(
      report.actions(against: "never it at served") == [
        "it receive irq0 now", "it wait", "interrupt 0",
      ])
  }

  @Test func `timeouts pass, and no sooner than they may`() throws {
    let report = try search(
      """
      system: time
      threads:
        it: { program: [receive other within 2 ticks, { if timeout: [mark late] }] }
        other: { program: [mark other-starts] }
      hazards: never it at late
      """)
    #expect(
      report.actions(against: "never it at late") == [
        "it receive other within 2 ticks", "tick", "tick", "timeout of it",
      ])
  }
}
