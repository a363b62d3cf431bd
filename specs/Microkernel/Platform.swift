import AddressSpaces
import IPC
import Logic
import Threads
import Vocabulary

/// What never changes while a kernel runs, in the form in which the rules ask for it.
public struct Platform<
  V: Values, let threadCount: Int, let taskCount: Int, let slotCount: Int, let frameCount: Int
>: Sendable {
  public var roster: Roster<V, threadCount, taskCount>
  public var memory: Layout<V, slotCount, frameCount>
  /// For every task: its slots.
  public var slots: Table<V, Task, taskCount>
  /// For every thread: the slot where its messages are that do not fit in registers; nowhere in
  /// universes in which the environment decides what faults.
  public var buffer: Table<V, Thread, threadCount>
  /// For every page: the two, and the four, that a flexpage of that size has which it is in. (FP1)
  public var pairs: Table<V, Slot, slotCount>
  public var quads: Table<V, Slot, slotCount>
  /// Whether messages offer flexpages of more than one page: of 2, of 4, or the complete space.
  public var hasLargeItems: Bool
  public var profile: KernelProfile

  public init(
    _ population: Population, _ shape: Shape, buffers: [Slot?] = [], hasLargeItems: Bool = false,
    profile: KernelProfile = .v2
  ) {
    var shape = shape
    shape.profile = profile.spaces
    roster = Roster(population.threadsOfTask)
    memory = Layout(shape)
    slots = Table()
    buffer = Table()
    pairs = Table()
    quads = Table()
    self.hasLargeItems = hasLargeItems
    for task in shape.allTasks {
      for page in 0..<shape.pages {
        for other in 0..<shape.pages {
          let slot = V.Bits(id: Int(shape.slot(task, page: other).rawValue))
          if page >> 1 == other >> 1 { pairs[shape.slot(task, page: page)] |= slot }
          if page >> 2 == other >> 2 { quads[shape.slot(task, page: page)] |= slot }
        }
      }
    }
    for task in shape.allTasks { slots[task] = V.Bits(mask: shape.mask(of: task)) }
    for (thread, slot) in buffers.enumerated() {
      if let slot { buffer[row: thread] = V.Bits(id: Int(slot.rawValue)) }
    }
    self.profile = profile
  }
}

/// How many threads there can be, by task. Task 0 is sigma0 and task 1 the root task. (TN14, S0-6)
public struct Population: Hashable, Sendable {
  public var threadsOfTask: [Int]

  public init(threadsOfTask: [Int]) { self.threadsOfTask = threadsOfTask }

  public var tasks: Int { threadsOfTask.count }
  public var threads: Int { threadsOfTask.reduce(0, +) }

  /// The task of a thread.
  public func task(of thread: Thread) -> Task {
    var first = 0
    for (task, size) in threadsOfTask.enumerated() {
      first += size
      if Int(thread.rawValue) < first { return Task(task) }
    }
    preconditionFailure("there is no thread \(thread.rawValue)")
  }

  /// The threads of a task, lthread 0 first.
  public func threads(of task: Task) -> [Thread] {
    let first = threadsOfTask.prefix(Int(task.rawValue)).reduce(0, +)
    return (0..<threadsOfTask[Int(task.rawValue)]).map { Thread(first + $0) }
  }

  /// A thread as a person writes it: `t2.0` is lthread 0 of task 2.
  public func name(_ thread: Thread) -> String {
    let task = task(of: thread)
    let first = threadsOfTask.prefix(Int(task.rawValue)).reduce(0, +)
    return "t\(task.rawValue).\(Int(thread.rawValue) - first)"
  }

  /// The thread with a name.
  public func thread(named name: some StringProtocol) -> Thread? {
    (0..<threads).map { Thread($0) }.first { self.name($0) == name }
  }
}
