import ClansAndChiefs
import Testing
import Vocabulary

/// The vectors of section S that are about tasks, by calls of the whole kernel.
struct GoldenTaskTests {
  @Test func `S13: only the chief can create or delete`() throws {
    var world = World(threads: [1, 1, 1])
    try world.run("t1.0 task_new task2 mcp 1 pager t1.0")
    let before = world.kernel
    for call in ["t0.0 task_new task2 mcp 1 pager t0.0", "t0.0 task_new task2 chief task0"] {
      #expect(try world.run(call).taskNew == .notChief)
    }
    #expect(try world.run("t2.0 task_new task2 chief task2").taskNew == .notChief)
    #expect(world.kernel == before)
  }

  @Test func `S13: there are fifteen depths`() throws {
    var world = World(threads: Array(repeating: 1, count: 18))
    for depth in 1...15 {
      // The root task is task 1, at depth 0.
      let task = 1 + depth
      #expect(
        try world.run("t\(task - 1).0 task_new task\(task) mcp 1 pager t1.0").taskNew == .created)
      for number in task + 1..<18 {
        try world.run("t\(task - 1).0 task_new task\(number) chief task\(task)")
      }
    }
    let before = world.kernel
    #expect(try world.run("t16.0 task_new task17 mcp 1 pager t1.0").taskNew == .tooDeep)
    #expect(world.kernel == before)
  }

  @Test func `S13: a chief is deleted with its clan`() throws {
    var world = World(threads: [1, 1, 1, 1, 1, 1, 1])
    try world.run("t1.0 task_new task2 mcp 1 pager t1.0")
    for number in 3...5 {
      try world.run(
        """
        t1.0 task_new task\(number) chief task2
        t2.0 task_new task\(number) mcp 1 pager t2.0
        """)
    }
    try world.run("t1.0 task_new task6 mcp 1 pager t1.0")
    #expect(world.kernel.threads.existing.ids == Array(0...6))
    #expect(try world.run("t1.0 task_new task2 chief task1").taskNew?.isRefusal == false)
    #expect(world.kernel.threads.existing.ids == [0, 1, 6])
    // Their ids are those of nobody, also after one of the numbers has a task again.
    try world.run("t1.0 task_new task2 mcp 1 pager t1.0")
    for number in 2...5 {
      #expect(try world.run("t1.0 send former t\(number).0 now").code("t1.0") == 0x10)
      #expect(try world.run("t1.0 receive former t\(number).0 now").code("t1.0") == 0x10)
    }
    #expect(try world.run("t1.0 send t2.0 now").code("t1.0") == 0x30)
  }
}
