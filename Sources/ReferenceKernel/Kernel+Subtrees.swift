/// Removing and restricting what is derived from a node, without recursion. (UM2 … UM6)
extension Kernel where Hardware: ~Copyable {
  /// Removes a small node and all that is derived from it, leaves first. (UM3, UM6, T-AS5)
  mutating func removeSmall(_ top: NodeIndex) {
    var index = top
    while true {
      let child = pools.nodes[Int(index)].firstChild
      if child != 0 {
        index = child
        continue
      }
      let parent = pools.nodes[Int(index)].parent
      leave(node: index)
      unlink(index)
      release(index)
      eventCounters.unmaps &+= 1
      if index == top { return }
      index = parent
    }
  }

  /// Makes all that is derived from a small node read-only, and the node itself if `own`. (UM4, UM5)
  ///
  /// What is read-only already has nothing writable below it. (I-AS4)
  mutating func restrictSmall(_ top: NodeIndex, own: Bool) {
    guard pools.nodes[Int(top)].isWritable else { return }
    if own { setRights(of: top, isWritable: false) }
    var index = pools.nodes[Int(top)].firstChild
    while index != 0 {
      let wasWritable = pools.nodes[Int(index)].isWritable
      if wasWritable { setRights(of: index, isWritable: false) }
      let child = pools.nodes[Int(index)].firstChild
      index = wasWritable && child != 0 ? child : following(index, below: top)
    }
  }

  /// The next node in preorder that is not below `index`; 0 at the end of the subtree of `top`.
  func following(_ index: NodeIndex, below top: NodeIndex) -> NodeIndex {
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
      if pools.nodes[Int(index)].parent == parent { removeSmall(index) }
      index = next
    }
  }

  /// Makes the small nodes at one frame whose parent is `parent` read-only, with all derived from them.
  mutating func restrictChildren(of parent: NodeIndex, at frame: UInt32) {
    var index = pools.nodes[Int(frameRoot(frame))].firstChild
    while index != 0 {
      let node = pools.nodes[Int(index)]
      if node.parent == parent { restrictSmall(index, own: true) }
      index = node.next
    }
  }
}
