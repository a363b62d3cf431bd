/// The system call fpage_unmap, from registers. (UM1)
extension Kernel where Hardware: ~Copyable {
  /// Interrupted, the call is executed again, and goes on where it was: nobody is locked out meanwhile, and
  /// what was mapped behind its back is as if it came later. (UM12, UM15, N2)
  mutating func fpageUnmap() {
    let thread = current
    var continuation = beginUnmap(
      task(thread), fpage: thread.pointee.registers.eax, mask: thread.pointee.registers.ecx)
    thread.pointee.progress.resume(&continuation)
    while step(&continuation) {
      if machine.isInterruptPending {
        thread.pointee.progress.hold(continuation)
        thread.pointee.registers.eip &-= Self.trapLength
        return
      }
    }
    thread.pointee.progress.isInItem = false
  }
}
