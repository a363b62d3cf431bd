/// Removing and restricting what is derived from a node, without recursion over trees: below a small node
/// there are small ones only. (UM2 … UM6, AS19)
extension Kernel where Hardware: ~Copyable {
  /// Removes all that is derived from a node, leaves first, and the node itself if `own`. (UM2, UM3, UM6,
  /// T-AS5)
  mutating func removeSubtree(of top: NodeIndex, own: Bool = true) {
    var index = top
    while true {
      let node = pools.nodes[Int(index)]
      if node.firstChild != 0 {
        index = node.firstChild
        continue
      }
      if node.isLarge { removeSmallChildren(of: index) }
      if index == top && !own { return }
      leave(node: index)
      unlink(index)
      release(index)
      eventCounters.unmaps &+= 1
      if node.isLarge {
        reservedNodes -= Large.pages - 1
        reservedTables -= 1
      }
      if index == top { return }
      index = node.parent
    }
  }

  /// Makes all that is derived from a node read-only, and the node itself if `own`. (UM4, UM5)
  ///
  /// What is read-only already has nothing writable below it. (I-AS4)
  mutating func restrictSubtree(of top: NodeIndex, own: Bool = true) {
    var index = top
    while index != 0 {
      let node = pools.nodes[Int(index)]
      if node.isWritable {
        if own || index != top { setRights(of: index, isWritable: false) }
        if node.isLarge { restrictSmallChildren(of: index) }
      }
      index =
        node.isWritable && node.firstChild != 0 ? node.firstChild : following(index, below: top)
    }
  }

  /// The next node in preorder that is not below `index`; 0 at the end of the subtree of `top`.
  private func following(_ index: NodeIndex, below top: NodeIndex) -> NodeIndex {
    var index = index
    while index != top {
      let node = pools.nodes[Int(index)]
      if node.next != 0 { return node.next }
      index = node.parent
    }
    return 0
  }

  /// Removes the small nodes at one frame whose parent is `parent`, with all that is derived from them.
  mutating func removeChildren(of parent: NodeIndex, at frame: UInt32) {
    var index = pools.nodes[Int(frameRoot(frame))].firstChild
    while index != 0 {
      let next = pools.nodes[Int(index)].next
      if pools.nodes[Int(index)].parent == parent { removeSubtree(of: index) }
      index = next
    }
  }

  /// Makes the small nodes at one frame whose parent is `parent` read-only, with all derived from them.
  mutating func restrictChildren(of parent: NodeIndex, at frame: UInt32) {
    var index = pools.nodes[Int(frameRoot(frame))].firstChild
    while index != 0 {
      let node = pools.nodes[Int(index)]
      if node.parent == parent { restrictSubtree(of: index) }
      index = node.next
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
