import Microkernel
import Testing

/// Who gets the processor when calls of several chapters meet.
struct SchedulingTests {
  private func world(_ setup: String, _ profile: KernelProfile = .v2) throws -> World {
    var world = World(threads: [1, 2], slice: 2, profile: profile)
    try world.run(setup)
    return world
  }

  @Test func `raising a ready thread above oneself gives it the processor`() throws {  // SC9
    var world = try world("t0.0 thread_switch t1.0")
    #expect(world.running == "t1.0")
    try world.run("t1.0 thread_schedule t0.0 priority 2 slice 2")
    #expect(world.running == "t0.0")
    // And lowering oneself, to a thread that is ready.
    try world.run("t0.0 thread_schedule t0.0 priority 0 slice 2")
    #expect(world.running == "t1.0")
  }

  @Test func `a thread that lthread_ex_regs starts again can outrank its invoker`() throws {  // EX9
    var world = try world(
      """
      t0.0 wait
      t1.0 ex_regs t1.1 registers 1
      t1.0 thread_schedule t1.1 priority 2 slice 2
      t1.1 exception
      """)
    #expect(world.running == "t1.0")
    try world.run("t1.0 ex_regs t1.1 registers 2")
    #expect(world.running == "t1.1")
  }

  @Test func `who is preempted tells its preempter, where kernels do that`() throws {  // PR-1
    let setup = """
      t0.0 wait
      t1.0 ex_regs t1.1 registers 1
      t1.0 thread_schedule t1.1 priority 2 slice 2
      t1.1 receive t1.0
      t1.0 ex_regs t1.0 preempter t0.0
      """
    for (setting, tells) in [("at-the-end-of-a-slice", false), ("when-preempted", true)] {
      let profile = try KernelProfile(
        parsing: "v2,after-transfer=priority,preemption-message=\(setting)")
      var world = try world(setup, profile)
      let sent = try world.run("t1.0 send t1.1")
      #expect(sent.code("t1.1") == 0)
      #expect(sent.source("t0.0") == (tells ? "t1.0" : nil))
      #expect(world.running == "t1.1")
      #expect(world.kernel.ipc.preempting.ids == (tells ? [1] : []))
    }
  }
}
