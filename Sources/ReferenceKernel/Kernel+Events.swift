/// The ways into the kernel. (0.4, N1)
///
/// A thread runs, or the kernel idles, and what is asked of the kernel is in the registers of the current
/// thread. On return `currentThread` goes on, in its space, which is loaded.
extension Kernel where Hardware: ~Copyable {
  /// A system call: int 0x30 … 0x36. What it was asked and what it answers are in the registers of the
  /// current thread; the instruction pointer is behind the instruction.
  public mutating func systemCall(vector: UInt32) {
    eventCounters.kernelEntries &+= 1
  }

  /// A page fault of the current thread. (PF-1)
  public mutating func pageFault(address: UInt32, isWrite: Bool) {
    eventCounters.kernelEntries &+= 1
  }

  /// The current thread may not use an I/O port. (IO6, U7)
  public mutating func portFault(port: UInt32) {
    eventCounters.kernelEntries &+= 1
  }

  /// An exception, or a trap, of the current thread. (EXC-1)
  ///
  /// - Parameter code: What the processor pushes for this vector, or 0.
  public mutating func exception(vector: UInt32, code: UInt32) {
    eventCounters.kernelEntries &+= 1
  }

  /// LIDT of the current thread, which is emulated; the instruction pointer is not changed. (EXC-1)
  public mutating func loadExceptionTable(address: UInt32) {
    eventCounters.kernelEntries &+= 1
  }

  /// An interrupt of a line. (INT-1)
  public mutating func interrupt(line: Int) {
    eventCounters.kernelEntries &+= 1
  }

  /// 1024 microseconds have passed.
  public mutating func timerTick() {
    eventCounters.kernelEntries &+= 1
  }

  /// The register path of ipc: call or reply-and-wait with a partner that waits. (Section 7.1)
  ///
  /// - Returns: False, and nothing changed, if there is more to be done: then `systemCall(vector:)`.
  public mutating func fastIPC() -> Bool { false }
}
