/// The short way of a message. (Section 7.1, IPC-24)
extension Kernel where Hardware: ~Copyable {
  /// A call, or a reply that waits for the next call, in registers only, to a thread that waits for it:
  /// nearly all messages are such, and some tests find it out. The partner goes on in the caller's slice.
  ///
  /// It comes to the same as `ipc()`. Left out is what would cost a test and is rare: everything that has
  /// to do with timeouts, interrupts and other senders of the two. (M-IPC28)
  ///
  /// - Returns: False, and nothing changed, if there is more to be done: then `systemCall(vector:)`.
  public mutating func fastIPC() -> Bool {
    let caller = current
    let low = caller.pointee.registers.esi
    let high = caller.pointee.registers.edi
    // In registers only, without deceit, and then for as long as it takes; there is a receive phase.
    guard caller.pointee.registers.eax | (caller.pointee.registers.ecx & 15) == 0,
      caller.pointee.registers.ebp != Registers.noPhase
    else { return false }
    // The partner exists: all 64 bits are its. One that does not has none.
    let number = (low >> 10 & 0x3FFFF) &- ThreadID.firstTask << 7
    guard number < UInt32(truncatingIfNeeded: layout.threadCount) else { return false }
    let receiver = blocks + Int(truncatingIfNeeded: number)
    guard receiver.pointee.id.low == low, receiver.pointee.id.high == high else { return false }
    // It waits for the caller.
    let callerLow = caller.pointee.id.low
    let callerHigh = caller.pointee.id.high
    if receiver.pointee.state != .waitingOpen {
      guard receiver.pointee.state == .waitingClosed,
        receiver.pointee.registers.esi == callerLow, receiver.pointee.registers.edi == callerHigh
      else { return false }
    }
    // They are neighbours: of one clan, or one is the chief of the other. (CC-3)
    guard
      high == callerHigh || (high ^ callerLow) & ThreadID.taskMask == 0
        || (callerHigh ^ low) & ThreadID.taskMask == 0
    else { return false }
    // Nobody waits for the caller, neither a sender nor an interrupt, and no clock runs for the partner.
    guard
      caller.pointee.hurdles
        | receiver.pointee.hurdles
          & (ThreadControlBlock.isTimed | ThreadControlBlock.hasNoSlice) == 0
    else { return false }

    receiver.pointee.registers.eax = 0
    receiver.pointee.registers.edx = caller.pointee.registers.edx
    receiver.pointee.registers.ebx = caller.pointee.registers.ebx
    receiver.pointee.registers.esi = callerLow
    receiver.pointee.registers.edi = callerHigh
    receiver.pointee.registers.ecx = 0
    receiver.pointee.state = .ready
    caller.pointee.state = caller.pointee.registers.isOpen ? .waitingOpen : .waitingClosed
    receiver.pointee.registers.ebp = 0

    // First in, then out: the ring of one priority does not become empty so.
    let ring = ring(receiver.pointee.priority)
    let wasEmpty = isEmpty(ring)
    append(place(receiver) &+ ThreadControlBlock.ringLink, to: ring)
    if wasEmpty { readyMap.insert(receiver.pointee.priority) }
    let next = caller.pointee.ringLink.next
    let isLast = next == caller.pointee.ringLink.previous
    remove(place(caller) &+ ThreadControlBlock.ringLink)
    if isLast && isEmpty(next) { readyMap.remove(caller.pointee.priority) }

    current = receiver
    lastRun = receiver
    eventCounters.kernelEntries &+= 1
    eventCounters.messages &+= 1
    eventCounters.fastMessages &+= 1
    eventCounters.threadSwitches &+= 1
    if receiver.pointee.task != UInt32(truncatingIfNeeded: currentTask) {
      load(TaskNumber(truncatingIfNeeded: receiver.pointee.task))
    }
    return true
  }
}
