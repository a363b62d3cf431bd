/// The system call ipc: an optional send phase and an optional receive phase. (IPC-1)
extension Kernel where Hardware: ~Copyable {
  /// If the send phase fails, the receive phase does not begin (IPC-8); if it succeeds, the other begins
  /// in the same instant (IPC-9).
  mutating func ipc() {
    let caller = current
    let call = caller.pointee.registers
    if let missing = missingHeader(of: caller, call) {
      restart(caller)
      return beginFault(caller, missing)
    }
    if call.hasSendPhase {
      send(caller, call)
    } else if call.hasReceivePhase {
      receive(caller, call)
    } else {
      complete(caller, Code.notExistent)  // U18
    }
  }

  /// An address in the head of a message or buffer that the caller cannot read.
  private func missingHeader(of caller: Block, _ call: Registers) -> UInt32? {
    if call.hasSendPhase, let message = call.message,
      let missing = missing(of: caller, message, MessageHeader.size)
    {
      return missing
    }
    if call.hasReceivePhase, let buffer = call.buffer {
      return missing(of: caller, buffer, MessageHeader.size)
    }
    return nil
  }

  /// The send phase. (IPC-2, IPC-13, IPC-33)
  private mutating func send(_ caller: Block, _ call: Registers) {
    let destination = call.partner
    guard let receiver = self.destination(of: caller, destination) else {
      return complete(caller, Code.notExistent)
    }
    caller.pointee.visible = visibleID(of: caller, call)
    caller.pointee.progress = TransferProgress()
    if accepts(receiver, from: caller.pointee.visible) {
      return transfer(from: caller, to: receiver)
    }
    let timeout = Ticks.send(call.ecx)
    if timeout == 0 { return complete(caller, Code.timeout | Code.atSender) }  // IPC-33, IPC-34
    caller.pointee.state = .pending  // IPC-14
    caller.pointee.partner = number(receiver)
    joinQueue(caller, of: receiver)
    arm(caller, timeout)
  }

  /// Who gets a message, if there is somebody: for one that is redirected the chief counts, whoever else
  /// exists. (IPC-10, IPC-11, A6, CC-17)
  func destination(of caller: Block, _ id: ThreadID) -> Block? {
    guard canBeThread(id), id != caller.pointee.id else { return nil }
    return receiver(from: task(caller), for: id)
  }

  /// The id that the receiver will see: the sender's own, or the one that it pretends to have, if that is
  /// permitted. Otherwise deceit is no error. (CC-12, CC-13)
  private func visibleID(of caller: Block, _ call: Registers) -> ThreadID {
    let task = task(caller)
    guard call.deceives, let low = userWord(task, call.esp),
      let high = userWord(task, call.esp &+ 4)
    else { return caller.pointee.id }
    let virtual = ThreadID(low: low, high: high)
    return mayDeceive(task, to: call.partner, as: virtual) ? virtual : caller.pointee.id
  }

  /// Whether a thread is ready to receive a message with this visible id. If it is the one waited for, all
  /// bits count, and it must not be of a former incarnation; an id that is none of a thread here can be that
  /// of one far away, in whose name a chief sends. (IPC-12, IPC-13, A6, CC-19)
  func accepts(_ receiver: Block, from visible: ThreadID) -> Bool {
    switch receiver.pointee.state {
    case .waitingOpen: true
    case .waitingClosed: receiver.pointee.registers.partner == visible && canBeThread(visible)
    case .faulting, .sending, .receiving:
      receiver.pointee.call == .waiting && receiver.pointee.pagerAsked == visible
        && canBeThread(visible)
    case .inactive, .ready, .pending, .stuck, .halted: false
    }
  }

  /// A thread joins the queue of its receiver, at the end. (IPC-15, IPC-18, IPC-19)
  mutating func joinQueue(_ sender: Block, of receiver: Block) {
    append(
      place(sender) &+ ThreadControlBlock.queueLink,
      to: place(receiver) &+ ThreadControlBlock.senders)
    receiver.pointee.hurdles |= ThreadControlBlock.hasSenders
    arrivals &+= 1
    sender.pointee.arrival = arrivals
  }

  /// A thread leaves the queue that it is in, if it is in one. (M-IPC1)
  mutating func leaveQueue(_ thread: Block) {
    guard thread.pointee.queueLink.next != 0 else { return }
    remove(place(thread) &+ ThreadControlBlock.queueLink)
    guard let receiver = queueOwner(of: thread) else { return }
    if isEmpty(place(receiver) &+ ThreadControlBlock.senders) {
      receiver.pointee.hurdles &= ~ThreadControlBlock.hasSenders
    }
  }

  /// In whose queue a thread is; nil for the kernel's own.
  func queueOwner(of thread: Block) -> Block? {
    if thread.pointee.call == .pending {
      return pagerPartner(of: thread)
    }
    guard thread.pointee.state == .pending else { return nil }
    return partner(of: thread)
  }
}
