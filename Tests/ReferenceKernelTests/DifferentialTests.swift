import Foundation
import ReferenceKernel
import Testing

/// Random programs for whole kernels.
struct RandomProgram {
  var random: SplitMix
  let stages: [Stage]
  var tick: UInt32 = 0

  init(seed: UInt64, _ stages: [Stage]) {
    random = SplitMix(state: seed)
    self.stages = stages
  }

  private mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: 0..<elements.count, using: &random)]
  }

  private mutating func chance(_ percent: Int) -> Bool {
    Int.random(in: 0..<100, using: &random) < percent
  }

  /// One event, the same in all kernels. What can be asked of the first is the same in all, as compared.
  mutating func step() {
    let ready = stages[0].view().filter { $0.state == .ready }.map(\.thread)
    guard let actor = ready.isEmpty || chance(8) ? nil : Optional(pick(ready)) else {
      let line = Int.random(in: 0..<4, using: &random)
      let isTick = chance(60)
      return each { if isTick { $0.kernel.timerTick() } else { $0.kernel.interrupt(line: line) } }
    }
    each { $0.kernel.run(actor) }
    switch Int.random(in: 0..<100, using: &random) {
    case 0..<70: message(from: actor)
    case 70..<75: access(actor)
    case 75..<82: exRegs(actor)
    case 82..<86: taskNew(actor)
    case 86..<91: schedule(actor)
    case 91..<94: switchTo(actor)
    case 94..<96: unmap(actor)
    case 96..<97: exception(actor)
    case 97..<99: pending()
    default: nearest(actor)
    }
  }

  private func each(_ body: (Stage) -> Void) { stages.forEach(body) }

  private mutating func anyID(_ actor: Int) -> ThreadID {
    switch Int.random(in: 0..<40, using: &random) {
    case 0: return .none
    case 1: return .invalid
    case 2, 3: return .interrupt(Int.random(in: 0..<5, using: &random))
    case 4:
      var id = stages[0].id(Int.random(in: 0..<8, using: &random) * 128)
      id.low &+= 1
      return id
    default:
      let existing = stages[0].view().map(\.thread)
      if chance(10) { return stages[0].id(Int.random(in: 0..<8 * 128, using: &random)) }
      return stages[0].id(pick(existing))
    }
  }

  private mutating func message(from actor: Int) {
    var partner = anyID(actor)
    let waiting = stages[0].view().filter {
      $0.call == .waiting || $0.state == .waitingOpen || $0.state == .waitingClosed
    }
    if chance(50) && !waiting.isEmpty { partner = stages[0].id(pick(waiting).thread) }
    // The fast path leaves transfers to the next way into the kernel.
    let isTransferring = stages[0].view().contains { $0.state == .sending }
    if chance(20), !isTransferring {
      // What the fast path is for.
      let receive = chance(50) ? Phase.open : Phase.registers
      return each { $0.ipc(actor, partner, send: 0, receive: receive, words: (7, 8)) }
    }
    let buffers: [UInt32] = [0x1000, 0x2000, 0x3000, 0x4080, 0x6000, 0x7080]
    var send = chance(75) ? Phase.registers : Phase.none
    var receive = chance(70) ? (chance(50) ? Phase.open : Phase.registers) : Phase.none
    if send != Phase.none {
      if chance(10) { send |= 1 }
      if chance(20) { send |= 2 }
      if chance(20) { send |= pick(buffers) }
    }
    if receive != Phase.none {
      if chance(20) {
        receive |= 2 | fpage(0, 32, write: false) & ~3
      } else if chance(20) {
        receive |= pick(buffers)
      }
    }
    let someTimeouts: UInt32 = pick([
      Timeout.never, Timeout.never, Timeout.never, 0x10, Timeout.zero, Timeout.short, Timeout.five,
      0xF000, 0x0F00, 0xFA00,
    ])
    let timeouts = isTransferring ? someTimeouts | 5 : someTimeouts
    let page = UInt32.random(in: 0..<8, using: &random) << 12
    let size: UInt32 = pick([10, 12, 13, 15])
    let words = (page, fpage(page, size, write: chance(50), grant: chance(30)))
    let virtual = anyID(actor)
    let task = actor >> 7
    each {
      let stack = $0.registers(actor).esp
      $0.kernel.poke(task, stack, virtual.low)
      $0.kernel.poke(task, stack + 4, virtual.high)
      $0.ipc(actor, partner, send: send, receive: receive, timeouts, words: words)
    }
  }

  private mutating func access(_ actor: Int) {
    let address = UInt32.random(in: 0..<10, using: &random) << 12
    let write = chance(50)
    let port = chance(10)
    each {
      if port {
        $0.kernel.touchPort(address >> 12)
      } else {
        $0.kernel.touch(address, write: write)
      }
    }
  }

  private mutating func exRegs(_ actor: Int) {
    let lthread = Int.random(in: 0..<3, using: &random)
    let values = (chance(70) ? UInt32(0x1234) : ~0, chance(70) ? UInt32(0x2F00) : ~0)
    let pager = chance(50) ? anyID(actor) : .invalid
    each { $0.exRegs(lthread, by: actor, ip: values.0, sp: values.1, pager: pager) }
  }

  private mutating func taskNew(_ actor: Int) {
    let task = Int.random(in: 3..<8, using: &random)
    let other = Int.random(in: 2..<8, using: &random)
    let mcp = pick([UInt32(255), 16, 3])
    if chance(60) {
      let pager = stages[0].id(chance(50) ? 0 : 256)
      each { $0.create(task, by: actor, pager: pager, mcp: mcp) }
    } else {
      each { $0.donate(task, by: actor, to: other) }
    }
  }

  private mutating func schedule(_ actor: Int) {
    let partner = anyID(actor)
    let priority: UInt32 = pick([15, 16, 16, 16, 17, 255])
    let slice: UInt32 = pick([0, 0x0010_0000, 0x0AA0_0000, 0x02A0_0000, 0x00A0_0000, 0xFFF0_0000])
    let parameters = priority | slice
    let isQuery = chance(10)
    each {
      $0.call(0x34, by: actor) {
        $0.eax = isQuery ? UInt32.max : parameters
        $0.esi = partner.low
        $0.edi = partner.high
        $0.edx = ~0
        $0.ebx = ~0
      }
    }
  }

  private mutating func switchTo(_ actor: Int) {
    let partner = chance(50) ? ThreadID.none : anyID(actor)
    each {
      $0.call(0x33, by: actor) {
        $0.esi = partner.low
        $0.edi = partner.high
      }
    }
  }

  private mutating func unmap(_ actor: Int) {
    let page = fpage(UInt32.random(in: 0..<8, using: &random) << 12, pick([12, 14]))
    let mask = pick([Mask.flush, Mask.readOnly, Mask.flush | Mask.own])
    each {
      $0.call(0x32, by: actor) {
        $0.eax = page
        $0.ecx = mask
      }
    }
  }

  private mutating func exception(_ actor: Int) {
    let isLoad = chance(60)
    let vector = pick([UInt32(0), 13, 40])
    each {
      if isLoad {
        $0.kernel.loadExceptionTable(address: 0x5000)
      } else {
        $0.kernel.exception(vector: vector)
      }
    }
  }

  /// From now on, or no longer, an interrupt waits, so that long operations are cut.
  private mutating func pending() {
    let isPending = chance(40)
    each { $0.kernel.isInterruptPending = isPending }
  }

  private mutating func nearest(_ actor: Int) {
    let partner = anyID(actor)
    each {
      $0.call(0x31, by: actor) {
        $0.esi = partner.low
        $0.edi = partner.high
      }
    }
  }
}

@Suite("Random programs for whole kernels")
struct DifferentialTests {
  @Test("With and without the fast path all comes to the same (IPC-24), and every audit is clean")
  func fastAndSlow() throws {
    let given = ProcessInfo.processInfo.environment["L4_SEED"].flatMap { UInt64($0) }
    let seed = given ?? UInt64.random(in: 0...UInt64.max)
    print("L4_SEED=\(seed) whole kernels")
    _ = try run(20 * effort, seed: seed)
  }

  /// What programs come to is luck, so these are always the same.
  @Test("Random programs come to all states and codes")
  func coverage() throws {
    let seen = try run(1000, seed: Self.fixedSeed)
    print("codes", seen.codes.sorted().map { String($0, radix: 16) }, "fast", seen.fast)
    #expect(seen.fast > 100)
    #expect(seen.states.count >= 9)
    #expect(seen.calls.count >= 3)
    #expect(seen.codes.isSuperset(of: Self.codes), "\(Self.codes.subtracting(seen.codes))")
  }

  static let fixedSeed: UInt64 = 1
  static let codes: Set<UInt32> = [0x00, 0x10, 0x20, 0x30, 0x40, 0x50, 0xC0, 0xD0, 0xE0, 0xF0]

  private func run(_ rounds: Int, seed: UInt64) throws -> Seen {
    let stages = [Stage(fast: true), Stage(fast: false)]
    var seen = Seen()
    for round in 0..<rounds {
      for stage in stages {
        stage.kernel.reset()
        stage.start()
        fill(stage)
      }
      var program = RandomProgram(seed: seed &+ UInt64(round), stages)
      for step in 0..<100 {
        program.step()
        let view = stages[0].view()
        let comment: Comment = "L4_SEED=\(seed) round \(round) step \(step)"
        let slow = stages[1].view()
        let differing = zip(view, slow).first { $0 != $1 }
        try #require(view.count == slow.count && differing == nil, comment)
        try #require(stages[0].kernel.currentThread == stages[1].kernel.currentThread, comment)
        for stage in stages {
          let failure = stage.kernel.audit()
          try #require(failure == nil, "\(comment): \(String(describing: failure))")
        }
        seen.add(view)
      }
      seen.fast += stages[0].kernel.eventCounters.fastMessages
    }
    return seen
  }

  /// What messages in memory say: frame n is page n of sigma0. (IPC-48)
  func fill(_ stage: Stage) {
    for page in 0..<10 as Range<UInt32> {
      let start = page << 12
      for offset in [0, 0x80] as [UInt32] {
        stage.kernel.poke(0, start + offset, fpage(0, 32))
        stage.kernel.poke(0, start + offset + 4, 6 << 13 | 1 << 8)
        stage.kernel.poke(0, start + offset + 8, (3 + page) << 13 | (page & 1) << 8)
        stage.kernel.poke(0, start + offset + 36, 0x1800)
        stage.kernel.poke(0, start + offset + 40, page == 3 ? 0x8F00 : 0x5F00)
        stage.kernel.poke(0, start + offset + 44, 0x1700)
        stage.kernel.poke(0, start + offset + 48, 0x7F40)
      }
    }
    for task in 2...5 {
      stage.kernel.transfer(
        from: 0, sendBase: 0, fpage: fpage(0, 14), to: task, window: everywhere)
      stage.kernel.transfer(
        from: 0, sendBase: 0x4000, fpage: fpage(0x4000, 13, write: false), to: task,
        window: everywhere)
    }
    for vector in 0..<32 as Range<UInt32> {
      stage.kernel.poke(0, 0x5000 + vector << 3, 0x1B_2340)
    }
  }
}

/// What random programs have come to.
struct Seen {
  var states: Set<ThreadState> = [.inactive]
  var calls: Set<PagerCall> = []
  var codes: Set<UInt32> = []
  var fast: UInt32 = 0

  mutating func add(_ view: [ThreadView]) {
    for thread in view {
      states.insert(thread.state)
      calls.insert(thread.call)
      if thread.state == .ready { codes.insert(thread.registers.code) }
    }
  }
}
