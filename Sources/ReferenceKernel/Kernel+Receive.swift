/// Receive phases. (IPC-4, IPC-16)
extension Kernel where Hardware: ~Copyable {
  /// The receive phase of a call that sends nothing: from anybody, from one thread, from one's own
  /// interrupt source, or from nobody, which is to sleep. (IPC-5, IPC-38)
  mutating func receive(_ caller: Block, _ call: Registers) {
    if !call.isOpen {
      let isZero = Ticks.receive(call.ecx) == 0
      let source = call.partner
      if source == .none {
        if isZero { return dissociate(caller) }  // INT-5
      } else if let line = source.interruptLine {
        if isZero { return associate(caller, with: line) }  // INT-2
        guard caller.pointee.line == UInt32(truncatingIfNeeded: line) else {
          return complete(caller, Code.notExistent)  // INT-7, U30
        }
      } else if source == .invalid || isFormer(source) || isLost(source, for: caller) {
        return complete(caller, Code.notExistent)
      }
    }
    arrive(caller)
  }

  /// Whether nobody can bring a message of a thread: it is a neighbour, and does not exist. Of a thread
  /// in another clan the chief can. (CC-19)
  private func isLost(_ source: ThreadID, for caller: Block) -> Bool {
    !nearest(from: task(caller), to: number(of: source)).isRedirected && thread(source) == nil
  }

  /// A receive phase begins: from now on the thread is ready for a message. (IPC-9)
  mutating func arrive(_ receiver: Block) {
    if receiver.pointee.call == .none {
      receiver.pointee.state = receiver.pointee.registers.isOpen ? .waitingOpen : .waitingClosed
      receiver.pointee.partner = ThreadControlBlock.nobody
      endService(of: receiver)  // INT-13
    }
    step.arriving = receiver
  }

  /// A thread whose receive phase has begun gets what is there for it already: an interrupt, or the first
  /// matching message of its queue. Otherwise it waits, if it has the time. (IPC-16, IPC-33)
  mutating func beginReceive(_ receiver: Block) {
    let isCalledFor = receiver.pointee.call != .none
    if !isCalledFor, takesInterrupt(receiver), isRaised(receiver.pointee.line) {
      return deliver(receiver.pointee.line, to: receiver)  // INT-8, INT-10
    }
    if let sender = firstMatching(receiver) { return transfer(from: sender, to: receiver) }
    let timeout =
      isCalledFor ? faultTimeout(of: receiver) : Ticks.receive(receiver.pointee.registers.ecx)
    if timeout == 0 {
      if isCalledFor { return endByFault(receiver) }
      return complete(receiver, Code.timeout)
    }
    arm(receiver, timeout)
  }

  /// The first of the queue whose message a waiting thread accepts: as it would have, had that one come
  /// later. (IPC-13, IPC-16, IPC-17)
  private func firstMatching(_ receiver: Block) -> Block? {
    let queue = place(receiver) &+ ThreadControlBlock.senders
    var place = links(queue).pointee.next
    while place != queue {
      let sender = block(of: place, ThreadControlBlock.queueLink)
      if accepts(receiver, from: visibleID(of: sender)) { return sender }
      place = links(place).pointee.next
    }
    return nil
  }

  /// The id that the receiver of a thread's message sees. (IPC-13, PF-7)
  func visibleID(of sender: Block) -> ThreadID {
    sender.pointee.call == .none ? sender.pointee.visible : sender.pointee.id
  }
}
