/// The kernel's view of user memory: through the page tables of the task, and then physically, whichever
/// space is loaded.
extension Kernel where Hardware: ~Copyable {
  /// The physical address of a user's byte; nil if the user could not access it so. (AS17, AS21)
  func physicalAddress(_ task: TaskNumber, _ address: UInt32, isWrite: Bool) -> UInt32? {
    let page = address >> 12
    guard page < layout.limitPage, let slot = slot(of: task, page) else { return nil }
    let entry = word(slot)
    guard entry.isPresent, entry.isWritable || !isWrite else { return nil }
    let frame = entry.isLarge ? entry.frame + page & Large.mask : entry.frame
    return frame << 12 | address & 0xFFF
  }

  /// An aligned word of a user. (IPC-58)
  func userWord(_ task: TaskNumber, _ address: UInt32) -> UInt32? {
    physicalAddress(task, address & ~3, isWrite: false).map { machine.physicalWord(at: $0) }
  }

  /// Writes an aligned word of a user.
  ///
  /// - Returns: False, and nothing changed, if the user could not.
  mutating func setUserWord(_ task: TaskNumber, _ address: UInt32, to word: UInt32) -> Bool {
    guard let place = physicalAddress(task, address & ~3, isWrite: true) else { return false }
    machine.setPhysicalWord(at: place, to: word)
    return true
  }

  /// The first address of a few bytes that a thread cannot read; nil if it can.
  func missing(of thread: Block, _ address: UInt32, _ count: UInt32) -> UInt32? {
    let task = task(thread)
    let last = address &+ count &- 1
    if physicalAddress(task, address, isWrite: false) == nil { return address & ~3 }
    return physicalAddress(task, last, isWrite: false) == nil ? last & ~3 : nil
  }
}
