/// The ways into the kernel. (0.4, N1)
///
/// A thread runs, or the kernel idles, and what is asked of the kernel is in the registers of the current
/// thread. On return `currentThread` goes on, in its space, which is loaded.
extension Kernel where Hardware: ~Copyable {
  /// A system call: int 0x30 … 0x36. What it was asked and what it answers are in the registers of the
  /// current thread; the instruction pointer is behind the instruction.
  public mutating func systemCall(vector: UInt32) {
    if vector == 0x30 && configuration.usesFastPath && fastIPC() { return }
    enter()
    if current == idle { return }
    // What a call left that was interrupted is of use only if it is executed again.
    if vector != 0x32 && vector != 0x36 { current.pointee.progress.isInItem = false }
    switch vector {
    case 0x30: ipc()
    case 0x31: idNearest()
    case 0x32: fpageUnmap()
    case 0x33: threadSwitch()
    case 0x34: threadSchedule()
    case 0x35: exRegs()
    case 0x36: taskNew()
    default: mirror(13, vector << 3 | 2)  // EXC-2
    }
    endStep()
    leave()
  }

  /// A page fault of the current thread. (PF-1)
  public mutating func pageFault(address: UInt32, isWrite: Bool) {
    enter()
    if current == idle { return }
    beginFault(current, address & ~3 | (isWrite ? 2 : 0))
    endStep()
    leave()
  }

  /// The current thread may not use an I/O port: a page fault whose address is an I/O fpage. (IO6, U7)
  public mutating func portFault(port: UInt32) {
    enter()
    if current == idle { return }
    beginFault(current, 0xF000_0000 | (port & 0xFFFF) << 12 | profile.portGranularity << 2)
    endStep()
    leave()
  }

  /// An exception, or a trap, of the current thread. (EXC-1)
  ///
  /// - Parameter code: What the processor pushes for this vector, or 0.
  public mutating func exception(vector: UInt32, code: UInt32) {
    enter()
    if current == idle { return }
    mirror(vector, code)
    endStep()
    leave()
  }

  /// LIDT of the current thread, which is emulated; the instruction pointer is not changed. (EXC-1)
  public mutating func loadExceptionTable(address: UInt32) {
    enter()
    if current == idle { return }
    setExceptionTable(address)
    leave()
  }

  /// An interrupt of a line. (INT-1)
  public mutating func interrupt(line: Int) {
    enter()
    raise(line)
    endStep()
    leave()
  }

  /// 1024 microseconds have passed.
  public mutating func timerTick() {
    enter()
    tick()
    leave()
  }

  private mutating func enter() {
    eventCounters.kernelEntries &+= 1
    lastRun = current
  }
}
