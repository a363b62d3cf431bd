/// An L4 Version 2 kernel: spaces and ports, tasks and threads, ipc, interrupts.
///
/// Built, it is memory only: spaces, the mapping database, I/O ports. `boot` starts the first threads,
/// and from then on events lead into the kernel: see `systemCall(vector:)`.
///
/// Task 0 is sigma0 by convention: idempotent, never deleted, the owner of every frame and port. Its own
/// nodes never change: what would grant, unmap or over-map them leaves them out. (AS1, I-AS2)
///
/// The owner of the kernel provides its memory (`memorySize(for:)`) and its hardware. Every operation
/// exists twice: whole, and as `begin…` with `step(_:)` for a kernel that takes interrupts between
/// pages. (N2)
public struct Kernel<Hardware: Machine & ~Copyable>: ~Copyable {
  /// The hardware that the kernel drives.
  public var machine: Hardware
  /// What the work has cost so far.
  public internal(set) var counters = Counters()
  /// The sizes and choices that the kernel was built with.
  public let configuration: KernelConfiguration

  /// How often what happened that costs time on any hardware.
  public internal(set) var eventCounters = EventCounters()

  let layout: Layout
  let pools: Pools
  var firstFreeNode: NodeIndex = 0
  var freeNodes: UInt32 = 0
  /// Nodes and tables that large nodes would need to be split; nobody else gets them. (UM14)
  var reservedNodes: UInt32 = 0
  var reservedTables: UInt32 = 0
  var freeTables: UInt32 = 0
  /// The task whose space is loaded.
  var currentTask: TaskNumber = 0

  /// The control block of thread 0; the others follow.
  let blocks: Block
  /// What stands for a thread while there is nothing to do. It is never ready.
  let idle: Block
  /// The thread that runs. (I-SC2)
  var current: Block
  /// On whose time slice it runs: its own, or one that was donated. (SC5, SC13)
  var spending: Block
  /// Who ran when the kernel was entered.
  var lastRun: Block
  /// The priorities whose rings are not empty. (SC1)
  var readyMap = PriorityMap()
  /// Where the heads of the lists lie that belong to no thread, seen from the first control block; and how
  /// many control blocks there are.
  let heads: UInt32
  let threadLimit: UInt32
  /// How often a thread joined a queue.
  var arrivals: UInt32 = 0
  /// Ticks since boot.
  var now: UInt32 = 0
  /// What the present step brings: see `finishStep()`.
  var step = Step()

  var profile: KernelProfile { configuration.profile }

  /// How many bytes the pools of a kernel take.
  public static func memorySize(for configuration: KernelConfiguration) -> Int {
    Pools(Layout(configuration), at: nil).size
  }

  /// Boots: sigma0 has its space, no other task exists.
  ///
  /// - Parameters:
  ///   - machine: Hardware whose page tables are all zero and whose port bitmaps all deny.
  ///   - memory: `memorySize(for:)` bytes, aligned to 16, that outlive the kernel.
  public init(
    _ configuration: KernelConfiguration, machine: consuming Hardware,
    memory: UnsafeMutableRawPointer
  ) {
    self.configuration = configuration
    self.machine = machine
    layout = Layout(configuration)
    pools = Pools(layout, at: memory)
    guard let firstBlock = pools.blocks.baseAddress else { preconditionFailure("it has memory") }
    blocks = firstBlock
    idle = blocks + layout.threadCount
    current = idle
    spending = idle
    lastRun = idle
    threadLimit = UInt32(truncatingIfNeeded: layout.threadCount)
    heads = (threadLimit &+ 1) &* ThreadControlBlock.stride
    for index in (layout.firstPoolNode..<layout.firstPoolNode + layout.poolNodes).reversed() {
      release(index)
    }
    for table in (0..<UInt32(layout.poolTables)).reversed() {
      releaseTable(layout.firstPoolTable + table)
    }
    bootSigma0()
    initializeLists()
  }

  /// Whether a task exists.
  public func isActive(_ task: TaskNumber) -> Bool {
    task >= 0 && task < layout.taskCount && pools.tasks[task].state == .active
  }

  /// Makes the space and the ports of a task those that user code sees. (M-AS27)
  ///
  /// - Returns: False, and nothing changes, if the task is not active.
  public mutating func enter(_ task: TaskNumber) -> Bool {
    if task == currentTask { return pools.tasks[task].state == .active }
    guard isActive(task) else { return false }
    load(task)
    return true
  }

  mutating func load(_ task: TaskNumber) {
    currentTask = task
    machine.loadSpace(directory: directoryAddress(of: task))
    machine.loadPortBitmap(task: task)
    counters.spaceSwitches &+= 1
    eventCounters.otherSpaceSwitches &+= 1
    if !machine.keepsOtherSpaces { eventCounters.otherBufferFlushes &+= 1 }
  }

  /// Back to the state before `boot`, at a cost that depends on what is in use.
  public mutating func reset() {
    resetThreads()
    for task in 1..<max(layout.taskCount, 1) where pools.tasks[task].state != .inactive {
      deleteTask(task)
    }
    unmapAllOfSigma0()
    load(0)
    counters = Counters()
    eventCounters = EventCounters()
  }
}

extension Kernel where Hardware: ~Copyable {
  /// Gives every frame and port to sigma0, at its own address. (AS1, IO5)
  private mutating func bootSigma0() {
    pools.tasks[0].state = .active
    for region in 0..<layout.regionCount {
      bootRegion(layout.firstRegion + region, number: region)
    }
    for index in 0..<(layout.portCount + 31) / 32 {
      let ports = layout.portCount - index * 32
      machine.setPortWord(task: 0, index: index, to: ports >= 32 ? 0 : ~0 << UInt32(ports))
    }
    pools.tasks[0].portUse = UInt32(layout.portCount)
    machine.loadSpace(directory: directoryAddress(of: 0))
    machine.loadPortBitmap(task: 0)
  }

  private mutating func bootRegion(_ region: UInt32, number: UInt32) {
    let start = region << 10
    let first = max(start, layout.firstFrame)
    let end = min(start + Large.pages, layout.firstFrame + layout.frameCount)
    let isLarge = configuration.usesLargePages && end - first == Large.pages
    for frame in first..<end {
      pools.nodes[Int(frameRoot(frame))] = root(frame, isLarge: false)
    }
    let slot = Slot(table: 0, offset: region)
    if isLarge {
      let root = root(first, isLarge: true)
      pools.nodes[Int(largeRoot(first))] = root
      fill(slot, with: largeRoot(first), entry: entry(for: root))
    } else {
      let table = UInt32(layout.taskCount) + number
      fill(slot, with: 0, entry: .table(at: tableAddress(table)))
      for frame in first..<end {
        fill(
          Slot(table: table, offset: frame & Large.mask), with: frameRoot(frame),
          entry: entry(for: pools.nodes[Int(frameRoot(frame))]))
      }
    }
  }

  private func root(_ frame: UInt32, isLarge: Bool) -> Node {
    Node(page: frame, frame: frame, isLarge: isLarge, isWritable: true)
  }
}
