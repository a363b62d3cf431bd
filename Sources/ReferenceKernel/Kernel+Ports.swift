/// I/O ports: mapped at their own numbers only, and without rights to choose. (IO1, IO2, IO4)
///
/// A task holds a port at most once, at that port, so a port's tree is a row of parents, one a task: no
/// nodes, hence no shortage. The bitmap of a task says the same to the hardware. (I-AS5)
extension Kernel where Hardware: ~Copyable {
  /// Whether a task holds a port; sigma0 holds all there are. (IO5)
  func holdsPort(_ task: TaskNumber, _ port: UInt32) -> Bool {
    task == 0 || pools.portParents[rowIndex(port, task)] != 0
  }

  func rowIndex(_ port: UInt32, _ task: TaskNumber) -> Int {
    Int(port) * layout.taskCount + task
  }

  /// The task that a held port was mapped from; nil at the root.
  func portParent(_ port: UInt32, of task: TaskNumber) -> TaskNumber? {
    let entry = pools.portParents[rowIndex(port, task)]
    return entry == 0 ? nil : TaskNumber(entry) - 1
  }

  /// Moves on by one word of the bitmap: at most 32 ports. (N2)
  mutating func stepTransferPorts(_ continuation: inout Continuation) {
    guard partnersLive(continuation) else { return continuation.end(.aborted) }
    let isGrant = continuation.operation == .grantPorts
    let (held, count) = portsAhead(continuation)
    for port in held {
      transferPort(
        port, from: continuation.source, to: continuation.destination, isGrant: isGrant)
    }
    continuation.advance(by: count)
  }

  /// Moves on by one word of the bitmap, every port with its whole subtree. (UM12)
  mutating func stepUnmapPorts(_ continuation: inout Continuation) {
    guard pools.tasks[continuation.source].life == continuation.sourceLife else {
      return continuation.end(.aborted)
    }
    var (held, count) = portsAhead(continuation)
    if !continuation.own || continuation.source == 0 { held.mask &= portsOfOthers(continuation) }
    for port in held { removePort(port, below: continuation.source, own: continuation.own) }
    continuation.advance(by: count)
  }

  /// The ports held within the word at the position, and how many ports that covers.
  fileprivate func portsAhead(_ continuation: Continuation) -> (held: PortMask, count: UInt32) {
    let offset = continuation.position & 31
    let count = min(32 - offset, continuation.remaining)
    let covered: UInt32 = (count == 32 ? ~0 : (1 << count) - 1) << offset
    let denied = machine.portWord(
      task: continuation.source, index: Int(continuation.position >> 5))
    return (PortMask(first: continuation.position & ~31, mask: ~denied & covered), count)
  }

  /// The ports of the word at the position that any other task holds.
  private func portsOfOthers(_ continuation: Continuation) -> UInt32 {
    let index = Int(continuation.position >> 5)
    var allowed: UInt32 = 0
    for task in 1..<layout.taskCount
    where task != continuation.source && pools.tasks[task].portUse != 0 {
      allowed |= ~machine.portWord(task: task, index: index)
    }
    return allowed
  }

  /// With a grant the receiver takes the sender's place in the tree, which sigma0 keeps. (AS6, I-AS2)
  private mutating func transferPort(
    _ port: UInt32, from sender: TaskNumber, to receiver: TaskNumber, isGrant: Bool
  ) {
    let parent = isGrant ? portParent(port, of: sender) : sender
    guard let parent, mayReplacePort(port, of: receiver, for: sender) else { return }
    if let old = portParent(port, of: receiver) {
      guard isGrant || old != sender && profile.overmapping == .replace else { return }
      removePort(port, below: receiver, own: true)
    }
    setParent(of: receiver, port, to: parent)
    guard isGrant else { return }
    for task in 1..<layout.taskCount where portParent(port, of: task) == sender {
      pools.portParents[rowIndex(port, task)] = UInt8(receiver + 1)
    }
    setParent(of: sender, port, to: nil)
  }

  /// Whether a port of the receiver is neither sigma0's own nor an ancestor of the sender's. (I-AS2)
  private func mayReplacePort(
    _ port: UInt32, of receiver: TaskNumber, for sender: TaskNumber
  ) -> Bool {
    if receiver == 0 { return false }
    var task = sender
    while task != receiver {
      guard let parent = portParent(port, of: task) else { return true }
      task = parent
    }
    return false
  }

  /// Removes a port from all tasks that have it from `top`, and from `top` itself if `own`. (UM2, UM3)
  private mutating func removePort(_ port: UInt32, below top: TaskNumber, own: Bool) {
    let tasks = heirs(of: top, port)
    for task in 1..<layout.taskCount where tasks.contains(task) {
      if task != top || own { setParent(of: task, port, to: nil) }
    }
  }

  /// The set of tasks that have a port from `top`, with `top`.
  func heirs(of top: TaskNumber, _ port: UInt32) -> TaskSet {
    var tasks = TaskSet()
    tasks.insert(top)
    while true {
      let known = tasks
      for task in 1..<layout.taskCount {
        if let parent = portParent(port, of: task), tasks.contains(parent) { tasks.insert(task) }
      }
      if tasks == known { return tasks }
    }
  }

  /// Gives a port to a task, or with no parent takes it away; the task had none, or had it.
  private mutating func setParent(of task: TaskNumber, _ port: UInt32, to parent: TaskNumber?) {
    let (index, bit) = (Int(port >> 5), 1 << (port & 31) as UInt32)
    let word = machine.portWord(task: task, index: index)
    machine.setPortWord(task: task, index: index, to: parent == nil ? word | bit : word & ~bit)
    pools.portParents[rowIndex(port, task)] = parent.map { UInt8($0 + 1) } ?? 0
    if parent == nil { pools.tasks[task].portUse -= 1 } else { pools.tasks[task].portUse += 1 }
  }
}

/// The ports of one word of a bitmap, in ascending order.
private struct PortMask: Sequence, IteratorProtocol {
  var first: UInt32
  var mask: UInt32

  mutating func next() -> UInt32? {
    if mask == 0 { return nil }
    defer { mask &= mask - 1 }
    return first + UInt32(mask.trailingZeroBitCount)
  }
}
