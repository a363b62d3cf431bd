import IPC
import Logic
import Testing
import Vocabulary

/// Messages in memory, mappings, and page faults on the way. (H6, I)
@Suite struct TransferTests {
  /// IPC-44: what does not fit is cut, at both ends, or at the receiver's. (OBS4)
  @Test func cut() {
    var machine = Machine()
    machine.wait(1)
    machine.send(0, to: 1, Machine.message(parts: 1))
    #expect(machine.code(0) == 0xF0 && machine.code(1) == 0xE0 && machine.source(1) == 0)
    machine.wait(1)
    machine.send(0, to: 1, Machine.message(maps: true))
    #expect(machine.code(0) == 0xF0 && machine.code(1) == 0xE0)
    machine.wait(1, Machine.reception(isOpen: true, buffer: true, isShort: true))
    machine.send(0, to: 1, Machine.message(parts: 1))
    machine.copy(0)
    #expect(machine.code(0) == 0xF0 && machine.code(1) == 0xE0)
    #expect(machine.ipc == Machine().ipc)
    machine.world.profile.cutReport = .receiver
    machine.wait(1)
    machine.call(0, 1, Machine.message(maps: true))
    #expect(machine.code(1) == 0xE0 && machine.code(0) == nil && machine.isWaiting(0))
  }

  /// IPC-52, IPC-54, AS15: mapping.
  @Test func mapping() {
    var machine = Machine()
    let window = Machine.reception(isOpen: true, window: true)
    for (gift, code, mapped) in [
      (Gift.accepted, 0, true), (.ignored, 0, false), (.cut, 0xE0, false),
      (.shortage, 0x60, false),
    ] {
      machine.gift = gift
      machine.wait(1, window)
      machine.send(0, to: 1, Machine.message(maps: true))
      #expect(machine.code(1) == UInt8(code))
      #expect(machine.code(0) == (code == 0 ? 0 : UInt8(code) | 0x10))
      #expect(machine.last.mapped.contains(id: 1).value == mapped)
      #expect(machine.ipc == Machine().ipc)
    }
  }

  /// PF-1 to PF-5, S15: the pager is asked, and its answer lets the thread go on.
  @Test func pageFault() {
    var machine = Machine()
    machine.setPager(of: 0, to: 1)
    machine.wait(1)
    machine.fault(0, writes: true)
    #expect(machine.code(1) == 0 && machine.source(1) == 0 && machine.word(1))
    machine.send(2, to: 0, Machine.message(timeout: now))
    #expect(machine.code(2) == 0x30)
    machine.send(1, to: 0, Machine.message(maps: true, timeout: now))
    #expect(machine.code(1) == 0 && machine.isResumed(0) && machine.code(0) == nil)
    #expect(machine.ipc == Machine().ipc)
  }

  /// PF-7: the pager is busy; the fault waits in its queue.
  @Test func busyPager() {
    var machine = Machine()
    machine.setPager(of: 0, to: 1)
    machine.send(2, to: 1)
    machine.fault(0)
    #expect(machine.isPending(0))
    machine.wait(1)
    #expect(machine.source(1) == 2)
    machine.wait(1)
    #expect(machine.source(1) == 0 && !machine.word(1) && machine.isWaiting(0))
    machine.perform(.cancel(id(0)))  // EX7
    #expect(machine.isResumed(0) && machine.code(0) == nil && machine.ipc == Machine().ipc)
  }

  /// PF-9, PF-10: nobody to ask.
  @Test func noPager() {
    for pager in [nil, 0, 1] {
      var machine = Machine()
      machine.setPager(of: 0, to: pager)
      machine.world.existing -= id(1)
      machine.fault(0)
      #expect(machine.ipc.stuck == id(0))
      machine.perform(.cancel(id(0)))
      #expect(machine.isResumed(0) && machine.ipc == Machine().ipc)
    }
    var machine = Machine()
    machine.setPager(of: 0, to: 1)
    machine.fault(0)
    machine.perform(.remove(id(1)))
    #expect(machine.ipc.stuck == id(0))
  }

  /// A nil pager of a member of a clan is nobody, and not its chief. (A8)
  @Test func noPagerInAClan() {
    var machine = Machine(chiefs: [nil, 0])
    machine.fault(1)
    #expect(machine.ipc.stuck == id(1))
  }

  /// PF-13, PF-14: faults inside of a transfer, on either side; the message is what it would have
  /// been.
  @Test(arguments: [0, 1])
  func faultInTransfer(_ faulting: Int) {
    var machine = Machine()
    machine.setPager(of: faulting, to: 2)
    machine.wait(1, Machine.reception(isOpen: true, buffer: true))
    machine.call(0, 1, Machine.message(word: true, parts: 1))
    machine.copy(0, senderFaults: faulting == 0, receiverFaults: faulting == 1)
    #expect(machine.ipc.paging == id(faulting) && machine.isPending(faulting))
    machine.wait(2)
    #expect(machine.source(2) == faulting && machine.word(2) == (faulting == 1))
    machine.send(2, to: faulting, Machine.message(word: false, maps: true, timeout: now))
    #expect(machine.code(2) == 0 && machine.isResumed(faulting) && machine.code(faulting) == nil)
    machine.copy(0)
    #expect(machine.code(1) == 0 && machine.source(1) == 0 && machine.word(1))
    #expect(machine.isWaiting(0))
  }

  /// S16, IPC-35: whoever does not tolerate the other's page faults ends the transfer. (U22)
  @Test func noFaultsTolerated() {
    var machine = Machine()
    machine.setPager(of: 1, to: 2)
    let receiving = Machine.reception(isOpen: true, buffer: true)
    machine.wait(1, receiving)
    machine.send(0, to: 1, Machine.message(parts: 1, faults: now))
    machine.copy(0, receiverFaults: true)
    #expect(machine.code(0) == 0x90 && machine.code(1) == 0x80)
    machine.wait(1, Machine.reception(isOpen: true, buffer: true, faults: now))
    machine.send(0, to: 1, Machine.message(parts: 1))
    machine.copy(0, senderFaults: true)
    #expect(machine.code(0) == 0xB0 && machine.code(1) == 0xA0)
    machine.world.profile.faultTimeoutCode = .byPlace
    machine.wait(1, receiving)
    machine.send(0, to: 1, Machine.message(parts: 1, faults: now))
    machine.copy(0, receiverFaults: true)
    #expect(machine.code(0) == 0xB0 && machine.code(1) == 0xA0)
    #expect(machine.ipc == Machine().ipc)
  }

  /// IPC-35: the time that the sender allows is over before the receiver's pager answers, in either
  /// phase of the call to it.
  @Test(arguments: [false, true])
  func pagerTooSlow(_ isAsked: Bool) {
    var profile = IPCProfile()
    profile.faultTimeoutCode = .byPhase
    var machine = Machine(profile)
    machine.setPager(of: 1, to: 2)
    machine.wait(1, Machine.reception(isOpen: true, buffer: true))
    machine.send(0, to: 1, Machine.message(parts: 1, faults: ticks(1)))
    machine.copy(0, receiverFaults: true)
    if isAsked { machine.wait(2) }
    machine.perform(.tick(ending: .empty))
    machine.perform(.expire(id(1)))
    #expect(machine.code(0) == (isAsked ? 0xB0 : 0x90))
    #expect(machine.code(1) == (isAsked ? 0xA0 : 0x80))
    #expect(machine.ipc == Machine().ipc)
  }

  /// EX7: the one who faults inside of a transfer is reached by lthread_ex_regs, or its pager goes.
  @Test func faultInTransferEnds() {
    var machine = Machine()
    machine.setPager(of: 1, to: 2)
    let receiving = Machine.reception(isOpen: true, buffer: true)
    for end in [Event<Machine.V>.cancel(id(0)), .cancel(id(1)), .remove(id(2))] {
      machine.wait(1, receiving)
      machine.send(0, to: 1, Machine.message(parts: 1))
      machine.copy(0, receiverFaults: true)
      machine.perform(end)
      #expect(machine.code(0) == 0xD0 && machine.code(1) == 0xC0)
      #expect(machine.ipc == Machine().ipc)
    }
  }

  /// PR-1, PR-2: the preempter is told, and answers.
  @Test func preemption() {
    var machine = Machine()
    machine.perform(.preempt(id(0)))
    #expect(machine.ipc == Machine().ipc)
    machine.world.preempter[row: 0] = id(1)
    machine.wait(1)
    machine.perform(.tick(ending: id(0)))
    #expect(machine.source(1) == 0 && machine.isWaiting(0))
    machine.send(1, to: 0)
    #expect(machine.isResumed(0) && machine.ipc == Machine().ipc)
  }
}
