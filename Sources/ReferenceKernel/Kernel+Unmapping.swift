/// The system call fpage_unmap, from registers. (UM1)
extension Kernel where Hardware: ~Copyable {
  /// Interrupted, the call is executed again, and goes on where it was: nobody is locked out meanwhile, and
  /// what was mapped behind its back is as if it came later. (UM12, UM15, N2)
  mutating func fpageUnmap() {
    let call = current.pointee.registers
    var continuation = beginUnmap(task(current), fpage: call.eax, mask: call.ecx)
    if !finish(&continuation, for: current) { restart(current) }
  }

  /// Does the rest of an operation for a thread, from where it was left.
  ///
  /// - Returns: False if an interrupt came in between; then the thread knows where that was.
  mutating func finish(_ continuation: inout Continuation, for thread: Block) -> Bool {
    if thread.pointee.progress.isInItem && !continuation.isFinished {
      continuation.go(on: thread.pointee.progress.rest)
    }
    thread.pointee.progress.isInItem = false
    while step(&continuation) {
      guard machine.isInterruptPending else { continue }
      // Of the ports of a task that is being deleted those that remain are found without.
      thread.pointee.progress.isInItem = continuation.operation != .deletePorts
      thread.pointee.progress.rest = continuation.rest
      return false
    }
    return true
  }

  /// The call of a thread is executed again, as if it had not begun.
  func restart(_ thread: Block) { thread.pointee.registers.eip &-= 2 }
}
