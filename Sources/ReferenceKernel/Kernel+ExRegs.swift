/// The system call lthread_ex_regs. (EX1)
extension Kernel where Hardware: ~Copyable {
  /// Sets instruction and stack pointer, pager and preempter of a thread of the invoker's task, or makes an
  /// inactive one active; all ones stay as they are. Whatever the target is blocked in ends. (EX2 … EX11)
  mutating func exRegs() {
    eventCounters.exRegs &+= 1
    let caller = current
    let call = caller.pointee.registers
    let target = blocks + (task(caller) << 7 + Int(truncatingIfNeeded: call.eax & 127))
    let old = target.pointee
    if old.state == .inactive {
      guard call.ecx != ~0, call.edx != ~0 else { return answer(caller, old) }
      activate(target, like: caller)
      makeReady(target)
    } else if target != caller {
      cancel(target)  // U9
    }
    if old.state == .halted && call.edx != ~0 {
      target.pointee.state = .ready
      makeReady(target)
    }
    if call.ecx != ~0 { target.pointee.registers.esp = call.ecx }
    if call.edx != ~0 {
      target.pointee.registers.eip = call.edx
      target.pointee.exception = 0
    }
    if call.partner != .invalid { target.pointee.pager = call.partner }
    let preempter = ThreadID(low: call.ebx, high: call.ebp)
    if preempter != .invalid { target.pointee.preempter = preempter }
    target.pointee.progress.isInItem = false
    answer(caller, old)
  }

  /// The values before, which are those of the user program wherever the thread is. (EX1, EX10)
  private func answer(_ caller: Block, _ old: ThreadControlBlock) {
    caller.pointee.registers.eax = old.registers.eflags
    caller.pointee.registers.ecx = old.registers.esp
    caller.pointee.registers.edx = old.registers.eip
    caller.pointee.registers.partner = old.pager
    caller.pointee.registers.ebx = old.preempter.low
    caller.pointee.registers.ebp = old.preempter.high
  }

  /// A thread exists from now on, with priority and time slice of its creator, and without a pager. (EX3,
  /// TN3, U8)
  mutating func activate(_ thread: Block, like creator: Block) {
    let number = thread - blocks
    let task = number >> 7
    thread.pointee = ThreadControlBlock()
    thread.pointee.id = pools.tasks[task].id.thread(number & 127)
    thread.pointee.state = .ready
    thread.pointee.priority = creator.pointee.priority
    thread.pointee.slice = creator.pointee.slice
    thread.pointee.sliceWord = creator.pointee.sliceWord
    thread.pointee.hurdles = creator.pointee.hurdles & ThreadControlBlock.hasNoSlice
    thread.pointee.task = UInt32(truncatingIfNeeded: task)
    thread.pointee.directory = directoryAddress(of: task)
    thread.pointee.registers.cs = configuration.userCode
    thread.pointee.registers.ss = configuration.userData
    thread.pointee.registers.eflags = configuration.userFlags
    clearList(place(thread) &+ ThreadControlBlock.senders)
    pools.tasks[task].threads.insert(number & 127)
  }
}
