/// The ways into the kernel. (0.4, N1)
///
/// A thread runs, or the kernel idles, and what is asked of the kernel is in the registers of the current
/// thread. On return `currentThread` goes on, in its space, which is loaded.
extension Kernel where Hardware: ~Copyable {
  /// A system call: int 0x30 … 0x36. What it was asked and what it answers are in the registers of the
  /// current thread; the instruction pointer is behind the instruction.
  public mutating func systemCall(vector: UInt32) {
    if vector == 0x30 && configuration.usesFastPath && fastIPC() { return }
    entry { kernel in
      // What a call left that was interrupted is of use only if it is executed again.
      if vector != 0x32 && vector != 0x36 { kernel.current.pointee.progress.isInItem = false }
      switch vector {
      case 0x30: kernel.ipc()
      case 0x31: kernel.idNearest()
      case 0x32: kernel.fpageUnmap()
      case 0x33: kernel.threadSwitch()
      case 0x34: kernel.threadSchedule()
      case 0x35: kernel.exRegs()
      case 0x36: kernel.taskNew()
      default: kernel.mirror(13, vector << 3 | 2)  // EXC-2
      }
    }
  }

  /// A page fault of the current thread. (PF-1)
  public mutating func pageFault(address: UInt32, isWrite: Bool) {
    entry { $0.beginFault($0.current, address & ~3 | (isWrite ? 2 : 0)) }
  }

  /// The current thread may not use an I/O port: a page fault whose address is an I/O fpage. (IO6, U7)
  public mutating func portFault(port: UInt32) {
    let fpage = 0xF000_0000 | (port & 0xFFFF) << 12 | profile.portGranularity << 2
    entry { $0.beginFault($0.current, fpage) }
  }

  /// An exception, or a trap, of the current thread. (EXC-1)
  ///
  /// - Parameter code: What the processor pushes for this vector, or 0.
  public mutating func exception(vector: UInt32, code: UInt32) {
    entry { $0.mirror(vector, code) }
  }

  /// LIDT of the current thread, which is emulated; the instruction pointer is not changed. (EXC-1)
  public mutating func loadExceptionTable(address: UInt32) {
    entry { $0.setExceptionTable(address) }
  }

  /// An interrupt of a line. (INT-1)
  public mutating func interrupt(line: Int) {
    entry(ofThread: false) { $0.raise(line) }
  }

  /// 1024 microseconds have passed.
  public mutating func timerTick() {
    entry(ofThread: false) { $0.tick() }
  }

  /// What all ways have in common. One that a thread takes is nothing while the kernel idles.
  @inline(__always)
  private mutating func entry(ofThread: Bool = true, _ body: (inout Self) -> Void) {
    eventCounters.otherEntries &+= 1
    lastRun = current
    if ofThread && current == idle { return }
    body(&self)
    endStep()
    leave()
  }
}
