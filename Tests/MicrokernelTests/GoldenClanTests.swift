import Testing

/// The vectors of section S that are about clans, by calls of the whole kernel.
struct GoldenClanTests {
  /// The tasks of the vectors by their letters: r is the root task.
  private static let tasks: [Character: Int] = [
    "r": 1, "a": 2, "b": 3, "c": 4, "d": 5, "e": 6, "g": 7,
  ]

  private func thread(_ letter: Character) -> String { "t\(Self.tasks[letter] ?? 0).0" }

  /// Root r has members a and b; a has c and d; c has e; b has g.
  private func world() throws -> World {
    var world = World(threads: Array(repeating: 1, count: 8))
    // The number goes from chief to chief, down to the one that creates the task.
    for (path, task) in [
      ("r", "a"), ("r", "b"), ("ra", "c"), ("ra", "d"), ("rac", "e"), ("rb", "g"),
    ] as [(String, Character)] {
      let number = Self.tasks[task] ?? 0
      for (giver, taker) in zip(path, path.dropFirst()) {
        try world.run(
          "\(thread(giver)) task_new task\(number) chief task\(Self.tasks[taker] ?? 0)")
      }
      let chief = thread(path.last ?? "r")
      let created = try world.run("\(chief) task_new task\(number) mcp 1 pager t1.0")
      #expect(created.taskNew == .created)
    }
    return world
  }

  @Test(arguments: [
    "cdd0", "caa0", "acc0", "abb0", "aecC", "beaC", "bcaC", "cba4", "edc4", "ebc4", "decC", "reaC",
    "rgbC", "cga4", "agbC", "geb4", "cra4", "arr0",
  ])
  func `S1: the nearest partner`(vector: String) throws {
    // Who asks, for whom, and the answer: the partner, and the type.
    let parts = Array(vector)
    var world = try world()
    let answer = try #require(
      try world.run("\(thread(parts[0])) id_nearest \(thread(parts[1]))").nearest)
    #expect(answer.task == Self.tasks[parts[2]])
    #expect(answer.type == UInt8(String(parts[3]), radix: 16))
  }

  @Test func `S2: a message from e to g takes four transfers`() throws {
    var world = try world()
    for (sender, receiver, flags) in [
      ("e", "c", "ri"), ("c", "a", "dri"), ("a", "b", "dr"), ("b", "g", "d"),
    ] as [(Character, Character, String)] {
      let deceit = sender == "e" ? "" : " as \(thread("e"))"
      try world.run("\(thread(receiver)) wait")
      let sent = try world.run("\(thread(sender)) send \(thread("g"))\(deceit) now")
      #expect(sent.returned.sorted() == [thread(sender), thread(receiver)].sorted())
      #expect(sent.code(thread(sender)) == 0 && sent.code(thread(receiver)) == 0)
      #expect(sent.source(thread(receiver)) == thread("e"))
      #expect(sent.flags(thread(receiver)) == flags)
      #expect(sent.destination(thread(receiver)) == (receiver == "g" ? nil : thread("g")))
    }
  }

  @Test(arguments: [
    "acb+", "acg+", "ace-", "abc+", "abe+", "abr-", "aca-", "dcb-", "dae-", "dag-", "dab-",
  ])
  func `S3: deceit is permitted where it forwards, and ignored where it does not`(
    vector: String
  ) throws {
    // The physical sender, the destination, the virtual sender, and whether it is permitted.
    let parts = Array(vector)
    let (sender, receiver, virtual) = (thread(parts[0]), thread(parts[1]), thread(parts[2]))
    var world = try world()
    try world.run("\(receiver) wait")
    let sent = try world.run("\(sender) send \(receiver) as \(virtual) now")
    #expect(sent.code(sender) == 0 && sent.code(receiver) == 0)
    #expect(sent.source(receiver) == (parts[3] == "+" ? virtual : sender))
    #expect(sent.flags(receiver) == (parts[3] == "+" ? "d" : ""))
  }
}
