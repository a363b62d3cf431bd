import Testing

/// The vectors of section S that are about memory, by calls of the whole kernel.
struct GoldenMemoryTests {
  /// A world in which the root task, A, has page 0 from sigma0, and some children.
  private func world(children: Int, pages: Int = 1) throws -> World {
    var world = World(
      threads: Array(repeating: 1, count: 2 + children), pages: pages)
    for child in 0..<children {
      try world.run("t1.0 task_new task\(2 + child) mcp 1 pager t1.0")
    }
    try world.run(
      """
      t1.0 wait into p0
      t0.0 send t1.0 map p0 → p0 rw
      """)
    return world
  }

  @Test func `S5: who has a page by grant can revoke what its giver derived`() throws {
    // A is t1, B is t2, C is t3.
    var world = try world(children: 2)
    try world.run(
      """
      t2.0 wait into p0
      t1.0 send t2.0 map p0 → p0 rw
      t3.0 wait into p0
      t1.0 send t3.0 grant p0 → p0 rw
      """)
    #expect(try !world.can("t1.0 reads p0"))
    try world.run("t1.0 unmap p0 flush all")
    #expect(try world.can("t2.0 writes p0"))
    #expect(try world.can("t3.0 writes p0"))

    var other = world
    try world.run("t3.0 unmap p0 flush others")
    #expect(try !world.can("t2.0 reads p0"))
    #expect(try world.can("t3.0 writes p0"))
    try world.run("t0.0 unmap p0 flush others")
    #expect(try !world.can("t3.0 reads p0"))
    #expect(try world.can("t0.0 writes p0"))

    try other.run("t0.0 unmap p0 flush others")
    #expect(try !other.can("t2.0 reads p0"))
    #expect(try !other.can("t3.0 reads p0"))
  }

  @Test func `S6: a read-only unmap reaches all that was derived`() throws {
    // A is t1, B is t2, C is t3, D is t4, E is t5.
    var world = try world(children: 4)
    try world.run(
      """
      t2.0 wait into p0
      t1.0 send t2.0 map p0 → p0 rw
      t3.0 wait into p0
      t2.0 send t3.0 map p0 → p0 rw
      t4.0 wait into p0
      t1.0 send t4.0 map p0 → p0 r-
      """)
    for task in 1...3 { #expect(try world.can("t\(task).0 writes p0")) }
    #expect(try !world.can("t4.0 writes p0"))

    try world.run("t1.0 unmap p0 remap others")
    for task in 2...4 {
      #expect(try world.can("t\(task).0 reads p0"))
      #expect(try !world.can("t\(task).0 writes p0"))
    }
    #expect(try world.can("t1.0 writes p0"))

    try world.run("t1.0 unmap p0 remap all")
    #expect(try !world.can("t1.0 writes p0"))
    try world.run(
      """
      t5.0 wait into p0
      t1.0 send t5.0 map p0 → p0 rw
      """)
    #expect(try world.can("t5.0 reads p0"))
    #expect(try !world.can("t5.0 writes p0"))
  }

  @Test func `S7: what came back to a space goes with its origin`() throws {
    // A is t1 and has x, page 0; B is t2. y is page 1 of A.
    var world = try world(children: 1, pages: 2)
    try world.run(
      """
      t2.0 wait into p0
      t1.0 send t2.0 map p0 → p0 rw
      t1.0 wait into p1
      t2.0 send t1.0 map p0 → p1 rw
      """)
    for access in ["t1.0 writes p0", "t1.0 writes p1", "t2.0 writes p0"] {
      #expect(try world.can(access))
    }
    try world.run("t1.0 unmap p0 flush others")
    #expect(try world.can("t1.0 writes p0"))
    #expect(try !world.can("t1.0 reads p1"))
    #expect(try !world.can("t2.0 reads p0"))
  }

  @Test(arguments: 1...3)
  func `S18: the mapping for which there is no memory fails at both sides`(nodes: Int) throws {
    var world = World(threads: [1, 1], pages: 4, nodes: nodes)
    for page in 0..<nodes {
      let sent = try world.run(
        """
        t1.0 wait into p\(page)
        t0.0 send t1.0 map p0 → p\(page) rw
        """)
      #expect(sent.code("t0.0") == 0 && sent.code("t1.0") == 0)
    }
    let before = world.kernel
    let sent = try world.run(
      """
      t1.0 wait into p\(nodes)
      t0.0 send t1.0 map p1 → p\(nodes) rw
      """)
    #expect(sent.code("t0.0") == 0x70 && sent.code("t1.0") == 0x60)
    #expect(world.kernel == before)
    #expect(try !world.can("t1.0 reads p\(nodes)"))
    // What is unmapped makes room.
    let again = try world.run(
      """
      t1.0 unmap p0 flush all
      t1.0 wait into p\(nodes)
      t0.0 send t1.0 map p1 → p\(nodes) rw
      """)
    #expect(again.code("t0.0") == 0 && again.code("t1.0") == 0)
    #expect(try world.can("t1.0 writes p\(nodes)"))
  }
}
