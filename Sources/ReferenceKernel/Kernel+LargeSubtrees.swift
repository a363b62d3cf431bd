/// The same for whole large nodes. (AS19)
extension Kernel where Hardware: ~Copyable {
  /// Enters a new large node below `parent`, and sets aside what splitting it would take. (UM14)
  mutating func insertLarge(_ node: Node) {
    let index = take(node)
    reservedNodes += Large.pages - 1
    reservedTables += 1
    link(index)
    enter(node: index)
  }

  /// Whether a large node can be inserted with all that it may need later.
  var canInsertLarge: Bool { availableNodes >= Large.pages && availableTables > 0 }

  /// Removes all that is derived from a large node, and the node itself if `own`. (UM2, UM3)
  mutating func removeLarge(_ top: NodeIndex, own: Bool) {
    var index = top
    while true {
      let child = pools.nodes[Int(index)].firstChild
      if child != 0 {
        index = child
        continue
      }
      removeSmallChildren(of: index)
      if index == top && !own { return }
      let parent = pools.nodes[Int(index)].parent
      leave(node: index)
      unlink(index)
      release(index)
      eventCounters.unmaps &+= 1
      reservedNodes -= Large.pages - 1
      reservedTables -= 1
      if index == top { return }
      index = parent
    }
  }

  /// Makes all that is derived from a large node read-only, and the node itself if `own`. (UM4, UM5)
  mutating func restrictLarge(_ top: NodeIndex, own: Bool) {
    guard pools.nodes[Int(top)].isWritable else { return }
    if own { setRights(of: top, isWritable: false) }
    restrictSmallChildren(of: top)
    var index = pools.nodes[Int(top)].firstChild
    while index != 0 {
      let wasWritable = pools.nodes[Int(index)].isWritable
      if wasWritable {
        setRights(of: index, isWritable: false)
        restrictSmallChildren(of: index)
      }
      let child = pools.nodes[Int(index)].firstChild
      index = wasWritable && child != 0 ? child : following(index, below: top)
    }
  }

  private mutating func removeSmallChildren(of index: NodeIndex) {
    let node = pools.nodes[Int(index)]
    for frame in node.frame..<node.frame + Large.pages {
      if !isRoot(index) && pools.nodes[Int(index)].smallChildren == 0 { return }
      removeChildren(of: smallParent(index, frame: frame), at: frame)
    }
  }

  private mutating func restrictSmallChildren(of index: NodeIndex) {
    let node = pools.nodes[Int(index)]
    if !isRoot(index) && node.smallChildren == 0 { return }
    for frame in node.frame..<node.frame + Large.pages {
      restrictChildren(of: smallParent(index, frame: frame), at: frame)
    }
  }
}
