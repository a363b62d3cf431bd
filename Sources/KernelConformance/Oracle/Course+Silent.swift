import IPC
import Logic
import Microkernel
import Threads
import Vocabulary

// What happens without an operation of the program: the rest of transfers, timeouts, instructions
// that are executed again. (N1)
extension Course {
  /// The threads that execute their last instruction again before anything else happens: those that
  /// run now, or where nobody keeps count of that, all that could. (PF-5)
  func retrying(on model: StageModel<V>) -> V.Bits {
    guard moment.outstanding.mask != 0 else { return .empty }
    let able = (moment.outstanding & moment.kernel.runnable) - tried
    return model.stage.schedules ? able & moment.kernel.threads.running : able
  }

  /// The transfers that go on: nobody is asked for a page of either partner.
  var copying: V.Bits {
    let ipc = moment.kernel.ipc
    guard ipc.sending.mask != 0 else { return .empty }
    var able = V.Bits.empty
    ipc.sending.forEach { sender in
      let both = V.Bits(id: sender) | ipc.peer[row: sender]
      if (both & ipc.calledFor).mask == 0 { able |= V.Bits(id: sender) }
    }
    return able
  }

  /// A thread executes its last instruction again: the ways in which that can go.
  func retry(_ thread: Int, on model: StageModel<V>) -> [Course] {
    let name = V.Bits(id: thread)
    if let call = moment.call(of: thread), missingHeader(of: call, on: model) == nil {
      var course = self
      course.moment.forget(name)
      return course.ways(model.action(.ipc(call)), on: model)
    }
    let slot = V.Bits(id: Int(moment.place[row: thread].value))
    let action = KernelAction<V>.access(
      slot, write: V.Truth(moment.writing.has(thread)), by: name)
    return ways(action, on: model).map { course in
      var course = course
      if (course.moment.outstanding & course.moment.kernel.runnable).has(thread) {
        course.tried |= name
      }
      return course
    }
  }

  /// The ways in which an action can go: one, unless the kernel may choose who runs after it. (U17)
  func ways(
    _ action: KernelAction<V>, by actor: Int? = nil, asking operation: KernelOperation? = nil,
    on model: StageModel<V>
  ) -> [Course] {
    if case .ipc(let call)? = operation, let slot = missingHeader(of: call, on: model) {
      let name = V.Bits(id: Int(call.caller.rawValue))
      let fault = KernelAction<V>.access(slot, write: V.Truth(false), by: name)
      return ways(fault, on: model).map { course in
        var course = course
        course.moment.repeats(call)
        return course
      }
    }
    var course = self
    let runner = moment.kernel.threads.running
    let effects = course.perform(action, by: actor, asking: operation, on: model)
    let mayHandOver =
      model.chooses && runner.mask != 0
      && effects.deliveries.sender.ids(meeting: runner).mask != 0
    guard mayHandOver else { return [course] }
    var other = self
    other.perform(action, by: actor, asking: operation, on: model, directly: true)
    return other == course ? [course] : [course, other]
  }

  /// The page with the header of the message that a call sends, if it is missing: the call has not
  /// begun then, and is executed again, like any other instruction. (PF-1, PF-5)
  private func missingHeader(
    of call: KernelOperation.ThreadCall, on model: StageModel<V>
  ) -> V.Bits? {
    guard let send = call.send, send.isHeaderInPage, send.parts > 0 else { return nil }
    let slot = model.platform.buffer[row: Int(call.caller.rawValue)]
    return (slot - moment.kernel.spaces.mapped).mask == 0 ? nil : slot
  }

  /// What can happen next without an operation. Whoever runs, with an instruction to execute again, does
  /// so before transfers go on; a timeout that is due may pass before as well as after. (IPC-36)
  func silent(on model: StageModel<V>) -> (ways: [Course], isBusy: Bool) {
    let retrying = retrying(on: model)
    var ways: [Course] = []
    retrying.forEach { ways += retry($0, on: model) }
    let isBusy = !ways.isEmpty
    // Before it leaves for a thread, a kernel may go on with transfers; then another may be its turn.
    if !isBusy || model.stage.schedules { ways += copies(on: model) }
    moment.kernel.ipc.due.forEach { ways += self.ways(.expire(V.Bits(id: $0)), on: model) }
    return (ways, isBusy)
  }

  /// The ways in which transfers go on.
  private func copies(on model: StageModel<V>) -> [Course] {
    var ways: [Course] = []
    copying.forEach { sender in
      ways += self.ways(
        .copy(V.Bits(id: sender), senderFaults: V.Truth(false), receiverFaults: V.Truth(false)),
        on: model)
    }
    return ways
  }

  /// Whether something is to happen before the clock can tick: timeouts whose time has come pass, and
  /// a transfer goes on for as long as nothing is missing, unless there is somebody of a higher
  /// priority. (IPC-36, SC1)
  ///
  /// That a transfer goes on is not what the rules promise; but a kernel that leaves it for whatever
  /// else there is would never be done with one.
  var isLate: Bool {
    if moment.kernel.ipc.due.mask != 0 { return true }
    let copying = copying
    guard copying.mask != 0 else { return false }
    let priority = moment.kernel.threads.priority
    let highest = priority.largest(of: moment.kernel.runnable)
    var isLate = false
    copying.forEach { if highest.value <= priority[row: $0].value { isLate = true } }
    return isLate
  }
}
