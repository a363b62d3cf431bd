/// Exceptions and traps are mirrored to the thread itself. (EXC-1)
extension Kernel where Hardware: ~Copyable {
  /// The thread goes on in its own handler, with flags and instruction pointer on its stack, and on top the
  /// code of those vectors that have one (EXC-2). Without a handler it is shut down; nobody else is
  /// concerned. (EXC-3, EXC-4)
  ///
  /// A page of the stack or of the table that is missing is an ordinary page fault. The exception waits for
  /// its end: a trap does not occur again, for its instruction is done.
  mutating func mirror(_ vector: UInt32, _ code: UInt32) {
    let thread = current
    guard let missing = deliver(vector, code) else { return }
    thread.pointee.exception = vector + 1
    thread.pointee.exceptionCode = code
    beginFault(thread, missing)
  }

  /// The exception of the thread that goes on, if its page fault has ended.
  mutating func mirrorAgain() {
    while current != idle && current.pointee.exception != 0 {
      let vector = current.pointee.exception - 1
      current.pointee.exception = 0
      mirror(vector, current.pointee.exceptionCode)
      endStep()
      continueTransfers()
    }
  }

  /// - Returns: The address of a page fault; nothing has been written then.
  private mutating func deliver(_ vector: UInt32, _ code: UInt32) -> UInt32? {
    let thread = current
    let table = thread.pointee.exceptionTable
    guard table != 0, vector < Self.vectors else { return shutDown(thread) }
    let gate = table &+ vector << 3
    guard let low = userWord(task(thread), gate) else { return gate }
    guard let high = userWord(task(thread), gate &+ 4) else { return gate &+ 4 }
    let handler = high & 0xFFFF_0000 | low & 0xFFFF
    guard handler != 0, handler >> 12 < layout.limitPage else { return shutDown(thread) }
    let hasCode = Self.withCode & 1 << vector != 0
    let stack = (thread.pointee.registers.esp & ~3) &- (hasCode ? 12 : 8)
    for place in 0..<(hasCode ? 3 : 2) as Range<UInt32> {
      let address = stack &+ place << 2
      guard physicalAddress(task(thread), address, isWrite: true) != nil else {
        guard address >> 12 < layout.limitPage else { return shutDown(thread) }
        return address | 2
      }
    }
    let registers = thread.pointee.registers
    _ = setUserWord(task(thread), stack, to: hasCode ? code : registers.eip)
    _ = setUserWord(task(thread), stack &+ 4, to: hasCode ? registers.eip : registers.eflags)
    if hasCode { _ = setUserWord(task(thread), stack &+ 8, to: registers.eflags) }
    thread.pointee.registers.esp = stack
    thread.pointee.registers.eip = handler
    eventCounters.exceptions &+= 1
    return nil
  }

  /// How many vectors are the processor's own, and which of them push a code.
  private static var vectors: UInt32 { 32 }
  private static var withCode: UInt32 { 1 << 8 | 0x1F << 10 | 1 << 17 }

  /// The thread runs nothing until lthread_ex_regs starts it again. (EXC-3)
  private mutating func shutDown(_ thread: Block) -> UInt32? {
    thread.pointee.state = .halted
    return nil
  }

  /// Whose handlers a thread has from now on: none for a table that is not in user memory. (EXC-3)
  mutating func setExceptionTable(_ address: UInt32) {
    let end = address &+ Self.vectors << 3
    let isValid = end > address && (end - 1) >> 12 < layout.limitPage
    current.pointee.exceptionTable = isValid ? address : 0
  }
}
