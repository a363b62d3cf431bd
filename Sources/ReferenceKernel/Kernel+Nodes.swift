/// The pool of nodes and the links between them.
extension Kernel where Hardware: ~Copyable {
  /// How many nodes a new mapping may still take. (AS15)
  var availableNodes: UInt32 { freeNodes - reservedNodes }

  /// The root of a frame's tree. (AS4)
  func frameRoot(_ frame: UInt32) -> NodeIndex { 1 + frame - layout.firstFrame }

  /// The root of the tree of large nodes over the region of a frame.
  func largeRoot(_ frame: UInt32) -> NodeIndex {
    1 + layout.frameCount + frame >> 10 - layout.firstRegion
  }

  /// Whether a node is sigma0's own, which never changes. (I-AS2)
  func isRoot(_ index: NodeIndex) -> Bool { index != 0 && index < layout.firstPoolNode }

  /// The frame that a node maps at a page within it.
  func frame(of index: NodeIndex, at page: UInt32) -> UInt32 {
    let node = pools.nodes[Int(index)]
    return node.frame + (page - node.page)
  }

  /// What a small node derived from `index` at `frame` has as its parent.
  func smallParent(_ index: NodeIndex, frame: UInt32) -> NodeIndex {
    isRoot(index) ? frameRoot(frame) : index
  }

  /// Takes a node out of the pool, which must not be empty.
  mutating func take(_ node: Node) -> NodeIndex {
    let index = firstFreeNode
    precondition(index != 0, "the caller has counted the free nodes")
    firstFreeNode = pools.nodes[Int(index)].next
    freeNodes -= 1
    counters.nodesTaken += 1
    pools.nodes[Int(index)] = node
    return index
  }

  /// Puts a node back into the pool. (I-AS8)
  mutating func release(_ index: NodeIndex) {
    pools.nodes[Int(index)] = Node()
    pools.nodes[Int(index)].next = firstFreeNode
    firstFreeNode = index
    freeNodes += 1
  }

  /// Puts a node, whose parent is set, into the list where its parent's operations will find it.
  mutating func link(_ index: NodeIndex) {
    let head = listHead(of: index)
    let parent = pools.nodes[Int(index)].parent
    if head != parent { pools.nodes[Int(parent)].smallChildren += 1 }
    let first = pools.nodes[Int(head)].firstChild
    pools.nodes[Int(index)].next = first
    pools.nodes[Int(index)].previous = 0
    if first != 0 { pools.nodes[Int(first)].previous = index }
    pools.nodes[Int(head)].firstChild = index
  }

  /// Takes a node out of its list; its subtree stays below it.
  mutating func unlink(_ index: NodeIndex) {
    let node = pools.nodes[Int(index)]
    let head = listHead(of: index)
    if head != node.parent { pools.nodes[Int(node.parent)].smallChildren -= 1 }
    detach(index, from: head)
  }

  /// Takes a node out of the list of `head`.
  mutating func detach(_ index: NodeIndex, from head: NodeIndex) {
    let node = pools.nodes[Int(index)]
    if node.previous == 0 {
      pools.nodes[Int(head)].firstChild = node.next
    } else {
      pools.nodes[Int(node.previous)].next = node.next
    }
    if node.next != 0 { pools.nodes[Int(node.next)].previous = node.previous }
  }

  /// The node whose list holds `index`: its parent, or the frame's root if the parent is larger.
  func listHead(of index: NodeIndex) -> NodeIndex {
    let node = pools.nodes[Int(index)]
    let parentIsLarger = pools.nodes[Int(node.parent)].isLarge && !node.isLarge
    return parentIsLarger ? frameRoot(node.frame) : node.parent
  }

  /// Whether a page of a task is page `frame` of node `index` itself or of one of its ancestors. (AS14)
  func isSelfOrAncestor(
    task: TaskNumber, page: UInt32, of index: NodeIndex, frame: UInt32
  ) -> Bool {
    var ancestor = index
    while ancestor != 0 {
      let node = pools.nodes[Int(ancestor)]
      if node.task == task && node.page + (frame - node.frame) == page { return true }
      ancestor = node.parent
    }
    return false
  }
}
