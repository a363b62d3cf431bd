/// Page faults: the kernel calls the pager for a thread, and waits for the answer. (PF-1)
extension Kernel where Hardware: ~Copyable {
  /// A thread at user level misses what `fault` says; it goes on with the same instruction. (PF-2, PF-4)
  mutating func beginFault(_ thread: Block, _ fault: UInt32) {
    eventCounters.pageFaults &+= 1
    thread.pointee.fault = fault
    thread.pointee.state = .faulting
    if !callPager(of: thread) { thread.pointee.state = .stuck }  // PF-9, U27
  }

  /// A page is missing inside of a transfer: the thread whose page it is asks its own pager, for as long
  /// as the other one allows. (IPC-35, PF-13)
  mutating func beginFault(_ thread: Block, inTransfer fault: UInt32) {
    eventCounters.pageFaults &+= 1
    thread.pointee.fault = fault
    if faultTimeout(of: thread) == 0 { return endByFault(thread) }
    if !callPager(of: thread) { endTransfer(of: thread, Code.aborted) }
  }

  /// Sends the message of a page fault: an ordinary message of the thread. (PF-7)
  ///
  /// - Returns: False, and nothing changed, if there is nobody to ask. (PF-9, PF-10)
  private mutating func callPager(of thread: Block) -> Bool {
    let pager = thread.pointee.pager
    guard let receiver = destination(of: thread, pager) else { return false }  // U26
    thread.pointee.call = .pending
    thread.pointee.pagerAsked = pager
    thread.pointee.pagerPartner = number(receiver)
    if accepts(receiver, from: thread.pointee.id) {
      transfer(from: thread, to: receiver)
    } else {
      joinQueue(thread, of: receiver)
      arm(thread, faultTimeout(of: thread))
    }
    return true
  }

  /// How long each phase of a call to the pager may take: for ever at user level, and what the other side
  /// of the transfer says inside of one. Who answers a page fault has as long as the one that it answers.
  /// (PF-4, IPC-35)
  func faultTimeout(of thread: Block) -> UInt32 {
    var thread = thread
    while isAnswering(thread) { thread = partner(of: thread) }
    let state = thread.pointee.state
    guard state == .sending || state == .receiving else { return Ticks.never }
    let other = partner(of: thread)
    return state == .sending
      ? Ticks.receiveFault(other.pointee.registers.ecx)
      : Ticks.sendFault(other.pointee.registers.ecx)
  }

  /// A transfer ends because the pager of `thread` took longer than the other one allows. (IPC-42, U22)
  mutating func endByFault(_ thread: Block) {
    let isOfSender = thread.pointee.state == .sending
    endTransfer(
      of: thread, isOfSender ? Code.receivePageFaultTimeout : Code.sendPageFaultTimeout)
  }

  /// The pager has answered: the thread goes on where the fault was, with its registers as they were.
  /// (PF-5, PF-8, PF-14)
  mutating func endCall(_ thread: Block) {
    disarm(thread)
    forgetCall(of: thread)
    if thread.pointee.state == .faulting { return wake(thread) }
    continueLater(thread.pointee.state == .sending ? thread : partner(of: thread))
  }

  /// The call to the pager has no purpose any more.
  mutating func abandonCall(of thread: Block) {
    if thread.pointee.call == .none { return }
    leaveQueue(thread)
    disarm(thread)
    if thread.pointee.call == .answered {
      let pager = pagerPartner(of: thread)
      leaveQueue(pager)
      complete(pager, Code.aborted | Code.atSender)
    }
    forgetCall(of: thread)
  }

  private func forgetCall(of thread: Block) {
    thread.pointee.call = .none
    thread.pointee.pagerPartner = ThreadControlBlock.nobody
  }
}
