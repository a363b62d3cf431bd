import Vocabulary

/// How large a universe is: so many tasks with so many pages and ports each, so many frames.
///
/// Slots are numbered task by task: the pages of a task, then its ports.
public struct Shape: Hashable, Sendable {
  /// Tasks, sigma0 included.
  public var tasks: Int
  /// Virtual pages of each task, those above the user limit included.
  public var pages: Int
  /// Pages below the user limit; the others are the kernel's area. (AS17)
  public var userPages: Int
  /// Page frames; frame `n` is held by sigma0 at page `n`. (AS1)
  public var frames: Int
  /// I/O ports (granules of them, where the profile says so). (IO1)
  public var ports: Int
  /// Nodes that the kernel has memory for, roots not counted. (AS15)
  public var nodes: Int
  public var profile: Profile

  /// A shape without kernel area, ports or shortage of nodes, unless it is asked for.
  public init(
    tasks: Int, pages: Int, frames: Int, userPages: Int? = nil, ports: Int = 0, nodes: Int? = nil,
    profile: Profile = .v2
  ) {
    self.tasks = tasks
    self.pages = pages
    self.userPages = userPages ?? pages
    self.frames = frames
    self.ports = ports
    self.nodes = nodes ?? tasks * (pages + ports)
    self.profile = profile
  }

  /// Slots of one task.
  public var slotsPerTask: Int { pages + ports }

  /// Slots of all tasks.
  public var slots: Int { tasks * slotsPerTask }

  public var allTasks: [Task] { (0..<tasks).map { Task($0) } }

  public func slot(_ task: Task, page: Int) -> Slot {
    Slot(Int(task.rawValue) * slotsPerTask + page)
  }

  public func slot(_ task: Task, port: Int) -> Slot {
    Slot(Int(task.rawValue) * slotsPerTask + pages + port)
  }

  /// All slots of a task.
  public func slots(of task: Task) -> [Slot] {
    (0..<slotsPerTask).map { Slot(Int(task.rawValue) * slotsPerTask + $0) }
  }

  /// All slots of a task, as a set.
  public func mask(of task: Task) -> UInt32 {
    slots(of: task).reduce(0) { $0 | 1 << UInt32($1.rawValue) }
  }

  /// The task that a slot belongs to.
  public func task(of slot: Slot) -> Task { Task(Int(slot.rawValue) / slotsPerTask) }

  /// A slot as a person writes it: `s1.p0` is page 0 of task 1, `s1.io3` is its port 3.
  public func name(_ slot: Slot) -> String {
    let position = Int(slot.rawValue) % slotsPerTask
    let place = position < pages ? "p\(position)" : "io\(position - pages)"
    return "s\(task(of: slot).rawValue).\(place)"
  }

  /// A frame as a person writes it: `f1`, or `port3`.
  public func name(_ frame: Frame) -> String {
    let number = Int(frame.rawValue)
    return number < frames ? "f\(number)" : "port\(number - frames)"
  }

  /// What is wrong with the shape, or nil: it must have room for sigma0's frames, and for all its
  /// slots in the largest state that there is.
  public var defect: String? {
    if tasks < 1 { return "tasks must be at least 1: task 0 is sigma0" }
    if pages < 0 || ports < 0 || frames < 0 { return "no size can be negative" }
    if frames + ports < 1 { return "there must be a frame or a port to map" }
    if userPages < 0 || userPages > pages { return "user pages must be 0 to \(pages)" }
    if frames > userPages { return "frames must be at most \(userPages), sigma0's user pages" }
    if slots > Self.capacity {
      return "\(tasks) tasks of \(slotsPerTask) pages and ports are \(slots) slots; "
        + "at most \(Self.capacity) fit"
    }
    if frames + ports > Self.frameCapacity {
      return "frames and ports together must be at most \(Self.frameCapacity)"
    }
    if nodes < 0 || nodes > 255 { return "nodes must be 0 to 255" }
    return nil
  }

  /// The slots of the largest state.
  public static let capacity = 32
  /// The frames and ports of the largest state.
  public static let frameCapacity = 16
}
