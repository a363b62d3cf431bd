/// The part of the audit that concerns messages, timeouts and interrupts.
extension Kernel where Hardware: ~Copyable {
  func auditIPC(_ thread: Block) -> AuditFailure? {
    auditCall(thread) ?? auditQueue(of: thread) ?? auditMembership(thread)
      ?? auditPartner(thread) ?? auditClock(thread) ?? auditLine(of: thread)
  }

  private func failure(_ rule: AuditFailure.Rule, _ thread: Block) -> AuditFailure {
    AuditFailure(rule, thread: thread - blocks)
  }

  /// A call to a pager stands above a page fault or a transfer. (I-IPC8)
  private func auditCall(_ thread: Block) -> AuditFailure? {
    let hasCall = thread.pointee.call != .none
    let isRight =
      switch thread.pointee.state {
      case .faulting: hasCall
      case .sending, .receiving: true
      case .inactive, .ready, .pending, .waitingClosed, .waitingOpen, .stuck, .halted: !hasCall
      }
    return isRight ? nil : failure(.pagerCall, thread)
  }

  /// The queue of a thread holds those that send to it, in the order of their arrival; none of them would be
  /// accepted now. (I-IPC1, I-IPC3, I-IPC7)
  private func auditQueue(of receiver: Block) -> AuditFailure? {
    var last: UInt32?
    var isOrdered = true
    var isMissed = false
    let count = walk(
      place(receiver) &+ ThreadControlBlock.senders, ThreadControlBlock.queueLink
    ) { sender in
      if let last, Int32(bitPattern: sender.pointee.arrival &- last) <= 0 { isOrdered = false }
      last = sender.pointee.arrival
      if accepts(receiver, from: visibleID(of: sender)) { isMissed = true }
      return queueOwner(of: sender) == receiver
    }
    guard let count else { return failure(.senderQueue, receiver) }
    if isMissed { return failure(.missedMatch, receiver) }
    if !isOrdered { return failure(.queueOrder, receiver) }
    let hurdle = receiver.pointee.hurdles & ThreadControlBlock.hasSenders != 0
    return hurdle == (count > 0) ? nil : failure(.senderQueue, receiver)
  }

  /// Who waits to send is in the queue that it says, and who does not is in none. (I-IPC1)
  private func auditMembership(_ thread: Block) -> AuditFailure? {
    let queue: UInt32?
    if let owner = queueOwner(of: thread) {
      guard owner.pointee.state != .inactive else { return failure(.senderQueue, thread) }
      queue = place(owner) &+ ThreadControlBlock.senders
    } else if thread.pointee.state == .sending && !waitsForPager(thread) {
      queue = head(ListHead.transfers)
    } else {
      queue = nil
    }
    guard let queue else {
      return thread.pointee.queueLink.next == 0 ? nil : failure(.senderQueue, thread)
    }
    var isThere = false
    let count = walk(queue, ThreadControlBlock.queueLink) {
      if $0 == thread { isThere = true }
      return true
    }
    return count != nil && isThere ? nil : failure(.senderQueue, thread)
  }

  /// Whether the transfer of a sender waits for a pager, of itself or of its receiver.
  private func waitsForPager(_ sender: Block) -> Bool {
    if isAnswering(sender) { return sender.pointee.call != .none }
    let receiver = partner(of: sender)
    return sender.pointee.call != .none || receiver.pointee.call != .none
  }

  /// Sending(p) at t is Receiving(t) at p, or the answer to a page fault of p. (I-IPC2)
  private func auditPartner(_ thread: Block) -> AuditFailure? {
    let state = thread.pointee.state
    let number = number(thread)
    let partner = thread.pointee.partner
    let isTransfer = state == .sending || state == .receiving
    guard isTransfer || state == .pending else {
      return partner == ThreadControlBlock.nobody ? nil : failure(.partners, thread)
    }
    guard partner < UInt32(truncatingIfNeeded: layout.threadCount), partner != number else {
      return failure(.partners, thread)
    }
    if !isTransfer || isAnswering(thread) { return nil }
    let other = blocks + Int(partner)
    let expected: ThreadState = state == .sending ? .receiving : .sending
    return other.pointee.state == expected && other.pointee.partner == number
      ? nil : failure(.partners, thread)
  }

  /// A clock runs only where somebody waits, and nobody waits that has no time to. (I-IPC4, I-IPC6)
  private func auditClock(_ thread: Block) -> AuditFailure? {
    let isTimed = thread.pointee.hurdles & ThreadControlBlock.isTimed != 0
    if isTimed != (thread.pointee.timeoutLink.next != 0) { return failure(.timeoutQueue, thread) }
    let time: UInt32? =
      switch thread.pointee.state {
      case .pending: Ticks.send(thread.pointee.registers.ecx)
      case .waitingClosed, .waitingOpen: Ticks.receive(thread.pointee.registers.ecx)
      case .faulting, .sending, .receiving:
        thread.pointee.call == .pending || thread.pointee.call == .waiting
          ? faultTimeout(of: thread) : nil
      case .inactive, .ready, .stuck, .halted: nil
      }
    if time == 0 { return failure(.zeroTimeout, thread) }
    return isTimed == (time != nil && time != Ticks.never) ? nil : failure(.timeoutQueue, thread)
  }

  /// Each list holds the timeouts of its ticks, all to come; nothing that has come is left. (I-IPC4, I-IPC5)
  func auditTimeouts() -> AuditFailure? {
    if !isEmpty(head(ListHead.due)) { return AuditFailure(.lateTimeout, task: 0, page: 0) }
    var count = 0
    for list in 0...layout.timeoutMask {
      var isLate = false
      let walk = walk(
        head(ListHead.timeouts &+ Int(list)), ThreadControlBlock.timeoutLink
      ) {
        if Int32(bitPattern: $0.pointee.deadline &- now) <= 0 { isLate = true }
        return $0.pointee.deadline & layout.timeoutMask == list
      }
      guard let walk else { return AuditFailure(.timeoutQueue, task: 0, page: list) }
      if isLate { return AuditFailure(.lateTimeout, task: 0, page: list) }
      count += walk
    }
    for number in 0..<layout.threadCount where (blocks + number).pointee.timeoutLink.next != 0 {
      count -= 1
    }
    return count == 0 ? nil : AuditFailure(.timeoutQueue, task: 0, page: 256)
  }

  private func auditLine(of thread: Block) -> AuditFailure? {
    let line = thread.pointee.line
    let hurdle = thread.pointee.hurdles & ThreadControlBlock.handlesInterrupts != 0
    guard line != ThreadControlBlock.nobody else {
      return hurdle ? failure(.interrupt, thread) : nil
    }
    guard hurdle, line < UInt32(truncatingIfNeeded: layout.lineCount),
      pools.lines[Int(line)].handler == number(thread)
    else { return failure(.interrupt, thread) }
    return isRaised(line) && takesInterrupt(thread) ? failure(.missedMatch, thread) : nil
  }

  /// Each source has at most one thread, which knows of it; nobody's source has nothing pending. (I-INT1,
  /// I-INT2)
  func auditLines() -> AuditFailure? {
    for line in 0..<layout.lineCount {
      let entry = pools.lines[line]
      guard entry.handler != ThreadControlBlock.nobody else {
        if entry.isRaised || entry.isServed {
          return AuditFailure(.interrupt, task: 0, page: UInt32(line))
        }
        continue
      }
      guard entry.handler < UInt32(truncatingIfNeeded: layout.threadCount),
        (blocks + Int(entry.handler)).pointee.line == UInt32(truncatingIfNeeded: line)
      else { return AuditFailure(.interrupt, task: 0, page: UInt32(line)) }
    }
    return nil
  }
}
