import Microkernel
import Testing

/// Facts that need calls of several threads to be seen, by calls of the whole kernel.
struct FactTests {
  /// The root task with two threads, and a child.
  private func world(_ setup: String = "", pages: Int = 0) throws -> World {
    var world = World(threads: [1, 2, 1], pages: pages)
    try world.run(
      """
      t1.0 ex_regs t1.1 registers 1
      t1.0 task_new task2 mcp 1 pager t1.0
      """)
    try world.run(setup)
    return world
  }

  @Test func `A10: without authority nothing changes`() throws {
    var world = World(threads: [1, 1, 1, 1], pages: 1)
    try world.run(
      """
      t1.0 task_new task2 mcp 1 pager t1.0
      t1.0 task_new task3 mcp 1 pager t1.0
      t1.0 wait into p0
      t0.0 send t1.0 map p0 → p0 rw
      t1.0 receive irq0 now
      t1.0 thread_schedule t2.0 priority 2 slice 1
      """)
    let before = world.kernel
    for call in [
      "t3.0 task_new task2 chief task3", "t3.0 task_new task1 mcp 1 pager t3.0",
      "t3.0 thread_schedule t2.0 priority 1 slice 1", "t3.0 ex_regs t2.0 registers 1",
      "t3.0 unmap p0 flush all", "t3.0 receive irq0 now",
    ] {
      try world.run(call)
      #expect(world.kernel == before, "\(call)")
    }
  }

  @Test func `EX12: a thread is parked in an endless sleep`() throws {
    var world = try world("t1.1 receive nobody")
    #expect(try !world.permits("t1.1 wait") && !world.permits("timeout of t1.1"))
    #expect(try world.run("t2.0 send t1.1 now").code("t2.0") == 0x30)
    try world.run("tick")
    #expect(try !world.permits("timeout of t1.1"))
    #expect(try world.run("t1.0 ex_regs t1.1 registers 2").code("t1.1") == 0x40)
  }

  @Test func `IPC-12: threads of one task send to each other`() throws {
    var world = try world("t1.1 wait")
    let sent = try world.run("t1.0 send t1.1 word 1")
    #expect(sent.code("t1.0") == 0 && sent.code("t1.1") == 0)
    #expect(sent.source("t1.1") == "t1.0" && sent.flags("t1.1") == "w")
  }

  @Test(arguments: [
    ("t2.0 send t1.1 word 1", "t1.1 wait"), ("t2.0 send t1.1", "t1.1 receive t2.0"),
    ("t2.0 call t1.1", "t1.1 wait"), ("t0.0 send t2.0", "t1.0 wait"),
    ("t1.0 send t2.0 map p0 → p0 rw", "t2.0 wait into p0"),
    ("t1.0 send t2.0 map p0 → p0 rw", "t2.0 wait"),
    ("t2.0 send t1.1 parts 1", "t1.1 wait buffer"), ("t2.0 send t1.1 parts 1", "t1.1 wait"),
  ])
  func `IPC-17: it does not matter who comes first`(send: String, receive: String) throws {
    var early = try world("t1.0 wait into p0\nt0.0 send t1.0 map p0 → p0 rw", pages: 1)
    var late = early
    let first = try early.run("\(send)\n\(receive)")
    let second = try late.run("\(receive)\n\(send)")
    #expect(early.kernel == late.kernel)
    #expect(first.effects.deliveries == second.effects.deliveries)
  }

  @Test func `IPC-25, IPC-63: in a transfer both are locked`() throws {
    var world = try world("t1.1 wait buffer\nt2.0 send t1.1 parts 1")
    let (ipc, sender, receiver) = (world.kernel.ipc, 3, 2)
    #expect(ipc.sending.ids == [sender] && ipc.receiving.ids == [receiver])
    #expect(ipc.peer[row: sender].ids == [receiver] && ipc.peer[row: receiver].ids == [sender])
    #expect(try world.run("t1.0 send t1.1 now").code("t1.0") == 0x30)
    try world.run("t1.0 send t1.1")
    #expect(try world.run("copy from t2.0").returned == ["t1.1", "t2.0"])
    #expect(try world.run("t1.1 wait").source("t1.1") == "t1.0")
  }

  @Test func `IPC-45, IPC-46: the code of a call tells whether it was sent`() throws {
    var world = try world()
    let unheard = try world.run("t2.0 call t1.1 now and receive now")
    #expect(unheard.code("t2.0") == 0x30)
    #expect(unheard.source("t2.0") == nil && unheard.flags("t2.0") == "")
    let heard = try world.run("t1.1 wait\nt2.0 call t1.1 now and receive now")
    #expect(heard.code("t2.0") == 0x20 && heard.code("t1.1") == 0)
    #expect(heard.source("t2.0") == nil && heard.flags("t2.0") == "")
  }

  @Test func `IPC-61: a late reply finds nobody, or is taken for another`() throws {
    let setup = """
      t1.1 wait
      t2.0 call t1.1 and receive within 1 tick
      tick
      timeout of t2.0
      """
    var careful = try world(setup)
    #expect(try careful.run("t1.1 send t2.0 now").code("t1.1") == 0x30)
    var stuck = try world(setup)
    try stuck.run("t1.1 send t2.0 word 1")
    #expect(try !stuck.permits("t1.1 wait"))
    let stale = try stuck.run("t2.0 receive t1.1")
    #expect(stale.code("t2.0") == 0 && stale.flags("t2.0") == "w")
  }

  @Test func `PF-6, PF-8: a pager maps what it likes, and nothing else changes`() throws {
    var world = try world("t1.0 wait into p0\nt0.0 send t1.0 map p0 → p0 rw", pages: 2)
    let registers = world.kernel.threads.registers
    try world.run("t2.0 reads p0\nt1.0 wait\nt1.0 send t2.0 map p0 → p1 rw")
    #expect(try world.can("t2.0 writes p1") && !world.can("t2.0 reads p0"))
    #expect(world.kernel.threads.registers == registers)
  }
}
