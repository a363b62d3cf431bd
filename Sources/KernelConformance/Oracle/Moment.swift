import AddressSpaces
import IPC
import KernelPrograms
import Logic
import Microkernel
import Threads
import Vocabulary

/// A state of a kernel on a stage: that of the specification, and what user code is going to do by
/// itself: the instructions that have faulted, and are executed again. (PF-5)
struct Moment<V: MachineValues>: Hashable, Sendable {
  var kernel: KernelState<V>
  /// The threads whose last instruction is a read or write that was not executed yet.
  var outstanding = V.Bits.empty
  /// Those of them that write.
  var writing = V.Bits.empty
  /// The slot that each of them is about.
  var place = Numbers<V, Thread, 12>()
  /// Of those that miss the header of a message: the call that they execute again. (PF-5)
  var calls: [KernelOperation.ThreadCall] = []

  init(_ kernel: KernelState<V>) { self.kernel = kernel }

  mutating func suspend(_ thread: V.Bits, at slot: V.Bits, writes: Bool) {
    outstanding |= thread
    writing |= thread.when(V.Truth(writes))
    place.set(V.Count(UInt32(slot.first ?? 0)), at: thread)
  }

  mutating func forget(_ threads: V.Bits) {
    guard (outstanding & threads).mask != 0 else { return }
    outstanding -= threads
    writing -= threads
    place.set(V.Count(0), at: threads)
    if !calls.isEmpty { calls.removeAll { threads.has(Int($0.caller.rawValue)) } }
  }

  /// The call that a thread executes again, if it is one.
  func call(of thread: Int) -> KernelOperation.ThreadCall? {
    calls.isEmpty ? nil : calls.first { Int($0.caller.rawValue) == thread }
  }

  /// Calls that name one of some threads name a former incarnation from now on. (A6, TN12)
  mutating func outdate(_ stale: V.Bits) {
    for index in calls.indices {
      guard case .thread(var named) = calls[index].partner, stale.has(Int(named.thread.rawValue))
      else { continue }
      named.isFormer = true
      calls[index].partner = .thread(named)
    }
  }

  /// Notes that a thread has met a fault in the instruction of a call.
  mutating func repeats(_ call: KernelOperation.ThreadCall) {
    let caller = Int(call.caller.rawValue)
    guard outstanding.has(caller), self.call(of: caller) == nil else { return }
    calls.append(call)
    calls.sort { $0.caller.rawValue < $1.caller.rawValue }
  }
}

/// What a step showed so far, or will have shown when it is over.
struct Shown: Hashable, Sendable {
  /// In order of threads.
  var returns: [Return] = []
  var accesses: [Access] = []
  /// What the call of the actor answered, as far as that is defined.
  var reply: Reply?
  var isSkipped = false
  /// The cases of the rules that applied, which cannot be seen from outside.
  var cases = CaseNote()

  mutating func add(_ new: Return) {
    let index = returns.firstIndex { $0.thread > new.thread } ?? returns.count
    returns.insert(new, at: index)
  }

  mutating func add(_ new: Access) {
    let index = accesses.firstIndex { $0.thread > new.thread } ?? accesses.count
    accesses.insert(new, at: index)
  }
}

/// One of the ways in which a step can have gone so far.
struct Course<V: MachineValues>: Hashable, Sendable {
  var moment: Moment<V>
  var shown = Shown()
  /// The threads whose instruction faulted again in this step though nobody could be asked: they do
  /// not try a third time before the next one. (U27)
  var tried = V.Bits.empty
  /// The ways of the actions through the rules, where they are recorded; the kind of the action is part
  /// of each.
  var paths: [UInt64] = []

  init(_ moment: Moment<V>) { self.moment = moment }
}

extension Course {
  /// Performs an action, and keeps what it shows. (N1)
  @discardableResult
  mutating func perform(
    _ action: KernelAction<V>, by actor: Int? = nil, asking operation: KernelOperation? = nil,
    on model: StageModel<V>, directly: Bool = false
  ) -> Effects<V, 12> {
    let (formerVisible, formerNamed, formerAsked) = (
      moment.kernel.ipc.formerVisible, moment.kernel.ipc.formerNamed,
      moment.kernel.ipc.formerAsked
    )
    let calledFor = moment.kernel.ipc.calledFor
    let (effects, path) = V.recording {
      moment.kernel.perform(action, on: model.platform, directly: V.Truth(directly))
    }
    if let path { paths.append(path ^ action.kindNumber << 58) }
    let done = effects.deliveries
    done.returned.forEach { thread in
      let sender = done.sender[row: thread]
      let isFormer = !(sender & formerVisible).isEmpty.value
      let isOfKernel = !(sender & calledFor).isEmpty.value
      let isGone = !(sender & (isOfKernel ? formerAsked : formerNamed)).isEmpty.value
      shown.add(result(of: thread, done, isFormer: isFormer, isGone: isGone))
    }
    shown.cases.add(effects.pages, effects.answer)
    if let actor, let operation {
      shown.reply = reply(to: operation, effects.answer, of: actor, on: model)
    }
    follow(action, effects, on: model)
    return effects
  }

  /// The result of the call of a thread. (IPC-21, IPC-40)
  private func result(
    of thread: Int, _ done: Deliveries<V, 12>, isFormer: Bool, isGone: Bool
  ) -> Return {
    var result = Return(thread: thread, code: done.code[row: thread].value)
    if done.interrupted.has(thread) {
      let source = moment.kernel.ipc.handler.ids(meeting: V.Bits(id: thread)).first
      result.source = .interrupt(source ?? 0)
    } else if let source = done.source[row: thread].first {
      result.source = isFormer ? .former(source) : .thread(source)
    }
    result.isDeceived = done.deceived.has(thread)
    result.isMapped = done.mapped.has(thread)
    result.isRedirected = done.redirected.has(thread)
    result.isFromInside = done.inner.has(thread)
    result.word = done.word.has(thread)
    if let destination = done.destination[row: thread].first {
      result.destination = isGone ? .former(destination) : .thread(destination)
    }
    return result
  }

  /// What user code does because of a step: a thread that did not reach a page is at that instruction
  /// still; one that got other registers is somewhere else. (PF-5, EX6, EX7)
  private mutating func follow(
    _ action: KernelAction<V>, _ effects: Effects<V, 12>, on model: StageModel<V>
  ) {
    switch action {
    case .access(let page, let write, let thread):
      if case .access(.fault) = effects.answer {
        moment.suspend(thread, at: page, writes: write.value)
      } else {
        moment.forget(thread)
        if case .access(.accessed) = effects.answer {
          let frame = moment.kernel.spaces.frame(at: page).translated.first
          shown.add(Access(thread: thread.first ?? 0, frame: frame))
        }
      }
    case .exRegs(let change, _):
      if case .exRegs(let result) = effects.answer, result.outcome == .changed,
        change.registers != nil
      {
        moment.forget(change.target)
      }
    case .taskNew:
      if case .taskNew(let result) = effects.answer {
        moment.forget(result.stale)
        moment.outdate(result.stale)
      }
    default: break
    }
    moment.forget(moment.outstanding - moment.kernel.threads.existing)
  }
}

extension KernelAction {
  /// The position of the action's kind among those that have paths of their own.
  var kindNumber: UInt64 {
    switch self {
    case .ipc: 1
    case .idNearest: 2
    case .unmap: 3
    case .threadSwitch: 4
    case .threadSchedule: 5
    case .exRegs: 6
    case .taskNew: 7
    case .access: 8
    case .fault: 9
    case .exception: 10
    case .loadExceptionTable: 11
    case .copy: 12
    case .expire: 13
    case .tick: 14
    case .interrupt: 15
    }
  }
}
