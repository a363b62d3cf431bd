/// The rings: for every priority the threads that wait for the processor, or have it. (SC1, I-SC1)
///
/// A thread that is ready, but has no time slice, is in no ring: it runs in slices of others. (SC3)
extension Kernel where Hardware: ~Copyable {
  /// A time slice without end. (U14)
  static var endless: UInt32 { ~0 }

  func ring(_ priority: UInt8) -> UInt32 { head(ListHead.rings &+ Int(priority)) }

  func isQueued(_ thread: Block) -> Bool { thread.pointee.ringLink.next != 0 }

  /// The thread, which has become ready, goes to the tail of its ring.
  @inline(__always)
  mutating func enqueue(_ thread: Block) {
    guard thread.pointee.slice != 0, !isQueued(thread) else { return }
    let priority = thread.pointee.priority
    append(place(thread) &+ ThreadControlBlock.ringLink, to: ring(priority))
    readyMap.insert(priority)
  }

  @inline(__always)
  mutating func dequeue(_ thread: Block) {
    guard isQueued(thread) else { return }
    let priority = thread.pointee.priority
    remove(place(thread) &+ ThreadControlBlock.ringLink)
    if isEmpty(ring(priority)) { readyMap.remove(priority) }
  }

  /// The thread has used up its slice, and goes to the tail of its ring. (SC2)
  mutating func rotate(_ thread: Block) {
    thread.pointee.remaining = 0
    guard isQueued(thread) else { return }
    dequeue(thread)
    enqueue(thread)
  }

  /// Nobody has the processor now, until the end of the step.
  mutating func freeProcessor() {
    current = idle
    spending = idle
  }

  /// The first thread of the highest priority gets the processor, for what is left of its time slice, or
  /// for a fresh one. (SC1, SC2, T-SC1)
  mutating func choose() {
    guard let priority = readyMap.highest else { return }
    current = block(
      of: links(ring(priority)).pointee.next, ThreadControlBlock.ringLink)
    spending = current
    if current.pointee.remaining == 0 { current.pointee.remaining = current.pointee.slice }
  }
}
