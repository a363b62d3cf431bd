/// Cuts the fixed pools out of one region; with no region, only measures.
struct KernelMemory {
  private let start: UnsafeMutableRawPointer?
  private(set) var used = 0

  init(_ start: UnsafeMutableRawPointer?) { self.start = start }

  /// The next pool of `count` copies of `value`.
  mutating func pool<Element: BitwiseCopyable>(
    _ count: Int, of value: Element
  ) -> UnsafeMutableBufferPointer<Element> {
    let alignment = MemoryLayout<Element>.alignment
    used = (used + alignment - 1) / alignment * alignment
    let offset = used
    used += count * MemoryLayout<Element>.stride
    guard let start else { return UnsafeMutableBufferPointer(start: nil, count: 0) }
    let pool = UnsafeMutableBufferPointer(
      start: (start + offset).bindMemory(to: Element.self, capacity: count), count: count)
    pool.initialize(repeating: value)
    return pool
  }
}

/// The fixed pools of a kernel. Their memory belongs to whoever built the kernel.
struct Pools {
  let nodes: UnsafeMutableBufferPointer<Node>
  let tasks: UnsafeMutableBufferPointer<KernelTask>
  /// Beside each word of each table, its node.
  let shadows: UnsafeMutableBufferPointer<NodeIndex>
  /// How many words of each table are in use.
  let tableUse: UnsafeMutableBufferPointer<UInt32>
  /// The numbers of the free tables, as a stack.
  let freeTables: UnsafeMutableBufferPointer<UInt32>
  /// For each port a row with a byte a task: 0 not held, else the number of the parent, plus one.
  let portParents: UnsafeMutableBufferPointer<UInt8>
  /// The control blocks, and one for idleness.
  let blocks: UnsafeMutableBufferPointer<ThreadControlBlock>
  /// The heads of all lists that belong to no thread. They lie behind the blocks, so that one distance
  /// reaches both.
  let heads: UnsafeMutableBufferPointer<Link>
  let lines: UnsafeMutableBufferPointer<InterruptLine>
  /// How many bytes all that takes.
  let size: Int

  init(_ layout: Layout, at start: UnsafeMutableRawPointer?) {
    var memory = KernelMemory(start)
    nodes = memory.pool(layout.nodeCount, of: Node())
    shadows = memory.pool(layout.tableCount * 1024, of: 0)
    tableUse = memory.pool(layout.tableCount, of: 0)
    freeTables = memory.pool(layout.poolTables, of: 0)
    tasks = memory.pool(layout.taskCount, of: KernelTask())
    portParents = memory.pool(layout.portCount * layout.taskCount, of: 0)
    blocks = memory.pool(layout.threadCount + 1, of: ThreadControlBlock())
    heads = memory.pool(ListHead.count, of: Link())
    lines = memory.pool(layout.lineCount, of: InterruptLine())
    size = memory.used
  }
}

/// Where everything lies, computed once from the configuration.
///
/// Nodes: none, a root a frame, a large root a 4 MB region, then the pool. Tables: a directory a task,
/// sigma0's tables, then the pool.
struct Layout {
  let taskCount: Int
  let portCount: Int
  let firstFrame: UInt32
  let frameCount: UInt32
  /// The first 4 MB region that holds a frame, and how many there are.
  let firstRegion: UInt32
  let regionCount: UInt32
  let firstPoolNode: NodeIndex
  let poolNodes: UInt32
  let firstPoolTable: UInt32
  let poolTables: Int
  let limitPage: UInt32
  let lineCount: Int
  /// The bits of a tick by which the list of a timeout is chosen.
  let timeoutMask: UInt32
  let greatestDepth: UInt32

  /// 128 threads a task, whether they exist or not. (A7)
  var threadCount: Int { taskCount << 7 }
  /// The size of the control blocks of all threads.
  let blockBytes: UInt32
  var nodeCount: Int { Int(firstPoolNode + poolNodes) }
  var tableCount: Int { Int(firstPoolTable) + poolTables }

  init(_ configuration: KernelConfiguration) {
    precondition((1...64).contains(configuration.taskLimit), "1 … 64 tasks")
    precondition((0...65536).contains(configuration.portCount), "0 … 65536 ports")
    precondition(configuration.frameCount > 0, "at least one frame")
    precondition(configuration.userLimit >> 28 < 0xF, "the last sixteenth stands for ports")
    precondition((0...255).contains(configuration.lineCount), "0 … 255 interrupt lines")
    taskCount = configuration.taskLimit
    lineCount = configuration.lineCount
    precondition(
      (1...ListHead.due - ListHead.timeouts).contains(configuration.timeoutLists)
        && configuration.timeoutLists & (configuration.timeoutLists - 1) == 0,
      "1, 2, 4 … 256 lists of timeouts")
    precondition(configuration.greatestDepth <= 15, "an id has 4 bits for it")
    greatestDepth = configuration.greatestDepth
    timeoutMask = UInt32(configuration.timeoutLists) - 1
    portCount = configuration.portCount
    blockBytes = UInt32(taskCount) << 7 * ThreadControlBlock.stride
    firstFrame = configuration.frameAddress >> 12
    frameCount = UInt32(configuration.frameCount)
    limitPage = configuration.userLimit >> 12
    precondition(firstFrame + frameCount <= limitPage, "sigma0 is idempotent (AS1)")
    firstRegion = firstFrame >> 10
    regionCount = (firstFrame + frameCount - 1) >> 10 - firstRegion + 1
    firstPoolNode = 1 + frameCount + regionCount
    poolNodes = UInt32(configuration.nodeLimit)
    firstPoolTable = UInt32(taskCount) + regionCount
    poolTables = configuration.tableLimit
  }
}
