/// The life of tasks, as far as memory is concerned. (AS16)
extension Kernel where Hardware: ~Copyable {
  /// Creates a task with an empty space. (AS1)
  ///
  /// - Returns: False, and nothing changes, if there is no such number or the task exists.
  @discardableResult
  public mutating func createTask(_ task: TaskNumber) -> Bool {
    guard task > 0, task < layout.taskCount, pools.tasks[task].state == .inactive else {
      return false
    }
    pools.tasks[task].state = .active
    pools.tasks[task].life += 1
    return true
  }

  /// Deletes a task: all its pages and ports, and all that was derived from them anywhere. (AS16, T-AS9)
  ///
  /// - Returns: False, and nothing changes, if the task is not active, or is sigma0.
  @discardableResult
  public mutating func deleteTask(_ task: TaskNumber) -> Bool {
    guard task > 0, isActive(task) || isDying(task) else { return false }
    var continuation = beginDelete(task)
    while step(&continuation) {}
    return true
  }

  /// Ends a task's life at once and starts to take its space apart.
  ///
  /// Its translations are all forgotten now: nothing of it runs any more, so none can return.
  public mutating func beginDelete(_ task: TaskNumber) -> Continuation {
    guard task > 0, isActive(task) || isDying(task) else {
      return Continuation(ended: .notExistent)
    }
    var continuation = Continuation()
    if isActive(task) {
      pools.tasks[task].state = .dying
      pools.tasks[task].life += 1
      if machine.keepsOtherSpaces {
        machine.invalidateSpace(directory: directoryAddress(of: task))
        counters.spaceInvalidations += 1
      }
      if task == currentTask { load(0) }
    }
    continuation.operation = .delete
    continuation.source = task
    continuation.sourceLife = pools.tasks[task].life
    continuation.own = true
    continuation.write = true
    continuation.go(on: Passage(from: 0, to: layout.limitPage))
    return continuation
  }

  func isDying(_ task: TaskNumber) -> Bool {
    task >= 0 && task < layout.taskCount && pools.tasks[task].state == .dying
  }

  /// Moves on by one step of deletion: first the pages, then the ports.
  mutating func stepDelete(_ continuation: inout Continuation) {
    let task = continuation.source
    guard pools.tasks[task].life == continuation.sourceLife, isDying(task) else {
      return continuation.end(.aborted)
    }
    if pools.tableUse[task] != 0 {
      stepUnmap(&continuation)
      continuation.isFinished = false
      return
    }
    if continuation.operation == .delete {
      continuation.operation = .deletePorts
      continuation.go(on: Passage(from: 0, to: UInt32(layout.portCount)))
    }
    if pools.tasks[task].portUse != 0 {
      skipPorts(&continuation)
      stepUnmapPorts(&continuation)
      continuation.isFinished = false
    } else {
      pools.tasks[task].state = .inactive
      continuation.isFinished = true
    }
  }

  /// Passes the words without ports, so that each step takes some away, wherever it began.
  private func skipPorts(_ continuation: inout Continuation) {
    while continuation.remaining > 32,
      machine.portWord(task: continuation.source, index: Int(continuation.position >> 5)) == ~0
    { continuation.advance(by: 32 - (continuation.position & 31)) }
  }

  /// Does the next piece of a suspended operation. (N2, N3)
  ///
  /// - Returns: Whether more remains.
  @inline(never)
  public mutating func step(_ continuation: inout Continuation) -> Bool {
    if continuation.isFinished { return false }
    switch continuation.operation {
    case .map, .grant: stepTransfer(&continuation)
    case .unmap: stepUnmap(&continuation)
    case .mapPorts, .grantPorts: stepTransferPorts(&continuation)
    case .unmapPorts: stepUnmapPorts(&continuation)
    case .delete, .deletePorts: stepDelete(&continuation)
    }
    return !continuation.isFinished
  }
}
