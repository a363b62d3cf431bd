import ReferenceKernel
import Testing

/// What an operation costs, in events. (Section 9 of the sheet of systems)
struct Cost: Equatable {
  var entries: UInt32
  var messages: UInt32
  var switches: UInt32
  var faults: UInt32

  init(_ entries: UInt32, _ messages: UInt32, _ switches: UInt32, _ faults: UInt32) {
    self.entries = entries
    self.messages = messages
    self.switches = switches
    self.faults = faults
  }
}

/// What else happened.
struct Events {
  var maps: UInt32
  var unmaps: UInt32
  var threadSwitches: UInt32
  var exRegs: UInt32
  var exceptions: UInt32
  var bufferFlushes: UInt32

  init(from old: EventCounters, to new: EventCounters) {
    maps = new.maps - old.maps
    unmaps = new.unmaps - old.unmaps
    threadSwitches = new.threadSwitches - old.threadSwitches
    exRegs = new.exRegs - old.exRegs
    exceptions = new.exceptions - old.exceptions
    bufferFlushes = new.bufferFlushes - old.bufferFlushes
  }
}

@Suite("The table of events: entries, messages, switches of spaces, faults", .serialized)
struct EventTableTests {
  let root = Stage.root
  let a = 3 * 128
  let b = 4 * 128
  let c = 5 * 128

  /// What happens between two moments.
  func cost(_ stage: Stage, _ operation: () -> Void) -> (Cost, Events) {
    let old = stage.kernel.eventCounters
    operation()
    let new = stage.kernel.eventCounters
    let cost = Cost(
      new.kernelEntries - old.kernelEntries, new.messages - old.messages,
      new.spaceSwitches - old.spaceSwitches, new.pageFaults - old.pageFaults)
    return (cost, Events(from: old, to: new))
  }

  /// A call as the thread itself makes it that runs.
  func ipc(
    _ stage: Stage, _ partner: Int, send: UInt32 = 0, receive: UInt32,
    words: (UInt32, UInt32) = (0, 0)
  ) {
    guard let thread = stage.kernel.currentThread else { return }
    let id = stage.id(partner)
    stage.kernel.systemCall(0x30, by: thread) {
      $0.eax = send
      $0.ebp = receive
      $0.ecx = 0
      $0.edx = words.0
      $0.ebx = words.1
      $0.esi = id.low
      $0.edi = id.high
    }
  }

  @Test(
    "IPC call and reply: 2/2/2/0 across spaces, 2/2/0/0 inside a task", arguments: [true, false])
  func callAndReply(fast: Bool) {
    let stage = Stage(fast: fast)
    stage.exRegs(1, by: a, ip: 0x100, sp: 0x200)
    for (server, switches) in [(b, UInt32(2)), (a + 1, 0)] {
      stage.wait(server)
      stage.kernel.run(a)
      let (cost, events) = cost(stage) {
        ipc(stage, server, receive: 0)
        ipc(stage, a, receive: 1)
      }
      #expect(stage.kernel.currentThread == a)
      #expect(cost == Cost(2, 2, switches, 0))
      #expect(events.bufferFlushes == switches)
      #expect(events.threadSwitches == 2)
    }
  }

  @Test("A user page fault that a pager resolves: 2/2/2/1, one page")
  func fault() {
    let stage = Stage()
    stage.map(0x5000, to: 2)
    stage.wait(root)
    stage.kernel.run(a)
    let (cost, events) = cost(stage) {
      stage.kernel.touch(0x5000, write: true)
      ipc(stage, a, send: 2, receive: 1, words: (0x5000, fpage(0x5000)))
    }
    #expect(cost == Cost(2, 2, 2, 1) && events.maps == 1)
    #expect(stage.kernel.currentThread == a)
  }

  @Test("The same through a pager that passes it on: 4/4/4/1, two pages")
  func forwarded() {
    let stage = Stage()
    stage.map(0x5000, to: 2)
    stage.create(4, by: root, pager: stage.id(c))
    stage.wait(root)
    stage.wait(c)
    stage.kernel.run(b)
    let (cost, events) = cost(stage) {
      stage.kernel.touch(0x5000, write: true)
      ipc(stage, root, receive: 2 | everywhere)
      ipc(stage, c, send: 2, receive: 1, words: (0x5000, fpage(0x5000)))
      ipc(stage, b, send: 2, receive: 1, words: (0x5000, fpage(0x5000)))
    }
    #expect(cost == Cost(4, 4, 4, 1) && events.maps == 2)
    #expect(stage.kernel.currentThread == b)
  }

  @Test("An interrupt to a waiting thread, and back to wait: 2/1/2/0, two switches of threads")
  func interrupt() {
    let stage = Stage()
    stage.ipc(a, .interrupt(3), receive: 0, Timeout.zero)
    stage.call(0x34, by: root) {
      $0.eax = 20 | 10 << 24 | 10 << 20
      $0.esi = stage.id(a).low
      $0.edi = stage.id(a).high
      $0.edx = ~0
      $0.ebx = ~0
    }
    stage.wait(a)
    stage.kernel.run(b)
    let (cost, events) = cost(stage) {
      stage.kernel.interrupt(line: 3)
      ipc(stage, a, send: Phase.none, receive: 1)
    }
    #expect(cost == Cost(2, 1, 2, 0) && events.threadSwitches == 2)
    #expect(stage.state(a) == .waitingOpen)
  }

  @Test("A message through k chiefs: k+1 each; a call and the reply: 2k+2 each", arguments: 0...3)
  func chiefs(k: Int) {
    // k tasks, each inside of the clan of the one before; the innermost sends to task 4.
    let stage = Stage(tasks: 10)
    var line = [a]
    for link in 0..<k {
      let task = 6 + link
      stage.donate(task, by: root, to: 3)
      for chief in 3..<line[link] >> 7 where chief == 3 || chief >= 6 {
        stage.donate(task, by: chief * 128, to: chief == 3 ? 6 : chief + 1)
      }
      stage.create(task, by: line[link], pager: stage.id(root))
      line.append(task * 128)
    }
    for chief in line { stage.map(0x2000, to: chief >> 7) }
    stage.map(0x2000, to: 4)
    for chief in line.dropLast() { stage.wait(chief) }
    stage.wait(b)
    let sender = line[k]
    stage.kernel.run(sender)
    let path = line.reversed() + [b]
    let (cost, _) = cost(stage) {
      ipc(stage, b, receive: 0, words: (7, 0))
      for chief in path.dropFirst().dropLast() { forward(stage, chief, as: sender, to: b) }
    }
    let steps = UInt32(k) + 1
    #expect(cost == Cost(steps, steps, steps, 0))
    #expect(stage.kernel.currentThread == b && stage.registers(b).source == stage.id(sender))
    #expect(stage.registers(b).edx == 7)
    let (back, _) = self.cost(stage) {
      ipc(stage, sender, receive: 1, words: (8, 0))
      for chief in path.dropFirst().dropLast().reversed() {
        forward(stage, chief, as: b, to: sender)
      }
    }
    #expect(back == cost && stage.kernel.currentThread == sender)
    #expect(stage.registers(sender).edx == 8 && stage.registers(sender).source == stage.id(b))
  }

  /// The chief that runs passes a message on in the name of its sender, and waits for the next.
  func forward(_ stage: Stage, _ chief: Int, as sender: Int, to destination: Int) {
    #expect(stage.kernel.currentThread == chief)
    let received = stage.registers(chief)
    #expect(received.source == stage.id(sender) && received.ecx == stage.id(destination).low)
    stage.kernel.poke(chief >> 7, 0x2000, stage.id(sender).low)
    stage.kernel.poke(chief >> 7, 0x2004, stage.id(sender).high)
    let id = stage.id(destination)
    stage.kernel.systemCall(0x30, by: chief) {
      $0.esp = 0x2000
      $0.eax = 1
      $0.ebp = 1
      $0.ecx = 0
      $0.esi = id.low
      $0.edi = id.high
    }
  }

  @Test("A mapping RPC of 64 KB with its unmap: 3/2/2/0, 16 pages each way")
  func mapping() {
    let stage = Stage()
    for page in 0..<16 as Range<UInt32> { stage.map(page << 12, to: 4) }
    stage.wait(b)
    stage.kernel.run(a)
    let (cost, events) = cost(stage) {
      ipc(stage, b, receive: 2 | everywhere)
      ipc(stage, a, send: 2, receive: 1, words: (0, fpage(0, 16)))
      stage.kernel.systemCall(0x32, by: a) {
        $0.eax = fpage(0, 16)
        $0.ecx = Mask.flush | Mask.own
      }
    }
    #expect(cost == Cost(3, 2, 2, 0) && events.maps == 16 && events.unmaps == 16)
  }

  @Test("A task from its creation to its first instruction: 3/2/2/1")
  func creation() {
    let stage = Stage()
    stage.map(0x1000, to: 2)
    let id = stage.kernel.taskID(6)
    let pager = stage.id(root)
    stage.kernel.run(root)
    let (cost, _) = cost(stage) {
      stage.kernel.systemCall(0x36, by: root) {
        $0.esi = id.low
        $0.edi = id.high
        $0.eax = 255
        $0.ecx = 0x2000
        $0.edx = 0x1000
        $0.ebx = pager.low
        $0.ebp = pager.high
      }
    }
    #expect(cost == Cost(1, 0, 0, 0))
    let new = 6 * 128
    stage.wait(root)
    stage.kernel.run(new)
    let (start, events) = self.cost(stage) {
      stage.kernel.touch(0x1000, write: false)
      ipc(stage, new, send: 2, receive: 1, words: (0x1000, fpage(0x1000)))
    }
    #expect(start == Cost(2, 2, 2, 1) && events.maps == 1)
    #expect(stage.kernel.touch(0x1000, write: false) && stage.kernel.currentThread == new)
  }

  @Test("A flush of one page that is mapped to n tasks: 1/0/0/0, n mappings, or n + 1 with the own")
  func flush() {
    let stage = Stage()
    stage.map(0x5000, to: 3)
    for own in [false, true] {
      for task in [4, 5] {
        stage.kernel.transfer(
          from: 3, sendBase: 0x5000, fpage: fpage(0x5000), to: task, window: everywhere)
      }
      stage.kernel.run(a)
      let (cost, events) = cost(stage) {
        stage.kernel.systemCall(0x32, by: a) {
          $0.eax = fpage(0x5000)
          $0.ecx = Mask.flush | (own ? Mask.own : 0)
        }
      }
      #expect(cost == Cost(1, 0, 0, 0) && events.unmaps == (own ? 3 : 2))
    }
  }

  @Test("lthread_ex_regs, and a mirrored exception")
  func others() {
    let stage = Stage()
    stage.map(0x5000, to: 3)
    stage.map(0x1000, to: 3)
    stage.kernel.poke(3, 0x5000, 0x1B_1234)
    stage.kernel.run(a)
    let (cost, events) = cost(stage) {
      stage.exRegs(1, by: a, ip: 0x100, sp: 0x200)
      stage.kernel.loadExceptionTable(address: 0x5000)
      stage.kernel.exception(vector: 0)
    }
    #expect(cost == Cost(3, 0, 0, 0) && events.exRegs == 1 && events.exceptions == 1)
  }
}

extension Stage {
  /// Gives a task a page of sigma0's, at the same address.
  func map(_ address: UInt32, to task: Int, write: Bool = true) {
    kernel.transfer(
      from: 0, sendBase: address, fpage: fpage(address, write: write), to: task,
      window: everywhere)
  }
}
