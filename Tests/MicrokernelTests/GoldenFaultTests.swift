import Microkernel
import Testing

/// The vectors of section S that are about page faults, by calls of the whole kernel.
struct GoldenFaultTests {
  /// A pager, t1, that has page 0, and its client, t2.
  private func world(_ profile: KernelProfile = .v2, buffers: [Int?] = []) throws -> World {
    var world = World(threads: [1, 1, 1], pages: 1, buffers: buffers, profile: profile)
    try world.run(
      """
      t1.0 task_new task2 mcp 1 pager t1.0
      t1.0 wait into p0
      t0.0 send t1.0 map p0 → p0 rw
      """)
    return world
  }

  /// The client has a page fault, and the pager gets the message.
  private func fault(_ access: String, in world: inout World) throws {
    try world.run("t1.0 wait")
    let told = try world.run("t2.0 \(access) p0")
    #expect(told.code("t1.0") == 0 && told.source("t1.0") == "t2.0")
    #expect(told.flags("t1.0") == (access == "writes" ? "w" : ""))
    #expect(try !world.permits("t2.0 wait"))
  }

  @Test func `S15: a pager maps the page, and the thread goes on`() throws {
    var world = try world()
    try fault("writes", in: &world)
    let reply = try world.run("t1.0 send t2.0 map p0 → p0 rw now")
    #expect(reply.code("t1.0") == 0 && reply.resumed == ["t2.0"] && reply.returned == ["t1.0"])
    #expect(try world.can("t2.0 writes p0"))
    #expect(try world.can("t1.0 writes p0"))
  }

  @Test func `S15: after a register message the thread faults again`() throws {
    var world = try world()
    for _ in 0..<2 {
      try fault("reads", in: &world)
      #expect(try world.run("t1.0 send t2.0 now").resumed == ["t2.0"])
    }
    try fault("reads", in: &world)
  }

  @Test func `S15: a page that the pager grants leaves it`() throws {
    var world = try world()
    try fault("writes", in: &world)
    try world.run("t1.0 send t2.0 grant p0 → p0 rw now")
    #expect(try world.can("t2.0 writes p0"))
    #expect(try !world.can("t1.0 reads p0"))
  }

  @Test(
    arguments: [
      ("v2", 0x90, 0x80), ("v2,fault-timeout-code=by-place", 0xB0, 0xA0),
      ("v2,fault-timeout-code=by-phase", 0x90, 0x80),
    ] as [(String, UInt8, UInt8)])
  func `S16: without time for page faults, a missing page ends the transfer`(
    profile: String, atSender: UInt8, atReceiver: UInt8
  ) throws {
    // The sender's message is at its page 0; the receiver has nothing there.
    var world = try world(KernelProfile(parsing: profile), buffers: [nil, 0, 0])
    try world.run(
      """
      t2.0 wait buffer
      t1.0 send t2.0 parts 1 no faults
      """)
    let ended = try world.run("copy from t1.0")
    #expect(ended.code("t1.0") == atSender)
    #expect(ended.code("t2.0") == atReceiver)
    #expect(try world.permits("t1.0 wait") && world.permits("t2.0 wait"))
  }
}
