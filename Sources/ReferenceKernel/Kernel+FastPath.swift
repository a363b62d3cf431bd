/// The short way of a message. (Section 7.1, IPC-24)
extension Kernel where Hardware: ~Copyable {
  /// A call, or a reply that waits for the next call, in registers only, to a thread that waits for it:
  /// nearly all messages are such, and some tests find it out. The partner goes on in the caller's slice.
  ///
  /// It comes to the same as `ipc()`, but that a transfer whose turn has come goes on when the kernel is
  /// entered next, at a tick at the latest. Left out is what would cost a test and is rare: everything that has
  /// to do with timeouts, interrupts and other senders of the two. (M-IPC28)
  ///
  /// - Returns: False, and nothing changed, if there is more to be done: then `systemCall(vector:)`.
  @inline(__always)
  public mutating func fastIPC() -> Bool {
    let caller = current
    let low = caller.pointee.registers.esi
    let high = caller.pointee.registers.edi
    // In registers only, without deceit, and back for as long as it takes: of the receive descriptor there
    // is at most the bit for an open wait.
    guard caller.pointee.registers.eax | (caller.pointee.registers.ecx & 15) == 0,
      caller.pointee.registers.ebp <= 1
    else { return false }
    // The partner exists: all 64 bits are its. One that does not has none. Its number times the size of a
    // control block is a matter of one shift, for the number lies 10 bits up in the id.
    let place = (low >> 2 & 0x3FFFF << 8) &- ThreadID.firstTask << 15
    guard place < layout.blockBytes else { return false }
    let base = UnsafeMutableRawPointer(blocks)
    let receiver = (base + Int(truncatingIfNeeded: place))
      .assumingMemoryBound(to: ThreadControlBlock.self)
    guard receiver.pointee.id.low == low, receiver.pointee.id.high == high else { return false }
    // It waits for the caller.
    if receiver.pointee.state != .waitingOpen {
      guard receiver.pointee.state == .waitingClosed,
        receiver.pointee.registers.esi == caller.pointee.id.low,
        receiver.pointee.registers.edi == caller.pointee.id.high
      else { return false }
    }
    // Nobody waits for the caller, neither a sender nor an interrupt, and no clock runs for the partner.
    guard
      caller.pointee.hurdles
        | receiver.pointee.hurdles
        & (ThreadControlBlock.isTimed | ThreadControlBlock.hasNoSlice) == 0
    else { return false }
    // They are neighbours: of one clan, or one is the chief of the other. (CC-3)
    if receiver.pointee.id.high != caller.pointee.id.high {
      guard
        (high ^ caller.pointee.id.low) & ThreadID.taskMask == 0
          || (caller.pointee.id.high ^ low) & ThreadID.taskMask == 0
      else { return false }
    }

    receiver.pointee.registers.edx = caller.pointee.registers.edx
    receiver.pointee.registers.ebx = caller.pointee.registers.ebx
    receiver.pointee.registers.esi = caller.pointee.id.low
    receiver.pointee.registers.edi = caller.pointee.id.high
    receiver.pointee.registers.eax = 0
    receiver.pointee.registers.ecx = 0
    receiver.pointee.registers.ebp = 0
    receiver.pointee.state = .ready
    caller.pointee.state = caller.pointee.registers.isOpen ? .waitingOpen : .waitingClosed

    // The caller is in a ring, for it runs and has a slice; the partner is in none. First in, then out: so a
    // ring of both is never empty between.
    if receiver.pointee.priority == caller.pointee.priority {
      let place = place &+ ThreadControlBlock.ringLink
      let head = ring(receiver.pointee.priority)
      let last = Self.links(head, base).pointee.previous
      receiver.pointee.ringLink = Link(next: head, previous: last)
      Self.links(last, base).pointee.next = place
      Self.links(head, base).pointee.previous = place
      let old = caller.pointee.ringLink
      Self.links(old.previous, base).pointee.next = old.next
      Self.links(old.next, base).pointee.previous = old.previous
      caller.pointee.ringLink.next = 0
    } else {
      enqueue(receiver)
      dequeue(caller)
    }

    current = receiver
    eventCounters.fastMessages &+= 1
    if receiver.pointee.task != UInt32(truncatingIfNeeded: currentTask) {
      currentTask = task(receiver)
      machine.loadSpace(directory: receiver.pointee.directory)
      machine.loadPortBitmap(task: currentTask)
      counters.spaceSwitches &+= 1
      eventCounters.fastSpaceSwitches &+= 1
      if machine.keepsOtherSpaces { eventCounters.otherBufferFlushes &-= 1 }
    }
    return true
  }
}
