import Testing

/// The transitions of a thread between the states of ipc, a row each. (IPC-22, IPC-23)
struct TransitionTests {
  struct Row: Sendable {
    var says: String
    var setup: String
    var event: String
    /// What the event brings to threads: codes by name.
    var codes: [String: UInt8] = [:]
    /// The threads that wait, or transfer, afterwards.
    var blocked: Set<String> = []
  }

  static let rows = [
    Row(
      says: "Running to Pending", setup: "", event: "t2.0 send t1.1 within 1 tick",
      blocked: ["t2.0"]),
    Row(
      says: "Pending to done", setup: "t2.0 send t1.1", event: "t1.1 wait",
      codes: ["t2.0": 0, "t1.1": 0]),
    Row(
      says: "Pending to Sending", setup: "t2.0 send t1.1 parts 1", event: "t1.1 wait buffer",
      blocked: ["t2.0", "t1.1"]),
    Row(
      says: "Pending, timeout", setup: "t2.0 send t1.1 within 1 tick\ntick",
      event: "timeout of t2.0", codes: ["t2.0": 0x30]),
    Row(
      says: "Pending, ex_regs", setup: "t1.1 send t2.0", event: "t1.0 ex_regs t1.1 registers 2",
      codes: ["t1.1": 0x50]),
    Row(
      says: "Pending, partner deleted", setup: "t1.1 send t2.0",
      event: "t1.0 task_new task2 chief task1", codes: ["t1.1": 0x10]),
    Row(
      says: "Running to Wait", setup: "", event: "t1.1 wait within 1 tick", blocked: ["t1.1"]),
    Row(
      says: "Wait to done", setup: "t1.1 receive t2.0", event: "t2.0 send t1.1",
      codes: ["t2.0": 0, "t1.1": 0]),
    Row(
      says: "Wait, another sender", setup: "t1.1 receive t2.0", event: "t1.0 send t1.1",
      blocked: ["t1.1", "t1.0"]),
    Row(
      says: "Wait, timeout", setup: "t1.1 wait within 1 tick\ntick", event: "timeout of t1.1",
      codes: ["t1.1": 0x20]),
    Row(
      says: "Wait, ex_regs", setup: "t1.1 wait", event: "t1.0 ex_regs t1.1 registers 2",
      codes: ["t1.1": 0x40]),
    Row(
      says: "Sending to done", setup: "t1.1 wait buffer\nt2.0 send t1.1 parts 1",
      event: "copy from t2.0", codes: ["t2.0": 0, "t1.1": 0]),
    Row(
      says: "Sending to the next phase", setup: "t1.1 wait buffer\nt2.0 call t1.1 parts 1",
      event: "copy from t2.0", codes: ["t1.1": 0], blocked: ["t2.0"]),
    Row(
      says: "Sending to cut", setup: "t1.1 wait short buffer\nt2.0 send t1.1 parts 1",
      event: "copy from t2.0", codes: ["t2.0": 0xF0, "t1.1": 0xE0]),
    Row(
      says: "Sending, ex_regs on either", setup: "t1.1 wait buffer\nt2.0 send t1.1 parts 1",
      event: "t1.0 ex_regs t1.1 registers 2", codes: ["t2.0": 0xD0, "t1.1": 0xC0]),
    Row(
      says: "Receiving, the other one deleted", setup: "t1.1 wait buffer\nt2.0 send t1.1 parts 1",
      event: "t1.0 task_new task2 chief task1", codes: ["t1.1": 0xC0]),
    Row(
      says: "Sending, a fault of the receiver",
      setup: "t1.1 wait buffer\nt2.0 send t1.1 parts 1",
      event: "copy from t2.0, receiver faults", blocked: ["t2.0", "t1.1"]),
  ]

  @Test(arguments: rows)
  func `a transition`(row: Row) throws {
    var world = World(threads: [1, 2, 1])
    try world.run(
      """
      t1.0 ex_regs t1.1 registers 1 pager t0.0
      t1.0 task_new task2 mcp 1 pager t1.0
      """)
    try world.run(row.setup)
    let results = try world.run(row.event)
    let threads = ["t0.0", "t1.0", "t1.1", "t2.0"]
    for (position, thread) in threads.enumerated() {
      #expect(results.code(thread) == row.codes[thread], "\(row.says): \(thread)")
      let isBlocked = world.kernel.ipc.blocked.contains(id: position).value
      #expect(isBlocked == row.blocked.contains(thread), "\(row.says): \(thread)")
    }
  }
}
