/// A whole kernel: what its threads do, and what can be seen of it.
///
/// Time is virtual: it goes on with `timerTick()` only. Everything is deterministic.
extension HostedKernel {
  /// Starts sigma0 and the root task. (`Kernel.boot`)
  public func boot(_ parameters: BootParameters = BootParameters()) { kernel.boot(parameters) }

  /// The thread that runs; nil while the kernel idles.
  public var currentThread: ThreadNumber? { kernel.currentThread }

  /// Lets a thread that is ready run now, as if the one that runs had switched to it.
  ///
  /// - Returns: False, and nothing changes, if the thread is not ready.
  @discardableResult
  public func run(_ thread: ThreadNumber) -> Bool { kernel.run(thread) }

  /// Lets transfers go on that have a lower priority than the thread that runs, as if all threads had
  /// nothing else to do for a while.
  public func finishTransfers() { kernel.finishTransfers() }

  /// A system call of the current thread, whose registers say which. (`Kernel.systemCall`)
  public func systemCall(_ vector: UInt32) { kernel.systemCall(vector: vector) }

  /// The same with the registers of the call, as `thread` executes it.
  public func systemCall(
    _ vector: UInt32, by thread: ThreadNumber, _ change: (inout Registers) -> Void
  ) {
    var registers = kernel.registers(of: thread)
    change(&registers)
    registers.eip &+= 2
    kernel.setRegisters(of: thread, to: registers)
    kernel.systemCall(vector: vector)
  }

  /// What the current thread and the hardware can do besides.
  public func pageFault(address: UInt32, isWrite: Bool) {
    kernel.pageFault(address: address, isWrite: isWrite)
  }
  public func portFault(port: UInt32) { kernel.portFault(port: port) }
  public func exception(vector: UInt32, code: UInt32 = 0) {
    kernel.exception(vector: vector, code: code)
  }
  public func loadExceptionTable(address: UInt32) { kernel.loadExceptionTable(address: address) }
  public func interrupt(line: Int) { kernel.interrupt(line: line) }
  public func timerTick() { kernel.timerTick() }

  /// What is seen of threads and tasks.
  public func registers(of thread: ThreadNumber) -> Registers { kernel.registers(of: thread) }
  public func setRegisters(of thread: ThreadNumber, to registers: Registers) {
    kernel.setRegisters(of: thread, to: registers)
  }
  public func threadState(_ thread: ThreadNumber) -> ThreadState { kernel.threadState(thread) }
  public func pagerCall(of thread: ThreadNumber) -> PagerCall { kernel.pagerCall(of: thread) }
  public func id(of thread: ThreadNumber) -> ThreadID { kernel.id(of: thread) }
  public func taskID(_ task: TaskNumber) -> ThreadID { kernel.taskID(task) }

  /// How often what happened since boot.
  public var eventCounters: EventCounters { kernel.eventCounters }

  /// Whether an interrupt waits: then long operations are cut into pieces. (N4)
  public var isInterruptPending: Bool {
    get { kernel.machine.isInterruptPending }
    set { kernel.machine.isInterruptPending = newValue }
  }

  /// Whether a line of the interrupt controller is masked.
  public func isMasked(line: Int) -> Bool { kernel.machine.maskedLines & 1 << UInt32(line) != 0 }

  /// A user access of the current thread: a fault leads into the kernel, as it does on hardware.
  ///
  /// - Returns: Whether it was a hit.
  @discardableResult
  public func touch(_ address: UInt32, write: Bool) -> Bool {
    guard kernel.currentThread != nil else { return false }
    if kernel.machine.access(address, write: write) != .fault { return true }
    kernel.pageFault(address: address, isWrite: write)
    return false
  }

  /// A port instruction of the current thread; without the port it leads into the kernel. (IO6)
  @discardableResult
  public func touchPort(_ port: UInt32) -> Bool {
    guard kernel.currentThread != nil else { return false }
    if port < 65536 && kernel.machine.portAccess(port) { return true }
    kernel.portFault(port: port)
    return false
  }

  /// What a task would read at an aligned address, without a trace in the machine; nil if it cannot.
  public func peek(_ task: TaskNumber, _ address: UInt32) -> UInt32? {
    kernel.userWord(task, address)
  }

  /// Writes where a task maps an aligned address, without a trace in the machine and whatever its rights.
  @discardableResult
  public func poke(_ task: TaskNumber, _ address: UInt32, _ word: UInt32) -> Bool {
    guard let place = kernel.physicalAddress(task, address, isWrite: false) else { return false }
    kernel.machine.setPhysicalWord(at: place & ~3, to: word)
    return true
  }
}

extension Kernel where Hardware == HostedMachine {
  /// Goes on with transfers until none can.
  mutating func finishTransfers() {
    while hasTransfers {
      let runner = current
      current = idle
      continueTransfers()
      if runner.pointee.state == .ready { current = runner }
    }
    leave()
  }

  /// Lets a thread that is ready run now. (SC5)
  mutating func run(_ thread: ThreadNumber) -> Bool {
    guard thread >= 0, thread < layout.threadCount, threadState(thread) == .ready else {
      return false
    }
    current = blocks + thread
    leave()
    return true
  }
}
