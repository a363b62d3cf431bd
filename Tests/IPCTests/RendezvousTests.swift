import IPC
import Logic
import Testing
import Vocabulary

/// Sender and receiver find each other, in whichever order they come. (H1, H2)
@Suite struct RendezvousTests {
  /// IPC-17: both orders come to the same.
  @Test func bothOrders() {
    var senderFirst = Machine()
    senderFirst.send(0, to: 1, Machine.message(word: true))
    #expect(senderFirst.isPending(0) && senderFirst.code(0) == nil)
    senderFirst.receive(1, from: 0)
    var receiverFirst = Machine()
    receiverFirst.receive(1, from: 0)
    #expect(receiverFirst.isWaiting(1))
    receiverFirst.send(0, to: 1, Machine.message(word: true))
    #expect(senderFirst.last == receiverFirst.last)
    #expect(senderFirst.ipc == receiverFirst.ipc)
    #expect(senderFirst.ipc == Machine().ipc)
    #expect(senderFirst.code(0) == 0 && senderFirst.code(1) == 0)
    #expect(senderFirst.source(1) == 0 && senderFirst.word(1))
  }

  /// IPC-14, IPC-16: a closed receive takes its sender out of the middle of the queue; the others
  /// stay in order.
  @Test func closedReceiveFromTheMiddle() {
    var machine = Machine()
    for sender in [2, 1, 3] { machine.send(sender, to: 0) }
    machine.receive(0, from: 1)
    #expect(machine.source(0) == 1 && machine.code(1) == 0)
    machine.receive(0, from: 4, Machine.reception(isOpen: false, timeout: now))
    #expect(machine.code(0) == 0x20)
    machine.wait(0)
    #expect(machine.source(0) == 2)
    machine.wait(0)
    #expect(machine.source(0) == 3)
    #expect(machine.ipc == Machine().ipc)
  }

  /// IPC-15: first come, first served; by priority where the profile says so.
  @Test(arguments: [IPCProfile.QueueOrder.arrival, .priority])
  func queueOrder(_ order: IPCProfile.QueueOrder) {
    var profile = IPCProfile()
    profile.queueOrder = order
    var machine = Machine(profile)
    machine.world.priority[row: 3] = count(9)
    machine.world.priority[row: 4] = count(9)
    for sender in [1, 3, 2, 4] { machine.send(sender, to: 0) }
    var served: [Int?] = []
    for _ in 0..<4 {
      machine.wait(0)
      served.append(machine.source(0))
    }
    #expect(served == (order == .arrival ? [1, 3, 2, 4] : [3, 4, 1, 2]))
  }

  /// IPC-9: the caller waits for the answer from the very moment at which its message arrives.
  @Test func callAndReplyWithTimeoutZero() {
    var machine = Machine()
    machine.wait(1)
    machine.call(0, 1, Machine.message(word: true))
    #expect(machine.source(1) == 0 && machine.word(1) && machine.code(0) == nil)
    machine.send(1, to: 0, Machine.message(timeout: now))
    #expect(machine.code(1) == 0 && machine.code(0) == 0 && machine.source(0) == 1)
    #expect(machine.ipc == Machine().ipc)
  }

  /// A server with a queue serves one client after the other, without a call in between. (IPC-5)
  @Test func replyAndWait() {
    var machine = Machine()
    machine.wait(0)
    for client in 1...3 { machine.call(client, 0) }
    #expect(machine.isReady(0) && machine.isPending(2) && machine.isPending(3))
    machine.replyAndWait(0, to: 1)
    #expect(machine.code(1) == 0 && machine.source(1) == 0)
    #expect(machine.code(0) == 0 && machine.source(0) == 2 && machine.isWaiting(2))
    machine.replyAndWait(0, to: 2)
    #expect(machine.source(0) == 3 && machine.code(2) == 0)
    machine.replyAndWait(0, to: 3)
    #expect(machine.code(3) == 0 && machine.isWaiting(0) && machine.code(0) == nil)
  }

  /// A chain: each message that arrives lets its sender receive from the next, in one step. (IPC-62)
  @Test func chain() {
    var machine = Machine()
    let open = Machine.reception(isOpen: true)
    machine.call(2, 1, Machine.message(), open)
    machine.call(1, 0, Machine.message(), open)
    machine.wait(0)
    #expect(machine.source(0) == 1 && machine.source(1) == 2)
    #expect(machine.code(1) == 0 && machine.isWaiting(2) && machine.code(2) == nil)
  }

  /// IPC-8: a send phase that fails is the end of the call.
  @Test func noReceiveAfterAFailedSend() {
    var machine = Machine()
    machine.send(2, to: 0)
    machine.call(0, 1, Machine.message(timeout: now), Machine.reception(isOpen: true))
    #expect(machine.code(0) == 0x30 && machine.source(0) == nil)
    #expect(machine.isPending(2) && machine.isReady(0))
  }

  /// IPC-7, U18: neither phase.
  @Test func noPhase() {
    var machine = Machine()
    machine.perform(.ipc(Call(by: id(0), with: .nobody)))
    #expect(machine.code(0) == 0x10)
    #expect(machine.ipc == Machine().ipc)
  }

  /// IPC-10, IPC-11, A4, A6: destinations that nobody can be.
  @Test func noDestination() {
    let partners: [Partner<Machine.V>] = [
      .thread(id(0)), .former(id(1)), .interrupt(id(0)), .nobody, .invalid,
    ]
    for partner in partners {
      var machine = Machine()
      machine.perform(.ipc(Call(by: id(0), with: partner, send: Machine.message())))
      #expect(machine.code(0) == 0x10)
      #expect(machine.ipc == Machine().ipc)
    }
    var busy = IPCProfile()
    busy.sendingToSelf = .isBusy
    var machine = Machine(busy)
    machine.send(0, to: 0, Machine.message(timeout: now))
    #expect(machine.code(0) == 0x30)  // OBS10
  }

  /// A7, U1: threads that were never activated.
  @Test func inactiveThreads() {
    var machine = Machine(threads: [2, 1, 1, 1, 1])
    machine.world.existing -= id(1)
    machine.send(0, to: 1)
    #expect(machine.code(0) == 0x10)
    machine.receive(0, from: 1)
    #expect(machine.code(0) == 0x10)
    machine.world.profile.inactiveThreads = .areBusy
    machine.send(0, to: 1)
    #expect(machine.isPending(0))
  }

  /// IPC-63: a thread in a transfer is busy for everybody else.
  @Test func lockedReceiver() {
    var machine = Machine()
    machine.wait(1, Machine.reception(isOpen: true, buffer: true))
    machine.send(0, to: 1, Machine.message(parts: 2))
    machine.send(2, to: 1)
    #expect(machine.isPending(2))
    machine.copy(0)
    #expect(machine.code(1) == nil)
    machine.copy(0)
    #expect(machine.code(0) == 0 && machine.source(1) == 0 && machine.isPending(2))
  }
}
