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
      removeSubtree(of: old)
    } else {
      guard availableNodes >= Large.pages, availableTables > 0 else { return false }
    }
    insert(
      Node(
        parent: source, page: step.target, frame: pools.nodes[Int(source)].frame,
        task: UInt8(step.destination), isLarge: true, isWritable: isWritable))
    return true
  }

  private mutating func grantLarge(
    _ source: NodeIndex, onto old: NodeIndex, _ step: Continuation
  ) -> Bool {
    if isRoot(source) { return true }
    if old != 0 { removeSubtree(of: old) }
    give(source, step)
    return true
  }
}
