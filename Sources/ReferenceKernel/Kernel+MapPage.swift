/// Map and grant of one page of 4 KB.
extension Kernel where Hardware: ~Copyable {
  /// Maps the page at the continuation's position, which belongs to node `source`. (AS5, AS11)
  ///
  /// - Returns: False, and nothing changed, if no node or no page table is left. (AS15, S18)
  mutating func mapPage(_ source: NodeIndex, _ step: Continuation) -> Bool {
    let frame = frame(of: source, at: step.position)
    let old = lookUp(step.destination, step.target)
    guard mayReplace(old, for: source, frame: frame, step) else { return true }
    if old != 0 {
      if isChild(old, at: step.target, of: source, frame: frame) {
        widen(old, for: source, step)
        return true
      }
      guard profile.overmapping == .replace else { return true }
      flush(step.destination, step.target)
    } else {
      guard availableNodes > 0, canEnter(step.destination, step.target) else { return false }
    }
    // A flush may have split the large node that the source was.
    let source = lookUp(step.source, step.position)
    insert(
      Node(
        parent: smallParent(source, frame: frame), page: step.target, frame: frame,
        task: UInt8(step.destination),
        isWritable: step.write && pools.nodes[Int(source)].isWritable))
    return true
  }

  /// Moves the page at the continuation's position, which belongs to node `source`. (AS6, AS9)
  ///
  /// The node keeps its parent and its children; only its place changes.
  ///
  /// - Returns: False, and nothing changed, if no page table is left. (AS15)
  mutating func grantPage(_ source: NodeIndex, _ step: Continuation) -> Bool {
    guard !isRoot(source) else { return true }
    let frame = frame(of: source, at: step.position)
    let old = lookUp(step.destination, step.target)
    guard mayReplace(old, for: source, frame: frame, step) else { return true }
    guard canEnter(step.destination, step.target) else { return false }
    if old != 0 { flush(step.destination, step.target) }
    var index = lookUp(step.source, step.position)
    if pools.nodes[Int(index)].isLarge {
      split(index)
      index = lookUp(step.source, step.position)
    }
    give(index, step)
    return true
  }

  /// Enters a new node, and sets aside what splitting it would take. (UM14)
  mutating func insert(_ node: Node) {
    let index = take(node)
    if node.isLarge {
      reservedNodes += Large.pages - 1
      reservedTables += 1
    }
    link(index)
    enter(node: index)
    eventCounters.maps &+= 1
  }

  /// Moves a node to its new owner, of whose page nothing is left.
  mutating func give(_ index: NodeIndex, _ step: Continuation) {
    if !step.write && profile.grantWithoutWrite == .restrict { restrictSubtree(of: index) }
    leave(node: index)
    pools.nodes[Int(index)].task = UInt8(step.destination)
    pools.nodes[Int(index)].page = step.target
    enter(node: index)
    eventCounters.maps &+= 1
  }

  /// Whether the destination may change at all: it is not sigma0's own page, nor the source, nor what
  /// the source is derived from. (I-AS2, M-AS7)
  func mayReplace(
    _ old: NodeIndex, for source: NodeIndex, frame: UInt32, _ step: Continuation
  ) -> Bool {
    if old == 0 { return true }
    if isRoot(old) { return false }
    return !isSelfOrAncestor(
      task: step.destination, page: step.target, of: source, frame: frame)
  }

  /// Whether the page of node `old` is a direct child of the page of node `source`. (AS11)
  func isChild(
    _ old: NodeIndex, at page: UInt32, of source: NodeIndex, frame: UInt32
  ) -> Bool {
    guard self.frame(of: old, at: page) == frame else { return false }
    let node = pools.nodes[Int(old)]
    return node.parent == (node.isLarge ? source : smallParent(source, frame: frame))
  }

  /// Adds the requested rights that the source has, in place. (AS11, AS12)
  private mutating func widen(_ old: NodeIndex, for source: NodeIndex, _ step: Continuation) {
    guard step.write, pools.nodes[Int(source)].isWritable, !pools.nodes[Int(old)].isWritable
    else { return }
    if pools.nodes[Int(old)].isLarge { split(old) }
    setRights(of: lookUp(step.destination, step.target), isWritable: true)
  }

  /// Removes the node of one page and all that is derived from that page. (AS11)
  mutating func flush(_ task: TaskNumber, _ page: UInt32) {
    let index = lookUp(task, page)
    if pools.nodes[Int(index)].isLarge { split(index) }
    removeSubtree(of: lookUp(task, page))
  }
}
