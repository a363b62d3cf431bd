/// What can be asked of threads and tasks, and set, by who builds the kernel into a machine.
extension Kernel where Hardware: ~Copyable {
  /// The thread that runs; nil while there is nothing to do.
  public var currentThread: ThreadNumber? { current == idle ? nil : current - blocks }

  /// Where the registers of the current thread are: the processor pushes them there. While the kernel
  /// idles it is a place of nobody.
  public var currentRegisters: UnsafeMutablePointer<Registers> {
    UnsafeMutableRawPointer(current).assumingMemoryBound(to: Registers.self)
  }

  /// The user registers of a thread.
  public func registers(of thread: ThreadNumber) -> Registers {
    (blocks + thread).pointee.registers
  }

  /// Sets the user registers of a thread, which must be ready: those of others describe their calls.
  public mutating func setRegisters(of thread: ThreadNumber, to registers: Registers) {
    (blocks + thread).pointee.registers = registers
  }

  /// What a thread is doing.
  public func threadState(_ thread: ThreadNumber) -> ThreadState { (blocks + thread).pointee.state }

  /// How far the kernel's call to the pager of a thread has come.
  public func pagerCall(of thread: ThreadNumber) -> PagerCall { (blocks + thread).pointee.call }

  /// The id that a thread has, or would have if it existed. (A7)
  public func id(of thread: ThreadNumber) -> ThreadID { taskID(thread >> 7).thread(thread & 127) }

  /// The id of a task number. (A3, TN14)
  public func taskID(_ task: TaskNumber) -> ThreadID { pools.tasks[task].id }
}
