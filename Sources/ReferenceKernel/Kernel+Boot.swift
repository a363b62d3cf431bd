/// How the first threads of a kernel begin.
public struct BootParameters: Sendable {
  public var sigma0Instruction: UInt32 = 0
  public var sigma0Stack: UInt32 = 0
  public var rootInstruction: UInt32 = 0
  public var rootStack: UInt32 = 0
  public var priority: UInt8 = 16
  /// Bits 20 to 31 of a parameter word of thread_schedule: exponent and mantissa. (SC7)
  public var slice: UInt32 = 10 << 24 | 10 << 20
  public var mcp: UInt8 = 255
  /// The version of all ids. (TN13)
  public var version: UInt32 = 1

  /// The defaults, to be changed member by member.
  public init() {}
}

extension Kernel where Hardware: ~Copyable {
  /// The task that the machine is given to. (TN14)
  public static var root: TaskNumber { 2 }

  /// Starts sigma0 and the root task, each with its lthread 0; all further task numbers are the root's to
  /// create. Number 1, sigma1, is nobody's. (TN14, S0-6, S0-7)
  ///
  /// The kernel has at least 3 task numbers, and no task but sigma0.
  public mutating func boot(_ parameters: BootParameters) {
    precondition(layout.taskCount > Self.root, "sigma0, sigma1 and the root task")
    for task in 0..<layout.taskCount {
      pools.tasks[task].version = parameters.version &- 1
      setChief(of: task, to: task > Self.root ? Self.root : nil)
      renew(task)
    }
    createTask(Self.root)
    idle.pointee.priority = parameters.priority
    setSlice(of: idle, parameters.slice)
    pools.tasks[0].mcp = parameters.mcp
    pools.tasks[Self.root].mcp = parameters.mcp
    start(0, like: idle, parameters.sigma0Instruction, parameters.sigma0Stack, pager: .none)
    start(
      Self.root, like: idle, parameters.rootInstruction, parameters.rootStack,
      pager: pools.tasks[0].id)  // PF-11
    endStep()
    leave()
    eventCounters = EventCounters()
    counters = Counters()
  }

  /// lthread 0 of a task begins. (TN5)
  mutating func start(
    _ task: TaskNumber, like creator: Block, _ instruction: UInt32, _ stack: UInt32,
    pager: ThreadID
  ) {
    let first = blocks + (task << 7)
    activate(first, like: creator)
    first.pointee.registers.eip = instruction
    first.pointee.registers.esp = stack
    first.pointee.pager = pager
    makeReady(first)
  }

  /// Nobody does anything any more. (S0-7)
  mutating func resetThreads() {
    for task in 0..<layout.taskCount {
      deleteThreads(of: task)
      pools.tasks[task].woken = ThreadSet()
    }
    step = Step()
    idle.pointee = ThreadControlBlock()
    clearList(place(idle) &+ ThreadControlBlock.senders)
    freeProcessor()
    lastRun = idle
    now = 0
  }
}
