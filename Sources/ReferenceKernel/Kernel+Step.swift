/// What one step of the kernel brings, until `finishStep()` does it.
struct Step {
  /// The tasks with threads that go on.
  var woken = TaskSet()
  /// The highest priority of a thread whose turn may come because of the step; none is -1.
  var contender: Int32 = -1
  /// Who may go on in the slice of the thread that runs, which sent it a message. (U17)
  var direct: Block?
  /// Whose receive phase has begun. (IPC-9)
  var arriving: Block?
}

/// Who runs, when everything else is done that the kernel does in one step. (SC9, SC12, EX9, N1)
extension Kernel where Hardware: ~Copyable {
  /// A thread that was blocked can go on. It enters its ring at the end of the step, where all do in the
  /// order of their numbers.
  mutating func wake(_ thread: Block) {
    thread.pointee.state = .ready
    thread.pointee.partner = ThreadControlBlock.nobody
    if thread == current { return }
    let number = thread - blocks
    pools.tasks[number >> 7].woken.insert(number & 127)
    step.woken.insert(number >> 7)
  }

  /// A thread enters its ring now, and is heard when it is decided who runs.
  mutating func makeReady(_ thread: Block) {
    enqueue(thread)
    contend(thread)
  }

  mutating func contend(_ thread: Block) {
    if isQueued(thread) {
      step.contender = max(step.contender, Int32(thread.pointee.priority))
    }
  }

  /// Ends a call of a thread with a result dope. (IPC-40)
  mutating func complete(_ thread: Block, _ dope: UInt32) {
    thread.pointee.registers.eax = dope
    wake(thread)
  }

  /// Receive phases that have begun look for their messages, and the processor goes to whom it belongs.
  mutating func endStep() {
    while let thread = step.arriving {
      step.arriving = nil
      beginReceive(thread)
    }
    finishStep()
  }

  /// Who has the processor keeps it, or hands it on with a message, unless one of those who became ready
  /// has a higher priority. (SC12, U17)
  ///
  /// Who is preempted stays where it is in its ring, with what is left of its slice.
  private mutating func finishStep() {
    let runner = current
    wakeAll()
    if let receiver = step.direct, receiver.pointee.state == .ready, runner != idle {
      current = receiver
    }
    step.direct = nil
    if runner != idle && runner.pointee.state != .ready {
      dequeue(runner)
      if current == runner { freeProcessor() }
    }
    if current == idle || step.contender > Int32(current.pointee.priority) { choose() }
    step.contender = -1
  }

  private mutating func wakeAll() {
    while let task = step.woken.first(from: 0) {
      while let lthread = pools.tasks[task].woken.first(from: 0) {
        pools.tasks[task].woken.remove(lthread)
        let thread = blocks + (task << 7 + lthread)
        if thread.pointee.state == .ready { makeReady(thread) }
      }
      step.woken.remove(task)
    }
  }

  /// The last of each way into the kernel: goes on with transfers that were interrupted, and loads the
  /// space of the thread that goes on.
  mutating func leave() {
    continueTransfers()
    mirrorAgain()
    if current != idle {
      let task = task(current)
      if task != currentTask { load(task) }
    }
    if current != lastRun { eventCounters.otherThreadSwitches &+= 1 }
  }
}
