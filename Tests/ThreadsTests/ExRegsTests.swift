import Logic
import Testing
import Threads

@Suite("lthread_ex_regs, and exceptions")
struct ExRegsTests {
  @Test("a thread is created (EX3, U8)")
  func creation() {
    for pagerOfCreated in ThreadsProfile.PagerOfCreated.allCases {
      var world = World(profile: ThreadsProfile(pagerOfCreated: pagerOfCreated))
      let nothing = world.exRegs(ExRegs(Bits(id: 2), pager: Reference(Bits(id: 0))), by: 1)
      #expect(nothing.outcome == .inactive)
      #expect(world.threads.existing.ids == [0, 1])
      let result = world.exRegs(ExRegs(Bits(id: 2), registers: Count(value: 5)), by: 1)
      #expect(result.outcome == .created)
      #expect(result.woken.ids == [2] && result.cancelled.ids.isEmpty)
      #expect(world.threads.existing.ids == [0, 1, 2])
      #expect(world.threads.priority[row: 2].value == 10)
      #expect(world.threads.ahead[row: 2].ids == [1])
      #expect(
        world.threads.pager(of: Bits(id: 2)).current.ids == (pagerOfCreated == .nobody ? [] : [0]))
    }
  }

  @Test("old values come back; all ones changes nothing (EX1)")
  func oldValues() {
    var world = World()
    let pager = Reference<Machine>(Bits(id: 2))
    let first = world.exRegs(
      ExRegs(Bits(id: 1), registers: Count(value: 9), pager: pager, preempter: pager), by: 1)
    #expect(first.registers.value == 0)
    #expect(first.pager.who.ids == [0])
    #expect(first.preempter.who.ids.isEmpty)
    let second = world.exRegs(ExRegs(Bits(id: 1)), by: 1)
    #expect(second.registers.value == 9)
    #expect(second.pager.who.ids == [2] && second.preempter.who.ids == [2])
    #expect(world.threads.registers[row: 1].value == 9)
  }

  @Test("whose ipc is cancelled (EX5, EX8, U9, OBS9)")
  func cancelling() {
    for cancelling in ThreadsProfile.Cancelling.allCases {
      var world = World(profile: ThreadsProfile(cancelling: cancelling))
      _ = world.exRegs(ExRegs(Bits(id: 2), registers: Count(value: 5)), by: 1)
      let without = world.exRegs(ExRegs(Bits(id: 2)), by: 1)
      #expect(without.cancelled.ids == (cancelling == .always ? [2] : []))
      let with = world.exRegs(ExRegs(Bits(id: 2), registers: Count(value: 5)), by: 1)
      #expect(with.cancelled.ids == [2])
      let own = world.exRegs(ExRegs(Bits(id: 1), registers: Count(value: 5)), by: 1)
      #expect(own.cancelled.ids.isEmpty)
    }
  }

  @Test("another task's threads have no number (EX2)")
  func otherTasks() {
    var world = World()
    let before = world.threads
    let result = world.exRegs(ExRegs(Bits(id: 0), registers: Count(value: 5)), by: 1)
    #expect(result.outcome == .elsewhere)
    #expect((world.threads == before) as Bool)
  }

  @Test("an exception goes to the handler, or shuts the thread down (EXC-1, EXC-3)")
  func exceptions() {
    var world = World()
    _ = world.exRegs(ExRegs(Bits(id: 2), registers: Count(value: 5)), by: 1)
    world.threads.loadExceptionTable(of: Bits(id: 1), isValid: ConcreteTruth(true))
    let first = world.threads.raise(
      in: Bits(id: 1), handler: Count(value: 9), profile: world.profile)
    #expect(first == .mirrored)
    #expect(world.threads.registers[row: 1].value == 9)
    world.threads.loadExceptionTable(of: Bits(id: 1), isValid: ConcreteTruth(false))
    let second = world.threads.raise(
      in: Bits(id: 1), handler: Count(value: 9), profile: world.profile)
    #expect(second == .shutDown)
    world.decide()
    #expect(world.running == [2])
    // What is not its registers does not bring it back.
    let pager = world.exRegs(ExRegs(Bits(id: 1), pager: Reference(Bits(id: 0))), by: 2)
    #expect(pager.woken.ids.isEmpty && pager.cancelled.ids.isEmpty)
    let back = world.exRegs(ExRegs(Bits(id: 1), registers: Count(value: 3)), by: 2)
    #expect(back.woken.ids == [1])
    #expect(world.threads.ready.ids == [1, 2])
  }
}
