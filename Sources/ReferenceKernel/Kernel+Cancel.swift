/// What ends calls from outside: lthread_ex_regs, and the deletion of tasks. (IPC-59)
extension Kernel where Hardware: ~Copyable {
  /// lthread_ex_regs reaches a thread: whatever it is blocked in ends. (EX4, EX5, EX7, PF-12)
  mutating func cancel(_ thread: Block) {
    switch thread.pointee.state {
    case .inactive, .ready, .halted: return
    case .pending, .waitingClosed, .waitingOpen: endWait(thread, Code.cancelled)
    case .sending, .receiving: endTransfer(of: thread, Code.aborted)
    case .faulting, .stuck:
      abandonCall(of: thread)
      wake(thread)
    }
  }

  /// The phase that a thread waits in ends with an error. (IPC-42)
  mutating func endWait(_ thread: Block, _ code: UInt32) {
    let isSending = thread.pointee.state == .pending
    leaveQueue(thread)
    disarm(thread)
    complete(thread, isSending ? code | Code.atSender : code)
  }

  /// The transfer of a thread ends before the message has moved: both partners are told, and calls to
  /// pagers inside of it are abandoned. What has moved is not defined. (IPC-42, IPC-60, TN10)
  mutating func endTransfer(of thread: Block, _ code: UInt32) {
    let partner = partner(of: thread)
    if isAnswering(thread) {
      // Its pages were on their way to a thread with a page fault, which will have it again.
      leaveQueue(thread)
      complete(thread, code | Code.atSender)
      return endCall(partner)
    }
    let (sender, receiver) =
      thread.pointee.state == .sending ? (thread, partner) : (partner, thread)
    abandonCall(of: sender)
    abandonCall(of: receiver)
    leaveQueue(sender)
    complete(sender, code | Code.atSender)
    complete(receiver, code)
  }

  /// Whether a thread is sending the answer to a page fault.
  func isAnswering(_ thread: Block) -> Bool {
    guard thread.pointee.state == .sending else { return false }
    let partner = partner(of: thread)
    return partner.pointee.call == .answered
      && partner.pointee.pagerPartner == number(thread)
  }

  /// A thread is deleted with its task: whoever has to do with it is told, and nothing is left of it.
  /// (TN10, TN11, U12, U13)
  mutating func delete(_ thread: Block) {
    abandonSenders(to: thread)
    switch thread.pointee.state {
    case .sending, .receiving: endTransfer(of: thread, Code.aborted)
    case .inactive, .ready, .pending, .waitingClosed, .waitingOpen, .faulting, .stuck, .halted:
      abandonCall(of: thread)
      leaveQueue(thread)
      disarm(thread)
    }
    dequeue(thread)
    if thread == spending { freeProcessor() }
    release(lineOf: thread)
    current.pointee.time &+= thread.pointee.time  // TN7
    thread.pointee = ThreadControlBlock()
    if lastRun == thread { lastRun = idle }
  }

  /// Those that wait to send to a deleted thread hear that it does not exist; those for which the kernel
  /// calls it have no pager any more. (U12, PF-9)
  private mutating func abandonSenders(to thread: Block) {
    let queue = place(thread) &+ ThreadControlBlock.senders
    while !isEmpty(queue) {
      let sender = block(of: links(queue).pointee.next, ThreadControlBlock.queueLink)
      if sender.pointee.state == .pending {
        endWait(sender, Code.notExistent)
      } else if sender.pointee.state == .faulting {
        abandonCall(of: sender)
        sender.pointee.state = .stuck
      } else {
        endTransfer(of: sender, Code.aborted)
      }
    }
  }
}
