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
    guard let number = number(of: id), id == pools.tasks[number].id,
      pools.tasks[number].chief == creator
    else { return answer(caller, .none) }  // TN2
    var chief = creator
    if pager == .none {
      guard let receiver = newChief(call.eax, of: number) else { return answer(caller, .none) }
      chief = receiver
    } else if pools.tasks[creator].nest >= layout.greatestDepth {
      return answer(caller, .none)  // TN6
    }
    guard end(number, by: caller) else { return restart(caller) }
    setChief(of: number, to: chief)
    renew(number)
    if pager != .none {
      // An empty space, and lthread 0 that begins with what the call says. (TN3, TN5)
      createTask(number)
      pools.tasks[number].mcp = min(
        pools.tasks[creator].mcp, UInt8(truncatingIfNeeded: call.eax))
      start(number, like: caller, call.edx, call.ecx, pager: pager)
    }
    answer(caller, pools.tasks[number].id)
  }

  private func answer(_ caller: Block, _ id: ThreadID) { caller.pointee.registers.partner = id }

  /// Whom a number is given to: an active task that does not end with it. (TN4, U10, I-TH3)
  private func newChief(_ word: UInt32, of number: TaskNumber) -> TaskNumber? {
    let id = ThreadID(low: word, high: 0).task
    guard let chief = self.number(of: id), pools.tasks[chief].id.low == id.low, isActive(chief),
      chief != number, !isBelow(chief, number)
    else { return nil }
    return chief
  }

  /// Ends a task with everybody below it, piece by piece: first nobody of them can do anything any more,
  /// then their spaces are taken apart, and only then they are gone. (TN7, AS16, TN9) The task itself is
  /// the last: as long as it is there, a call that is executed again knows that others may be left.
  ///
  /// - Returns: False if an interrupt came in between; the task is still there then, without threads.
  private mutating func end(_ top: TaskNumber, by caller: Block) -> Bool {
    if pools.tasks[top].state == .inactive { return true }
    for task in 1..<layout.taskCount where isEnding(task, with: top) { deleteThreads(of: task) }
    for task in 1..<layout.taskCount where task != top && isEnding(task, with: top) {
      guard erase(task, by: caller) else { return false }
      pools.tasks[task].isEnded = true
    }
    guard erase(top, by: caller) else { return false }
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

  /// Takes the space of a task apart, or a piece of it: false if an interrupt waits.
  private mutating func erase(_ task: TaskNumber, by caller: Block) -> Bool {
    var continuation = beginDelete(task)
    return finish(&continuation, for: caller)
  }

  private func isEnding(_ task: TaskNumber, with top: TaskNumber) -> Bool {
    pools.tasks[task].state != .inactive && (task == top || isBelow(task, top))
  }

  mutating func deleteThreads(of task: TaskNumber) {
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
