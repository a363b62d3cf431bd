/// The system calls thread_switch and thread_schedule. (SC4 … SC11)
extension Kernel where Hardware: ~Copyable {
  /// The invoker gives up the processor, but stays ready. A destination that is ready runs at once in what is
  /// left of the slice, whatever its priority; otherwise the scheduler chooses, and the invoker gets a
  /// fresh slice when its turn comes again. (SC4, SC5)
  mutating func threadSwitch() {
    if let destination = thread(current.pointee.registers.partner),
      destination.pointee.state == .ready
    {
      current = destination
      return
    }
    rotate(current)
    freeProcessor()
  }

  /// Sets priority, time slice and external preempter of a thread whose priority is not over the mcp of the
  /// invoker's task, and not over it afterwards; all ones stay as they are. (SC6, SC7, SC11, U15)
  mutating func threadSchedule() {
    let caller = current
    let call = caller.pointee.registers
    let mcp = pools.tasks[task(caller)].mcp
    let new = call.eax == ~0 ? nil : call.eax
    guard let thread = thread(call.partner), thread.pointee.priority <= mcp,
      UInt8(truncatingIfNeeded: new ?? 0) <= mcp
    else {
      caller.pointee.registers.eax = ~0
      return
    }
    let time = remainingTime(of: thread)
    let preempter = thread.pointee.externalPreempter
    let partner = partnerID(of: thread)
    caller.pointee.registers.eax = parameters(of: thread)
    caller.pointee.registers.partner = partner
    caller.pointee.registers.edx = preempter.low
    caller.pointee.registers.ebx = preempter.high
    caller.pointee.registers.ecx = time.low
    caller.pointee.registers.ebp = time.high
    let newPreempter = ThreadID(low: call.edx, high: call.ebx)
    if newPreempter != .invalid { thread.pointee.externalPreempter = newPreempter }
    if let new { schedule(thread, new) }
  }

  /// In another ring the thread is the last one. One that lowers itself, or ends the slice that is being
  /// used, makes the processor free. (SC9)
  private mutating func schedule(_ thread: Block, _ parameters: UInt32) {
    let priority = UInt8(truncatingIfNeeded: parameters)
    let slice = Ticks.slice(parameters)
    let isLowered = priority < thread.pointee.priority && current == thread
    let moves = priority != thread.pointee.priority || (slice == 0) != (thread.pointee.slice == 0)
    let isReady = thread.pointee.state == .ready
    if moves { dequeue(thread) }
    thread.pointee.priority = priority
    setSlice(of: thread, parameters)
    if moves && isReady { makeReady(thread) }
    let isAtEnd = spending != idle && spending.pointee.remaining == 0
    if isLowered || isAtEnd { freeProcessor() }
  }

  /// What is left of the present slice is never longer than the new one. (SC3, SC9)
  mutating func setSlice(of thread: Block, _ parameters: UInt32) {
    thread.pointee.slice = Ticks.slice(parameters)
    thread.pointee.sliceWord = parameters & 0xFFF0_0000
    thread.pointee.remaining = min(thread.pointee.remaining, thread.pointee.slice)
    thread.pointee.hurdles &= ~ThreadControlBlock.hasNoSlice
    if thread.pointee.slice == 0 { thread.pointee.hurdles |= ThreadControlBlock.hasNoSlice }
  }

  /// The parameter word of a thread, with what it is doing. (SC7, SC8)
  private func parameters(of thread: Block) -> UInt32 {
    let call: UInt32 = thread.pointee.call == .none ? 0 : 1
    let state: UInt32 =
      switch thread.pointee.state {
      case .ready: 0
      case .faulting, .stuck: 1
      case .sending: 4 + call
      case .receiving: 8 + call
      case .waitingClosed, .waitingOpen: 0xC
      case .pending: 0xD
      case .halted, .inactive: 0xF
      }
    return UInt32(thread.pointee.priority) | state << 16 | thread.pointee.sliceWord
  }

  /// Whom a thread is in an ipc with; the invalid id for an open receive. (SC8)
  private func partnerID(of thread: Block) -> ThreadID {
    switch thread.pointee.state {
    case .ready, .stuck, .halted, .inactive: .none
    case .pending, .waitingClosed: thread.pointee.registers.partner
    case .waitingOpen: .invalid
    case .sending, .receiving: partner(of: thread).pointee.id
    case .faulting: thread.pointee.pagerAsked
    }
  }

  /// The time that the thread has used, 48 bits of microseconds, and what remains of its timeouts. (SC8)
  ///
  /// Low: the time's low word. High: bits 0 to 15 the rest of it, 16 to 19 the exponent of the page fault
  /// timeout, 20 to 23 and 24 to 31 exponent and mantissa of the user timeout.
  private func remainingTime(of thread: Block) -> (low: UInt32, high: UInt32) {
    let time = thread.pointee.time
    var high = time >> (32 - Ticks.shift) & 0xFFFF
    if thread.pointee.hurdles & ThreadControlBlock.isTimed != 0 {
      let left = Ticks.encode(thread.pointee.deadline &- now)
      high |= thread.pointee.call == .none ? left : left >> 4 & 0xF_0000
    }
    return (time << Ticks.shift, high)
  }
}

extension Ticks {
  /// Exponent and mantissa of a time, in bits 20 to 31, at least as long. (SC7)
  static func encode(_ ticks: UInt32) -> UInt32 {
    if ticks == never { return 0 }
    var exponent: UInt32 = 10
    var mantissa = ticks
    while mantissa > 255 && exponent > 1 {
      mantissa = (mantissa + 3) >> 2
      exponent -= 1
    }
    return min(mantissa, 255) << 24 | exponent << 20
  }
}
