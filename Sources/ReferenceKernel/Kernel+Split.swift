/// Splitting large nodes where only a part of one is to change. (AS19)
///
/// It takes only what was set aside when the node was made, so it cannot fail. (UM14)
extension Kernel where Hardware: ~Copyable {
  /// Splits a large node, and first the large nodes derived from it, into small ones.
  mutating func split(_ top: NodeIndex) {
    var index = top
    while true {
      let child = pools.nodes[Int(index)].firstChild
      if child != 0 {
        index = child
        continue
      }
      let parent = pools.nodes[Int(index)].parent
      splitLeaf(index)
      if index == top { return }
      index = parent
    }
  }

  /// Splits the large nodes derived from a large node; with `onlyWritable`, not those that are read-only.
  mutating func splitChildren(of index: NodeIndex, onlyWritable: Bool) {
    var child = pools.nodes[Int(index)].firstChild
    while child != 0 {
      let node = pools.nodes[Int(child)]
      if node.isWritable || !onlyWritable { split(child) }
      child = node.next
    }
  }

  /// Splits a large node that has only small children. It becomes its own first page.
  ///
  /// No translation is invalidated: until one of the pages changes the large one is still true, and
  /// invalidating that page will drop it.
  private mutating func splitLeaf(_ index: NodeIndex) {
    counters.splits += 1
    unlink(index)
    let old = pools.nodes[Int(index)]
    let directory = directorySlot(TaskNumber(old.task), old.page)
    reservedNodes -= Large.pages - 1
    reservedTables -= 1
    let table = takeTable()
    for offset in 0..<Large.pages {
      let frame = old.frame + offset
      let node = Node(
        parent: smallParent(old.parent, frame: frame), page: old.page + offset, frame: frame,
        task: old.task, isWritable: old.isWritable)
      let piece = offset == 0 ? index : take(node)
      if offset == 0 { pools.nodes[Int(index)] = node }
      if old.smallChildren != 0 { adopt(from: index, into: piece, at: frame) }
      link(piece)
      fill(Slot(table: table, offset: offset), with: piece, entry: entry(for: node))
    }
    pools.shadows[directory.index] = 0
    setWord(directory, to: .table(at: tableAddress(table)))
  }

  /// Moves the small children of the split node at one frame below its piece there.
  private mutating func adopt(from old: NodeIndex, into piece: NodeIndex, at frame: UInt32) {
    var index = pools.nodes[Int(frameRoot(frame))].firstChild
    while index != 0 {
      let node = pools.nodes[Int(index)]
      if node.parent == old {
        detach(index, from: frameRoot(frame))
        pools.nodes[Int(index)].parent = piece
        link(index)
      }
      index = node.next
    }
  }
}
