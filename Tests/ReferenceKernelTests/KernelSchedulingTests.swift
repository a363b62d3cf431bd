import ReferenceKernel
import Testing

@Suite("Who runs, and for how long (SC1 … SC13)")
struct KernelSchedulingTests {
  let root = Stage.root
  let a = 3 * 128
  let b = 4 * 128
  let c = 5 * 128

  /// A kernel in which everybody but the three tasks waits for ever, and time slices are 2 ticks.
  func stage() -> Stage {
    let stage = Stage(slice: 2 << 24 | 10 << 20)
    stage.wait(Stage.sigma0)
    stage.wait(root)
    return stage
  }

  /// thread_schedule: priority and slice in ticks; slice 0 is none.
  @discardableResult
  func schedule(_ stage: Stage, _ thread: Int, by caller: Int, _ priority: UInt32, _ ticks: UInt32)
    -> UInt32
  {
    let id = stage.id(thread)
    stage.call(0x34, by: caller) {
      $0.eax = priority | ticks << 24 | 10 << 20
      $0.esi = id.low
      $0.edi = id.high
      $0.edx = ~0
      $0.ebx = ~0
    }
    return stage.registers(caller).eax
  }

  func yield(_ stage: Stage, to thread: Int? = nil) {
    guard let current = stage.kernel.currentThread else { return }
    let id = thread.map(stage.id) ?? .none
    stage.kernel.systemCall(0x33, by: current) {
      $0.esi = id.low
      $0.edi = id.high
    }
  }

  @Test("Round robin: each in turn for its slice (SC1, SC2, T-SC2)")
  func roundRobin() {
    let stage = stage()
    var order: [Int] = []
    for _ in 0..<12 {
      stage.kernel.timerTick()
      if let thread = stage.kernel.currentThread { order.append(thread) }
      #expect(stage.kernel.audit() == nil)
    }
    let first = order.drop { $0 == order[0] }.prefix(6)
    #expect(Set(first).count == 3)
    #expect(first.enumerated().allSatisfy { $1 == Array(first)[$0 / 2 * 2] })
  }

  @Test("A switch donates the rest of the slice; yielding gives it up (SC4, SC5)")
  func donation() {
    let stage = stage()
    stage.kernel.timerTick()
    while stage.kernel.currentThread != a { stage.kernel.timerTick() }
    yield(stage, to: b)
    #expect(stage.kernel.currentThread == b)
    stage.kernel.timerTick()
    #expect(stage.kernel.currentThread == b)
    stage.kernel.timerTick()  // the slice of a ends, and a goes to the tail
    #expect(stage.kernel.currentThread != nil && stage.kernel.currentThread != a)
    let before = stage.kernel.currentThread
    yield(stage)
    #expect(stage.kernel.currentThread != before)
  }

  @Test("A thread without a slice runs only in slices of others (SC3)")
  func sliceless() {
    let stage = stage()
    schedule(stage, b, by: a, 16, 0)
    for _ in 0..<20 {
      stage.kernel.timerTick()
      #expect(stage.kernel.currentThread != b)
    }
    while stage.kernel.currentThread != c { stage.kernel.timerTick() }
    yield(stage, to: b)
    #expect(stage.kernel.currentThread == b && stage.kernel.audit() == nil)
    stage.kernel.timerTick()
    stage.kernel.timerTick()
    #expect(stage.kernel.currentThread != b && stage.kernel.audit() == nil)
  }

  @Test("An endless slice does not end (U14)")
  func endless() {
    let stage = stage()
    let id = stage.id(a)
    stage.call(0x34, by: a) {
      $0.eax = 16
      $0.esi = id.low
      $0.edi = id.high
      $0.edx = ~0
      $0.ebx = ~0
    }
    yield(stage)
    while stage.kernel.currentThread != a { stage.kernel.timerTick() }
    for _ in 0..<300 { stage.kernel.timerTick() }
    #expect(stage.kernel.currentThread == a && stage.kernel.audit() == nil)
  }

  @Test("A lent slice without an end is taken back with the next tick (SC1, SC12)")
  func lentEndless() {
    let stage = stage()
    let id = stage.id(a)
    stage.wait(c)
    stage.wait(b)
    stage.call(0x34, by: a) {
      $0.eax = 17
      $0.esi = id.low
      $0.edi = id.high
      $0.edx = ~0
      $0.ebx = ~0
    }
    stage.ipc(a, stage.id(b), send: 0)
    #expect(stage.kernel.currentThread == b)
    stage.kernel.timerTick()
    #expect(stage.kernel.currentThread == a && stage.kernel.audit() == nil)
  }

  @Test(
    "Priorities: raised above who runs it runs, lowered it does not (SC9); mcp limits (SC6, U15)")
  func priorities() {
    let stage = stage()
    stage.kernel.run(a)
    #expect(schedule(stage, b, by: a, 17, 2) == 16 | 2 << 24 | 10 << 20)
    #expect(stage.kernel.currentThread == b)
    schedule(stage, b, by: b, 3, 2)
    #expect(stage.kernel.currentThread != b)
    schedule(stage, b, by: a, 255, 2)
    #expect(stage.kernel.currentThread == b)
    let limited = Stage()
    limited.create(3, by: root, pager: limited.id(root), mcp: 16)
    #expect(schedule(limited, b, by: a, 17, 2) == ~0)
    schedule(limited, b, by: c, 20, 2)
    #expect(schedule(limited, b, by: a, 3, 2) == ~0)
    #expect(limited.kernel.audit() == nil)
  }

  @Test("States are told as the word of thread_schedule has them (SC8)")
  func states() {
    let stage = Stage()
    func query(_ thread: Int) -> UInt32 {
      let id = stage.id(thread)
      stage.call(0x34, by: a) {
        $0.eax = ~0
        $0.esi = id.low
        $0.edi = id.high
        $0.edx = ~0
        $0.ebx = ~0
      }
      return stage.registers(a).eax >> 16 & 15
    }
    #expect(query(b) == 0)
    stage.wait(b)
    #expect(query(b) == 0xC && stage.registers(a).source == .invalid)
    stage.ipc(c, stage.id(root), send: 0, Timeout.five)
    #expect(query(c) == 0xD && stage.registers(a).source == stage.id(root))
    #expect(stage.registers(a).ebp >> 24 == 5 && stage.registers(a).ebp >> 20 & 15 == 10)
    stage.kernel.run(root)
    stage.kernel.exception(vector: 0)
    #expect(query(root) == 0xF)
  }

  @Test(
    "task_new and fpage_unmap are executed again while an interrupt waits, and come to an end (N2)")
  func restarted() {
    let stage = Stage()
    for page in 0..<16 as Range<UInt32> {
      stage.map(page << 12, to: 3)
      stage.kernel.transfer(
        from: 3, sendBase: page << 12, fpage: fpage(page << 12), to: 4, window: everywhere)
    }
    stage.kernel.isInterruptPending = true
    stage.kernel.run(a)
    let unmap = { (registers: inout Registers) in
      registers.eax = fpage(0, 16)
      registers.ecx = Mask.flush
    }
    var count = 0
    var end: UInt32 = 0
    repeat {
      let start = stage.registers(a).eip
      stage.kernel.systemCall(0x32, by: a, unmap)
      end = stage.registers(a).eip &- start
      count += 1
    } while end == 0 && count < 100
    #expect(
      count == 16 && stage.kernel.peek(4, 0xF000) == nil && stage.kernel.peek(3, 0xF000) != nil)

    let old = stage.id(a)
    let version = stage.kernel.taskID(3)
    stage.kernel.run(root)
    count = 0
    repeat {
      let start = stage.registers(root).eip
      stage.kernel.systemCall(0x36, by: root) {
        $0.esi = version.low
        $0.edi = version.high
        $0.eax = stage.kernel.taskID(2).low
        $0.ebx = 0
        $0.ebp = 0
      }
      end = stage.registers(root).eip &- start
      count += 1
      #expect(stage.kernel.audit() == nil && stage.state(a) == .inactive)
    } while end == 0 && count < 100
    #expect(count > 2 && count < 100 && stage.id(a) != old)
    #expect(stage.registers(root).source == stage.kernel.taskID(3))
  }

  @Test("Timeouts are rounded up to ticks, and as long as they were asked to be (IPC-28, IPC-30)")
  func ticks() {
    // Mantissa, exponent, ticks of 1024 µs: 255 µs, 5120 µs, 262144 µs, 1024 µs, 1025 µs and more.
    for (mantissa, exponent, ticks) in [
      (255, 15, 1), (5, 10, 5), (1, 6, 256), (4, 11, 1), (65, 13, 2), (1, 15, 1),
    ] as [(UInt32, UInt32, Int)] {
      let stage = Stage()
      stage.wait(a, mantissa << 24 | exponent)
      for _ in 0..<ticks {
        #expect(stage.state(a) == .waitingOpen)
        stage.kernel.timerTick()
      }
      #expect(stage.state(a) == .ready, "(\(mantissa), \(exponent))")
    }
  }
}
