import ReferenceKernel
import Testing

@Suite("Messages between threads of a whole kernel")
struct KernelIPCTests {
  let stage = Stage()
  let root = Stage.root
  let a = 3 * 128
  let b = 4 * 128
  let c = 5 * 128

  @Test("Both orders of sender and receiver come to the same (IPC-17)")
  func bothOrders() {
    stage.wait(b)
    stage.ipc(a, stage.id(b), send: 0, words: (1, 2))
    let first = stage.registers(b)
    stage.ipc(a, stage.id(b), send: 0, words: (1, 2))
    #expect(stage.state(a) == .pending)
    stage.wait(b)
    let second = stage.registers(b)
    #expect(first.edx == 1 && first.ebx == 2 && first.source == stage.id(a) && first.eax == 0)
    #expect(second.edx == 1 && second.ebx == 2 && second.source == stage.id(a))
    #expect(stage.registers(a).eax == 0 && stage.state(a) == .ready)
    #expect(stage.kernel.audit() == nil)
  }

  @Test("Timeouts: send 0 to a busy thread, receive 0 with nobody, sleep (S10)")
  func timeouts() {
    stage.ipc(a, stage.id(b), send: 0, Timeout.zero)
    #expect(stage.registers(a).eax == 0x30)
    stage.wait(a, Timeout.zero)
    #expect(stage.registers(a).eax == 0x20)
    stage.ipc(a, .none, receive: 0, Timeout.five)
    for tick in 1...5 {
      #expect(stage.state(a) == .waitingClosed, "tick \(tick)")
      stage.kernel.timerTick()
    }
    #expect(stage.state(a) == .ready && stage.registers(a).eax == 0x20)
    #expect(stage.kernel.audit() == nil)
  }

  @Test("Whom no message can be for: nil, oneself, invalid, interrupts, strangers (IPC-10, IPC-11)")
  func nobody() {
    var stale = stage.id(b)
    stale.low ^= 3
    let ids = [ThreadID.none, .invalid, .interrupt(3), stage.id(a), stale, stage.id(b + 1)]
    for id in ids {
      stage.ipc(a, id, send: 0, receive: 1)
      #expect(stage.registers(a).eax == 0x10 && stage.state(a) == .ready, "\(id)")
    }
    stage.ipc(a, stage.id(b))  // no phases (U18)
    #expect(stage.registers(a).eax == 0x10)
  }

  @Test("Queues are served in order, a closed receive takes its own (IPC-15, IPC-16)")
  func order() {
    for (word, sender) in [a, c, root].enumerated() {
      stage.ipc(sender, stage.id(b), send: 0, words: (UInt32(word), 0))
    }
    stage.ipc(b, stage.id(c), receive: 0)
    #expect(stage.registers(b).source == stage.id(c) && stage.registers(b).edx == 1)
    stage.wait(b)
    #expect(stage.registers(b).source == stage.id(a) && stage.registers(b).edx == 0)
    stage.wait(b)
    #expect(stage.registers(b).source == stage.id(root) && stage.registers(b).edx == 2)
  }

  @Test("A zero-timeout reply finds the caller waiting (IPC-9, M-IPC14)")
  func reply() {
    stage.wait(b)
    stage.ipc(a, stage.id(b), send: 0, receive: 0, words: (5, 6))
    #expect(stage.kernel.currentThread == b)
    stage.ipc(b, stage.id(a), send: 0, receive: 1, 0x0010, words: (7, 8))
    #expect(stage.registers(a).eax == 0 && stage.registers(a).edx == 7)
    #expect(stage.kernel.currentThread == a && stage.state(b) == .waitingOpen)
  }

  @Test("lthread_ex_regs cancels both kinds of wait (EX4, EX5)")
  func cancel() {
    stage.exRegs(1, by: a, ip: 0x100, sp: 0x200)
    stage.ipc(a + 1, stage.id(b), send: 0)
    stage.exRegs(1, by: a)
    #expect(stage.registers(a + 1).eax == 0x50 && stage.state(a + 1) == .ready)
    stage.wait(a + 1)
    stage.exRegs(1, by: a, ip: 0x300)
    #expect(stage.registers(a + 1).eax == 0x40 && stage.registers(a + 1).eip == 0x300)
    #expect(stage.registers(a).edx == 0x102 + 2)  // the old one, behind two calls
    #expect(stage.kernel.audit() == nil)
  }

  @Test("A chief gets what crosses its border, and who it is for (CC-3, CC-10, CC-11, S2)")
  func redirection() {
    // 3 is chief of 6, 4 of 7.
    stage.donate(6, by: root, to: 3)
    stage.create(6, by: a, pager: stage.id(0))
    stage.donate(7, by: root, to: 4)
    stage.create(7, by: b, pager: stage.id(0))
    let e = 6 * 128
    let g = 7 * 128
    stage.wait(a)
    stage.ipc(e, stage.id(g), send: 0, words: (1, 1))
    #expect(stage.registers(a).flags == 0b1100 && stage.registers(a).source == stage.id(e))
    #expect(stage.registers(a).ecx == stage.id(g).low && stage.registers(a).ebp == stage.id(g).high)
    // The chief passes it on in the name of the sender.
    stage.wait(b)
    map(stage, 0x1000, to: 3)
    let stack = stage.registers(a).esp - 0x1000
    stage.kernel.poke(3, 0x1000 + stack % 0x1000, stage.id(e).low)
    stage.call(0x30, by: a) {
      $0.esp = 0x1000 + stack % 0x1000
      $0.eax = 1
      $0.ebp = Phase.none
      $0.ecx = 0
      $0.esi = stage.id(g).low
      $0.edi = stage.id(g).high
      stage.kernel.poke(3, $0.esp, stage.id(e).low)
      stage.kernel.poke(3, $0.esp + 4, stage.id(e).high)
    }
    #expect(stage.registers(b).flags == 0b0101 && stage.registers(b).source == stage.id(e))
    #expect(stage.registers(b).ecx == stage.id(g).low)
    #expect(stage.kernel.audit() == nil)
  }

  @Test(
    "In the name of one far away a chief answers (CC-19, CC-21); never in that of nobody or a line",
    arguments: [0x0FA0_0001, 0, ~0, 4] as [UInt32])
  func strangers(low: UInt32) {
    stage.donate(6, by: root, to: 3)
    stage.create(6, by: a, pager: stage.id(0))
    let inner = 6 * 128
    let stranger = ThreadID(low: low, high: low == ~0 ? low : 0)
    let isFar = low == 0x0FA0_0001
    map(stage, 0x1000, to: 3)
    stage.kernel.poke(3, 0x1800, stranger.low)
    stage.kernel.poke(3, 0x1804, stranger.high)
    func answer() -> UInt32 {
      stage.call(0x30, by: a) {
        $0.esp = 0x1800
        $0.eax = 1
        $0.ebp = Phase.none
        $0.ecx = Timeout.zero
        $0.esi = stage.id(inner).low
        $0.edi = stage.id(inner).high
      }
      return stage.registers(a).code
    }
    if isFar {
      stage.wait(a)
      stage.ipc(inner, stranger, send: 0, receive: 0)
      #expect(stage.registers(a).flags == 0b1100)
      #expect(stage.registers(a).ecx == stranger.low)
    } else {
      stage.ipc(inner, stranger, receive: 0, Timeout.zero)  // a line is associated (INT-2)
      stage.ipc(inner, stranger, receive: 0)
    }
    #expect(stage.state(inner) == .waitingClosed || low == ~0)
    #expect(answer() == (isFar ? 0 : 0x30))
    if isFar { #expect(stage.registers(inner).source == stranger) }
    #expect(stage.kernel.audit() == nil)
  }

  @Test("The nearest of the table (S1)")
  func nearest() {
    // r = root, a = 3, b = 4; c = 5 and d = 6 of 3; e = 7 of 5; g = 8 of 4.
    let stage = Stage(tasks: 10)
    for (task, chief) in [(5, 3), (6, 3), (8, 4)] {
      stage.donate(task, by: root, to: chief)
      stage.create(task, by: chief * 128, pager: stage.id(0))
    }
    stage.donate(7, by: root, to: 3)
    stage.donate(7, by: a, to: 5)
    stage.create(7, by: c, pager: stage.id(0))
    let (r, a, b, c, d, e, g) = (2, 3, 4, 5, 6, 7, 8)
    let table = [
      (c, d, d, 0), (c, a, a, 0), (a, c, c, 0), (a, b, b, 0), (a, e, c, 0xC), (b, e, a, 0xC),
      (b, c, a, 0xC), (c, b, a, 4), (e, d, c, 4), (e, b, c, 4), (d, e, c, 0xC), (r, e, a, 0xC),
      (r, g, b, 0xC), (c, g, a, 4), (a, g, b, 0xC), (g, e, b, 4), (c, r, a, 4), (a, r, r, 0),
    ]
    for (source, destination, next, type) in table {
      let asked = stage.kernel.taskID(destination)
      stage.call(0x31, by: source * 128) {
        $0.esi = asked.low
        $0.edi = asked.high
      }
      let answer = stage.registers(source * 128)
      #expect(answer.source == stage.kernel.taskID(next), "\(source) to \(destination)")
      #expect(answer.eax == UInt32(type), "\(source) to \(destination)")
    }
    #expect(stage.kernel.audit() == nil)
  }

  @Test("Interrupts: associated, taken, pending, released (S11)")
  func interrupts() {
    func ask(_ thread: Int, _ id: ThreadID) -> UInt32 {
      stage.ipc(thread, id, receive: 0, Timeout.zero)
      return stage.registers(thread).eax
    }
    #expect(ask(a, .interrupt(3)) == 0x20)
    #expect(ask(b, .interrupt(3)) == 0x10)
    #expect(ask(b, .interrupt(0)) == 0x10)  // the kernel's own
    #expect(!stage.kernel.isMasked(line: 3))
    stage.kernel.interrupt(line: 3)
    #expect(stage.kernel.isMasked(line: 3))
    #expect(ask(a, .interrupt(4)) == 0)
    #expect(stage.registers(a).source == .interrupt(3))
    #expect(ask(b, .interrupt(4)) == 0x20)
    stage.wait(a)
    #expect(!stage.kernel.isMasked(line: 3))
    stage.kernel.interrupt(line: 3)
    #expect(stage.state(a) == .ready && stage.registers(a).source == .interrupt(3))
    // An edge during service is the next interrupt, even for who does not wait (INT-13); one while an
    // interrupt is pending is the same (INT-9); one while nobody is associated is none (INT-11).
    stage.kernel.rememberInterrupt(line: 3)
    #expect(ask(a, .interrupt(3)) == 0)
    stage.kernel.rememberInterrupt(line: 3)
    stage.ipc(a, .none, receive: Phase.open, Timeout.zero)
    #expect(stage.registers(a).eax == 0 && stage.registers(a).source == .interrupt(3))
    stage.wait(a)
    #expect(stage.state(a) == .waitingOpen)
    stage.kernel.interrupt(line: 3)
    stage.kernel.interrupt(line: 3)
    stage.kernel.rememberInterrupt(line: 3)
    stage.ipc(a, .none, receive: Phase.open, Timeout.zero)
    #expect(stage.registers(a).eax == 0)
    stage.ipc(a, .none, receive: Phase.open, Timeout.zero)
    #expect(stage.registers(a).eax == 0x20)
    #expect(ask(a, .none) == 0x20)
    stage.kernel.rememberInterrupt(line: 3)
    #expect(ask(b, .interrupt(3)) == 0x20)
    #expect(ask(b, .interrupt(3)) == 0x20)
    #expect(stage.kernel.audit() == nil)
  }

  func map(_ stage: Stage, _ address: UInt32, to task: Int) {
    stage.kernel.transfer(
      from: 0, sendBase: address, fpage: fpage(address), to: task, window: everywhere)
  }
}
