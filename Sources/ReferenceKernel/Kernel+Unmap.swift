/// The system call fpage_unmap. (UM1)
extension Kernel where Hardware: ~Copyable {
  /// Takes back what was mapped from the pages or ports of an fpage; it cannot fail. (UM7, UM14)
  ///
  /// - Parameters:
  ///   - task: The invoker; nothing happens unless it is active.
  ///   - fpage: The pages or ports; bits 0 and 1 mean nothing here. (FP2)
  ///   - mask: Bit 1: unmap completely, else set to read-only. Bit 31: the own pages too.
  public mutating func unmap(_ task: TaskNumber, fpage: UInt32, mask: UInt32) {
    var continuation = beginUnmap(task, fpage: fpage, mask: mask)
    while step(&continuation) {}
  }

  /// Starts what `unmap` does, without touching a page yet. (UM12)
  public func beginUnmap(_ task: TaskNumber, fpage: UInt32, mask: UInt32) -> Continuation {
    var continuation = Continuation(ended: .ok)
    guard isActive(task),
      let fpage = Flexpage(word: fpage, portGranularity: profile.portGranularity)
    else { return continuation }
    continuation.source = task
    continuation.sourceLife = pools.tasks[task].life
    continuation.write = mask & 1 << 1 != 0
    continuation.own = mask & 1 << 31 != 0
    let isMemory = fpage.kind == .memory
    continuation.operation = isMemory ? .unmap : .unmapPorts
    guard isMemory || continuation.write || profile.portReadOnlyUnmap == .unmap else {
      return continuation
    }
    let passage = Passage(source: fpage.base, destination: fpage.base, count: fpage.count)
    continuation.go(
      on: passage.clipped(to: isMemory ? layout.limitPage : UInt32(layout.portCount)))
    return continuation
  }

  /// Moves on by one held page with its whole subtree, one large page, or one hole. (UM12)
  mutating func stepUnmap(_ continuation: inout Continuation) {
    guard pools.tasks[continuation.source].life == continuation.sourceLife else {
      return continuation.end(.aborted)
    }
    continuation.advance(by: hole(in: continuation.source, at: continuation.position))
    if continuation.isFinished { return }
    let index = lookUp(continuation.source, continuation.position)
    guard index != 0 else { return }
    let own = continuation.own && !isRoot(index)
    let isLarge = pools.nodes[Int(index)].isLarge
    if isLarge && !continuation.coversLarge {
      unmapPart(of: index, at: continuation.position, own: own, completely: continuation.write)
      return continuation.advance(by: 1)
    }
    unmap(index, own: own, completely: continuation.write)
    continuation.advance(by: isLarge ? Large.pages : 1)
  }

  private mutating func unmap(_ index: NodeIndex, own: Bool, completely: Bool) {
    if completely { return removeSubtree(of: index, own: own) }
    restrictSubtree(of: index, own: own)
  }

  /// Unmaps one small page of a large node, splitting only the nodes that will have a hole. (AS19)
  private mutating func unmapPart(
    of index: NodeIndex, at page: UInt32, own: Bool, completely: Bool
  ) {
    let node = pools.nodes[Int(index)]
    guard completely || node.isWritable else { return }
    if own {
      split(index)
      return unmap(lookUp(TaskNumber(node.task), page), own: true, completely: completely)
    }
    splitChildren(of: index, onlyWritable: !completely)
    let frame = node.frame + (page - node.page)
    let parent = smallParent(index, frame: frame)
    if completely {
      removeChildren(of: parent, at: frame)
    } else {
      restrictChildren(of: parent, at: frame)
    }
  }

  /// Removes what sigma0 was given besides its own pages, and all that was derived from it.
  mutating func unmapAllOfSigma0() {
    if freeNodes < layout.poolNodes { unmap(0, fpage: 32 << 2, mask: 1 << 31 | 1 << 1) }
  }
}
