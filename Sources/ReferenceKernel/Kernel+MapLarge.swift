/// Map and grant of 4 MB at once, with the effect that 1024 single pages would have. (AS19)
extension Kernel where Hardware: ~Copyable {
  /// Transfers the large page at the continuation's position, which is node `source`.
  ///
  /// - Returns: False, and nothing changed, if it has to go page by page: the destination holds small
  ///   pages, or the pools would not do for splitting the new node.
  mutating func transferLarge(_ source: NodeIndex, _ step: Continuation) -> Bool {
    let entry = word(directorySlot(step.destination, step.target))
    guard !entry.isPresent || entry.isLarge else { return false }
    let old = lookUp(step.destination, step.target)
    let frame = pools.nodes[Int(source)].frame
    guard mayReplace(old, for: source, frame: frame, step) else { return true }
    return step.operation == .grant
      ? grantLarge(source, onto: old, step) : mapLarge(source, onto: old, step)
  }

  private mutating func mapLarge(
    _ source: NodeIndex, onto old: NodeIndex, _ step: Continuation
  ) -> Bool {
    let isWritable = step.write && pools.nodes[Int(source)].isWritable
    if old != 0 {
      if pools.nodes[Int(old)].parent == source {
        if isWritable && !pools.nodes[Int(old)].isWritable {
          setRights(of: old, isWritable: true)
        }
        return true
      }
      guard profile.overmapping == .replace else { return true }
      removeLarge(old, own: true)
    } else {
      guard canInsertLarge else { return false }
    }
    var node = Node()
    node.task = UInt8(step.destination)
    node.page = step.target
    node.frame = pools.nodes[Int(source)].frame
    node.parent = source
    node.isLarge = true
    node.isWritable = isWritable
    insertLarge(node)
    eventCounters.maps &+= 1
    return true
  }

  private mutating func grantLarge(
    _ source: NodeIndex, onto old: NodeIndex, _ step: Continuation
  ) -> Bool {
    guard !isRoot(source) else { return true }
    if old != 0 { removeLarge(old, own: true) }
    if !step.write && profile.grantWithoutWrite == .restrict {
      restrictLarge(source, own: true)
    }
    leave(node: source)
    pools.nodes[Int(source)].task = UInt8(step.destination)
    pools.nodes[Int(source)].page = step.target
    enter(node: source)
    eventCounters.maps &+= 1
    return true
  }
}
