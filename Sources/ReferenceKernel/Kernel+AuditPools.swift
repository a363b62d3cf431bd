/// The part of the audit that concerns pools, sigma0's own pages, and ports.
extension Kernel where Hardware: ~Copyable {
  func auditRoots() -> AuditFailure? {
    for frame in layout.firstFrame..<layout.firstFrame + layout.frameCount {
      let index = lookUp(0, frame)
      let node = pools.nodes[Int(index)]
      guard isRoot(index), self.frame(of: index, at: frame) == frame, node.isWritable else {
        return AuditFailure(.rootMissing, task: 0, page: frame)
      }
    }
    return nil
  }

  func auditPools(_ tally: AuditTally) -> AuditFailure? {
    var free: UInt32 = 0
    var index = firstFreeNode
    while index != 0 && free <= layout.poolNodes {
      free += 1
      index = pools.nodes[Int(index)].next
    }
    let nodesFit =
      free == freeNodes && free + tally.nodes == layout.poolNodes
      && reservedNodes == tally.largeNodes * (Large.pages - 1) && reservedNodes <= freeNodes
    let tablesFit =
      freeTables + tally.tables == UInt32(layout.poolTables)
      && reservedTables == tally.largeNodes && reservedTables <= freeTables
    return nodesFit && tablesFit ? nil : AuditFailure(.poolCount, task: 0, page: 0)
  }

  func auditPorts() -> AuditFailure? {
    for task in 1..<layout.taskCount {
      if let failure = auditPorts(of: task) { return failure }
    }
    return nil
  }

  private func auditPorts(of task: TaskNumber) -> AuditFailure? {
    // With no port in use, the words alone tell; the rows are looked at where a bit is set.
    var held: UInt32 = 0
    for index in 0..<(layout.portCount + 31) / 32 {
      var allowed = ~machine.portWord(task: task, index: index)
      while allowed != 0 {
        let port = UInt32(index) << 5 + UInt32(allowed.trailingZeroBitCount)
        allowed &= allowed - 1
        held += 1
        guard port < UInt32(layout.portCount), portParent(port, of: task) != nil else {
          return AuditFailure(.portBitmap, task: task, page: port)
        }
        if pools.tasks[task].state == .inactive {
          return AuditFailure(.deadOwner, task: task, page: port)
        }
        if !portReachesRoot(port, task) {
          return AuditFailure(.portTree, task: task, page: port)
        }
      }
    }
    return held == pools.tasks[task].portUse
      ? nil : AuditFailure(.portBitmap, task: task, page: 0)
  }

  private func portReachesRoot(_ port: UInt32, _ task: TaskNumber) -> Bool {
    var task = task
    for _ in 0..<layout.taskCount {
      if task == 0 { return true }
      guard let parent = portParent(port, of: task) else { return false }
      task = parent
    }
    return task == 0
  }
}
