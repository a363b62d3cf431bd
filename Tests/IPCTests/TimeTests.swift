import IPC
import Logic
import Testing
import Vocabulary

/// Timeouts, and what ends a call from outside. (H4, H7)
@Suite struct TimeTests {
  /// S10: send and receive with timeout zero, and a sleep.
  @Test func timeouts() {
    var machine = Machine()
    machine.send(0, to: 1, Machine.message(timeout: now))
    #expect(machine.code(0) == 0x30)
    machine.wait(0, Machine.reception(isOpen: true, timeout: now))
    #expect(machine.code(0) == 0x20)
    machine.receive(0, from: .nobody, timeout: ticks(2))
    machine.send(1, to: 0, Machine.message(timeout: now))
    #expect(machine.code(1) == 0x30)  // IPC-38
    machine.perform(.tick(ending: .empty))
    #expect(machine.ipc.due.isEmpty.value)
    machine.perform(.tick(ending: .empty))
    #expect(machine.ipc.due == id(0))
    machine.perform(.expire(id(0)))
    #expect(machine.code(0) == 0x20 && machine.ipc == Machine().ipc)
  }

  /// M-IPC1: who gives up leaves the queue.
  @Test func expiredSendersLeaveTheQueue() {
    var machine = Machine()
    machine.send(1, to: 0, Machine.message(timeout: ticks(1)))
    machine.send(2, to: 0)
    machine.perform(.tick(ending: .empty))
    machine.perform(.expire(id(1)))
    #expect(machine.code(1) == 0x30)
    machine.wait(0)
    #expect(machine.source(0) == 2)
    #expect(machine.ipc == Machine().ipc)
  }

  /// IPC-31, IPC-32: the receive timeout of a call begins when the receive phase does, and no timeout
  /// counts once a transfer has begun.
  @Test func phasesHaveTheirOwnTime() {
    var machine = Machine()
    machine.call(
      0, 1, Machine.message(timeout: ticks(3)),
      Machine.reception(isOpen: false, timeout: ticks(2)))
    machine.perform(.tick(ending: .empty))
    #expect(machine.ipc.deadline[row: 0] == count(3))
    machine.wait(1)
    #expect(machine.ipc.deadline[row: 0] == count(3))
    machine.perform(.tick(ending: .empty))
    machine.wait(2, Machine.reception(isOpen: true, buffer: true, timeout: ticks(1)))
    machine.send(1, to: 2, Machine.message(parts: 1, timeout: ticks(1)))
    #expect(machine.ipc.deadline[row: 1] == count(0) && machine.ipc.deadline[row: 2] == count(0))
  }

  /// EX4: cancelled before a transfer.
  @Test func cancel() {
    var machine = Machine()
    machine.send(0, to: 1)
    machine.perform(.cancel(id(0)))
    #expect(machine.code(0) == 0x50 && machine.ipc == Machine().ipc)
    machine.wait(0)
    machine.perform(.cancel(id(0)))
    #expect(machine.code(0) == 0x40 && machine.ipc == Machine().ipc)
    machine.perform(.cancel(id(0)))
    #expect(machine.code(0) == nil && machine.ipc == Machine().ipc)
  }

  /// IPC-61: the answer comes too late, and finds nobody.
  @Test func lateReply() {
    var machine = Machine()
    machine.wait(1)
    machine.call(0, 1)
    machine.perform(.cancel(id(0)))
    #expect(machine.code(0) == 0x40)
    machine.send(1, to: 0, Machine.message(timeout: now))
    #expect(machine.code(1) == 0x30)
    machine.send(1, to: 0)
    machine.call(0, 1)  // a stale answer waits for whoever receives next
    #expect(machine.isPending(0) && machine.isPending(1))
    machine.perform(.cancel(id(0)))
    machine.receive(0, from: 1)
    #expect(machine.code(0) == 0 && machine.source(0) == 1)
  }

  /// S9: a long transfer is aborted, at both ends; whoever of both is reached.
  @Test(arguments: [0, 1])
  func abort(_ target: Int) {
    var machine = Machine()
    machine.wait(1, Machine.reception(isOpen: true, buffer: true))
    machine.call(0, 1, Machine.message(parts: 3))
    machine.copy(0)
    machine.perform(.cancel(id(target)))
    #expect(machine.code(0) == 0xD0 && machine.code(1) == 0xC0)
    #expect(machine.ipc == Machine().ipc)
  }

  /// TN10: who waits for a deleted thread. (U12, U13)
  @Test func deletion() {
    var machine = Machine()
    machine.send(0, to: 5)
    machine.receive(1, from: 5)
    machine.wait(2, Machine.reception(isOpen: true, buffer: true))
    machine.send(5, to: 2, Machine.message(parts: 2))
    machine.perform(.remove(id(5)))
    #expect(machine.code(0) == 0x10 && machine.code(2) == 0xC0 && machine.code(1) == nil)
    #expect(machine.code(5) == nil)
    machine.send(5, to: 1, Machine.message(timeout: now))  // a new thread with that number
    #expect(machine.code(5) == 0x30)  // M-IPC22
    machine.perform(.cancel(id(1)))
    #expect(machine.code(1) == 0x40 && machine.ipc == Machine().ipc)
  }

  @Test func deletionInOtherProfiles() {
    var profile = IPCProfile()
    profile.sendersToDeleted = .cancelled
    profile.receiversFromDeleted = .notExistent
    var machine = Machine(profile)
    machine.send(0, to: 5)
    machine.receive(1, from: 5)
    machine.perform(.remove(id(5)))
    #expect(machine.code(0) == 0x50 && machine.code(1) == 0x10)
    #expect(machine.ipc == Machine().ipc)

    profile.sendersToDeleted = .stay
    machine = Machine(profile)
    machine.send(0, to: 5)
    machine.send(1, to: 5)
    machine.perform(.remove(id(5)))
    #expect(machine.code(0) == nil && machine.isPending(0))
    machine.wait(5)  // of a later incarnation: it gets nothing
    #expect(machine.code(5) == nil)
    machine.perform(.cancel(id(0)))
    #expect(machine.code(0) == 0x50)
  }
}
