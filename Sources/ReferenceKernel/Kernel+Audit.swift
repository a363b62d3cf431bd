/// What an audit counts on its way.
struct AuditTally {
  var nodes: UInt32 = 0
  var largeNodes: UInt32 = 0
  var tables: UInt32 = 0
}

/// Checks of the kernel's own state, for tests; they change nothing.
extension Kernel where Hardware: ~Copyable {
  /// Looks for a broken invariant; nil if all hold. (Q1)
  public func audit() -> AuditFailure? {
    var tally = AuditTally()
    for task in 0..<layout.taskCount {
      if let failure = auditSpace(of: task, &tally) { return failure }
    }
    return auditRoots() ?? auditPools(tally) ?? auditPorts() ?? auditThreads()
  }

  private func auditSpace(of task: TaskNumber, _ tally: inout AuditTally) -> AuditFailure? {
    let isDead = pools.tasks[task].state == .inactive
    var used: UInt32 = 0
    for offset in 0..<UInt32(1024) {
      let slot = Slot(table: UInt32(task), offset: offset)
      let entry = word(slot)
      let page = offset << 10
      // A word that user code cannot use is the machine's, for the kernel's own memory.
      if entry.isPresent && entry.isUser {
        used += 1
        if isDead { return AuditFailure(.deadOwner, task: task, page: page) }
        let failure =
          entry.isLarge
          ? auditWord(slot, task: task, page: page, &tally)
          : auditTable(tableNumber(entry), task: task, page: page, &tally)
        if let failure { return failure }
      } else if pools.shadows[slot.index] != 0 {
        return AuditFailure(.wordIsNotNode, task: task, page: page)
      }
    }
    return used == pools.tableUse[task] ? nil : AuditFailure(.tableUse, task: task, page: 0)
  }

  private func auditTable(
    _ table: UInt32, task: TaskNumber, page: UInt32, _ tally: inout AuditTally
  ) -> AuditFailure? {
    guard table >= UInt32(layout.taskCount), table < UInt32(layout.tableCount) else {
      return AuditFailure(.wordIsNotNode, task: task, page: page)
    }
    if table >= layout.firstPoolTable { tally.tables += 1 }
    var used: UInt32 = 0
    for offset in 0..<UInt32(1024) {
      let slot = Slot(table: table, offset: offset)
      if word(slot).isPresent {
        used += 1
        if let failure = auditWord(slot, task: task, page: page + offset, &tally) {
          return failure
        }
      } else if pools.shadows[slot.index] != 0 {
        return AuditFailure(.wordIsNotNode, task: task, page: page + offset)
      }
    }
    return used > 0 && used == pools.tableUse[Int(table)]
      ? nil : AuditFailure(.tableUse, task: task, page: page)
  }

  /// One word that maps memory, and its node.
  private func auditWord(
    _ slot: Slot, task: TaskNumber, page: UInt32, _ tally: inout AuditTally
  ) -> AuditFailure? {
    let index = pools.shadows[slot.index]
    let node = pools.nodes[Int(index)]
    guard index != 0, index < UInt32(layout.nodeCount), node.task == task, node.page == page,
      word(slot).withoutHistory == entry(for: node)
    else { return AuditFailure(.wordIsNotNode, task: task, page: page) }
    let end = page + (node.isLarge ? Large.pages : 1)
    if end > layout.limitPage { return AuditFailure(.kernelArea, task: task, page: page) }
    if isRoot(index) { return nil }
    tally.nodes += 1
    if node.isLarge { tally.largeNodes += 1 }
    return auditParent(of: index, task: task, page: page)
  }

  private func auditParent(
    of index: NodeIndex, task: TaskNumber, page: UInt32
  ) -> AuditFailure? {
    let node = pools.nodes[Int(index)]
    let parent = pools.nodes[Int(node.parent)]
    let isHeld =
      node.parent != 0
      && (isRoot(node.parent) || lookUp(TaskNumber(parent.task), parent.page) == node.parent)
    guard isHeld, !node.isLarge || parent.isLarge, linksFit(index), reachesRoot(index) else {
      return AuditFailure(.links, task: task, page: page)
    }
    let offset = node.frame &- parent.frame
    if node.isLarge ? offset != 0 : offset >= (parent.isLarge ? Large.pages : 1) {
      return AuditFailure(.frame, task: task, page: page)
    }
    if node.isWritable && !parent.isWritable {
      return AuditFailure(.rights, task: task, page: page)
    }
    if node.isLarge && node.smallChildren != countSmallChildren(of: index) {
      return AuditFailure(.links, task: task, page: page)
    }
    return nil
  }

  private func linksFit(_ index: NodeIndex) -> Bool {
    let node = pools.nodes[Int(index)]
    let before =
      node.previous == 0
      ? pools.nodes[Int(listHead(of: index))].firstChild : pools.nodes[Int(node.previous)].next
    return before == index
      && (node.next == 0 || pools.nodes[Int(node.next)].previous == index)
  }

  private func reachesRoot(_ index: NodeIndex) -> Bool {
    var ancestor = index
    for _ in 0...layout.poolNodes {
      if isRoot(ancestor) { return true }
      if ancestor == 0 { return false }
      ancestor = pools.nodes[Int(ancestor)].parent
    }
    return false
  }

  private func countSmallChildren(of index: NodeIndex) -> UInt32 {
    let node = pools.nodes[Int(index)]
    var count: UInt32 = 0
    for frame in node.frame..<node.frame + Large.pages {
      var child = pools.nodes[Int(frameRoot(frame))].firstChild
      while child != 0 {
        if pools.nodes[Int(child)].parent == index { count += 1 }
        child = pools.nodes[Int(child)].next
      }
    }
    return count
  }
}
