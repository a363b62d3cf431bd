import Logic
import Testing
import Threads

@Suite("Scheduling")
struct SchedulingTests {
  /// The root's two threads and that of task 2 exist, all ready, with the same priority.
  static func three(profile: ThreadsProfile = .v2) -> World {
    var world = World(profile: profile)
    _ = world.exRegs(ExRegs(Bits(id: 2), registers: Count(value: 5)), by: 1)
    _ = world.create(2, by: 1, mcp: 20)
    return world
  }

  @Test("round robin (SC1, SC2)")
  func roundRobin() {
    var world = Self.three()
    var ran: [Int] = []
    for _ in 0..<12 {
      ran += world.running
      _ = world.tick()
    }
    #expect(ran == [1, 1, 1, 2, 2, 2, 3, 3, 3, 1, 1, 1])
  }

  @Test("thread_switch donates the rest of the slice (SC5), or gives it up (SC4)")
  func threadSwitch() {
    var world = Self.three()
    _ = world.tick()
    let to = world.threads.threadSwitch(
      to: Reference(Bits(id: 3)), by: Bits(id: 1), profile: world.profile)
    world.decide()
    #expect(to == .switched)
    #expect(world.running == [3] && world.spending == [1] && world.left(1) == 2)
    _ = world.tick()
    let end = world.tick()
    #expect(end.ended.ids == [1])
    #expect(world.running == [2] && world.left(1) == 0)
    #expect(world.threads.ahead[row: 1].ids == [2, 3])

    let toWaiting = world.threads.threadSwitch(
      to: Reference(Bits(id: 0)), by: Bits(id: 2), profile: world.profile)
    world.decide()
    #expect(toWaiting == .yielded)
    #expect(world.running == [3] && world.left(2) == 0)
    let toFormer = world.threads.threadSwitch(
      to: Reference(Bits(id: 1), isFormer: ConcreteTruth(true)), by: Bits(id: 3),
      profile: world.profile)
    #expect(toFormer == .yielded)
  }

  @Test("thread_schedule: who controls whom (SC6, SC11, U15)")
  func control() {
    var world = Self.three()
    let raised = world.schedule(1, priority: 30, by: 1)
    #expect(raised.outcome == .done)
    #expect(raised.old?.priority.value == 10 && raised.old?.slice.value == 3)
    #expect(world.schedule(1, priority: 5, by: 3).outcome == .outOfReach)
    let tooHigh = world.schedule(2, priority: 21, preempter: 0, by: 3)
    #expect(tooHigh.outcome == .tooHigh && tooHigh.old == nil)
    #expect(world.threads.externalPreempter(of: Bits(id: 2)).who.ids.isEmpty)
    #expect(world.schedule(2, priority: 20, preempter: 0, by: 3).outcome == .done)
    #expect(world.threads.externalPreempter(of: Bits(id: 2)).who.ids == [0])
    #expect(world.schedule(7, priority: 1, by: 1).outcome == .notExistent)
    world.profile.tooHighPriority = .setsPreempter
    let partly = world.schedule(2, priority: 21, preempter: 1, by: 3)
    #expect(partly.outcome == .onlyPreempter && partly.oldPreempter.who.ids == [0])
    #expect(world.threads.externalPreempter(of: Bits(id: 2)).who.ids == [1])
    #expect(world.threads.priority[row: 2].value == 20)
  }

  @Test("a new priority is a new ring at once (SC9)")
  func rings() {
    var world = Self.three()
    world.decide(afterWaking: world.schedule(3, priority: 11, by: 1).woken)
    #expect(world.running == [3])
    #expect(world.threads.ahead[row: 1].ids == [] && world.threads.ahead[row: 2].ids == [1])
    world.decide(afterWaking: world.schedule(3, priority: 10, by: 3).woken)
    #expect(world.running == [1])
    #expect(world.threads.ahead[row: 3].ids == [1, 2])
    world.decide(afterWaking: world.schedule(1, priority: 9, by: 1).woken)
    #expect(world.running == [2])
  }

  @Test("slices of no length, without end, and priority 0 (SC3, SC10, U14, U16)")
  func slices() {
    var world = Self.three()
    _ = world.schedule(2, priority: 10, slice: 0, by: 1)
    #expect(world.threads.queued.ids == [1, 3])
    _ = world.threads.threadSwitch(
      to: Reference(Bits(id: 2)), by: Bits(id: 1), profile: world.profile)
    world.decide()
    #expect(world.running == [2] && world.spending == [1])
    world.decide(afterWaking: world.schedule(1, priority: 10, slice: 0, by: 2).woken)
    #expect(world.running == [3])
    world.decide(afterWaking: world.schedule(3, priority: 10, slice: 255, by: 3).woken)
    for _ in 0..<300 { _ = world.tick() }
    #expect(world.running == [3])

    var capped = Self.three(
      profile: ThreadsProfile(infiniteSlice: .capped, longestSlice: 100, zeroPriority: .one))
    _ = capped.schedule(2, priority: 0, slice: 255, by: 1)
    #expect(capped.threads.slice[row: 2].value == 100)
    #expect(capped.threads.priority[row: 2].value == 1)
  }

  @Test("a message may take the processor along (SC12, SC13, U17)")
  func directSwitch() {
    var world = Self.three()
    _ = world.schedule(0, priority: 3, by: 1)
    world.threads.makeReady(Bits(id: 0), profile: world.profile)
    world.threads.switchDirectly(from: Bits(id: 1), to: Bits(id: 0), profile: world.profile)
    world.threads.block(Bits(id: 1), profile: world.profile)
    world.decide(afterWaking: Bits(id: 0))
    #expect(world.running == [0] && world.spending == [1])
    _ = world.tick()
    #expect(world.left(1) == 2)
    world.wake(1)
    #expect(world.running == [2] && world.spending == [2], "the first with a higher priority")
    #expect(world.threads.ahead[row: 1].ids == [2, 3] && world.left(1) == 2)
    // Without the switch priorities decide.
    world.threads.block(Bits(id: 0), profile: world.profile)
    world.wake(0)
    #expect(world.running == [2])
  }

  @Test("preempters are told (PR-1, PR-2, U28)")
  func preempters() {
    var world = Self.three(profile: ThreadsProfile(preemptionMessage: .atEndOfSlice))
    _ = world.exRegs(ExRegs(Bits(id: 1), preempter: Reference(Bits(id: 0))), by: 1)
    for _ in 0..<2 { #expect(world.tick().notifies.ids.isEmpty) }
    #expect(world.tick().notifies.ids == [1])
    for _ in 0..<2 { _ = world.tick() }
    #expect(world.tick().notifies.ids.isEmpty, "thread 2 has no preempter")
    _ = world.schedule(2, priority: 10, preempter: 3, by: 1)
    #expect(world.threads.recipientOfPreemption(of: Bits(id: 2)).who.ids == [3])
    #expect(world.threads.recipientOfPreemption(of: Bits(id: 1)).who.ids == [0])
  }

  @Test("where nothing is scheduled, nothing is kept of it")
  func unscheduled() {
    var world = World(profile: ThreadsProfile(schedules: false))
    _ = world.create(2, by: 1)
    world.wake(0, 1, 3)
    #expect(world.threads.ready.ids.isEmpty && world.running.isEmpty)
  }
}
