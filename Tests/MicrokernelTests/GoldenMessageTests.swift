import Testing

/// The vectors of section S that are about messages and interrupts, by calls of the whole kernel.
struct GoldenMessageTests {
  @Test func `S9: a long send that lthread_ex_regs ends is aborted at both sides`() throws {
    // X is t1.1, its sibling t1.0, R is t2.0.
    var world = World(threads: [1, 2, 1])
    try world.run(
      """
      t1.0 task_new task2 mcp 1 pager t1.0
      t1.0 ex_regs t1.1 registers 1
      t2.0 wait buffer
      t1.1 send t2.0 parts 3
      copy from t1.1
      """)
    #expect(world.kernel.ipc.parts[row: 2].value == 2)  // one of three has been copied
    let ended = try world.run("t1.0 ex_regs t1.1 registers 2")
    #expect(ended.returned == ["t1.1", "t2.0"])
    #expect(ended.code("t1.1") == 0xD0)
    #expect(ended.code("t2.0") == 0xC0)
    #expect(try world.permits("t1.1 wait") && world.permits("t2.0 wait"))
  }

  @Test func `S9: the same when the receiver waits for the answer to its call`() throws {
    var world = World(threads: [1, 2, 1])
    try world.run(
      """
      t1.0 task_new task2 mcp 1 pager t1.0
      t1.0 ex_regs t1.1 registers 1
      t1.1 wait
      t2.0 call t1.1 and receive buffer
      t1.1 send t2.0 parts 2
      copy from t1.1
      """)
    let ended = try world.run("t1.0 ex_regs t1.1 registers 2")
    #expect(ended.code("t1.1") == 0xD0)
    #expect(ended.code("t2.0") == 0xC0)
  }

  @Test func `S9: and when it is the receiver that lthread_ex_regs reaches`() throws {
    var world = World(threads: [1, 2, 1])
    try world.run(
      """
      t1.0 task_new task2 mcp 1 pager t1.0
      t1.0 ex_regs t1.1 registers 1
      t1.1 wait buffer
      t2.0 send t1.1 parts 2
      copy from t2.0
      """)
    let ended = try world.run("t1.0 ex_regs t1.1 registers 2")
    #expect(ended.code("t2.0") == 0xD0)
    #expect(ended.code("t1.1") == 0xC0)
  }

  @Test func `S10: timeouts zero, and sleeping`() throws {
    var world = World(threads: [1, 1])
    #expect(try world.run("t0.0 send t1.0 now").code("t0.0") == 0x30)
    #expect(try world.run("t0.0 wait now").code("t0.0") == 0x20)
    #expect(try world.run("t0.0 receive t1.0 now").code("t0.0") == 0x20)

    // No message reaches a thread that sleeps, and it does not wake too early.
    try world.run("t0.0 receive nobody within 3 ticks")
    #expect(try world.run("t1.0 send t0.0 now").code("t1.0") == 0x30)
    for _ in 0..<3 {
      #expect(try !world.permits("timeout of t0.0"))
      try world.run("tick")
    }
    #expect(try !world.permits("tick"))
    #expect(try world.run("timeout of t0.0").code("t0.0") == 0x20)
  }

  @Test func `S11: interrupts are associated, and given back`() throws {
    var world = World(threads: [1, 1])
    #expect(try world.run("t0.0 receive irq0 now").code("t0.0") == 0x20)
    #expect(try world.run("t1.0 receive irq0 now").code("t1.0") == 0x10)

    // An interrupt is pending: asking for another source brings it, and the association stays.
    try world.run("interrupt 0")
    let delivered = try world.run("t0.0 receive irq1 now")
    #expect(delivered.code("t0.0") == 0 && delivered.gotInterrupt("t0.0"))
    #expect(try world.run("t1.0 receive irq0 now").code("t1.0") == 0x10)

    #expect(try world.run("t0.0 receive nobody now").code("t0.0") == 0x20)
    #expect(try world.run("t1.0 receive irq0 now").code("t1.0") == 0x20)
    try world.run("interrupt 0")
    #expect(try world.run("t1.0 wait now").gotInterrupt("t1.0"))
  }
}
