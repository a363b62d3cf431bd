import ReferenceKernel
import Testing

@Suite("Tasks, faults and long messages of a whole kernel")
struct KernelTaskTests {
  let stage = Stage()
  let sigma0 = Stage.sigma0
  let root = Stage.root
  let a = 3 * 128
  let b = 4 * 128
  let c = 5 * 128

  @Test("task_new: who is not the chief, whom nobody is chief of any more, and clans (S13)")
  func taskNew() {
    #expect(stage.create(4, by: a, pager: stage.id(0)) == .none)
    stage.donate(6, by: root, to: 3)
    stage.create(6, by: a, pager: stage.id(0))
    stage.donate(7, by: root, to: 3)
    stage.donate(7, by: a, to: 6)
    stage.create(7, by: 6 * 128, pager: stage.id(0))
    let old = [3, 6, 7].map { stage.kernel.taskID($0) }
    stage.ipc(b, stage.id(a), send: 0)
    stage.wait(c, receive: 0)
    stage.donate(3, by: root, to: 2)
    #expect(stage.registers(b).eax == 0x10 && stage.state(b) == .ready)
    for id in old {
      stage.ipc(b, id, send: 0)
      #expect(stage.registers(b).eax == 0x10)
    }
    #expect([3, 6, 7].allSatisfy { !stage.kernel.isActive($0) })
    #expect(stage.create(7, by: root, pager: stage.id(0)) == stage.kernel.taskID(7))
    #expect(stage.kernel.audit() == nil)
  }

  @Test("Who ends with another task ends also where interrupts cut the call (TN7, TN9, N2)")
  func clanEndsInPieces() {
    for task in [6, 7] {
      stage.donate(task, by: root, to: 3)
      stage.create(task, by: a, pager: stage.id(a))
    }
    for task in [3, 6, 7] {
      map(0x1000, to: task)
      map(0x4000, to: task)
    }
    stage.kernel.isInterruptPending = true
    let id = stage.kernel.taskID(3)
    var calls = 0
    repeat {
      // Executed again with what the registers hold: nil in ebx and ebp gives the number away.
      stage.call(0x36, by: root) {
        ($0.esi, $0.edi, $0.eax, $0.ebx, $0.ebp) = (id.low, id.high, stage.id(root).low, 0, 0)
      }
      calls += 1
    } while stage.registers(root).source == id && calls < 10_000
    #expect(calls > 3)
    #expect(stage.registers(root).source == stage.kernel.taskID(3))
    #expect([3, 6, 7].allSatisfy { !stage.kernel.isActive($0) })
    stage.kernel.isInterruptPending = false
    #expect(stage.create(6, by: root, pager: stage.id(root)) == stage.kernel.taskID(6))
    #expect(stage.kernel.audit() == nil)
  }

  @Test("The depth of clans has a limit (TN6)")
  func depth() {
    let stage = Stage(tasks: 24)
    var chief = root
    for task in 6..<22 {
      if chief != root { stage.donate(task, by: root, to: 6) }
      for link in 6..<max(6, task - 1) { stage.donate(task, by: link * 128, to: link + 1) }
      let id = stage.create(task, by: chief, pager: stage.id(0))
      #expect((id != .none) == (task < 21), "\(task)")
      chief = task * 128
    }
    #expect(stage.kernel.audit() == nil)
  }

  @Test("A page fault asks the pager, whose page lets the thread go on (S15)")
  func fault() {
    map(0x5000, to: 2)
    stage.wait(root)
    stage.kernel.run(a)
    let registers = stage.registers(a)
    #expect(!stage.kernel.touch(0x5123, write: true))
    #expect(stage.kernel.currentThread == root)
    let message = stage.registers(root)
    #expect(message.edx == 0x5122 && message.ebx == registers.eip && message.source == stage.id(a))
    stage.ipc(root, stage.id(a), send: 2, receive: 1, words: (0x5000, fpage(0x5000)))
    #expect(stage.kernel.currentThread == a && stage.registers(a) == registers)
    #expect(stage.kernel.touch(0x5123, write: true))
    // An answer without a page: the same fault again.
    #expect(!stage.kernel.touch(0x6000, write: false))
    stage.ipc(root, stage.id(a), send: 0, receive: 1)
    #expect(!stage.kernel.touch(0x6000, write: false))
    #expect(stage.kernel.audit() == nil)
  }

  @Test("Without a pager a fault is the end, until ex_regs (PF-9, U27)")
  func stuck() {
    stage.exRegs(1, by: a, ip: 0x100, sp: 0x200)
    stage.kernel.run(a + 1)
    stage.kernel.touch(0x9000, write: false)
    #expect(stage.state(a + 1) == .stuck)
    stage.exRegs(1, by: a, pager: stage.id(0))
    #expect(stage.state(a + 1) == .ready)
    #expect(stage.kernel.audit() == nil)
  }

  /// Writes a message head: capacity and what is sent, in dwords and strings. (IPC-48)
  func head(
    _ address: UInt32, capacity: UInt32, strings: UInt32, sent: UInt32, _ sentStrings: UInt32
  ) {
    stage.kernel.poke(0, address, everywhere)
    stage.kernel.poke(0, address + 4, capacity << 13 | strings << 8)
    stage.kernel.poke(0, address + 8, sent << 13 | sentStrings << 8)
  }

  func map(_ address: UInt32, to task: Int, write: Bool = true) {
    stage.kernel.transfer(
      from: 0, sendBase: address, fpage: fpage(address, write: write), to: task,
      window: everywhere)
  }

  /// A message of `a` at 0x1000 with a string at 0x2000, and a buffer of `b` at 0x3000 with room at 0x4000.
  func prepare(sent: UInt32 = 6, room: UInt32 = 12) {
    head(0x1000, capacity: 8, strings: 1, sent: sent, 1)
    head(0x3000, capacity: 8, strings: 1, sent: 0, 0)
    for index in 0..<8 as Range<UInt32> { stage.kernel.poke(0, 0x100C + 4 * index, 100 + index) }
    for (index, word) in [12, 0x2000, 0, 0].enumerated() {
      stage.kernel.poke(0, 0x102C + 4 * UInt32(index), UInt32(word))
    }
    for (index, word) in [0, 0, room, 0x4000].enumerated() {
      stage.kernel.poke(0, 0x302C + 4 * UInt32(index), UInt32(word))
    }
    for index in 0..<3 as Range<UInt32> { stage.kernel.poke(0, 0x2000 + 4 * index, 200 + index) }
    map(0x1000, to: 3)
    map(0x3000, to: 4)
  }

  @Test("Dwords and strings move, and the dope tells how many (IPC-47, IPC-50, IPC-51)")
  func longMessage() {
    prepare()
    map(0x2000, to: 3)
    map(0x4000, to: 4)
    stage.wait(b, receive: 0x3001)
    stage.ipc(a, stage.id(b), send: 0x1000, words: (1, 2))
    #expect(stage.registers(b).eax == 6 << 13 | 1 << 8 && stage.registers(b).edx == 1)
    #expect(stage.registers(a).eax == 0)
    #expect((2..<7).map { stage.kernel.peek(4, 0x300C + 4 * $0) } == [102, 103, 104, 105, 0])
    #expect((0..<3).map { stage.kernel.peek(4, 0x4000 + 4 * $0) } == [200, 201, 202])
    #expect(stage.kernel.peek(4, 0x302C) == 12 && stage.kernel.peek(4, 0x3030) == 0x4000)
  }

  @Test("What does not fit is cut at both sides, after what fits (IPC-44, T-IPC9)")
  func cut() {
    prepare(room: 8)
    map(0x2000, to: 3)
    map(0x4000, to: 4)
    stage.wait(b, receive: 0x3001)
    stage.ipc(a, stage.id(b), send: 0x1000, words: (1, 2))
    #expect(stage.registers(b).code == 0xE0 && stage.registers(a).code == 0xF0)
    #expect((0..<3).map { stage.kernel.peek(4, 0x4000 + 4 * $0) } == [200, 201, 0])
    stage.wait(b)  // in registers only
    stage.ipc(a, stage.id(b), send: 0x1000)
    #expect(stage.registers(b).code == 0xE0 && stage.registers(a).code == 0xF0)
    stage.wait(b)  // no window
    stage.ipc(a, stage.id(b), send: 2, words: (0, fpage(0x1000)))
    #expect(stage.registers(b).code == 0xE0 && stage.registers(a).code == 0xF0)
  }

  @Test(
    "PF timeout zero: 0x90 and 0x80 for the receiver's page, 0xB0 and 0xA0 for the sender's (S16)")
  func faultTimeouts() {
    prepare()
    map(0x2000, to: 3)
    stage.wait(b, receive: 0x3001)
    stage.ipc(a, stage.id(b), send: 0x1000, 0xF000)
    #expect(stage.registers(a).eax == 0x90 && stage.registers(b).eax == 0x80)
    map(0x4000, to: 4)
    stage.call(0x32, by: sigma0) {
      $0.eax = fpage(0x2000)
      $0.ecx = Mask.flush
    }
    stage.wait(b, 0x0F00, receive: 0x3001)
    stage.ipc(a, stage.id(b), send: 0x1000)
    #expect(stage.registers(a).eax == 0xB0 && stage.registers(b).eax == 0xA0)
    #expect(stage.kernel.audit() == nil)
  }

  @Test("A fault inside of a transfer asks its own pager; then the transfer goes on (PF-13, PF-14)")
  func nestedFault() {
    prepare()
    map(0x2000, to: 3)
    map(0x4000, to: 2)
    stage.wait(root)
    stage.wait(b, receive: 0x3001)
    stage.ipc(a, stage.id(b), send: 0x1000, words: (1, 2))
    #expect(stage.state(a) == .sending && stage.state(b) == .receiving)
    #expect(stage.kernel.pagerCall(of: b) == .waiting)
    #expect(stage.registers(root).edx == 0x4002 && stage.registers(root).source == stage.id(b))
    stage.ipc(root, stage.id(b), send: 2, receive: 1, words: (0x4000, fpage(0x4000)))
    #expect(stage.registers(b).eax == 6 << 13 | 1 << 8 && stage.registers(b).edx == 1)
    #expect(stage.kernel.peek(4, 0x4004) == 201)
    #expect(stage.kernel.audit() == nil)
  }

  @Test("A transfer that is aborted tells both (S9, EX4)")
  func abort() {
    prepare()
    map(0x2000, to: 3)
    stage.exRegs(1, by: a, ip: 0x100, sp: 0x200)
    stage.wait(b, receive: 0x3001)
    stage.ipc(a, stage.id(b), send: 0x1000)
    #expect(stage.kernel.pagerCall(of: b) == .pending)
    stage.exRegs(0, by: a + 1)
    #expect(stage.registers(a).eax == 0xD0 && stage.registers(b).eax == 0xC0)
    #expect(stage.kernel.audit() == nil)
  }

  @Test("Long transfers are cut into pieces while an interrupt waits (N2)")
  func preempted() {
    prepare()
    map(0x2000, to: 3)
    map(0x4000, to: 4)
    stage.wait(b, receive: 0x3001)
    stage.kernel.isInterruptPending = true
    stage.ipc(a, stage.id(b), send: 0x1000, words: (1, 2))
    #expect(stage.state(a) == .sending && stage.kernel.audit() == nil)
    stage.kernel.isInterruptPending = false
    stage.kernel.timerTick()
    #expect(stage.state(a) == .ready && stage.registers(b).eax == 6 << 13 | 1 << 8)
    #expect(stage.kernel.audit() == nil)
  }

  @Test(
    "An exception goes on in the thread's own handler; without one it is shut down (EXC-1, EXC-3)")
  func exception() {
    map(0x5000, to: 3)
    map(0x1000, to: 3)
    stage.kernel.poke(3, 0x5000 + 6 * 8, 0x1B_1234)
    stage.kernel.poke(3, 0x5004 + 6 * 8, 0xEE00)
    stage.kernel.run(a)
    stage.kernel.loadExceptionTable(address: 0x5000)
    let before = stage.registers(a)
    stage.kernel.exception(vector: 6)
    let after = stage.registers(a)
    #expect(after.eip == 0x1234 && after.esp == before.esp - 8)
    #expect(stage.kernel.peek(3, after.esp) == before.eip)
    #expect(stage.kernel.peek(3, after.esp + 4) == before.eflags)
    stage.kernel.run(b)
    stage.kernel.exception(vector: 6)
    #expect(stage.state(b) == .halted && stage.kernel.currentThread != b)
    #expect(stage.kernel.audit() == nil)
  }
}
