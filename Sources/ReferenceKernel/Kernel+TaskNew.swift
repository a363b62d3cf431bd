/// The system call task_new. (TN1)
extension Kernel where Hardware: ~Copyable {
  /// Deletes a task, if it is active, with its clan and all clans below; then makes an active task or an
  /// inactive one of the number. Only the chief may; of an id of a former incarnation nobody is. (TN1 … TN9)
  mutating func taskNew() {
    let caller = current
    let call = caller.pointee.registers
    let creator = task(caller)
    let id = call.partner
    let pager = ThreadID(low: call.ebx, high: call.ebp)
    guard let number = number(of: id), id.low == pools.tasks[number].id.low,
      pools.tasks[number].chief == creator
    else { return answer(caller, .none) }  // TN2
    var chief = creator
    if pager == .none {
      guard let receiver = newChief(call.eax, of: number) else { return answer(caller, .none) }
      chief = receiver
    } else if pools.tasks[creator].nest >= layout.greatestDepth {
      return answer(caller, .none)  // TN6
    }
    guard end(number, by: caller) else {
      // As if it had not begun: executed again, it goes on with what is left of the task.
      caller.pointee.registers.eip &-= Self.trapLength
      return
    }
    setChief(of: number, to: chief)
    renew(number)
    if pager != .none { create(number, by: caller, call, pager) }
    answer(caller, pools.tasks[number].id)
  }

  private func answer(_ caller: Block, _ id: ThreadID) {
    caller.pointee.registers.esi = id.low
    caller.pointee.registers.edi = id.high
  }

  /// Whom a number is given to: an active task that does not end with it. (TN4, U10, I-TH3)
  private func newChief(_ word: UInt32, of number: TaskNumber) -> TaskNumber? {
    let id = ThreadID(low: word, high: 0)
    guard word != 0, id.taskNumber < layout.taskCount, id.taskNumber >= 0 else { return nil }
    let chief = id.taskNumber
    let isOfNow = id.task.low == pools.tasks[chief].id.low
    return isOfNow && isActive(chief) && chief != number && !isBelow(chief, number) ? chief : nil
  }

  /// The new task: an empty space, and lthread 0 that begins with what the call says. (TN3, TN5)
  private mutating func create(
    _ number: TaskNumber, by caller: Block, _ call: Registers, _ pager: ThreadID
  ) {
    createTask(number)
    pools.tasks[number].mcp = min(
      pools.tasks[task(caller)].mcp, UInt8(truncatingIfNeeded: call.eax))
    let first = blocks + (number << 7)
    activate(first, like: caller)
    first.pointee.registers.eip = call.edx
    first.pointee.registers.esp = call.ecx
    first.pointee.pager = pager
    makeReady(first)
  }

  /// Ends a task with everybody below it, piece by piece: first nobody of them can do anything any more,
  /// then their spaces are taken apart, and only then they are gone. (TN7, AS16, TN9)
  ///
  /// - Returns: False if an interrupt came in between; the task is still there then, without threads.
  private mutating func end(_ top: TaskNumber, by caller: Block) -> Bool {
    if pools.tasks[top].state == .inactive { return true }
    for task in 1..<layout.taskCount where isEnding(task, with: top) { deleteThreads(of: task) }
    for task in 1..<layout.taskCount where isEnding(task, with: top) {
      var continuation = beginDelete(task)
      caller.pointee.progress.resume(&continuation)
      while step(&continuation) {
        guard machine.isInterruptPending else { continue }
        if continuation.operation == .delete { caller.pointee.progress.hold(continuation) }
        return false
      }
      if task != top { pools.tasks[task].isEnded = true }
    }
    let chief = pools.tasks[top].chief
    for task in 1..<layout.taskCount where task != top && isBelow(task, top) {
      pools.tasks[task].isReverted = true
    }
    for task in 1..<layout.taskCount where pools.tasks[task].isReverted {
      pools.tasks[task].isReverted = false
      if let chief { setChief(of: task, to: chief) }  // U11
      if pools.tasks[task].isEnded { renew(task) }
      pools.tasks[task].isEnded = false
    }
    return true
  }

  private func isEnding(_ task: TaskNumber, with top: TaskNumber) -> Bool {
    pools.tasks[task].state != .inactive && (task == top || isBelow(task, top))
  }

  private mutating func deleteThreads(of task: TaskNumber) {
    while let lthread = pools.tasks[task].threads.first(from: 0) {
      pools.tasks[task].threads.remove(lthread)
      delete(blocks + (task << 7 + lthread))
    }
  }

  /// A number gets a chief. What is in its id of that changes with it.
  mutating func setChief(of task: TaskNumber, to chief: TaskNumber?) {
    pools.tasks[task].chief = chief
    pools.tasks[task].nest = chief.map { pools.tasks[$0].nest + 1 } ?? 0
    setID(of: task)
  }

  /// A new incarnation: no id of the former ones is ever its own. (A6, TN12, TN13, I-TH1)
  mutating func renew(_ task: TaskNumber) {
    pools.tasks[task].version &+= 1
    setID(of: task)
  }

  private mutating func setID(of task: TaskNumber) {
    let entry = pools.tasks[task]
    pools.tasks[task].id = .task(
      task, version: entry.version & 0x3FFF, chief: entry.chief, nest: entry.nest)
  }
}
