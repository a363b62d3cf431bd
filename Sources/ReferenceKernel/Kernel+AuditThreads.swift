/// The part of the audit that concerns tasks, threads and who runs.
extension Kernel where Hardware: ~Copyable {
  func auditThreads() -> AuditFailure? {
    guard pools.tasks[0].version != 0 else { return nil }  // memory only
    if !step.woken.isEmpty || step.contender != -1 || step.direct != nil
      || step.arriving != nil
    {
      return AuditFailure(.unfinishedStep, task: 0, page: 0)
    }
    for task in 0..<layout.taskCount {
      if let failure = auditTask(task) { return failure }
    }
    for number in 0..<layout.threadCount {
      if let failure = auditThread(number) { return failure }
    }
    return auditRings() ?? auditRunning() ?? auditTimeouts() ?? auditLines()
  }

  private func auditTask(_ number: TaskNumber) -> AuditFailure? {
    let task = pools.tasks[number]
    let first = blocks + (number << 7)
    let hasFirst = first.pointee.state != .inactive
    if (task.state == .active) != hasFirst || task.state != .active && !task.threads.isEmpty
      || !task.woken.isEmpty || task.isEnded || task.isReverted
    {
      return AuditFailure(.taskState, task: number, page: 0)
    }
    let id = ThreadID.task(
      number, version: task.version & 0x3FFF, chief: task.chief, nest: task.nest)
    if task.id != id || task.version == 0 {
      return AuditFailure(.identity, task: number, page: 0)
    }
    guard let chief = task.chief else {
      return number <= Self.root && task.nest == 0
        ? nil : AuditFailure(.chiefTree, task: number, page: 0)
    }
    guard number > Self.root, chief >= 0, chief < layout.taskCount,
      pools.tasks[chief].state == .active || pools.tasks[chief].state == .dying,
      task.nest == pools.tasks[chief].nest + 1
    else { return AuditFailure(.chiefTree, task: number, page: 0) }
    if task.nest > layout.greatestDepth + (task.state == .inactive ? 1 : 0) {
      return AuditFailure(.chiefTree, task: number, page: 0)
    }
    return task.state != .active || task.mcp <= pools.tasks[chief].mcp
      ? nil : AuditFailure(.priorityControl, task: number, page: 0)
  }

  private func auditThread(_ number: ThreadNumber) -> AuditFailure? {
    let thread = blocks + number
    let exists = pools.tasks[number >> 7].threads.contains(number & 127)
    if exists != (thread.pointee.state != .inactive)
      || thread.pointee.id != (exists ? id(of: number) : .none)
    {
      return AuditFailure(.identity, thread: number)
    }
    if !exists {
      return isUnlinked(thread) ? nil : AuditFailure(.identity, thread: number)
    }
    if task(thread) != number >> 7
      || thread.pointee.directory != directoryAddress(of: number >> 7)
    {
      return AuditFailure(.identity, thread: number)
    }
    return auditPriority(thread) ?? auditIPC(thread)
  }

  private func isUnlinked(_ thread: Block) -> Bool {
    let block = thread.pointee
    return block.ringLink.next == 0 && block.queueLink.next == 0 && block.senders.next == 0
      && block.timeoutLink.next == 0 && block.call == .none && block.hurdles == 0
  }

  private func auditPriority(_ thread: Block) -> AuditFailure? {
    let number = thread - blocks
    let hasSlice = thread.pointee.slice != 0
    let hurdle = thread.pointee.hurdles & ThreadControlBlock.hasNoSlice != 0
    let shouldQueue = thread.pointee.state == .ready && hasSlice
    return shouldQueue == isQueued(thread) && hurdle != hasSlice
      ? nil : AuditFailure(.readyRing, thread: number)
  }

  /// Every ring is a circle of threads of its priority, and the map tells which are not empty. (I-SC1)
  private func auditRings() -> AuditFailure? {
    var count = 0
    for priority in 0...UInt8.max {
      let walk = walk(ring(priority), ThreadControlBlock.ringLink) {
        $0.pointee.priority == priority && $0.pointee.state == .ready
      }
      guard let walk, (walk > 0) == readyMap.contains(priority) else {
        return AuditFailure(.readyRing, task: 0, page: UInt32(priority))
      }
      count += walk
    }
    for number in 0..<layout.threadCount where isQueued(blocks + number) { count -= 1 }
    return count == 0 && readyMap.isConsistent ? nil : AuditFailure(.readyRing, task: 0, page: 256)
  }

  private func auditRunning() -> AuditFailure? {
    let failure = AuditFailure(.running, thread: current - blocks)
    if idle.pointee.state != .inactive || isQueued(idle) { return failure }
    if current == idle { return spending == idle && readyMap.highest == nil ? nil : failure }
    guard current.pointee.state == .ready,
      task(current) == currentTask
    else { return failure }
    return spending == idle || spending.pointee.state != .inactive ? nil : failure
  }

  /// How many threads are in a list; nil if its links do not fit or somebody is not as they have to be.
  func walk(_ head: UInt32, _ offset: UInt32, where fits: (Block) -> Bool) -> Int? {
    let end = UInt32(truncatingIfNeeded: layout.threadCount) << 8
    var count = 0
    var place = links(head).pointee.next
    var previous = head
    while place != head {
      guard place &- offset < end, (place &- offset) & 0xFF == 0, count <= layout.threadCount,
        links(place).pointee.previous == previous, fits(block(of: place, offset))
      else { return nil }
      count += 1
      previous = place
      place = links(place).pointee.next
    }
    return links(head).pointee.previous == previous ? count : nil
  }
}
