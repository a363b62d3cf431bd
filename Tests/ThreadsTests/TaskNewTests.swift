import ClansAndChiefs
import Logic
import Testing
import Threads
import Vocabulary

@Suite("task_new")
struct TaskNewTests {
  @Test("a new task has its creator's priority and slice, and no higher mcp (TN3, TN5)")
  func creation() {
    var world = World()
    let result = world.create(2, by: 1, mcp: 20)
    #expect(result.outcome == .created)
    #expect(result.created.ids == [3])
    #expect(result.deletedThreads.ids.isEmpty && result.deletedTasks.ids.isEmpty)
    #expect(result.stale.ids == [3, 4])
    let threads = world.threads
    #expect(threads.existing.ids == [0, 1, 3])
    #expect(threads.clans.chief(of: Bits(id: 2)).ids == [1])
    #expect(threads.mcp[row: 2].value == 20)
    #expect(threads.priority[row: 3].value == 10)
    #expect(threads.slice[row: 3].value == 3)
    #expect(threads.registers[row: 3].value == 7)
    #expect(threads.pager(of: Bits(id: 3)).current.ids == [1])
    #expect(threads.ready.ids == [1, 3])
    world.decide(afterWaking: result.created)
    #expect(world.running == [1])
    #expect(world.create(2, by: 1, mcp: 30).outcome == .created)
    #expect(world.donate(3, by: 1, to: 2).outcome == .donated)
    _ = world.create(3, by: 3, mcp: 200)
    #expect(world.threads.mcp[row: 3].value == 30)
  }

  /// S13: whoever is not the chief is refused; a clan of three ends with its chief; ids are stale.
  @Test("deletion takes all below (S13, TN7)")
  func deletion() {
    var world = World()
    _ = world.create(2, by: 1)
    for task in [3, 4] {
      #expect(world.donate(task, by: 1, to: 2).outcome == .donated)
      #expect(world.create(task, by: 3, pager: 3).outcome == .created)
    }
    _ = world.exRegs(ExRegs(Bits(id: 1), pager: Reference(Bits(id: 5))), by: 1)
    #expect(world.threads.pager(of: Bits(id: 1)).current.ids == [5])
    #expect(world.create(3, by: 1).outcome == .notChief)
    #expect(world.create(2, by: 3).outcome == .notChief)
    #expect(world.create(2, by: 1, isFormer: true).outcome == .notChief)

    let result = world.create(2, by: 1)
    #expect(result.outcome == .created)
    #expect(result.deletedTasks.ids == [2, 3, 4])
    #expect(result.deletedThreads.ids == [3, 5, 7])
    #expect(result.stale.ids == [3, 4, 5, 6, 7])
    #expect(world.threads.clans.active.ids == [0, 1, 2])
    #expect(world.threads.existing.ids == [0, 1, 3])
    #expect(world.threads.formerPager.ids == [1])
    // TN9: their numbers are the deleter's.
    #expect(world.threads.clans.members(of: Bits(id: 1)).ids == [2, 3, 4])
    #expect(world.create(3, by: 1).outcome == .created)
    #expect(world.threads.pager(of: Bits(id: 1)).isFormer.value)
  }

  @Test("a pager of the task that is replaced is a former one (TN12)")
  func pagerInTheTaskItself() {
    var world = World()
    _ = world.create(2, by: 1)
    _ = world.create(2, by: 1, pager: 3)
    #expect(world.threads.pager(of: Bits(id: 3)).who.ids == [3])
    #expect(world.threads.pager(of: Bits(id: 3)).isFormer.value)
    _ = world.create(3, by: 1, pager: 7)
    #expect(!world.threads.pager(of: Bits(id: 5)).isFormer.value, "nobody has made task 4 yet")
    _ = world.create(4, by: 1)
    #expect(world.threads.pager(of: Bits(id: 5)).isFormer.value)
  }

  @Test("depth (S13, TN6)")
  func depth() {
    var world = World(clansProfile: ClansProfile(greatestDepth: 2))
    _ = world.create(2, by: 1)
    _ = world.donate(3, by: 1, to: 2)
    _ = world.create(3, by: 3)
    #expect(world.donate(4, by: 1, to: 3).outcome == .donated)
    #expect(world.create(4, by: 5).outcome == .tooDeep)
  }

  @Test("donation to nobody (U10)")
  func donation() {
    var world = World()
    #expect(world.donate(2, by: 1, to: 3).outcome == .noSuchChief)
    #expect(world.donate(2, by: 1, to: 2).outcome == .belowItself)
    world.clansProfile.donation = .toAnybody
    #expect(world.donate(2, by: 1, to: 3).outcome == .donated)
    _ = world.create(3, by: 1)
    #expect(world.create(2, by: 5).outcome == .created)
  }

  @Test("whoever runs in the slice of a deleted thread stops (TN7)")
  func sliceOfTheDeleted() {
    var world = World()
    _ = world.create(2, by: 1)
    world.threads.block(Bits(id: 1), profile: world.profile)
    world.decide()
    #expect(world.running == [3])
    world.threads.makeReady(Bits(id: 1), profile: world.profile)
    world.threads.switchDirectly(from: Bits(id: 3), to: Bits(id: 1), profile: world.profile)
    #expect(world.running == [1] && world.spending == [3])
    _ = world.donate(2, by: 1, to: 1)
    #expect(world.running.isEmpty)
    world.decide()
    #expect(world.running == [1] && world.spending == [1])
  }
}
