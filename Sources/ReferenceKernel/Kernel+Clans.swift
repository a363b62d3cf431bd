/// Where a message goes first. (CC-4)
struct Hop {
  /// The task that gets it; nobody for an unknown destination, if there is no chief either.
  var task: TaskNumber?
  /// Whether that is not the destination, but a chief on the way, which gets it with its lthread 0. (CC-7)
  var isRedirected: Bool
  /// Whether the way leads into a clan below or beside the sender.
  var isInward: Bool
}

/// Clans & chiefs: the tree is a chief and a depth for each task number, no more. (CC-1, CC-2)
extension Kernel where Hardware: ~Copyable {
  /// The first task on the way from one task to another: the neighbour that is on the line of chiefs from
  /// the destination outwards; else the own chief. (CC-3 … CC-6)
  ///
  /// `destination` is a task number, active or not (CC-17, U34), or nil for an id without one: that is
  /// outside of all clans. (U32)
  func nearest(from source: TaskNumber, to destination: TaskNumber?) -> Hop {
    let outside = pools.tasks[source].chief
    guard let destination else {
      return Hop(task: outside, isRedirected: outside != nil, isInward: false)
    }
    if destination == source { return Hop(task: source, isRedirected: false, isInward: false) }
    let depth = pools.tasks[source].nest
    var task = destination
    while pools.tasks[task].nest > depth {
      let chief = pools.tasks[task].chief
      if chief == source {
        return Hop(task: task, isRedirected: task != destination, isInward: true)
      }
      guard let chief else { break }
      task = chief
    }
    if pools.tasks[task].nest == depth && pools.tasks[task].chief == outside {
      return Hop(task: task, isRedirected: task != destination, isInward: true)
    }
    return Hop(task: outside, isRedirected: outside != destination, isInward: false)
  }

  /// Whether a task is in the clan of another, or in a clan below. At most 15 steps. (TN6)
  func isBelow(_ task: TaskNumber, _ chief: TaskNumber) -> Bool {
    var task = task
    while pools.tasks[task].nest > pools.tasks[chief].nest {
      guard let next = pools.tasks[task].chief else { return false }
      if next == chief { return true }
      task = next
    }
    return false
  }

  /// The task number of an id, if there is such a number.
  func number(of id: ThreadID) -> TaskNumber? {
    id.interruptLine == nil && id.high & ThreadID.siteMask == 0 && id.taskNumber >= 0
      && id.taskNumber < layout.taskCount ? id.taskNumber : nil
  }

  /// Whether an id names a thread or a task of a former incarnation of its number. (A5, A6)
  func isFormer(_ id: ThreadID) -> Bool {
    guard let number = number(of: id) else { return false }
    return id.task != pools.tasks[number].id
  }

  /// Whether an id can be that of a thread, here or somewhere outside. (CC-19, CC-21)
  func canBeThread(_ id: ThreadID) -> Bool {
    id != .none && id != .invalid && id.interruptLine == nil && !isFormer(id)
  }

  /// The thread that an id names, if it exists; all bits count. (A6, A7)
  func thread(_ id: ThreadID) -> Block? {
    guard let task = number(of: id) else { return nil }
    let thread = blocks + (task << 7 + id.lthread)
    return thread.pointee.id == id ? thread : nil
  }

  /// The thread that gets a message of a task for an id, if it exists. (CC-4, CC-7)
  func receiver(from task: TaskNumber, for id: ThreadID) -> Block? {
    let hop = nearest(from: task, to: number(of: id))
    guard hop.isRedirected else { return thread(id) }
    guard let chief = hop.task else { return nil }
    let first = blocks + (chief << 7)
    return first.pointee.state == .inactive ? nil : first
  }

  /// Whether a thread may send in the name of `virtual`: if it passes a message on across the border of
  /// its clan, so that one of both is inside and the other outside. (CC-12, U34, U35)
  func mayDeceive(_ task: TaskNumber, to destination: ThreadID, as virtual: ThreadID) -> Bool {
    let destination = number(of: destination)
    let virtual = number(of: virtual)
    if destination == task || virtual == task { return false }
    let isDestinationInside = destination.map { isBelow($0, task) } ?? false
    let isVirtualInside = virtual.map { isBelow($0, task) } ?? false
    return isDestinationInside != isVirtualInside
  }

  /// The call id_nearest. (CC-8, CC-9)
  mutating func idNearest() {
    let asked = current.pointee.registers.partner
    var type: UInt32 = 0
    var answer = asked
    if asked == .none {
      answer = current.pointee.id
    } else {
      let hop = nearest(from: task(current), to: asked == .invalid ? nil : number(of: asked))
      if hop.isRedirected, let chief = hop.task {
        type = hop.isInward ? 0xC : 0x4
        answer = pools.tasks[chief].id
      }
    }
    current.pointee.registers.eax = type
    current.pointee.registers.partner = answer
  }
}
