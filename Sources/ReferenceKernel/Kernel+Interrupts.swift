/// Interrupts: a source is a sender of messages without content. (INT-1)
///
/// A line is masked from its interrupt on until its thread receives again; while nobody is associated it
/// is always masked. (INT-11, INT-13)
extension Kernel where Hardware: ~Copyable {
  func isRaised(_ line: UInt32) -> Bool {
    line != ThreadControlBlock.nobody && pools.lines[Int(line)].isRaised
  }

  /// Whether a waiting thread waits for interrupts: for anything, or for its own source. (INT-8)
  func takesInterrupt(_ thread: Block) -> Bool {
    switch thread.pointee.state {
    case .waitingOpen: true
    case .waitingClosed:
      thread.pointee.registers.partner.interruptLine.map {
        UInt32(truncatingIfNeeded: $0) == thread.pointee.line
      } ?? false
    case .inactive, .ready, .pending, .sending, .receiving, .faulting, .stuck, .halted: false
    }
  }

  /// Whether a line is the kernel's own. (INT-15)
  private func isReserved(_ line: Int) -> Bool {
    line < 32 && configuration.reservedLines >> UInt32(truncatingIfNeeded: line) & 1 != 0
  }

  /// An interrupt occurs. One that is still pending is not counted twice; without a thread it is dropped.
  /// (INT-8, INT-9, INT-11, INT-12)
  mutating func raise(_ line: Int) {
    guard line >= 0, line < layout.lineCount, !isReserved(line) else { return }
    machine.maskInterrupt(line: line)
    let handler = pools.lines[line].handler
    if handler == ThreadControlBlock.nobody { return }
    let thread = blocks + Int(truncatingIfNeeded: handler)
    if takesInterrupt(thread) {
      deliver(UInt32(truncatingIfNeeded: line), to: thread)
    } else {
      pools.lines[line].isRaised = true
    }
  }

  /// The thread gets its interrupt. (INT-1, INT-14)
  mutating func deliver(_ line: UInt32, to thread: Block) {
    pools.lines[Int(line)].isRaised = false
    pools.lines[Int(line)].isServed = true
    // What came while it was pending was the same interrupt. (INT-9)
    _ = machine.takeInterrupt(line: Int(line))
    eventCounters.otherMessages &+= 1
    disarm(thread)
    thread.pointee.registers.receive(0, (0, 0), from: .interrupt(Int(line)))
    wake(thread)
  }

  /// The thread receives again, so the next interrupt may come. (INT-13)
  mutating func endService(of thread: Block) {
    let line = thread.pointee.line
    if line == ThreadControlBlock.nobody { return }
    pools.lines[Int(line)].isServed = false
    collect(line)
    if !isRaised(line) { machine.unmaskInterrupt(line: Int(line)) }
  }

  /// What came while an interrupt was being served is pending now. (INT-13)
  private mutating func collect(_ line: UInt32) {
    if line == ThreadControlBlock.nobody || isRaised(line) { return }
    if machine.takeInterrupt(line: Int(line)) { pools.lines[Int(line)].isRaised = true }
  }

  /// Receiving from a source with timeout zero: asks for it, unless an interrupt of the present source is
  /// pending. A receive timeout is the answer that it worked. (INT-2, INT-3, INT-4, U29)
  mutating func associate(_ thread: Block, with line: Int) {
    collect(thread.pointee.line)
    if isRaised(thread.pointee.line) { return deliver(thread.pointee.line, to: thread) }
    let number = number(thread)
    guard line < layout.lineCount, !isReserved(line),
      pools.lines[line].handler == number
        || pools.lines[line].handler == ThreadControlBlock.nobody
    else { return complete(thread, Code.notExistent) }
    release(lineOf: thread)
    pools.lines[line].handler = number
    thread.pointee.line = UInt32(truncatingIfNeeded: line)
    thread.pointee.hurdles |= ThreadControlBlock.handlesInterrupts
    _ = machine.takeInterrupt(line: line)  // INT-11
    machine.unmaskInterrupt(line: line)
    complete(thread, Code.timeout)
  }

  /// Receiving from nobody with timeout zero: gives the source back. (INT-5, IPC-39)
  mutating func dissociate(_ thread: Block) {
    release(lineOf: thread)
    complete(thread, Code.timeout)
  }

  /// The source of a thread, if it has one, is nobody's any more. (INT-11, TN11)
  mutating func release(lineOf thread: Block) {
    let line = thread.pointee.line
    if line == ThreadControlBlock.nobody { return }
    pools.lines[Int(line)] = InterruptLine()
    thread.pointee.line = ThreadControlBlock.nobody
    thread.pointee.hurdles &= ~ThreadControlBlock.handlesInterrupts
    machine.maskInterrupt(line: Int(line))
  }
}

/// One line of the interrupt controller. (INT-13)
struct InterruptLine {
  /// The thread that is associated.
  var handler = ThreadControlBlock.nobody
  /// Whether an interrupt was not delivered yet. (INT-9)
  var isRaised = false
  /// Whether one is being served, until the handler receives again.
  var isServed = false
}
