import ClansAndChiefs
import IPC
import Logic
import Testing
import Vocabulary

/// Messages that cross the borders of clans. (K, S2, S3)
@Suite struct ClanTests {
  /// Task 0 is outermost, with 1 and 2 in its clan; 3 and 4 are in that of 1, and 5 in that of 2.
  static let chiefs: [Int?] = [nil, 0, 0, 1, 1, 2]

  /// CC-4, CC-10, CC-11: outwards, across and inwards, each time with the flags of the way.
  @Test func redirection() {
    var machine = Machine(chiefs: Self.chiefs)
    machine.wait(1)
    machine.send(3, to: 5)
    #expect(machine.source(1) == 3 && machine.code(3) == 0)
    #expect(machine.last.redirected == id(1) && machine.last.inner == id(1))
    #expect(machine.last.destination[row: 1] == id(5))
    machine.wait(2)
    machine.send(1, to: 5, Machine.message(as: 3))
    #expect(machine.source(2) == 3 && machine.isDeceived(2))
    #expect(machine.last.redirected == id(2) && machine.last.inner.isEmpty.value)
    machine.wait(5)
    machine.send(2, to: 5, Machine.message(as: 3))
    #expect(machine.source(5) == 3 && machine.isDeceived(5))
    #expect(machine.last.redirected.isEmpty.value && machine.last.inner.isEmpty.value)
  }

  /// CC-17: of a redirected message the chief counts, and not the destination.
  @Test func theChiefCounts() {
    var machine = Machine(chiefs: Self.chiefs)
    machine.world.existing -= id(5)
    machine.send(3, to: 5, Machine.message(timeout: now))
    #expect(machine.code(3) == 0x30)
    machine.send(3, to: 5)
    #expect(machine.isPending(3) && machine.ipc.partner[row: 3] == id(1))
  }

  /// CC-12, CC-13: what is not permitted is a message in one's own name.
  @Test func refusedDeceit() {
    var machine = Machine(chiefs: Self.chiefs)
    for (destination, virtual, isPermitted) in [
      (3, 2, true), (3, 5, true), (3, 4, false), (2, 3, true), (0, 2, false), (3, 1, false),
    ] {
      machine.wait(destination)
      machine.send(1, to: destination, Machine.message(as: virtual))
      #expect(machine.source(destination) == (isPermitted ? virtual : 1))
      #expect(machine.isDeceived(destination) == isPermitted)
      #expect(machine.code(1) == 0)
    }
    machine.wait(4)
    machine.send(3, to: 4, Machine.message(as: 5))
    #expect(machine.source(4) == 3 && !machine.isDeceived(4))
  }

  /// CC-19, M-CC5: a call to somebody outside is answered by the chief in that one's name; both orders.
  @Test func callThroughAChief() {
    for chiefIsFirst in [false, true] {
      var machine = Machine(chiefs: Self.chiefs)
      if chiefIsFirst { machine.wait(1) }
      machine.call(3, 5)
      if !chiefIsFirst { machine.wait(1) }
      #expect(machine.isWaiting(3))
      machine.send(1, to: 3, Machine.message(timeout: now))
      #expect(machine.code(1) == 0x30)
      machine.send(1, to: 3, Machine.message(timeout: now, as: 5))
      #expect(machine.code(1) == 0 && machine.code(3) == 0 && machine.source(3) == 5)
      machine.send(1, to: 3, Machine.message(as: 5))
      machine.receive(3, from: 1, Machine.reception(isOpen: false, timeout: now))
      #expect(machine.code(3) == 0x20)
      machine.receive(3, from: 5)
      #expect(machine.code(3) == 0 && machine.isDeceived(3))
    }
  }

  /// PF-7, U26: a pager outside of the clan is asked through the chief, or directly.
  @Test func pagerOutside() {
    var machine = Machine(chiefs: Self.chiefs)
    machine.setPager(of: 3, to: 5)
    machine.wait(1)
    machine.fault(3)
    #expect(machine.source(1) == 3 && machine.last.destination[row: 1] == id(5))
    machine.send(1, to: 3, Machine.message(timeout: now))
    #expect(machine.code(1) == 0x30)
    machine.send(1, to: 3, Machine.message(timeout: now, as: 5))
    #expect(machine.isResumed(3))
    machine.world.clansProfile = ClansProfile(pageFaults: .direct)
    machine.wait(5)
    machine.fault(3)
    #expect(machine.source(5) == 3)
  }

  /// Where nobody redirects, as in the kernels of section V.
  @Test func noRedirection() {
    var profile = IPCProfile()
    profile.redirection = .none
    var machine = Machine(profile, chiefs: Self.chiefs)
    machine.wait(5)
    machine.send(3, to: 5, Machine.message(as: 4))
    #expect(machine.source(5) == 3 && !machine.isDeceived(5))
    #expect(machine.last.redirected.isEmpty.value)
  }

  /// A6: the answer in the name of a task that was deleted meanwhile is none for its successor.
  @Test func staleNames() {
    var machine = Machine(chiefs: Self.chiefs)
    machine.send(1, to: 3, Machine.message(as: 5))
    machine.perform(.remove(id(5)))
    machine.receive(3, from: 5, Machine.reception(isOpen: false, timeout: now))
    #expect(machine.code(3) == 0x20)
    machine.wait(3)
    #expect(machine.code(3) == 0 && machine.isDeceived(3))
  }
}
