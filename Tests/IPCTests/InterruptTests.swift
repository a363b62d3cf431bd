import IPC
import Logic
import Testing
import Vocabulary

/// Interrupts as messages. (J, S11)
@Suite struct InterruptTests {
  @Test func association() {
    var machine = Machine()
    machine.perform(.interrupt(id(0)))  // INT-11
    machine.receive(0, from: .interrupt(id(0)), timeout: now)
    #expect(machine.code(0) == 0x20 && machine.ipc.handler[row: 0] == id(0))
    machine.receive(1, from: .interrupt(id(0)), timeout: now)
    #expect(machine.code(1) == 0x10)
    machine.receive(0, from: .interrupt(.empty), timeout: now)
    #expect(machine.code(0) == 0x10 && machine.ipc.handler[row: 0] == id(0))  // INT-4
    machine.receive(0, from: .interrupt(id(1)), timeout: now)
    #expect(machine.code(0) == 0x20 && machine.ipc.handler[row: 0].isEmpty.value)  // INT-2
    machine.receive(0, from: .nobody, timeout: now)
    #expect(machine.code(0) == 0x20 && machine.ipc == Machine().ipc)  // INT-5
    machine.world.profile.failedAssociation = .losesOld
    machine.receive(0, from: .interrupt(id(0)), timeout: now)
    machine.receive(0, from: .interrupt(.empty), timeout: now)
    #expect(machine.code(0) == 0x10 && machine.ipc == Machine().ipc)  // U29
  }

  /// INT-3: a pending interrupt is delivered instead.
  @Test func pendingInterruptComesFirst() {
    var machine = Machine()
    machine.receive(0, from: .interrupt(id(0)), timeout: now)
    machine.perform(.interrupt(id(0)))
    machine.perform(.interrupt(id(0)))  // INT-9
    machine.receive(0, from: .interrupt(id(1)), timeout: now)
    #expect(machine.code(0) == 0 && machine.last.interrupted.contains(id: 0).value)
    #expect(machine.ipc.handler[row: 0] == id(0))
    machine.receive(0, from: .interrupt(id(1)), timeout: now)
    #expect(machine.code(0) == 0x20 && machine.ipc.handler[row: 1] == id(0))
  }

  /// INT-7, INT-8, INT-10: who waits for what.
  @Test func delivery() {
    var machine = Machine()
    machine.receive(0, from: .interrupt(id(0)), timeout: now)
    machine.send(1, to: 0)
    machine.receive(0, from: 2)
    machine.perform(.interrupt(id(0)))  // a closed wait is for one thread only
    #expect(machine.code(0) == nil)
    machine.send(2, to: 0)
    #expect(machine.code(0) == 0 && machine.source(0) == 2)
    machine.wait(0)
    #expect(machine.last.interrupted.contains(id: 0).value && machine.isPending(1))
    #expect(machine.ipc.serving == id(0))
    machine.receive(0, from: .interrupt(id(0)))  // INT-13
    #expect(machine.ipc.serving.isEmpty.value && machine.isWaiting(0))
    machine.perform(.interrupt(id(0)))
    #expect(machine.code(0) == 0 && machine.source(0) == nil && machine.isPending(1))
    machine.receive(0, from: .interrupt(id(1)))
    #expect(machine.code(0) == 0x10)  // U30
    machine.world.profile.foreignInterrupt = .waitsForOwn
    machine.receive(0, from: .interrupt(id(1)))
    machine.perform(.interrupt(id(0)))
    #expect(machine.code(0) == 0)
  }

  /// TN11: the source of a deleted thread is free.
  @Test func deletion() {
    var machine = Machine()
    machine.receive(0, from: .interrupt(id(0)), timeout: now)
    machine.perform(.interrupt(id(0)))
    machine.perform(.remove(id(0)))
    #expect(machine.ipc == Machine().ipc)
  }
}
