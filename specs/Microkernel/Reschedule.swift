import IPC
import Logic
import Threads
import Vocabulary

extension Microkernel {
  /// The processor goes to whom it belongs after a step: threads that can run now are ready, those
  /// that cannot are not, and one that got a message may go on in its sender's slice. `before` are
  /// the threads that were ready before the step. (SC9, SC12, EX9)
  @inlinable
  mutating func reschedule(
    _ before: V.Bits, _ effects: inout Effects<V, threadCount>, on platform: Hardware,
    directly: V.Truth
  ) {
    let profile = platform.profile.threads
    guard profile.schedules else { return }
    let runner = threads.running
    threads.makeReady(runnable - threads.ready, profile: profile)
    let woken = (threads.ready & runnable) - before
    let receiver = effects.deliveries.sender.ids(meeting: runner) & woken
    if mayBeDirect(profile) {
      threads.switchDirectly(
        from: runner, to: receiver.when(directly || V.Truth(profile.afterTransfer == .receiver)),
        profile: profile)
    }
    threads.block(threads.ready - runnable, profile: profile)
    let preempted = threads.dispatch(afterWaking: woken | effects.raised, profile: profile)
    if profile.preemptionMessage == .whenPreempted {
      tell(preempted, &effects, on: platform)
    }
  }

  /// A thread that lost the processor to one of higher priority tells its preempter, if it has one;
  /// so does the one that loses it to the preempter, and so on. (PR-1, U28)
  @inlinable
  mutating func tell(
    _ preempted: V.Bits, _ effects: inout Effects<V, threadCount>, on platform: Hardware
  ) {
    let profile = platform.profile.threads
    var preempted = preempted
    for _ in 0..<threadCount {
      let telling = threads.havingPreempter(preempted)
      guard V.holds(!telling.isEmpty, "a thread with a preempter is preempted") else { return }
      effects.deliveries.add(ipc.preempt(telling, in: world(platform)))
      settle(&effects, on: platform)
      let woken = runnable - threads.ready
      threads.makeReady(woken, profile: profile)
      threads.block(threads.ready - runnable, profile: profile)
      preempted = threads.dispatch(afterWaking: woken, profile: profile)
    }
  }

  @inlinable
  func mayBeDirect(_ profile: ThreadsProfile) -> Bool {
    switch profile.afterTransfer {
    case .either, .receiver: true
    case .priority: false
    }
  }

  /// Whether an action can happen: a thread that calls runs, a transfer that goes on is under way, a
  /// timeout that passes has come. (N1, N4, IPC-36)
  @inlinable
  public func permits(_ action: KernelAction<V>, on platform: Hardware) -> V.Truth {
    switch action {
    case .ipc(let call, _, _): runs(call.caller, on: platform)
    case .idNearest(_, let caller), .unmap(_, _, let caller), .threadSwitch(_, let caller),
      .threadSchedule(_, _, _, let caller), .exRegs(_, let caller), .taskNew(_, _, let caller),
      .access(_, _, let caller), .fault(let caller, _), .exception(let caller),
      .loadExceptionTable(let caller, _):
      runs(caller, on: platform)
    case .copy(let sender, _, _):
      ipc.sending.contains(sender)
        && ((sender | ipc.peer[at: sender]) & ipc.calledFor).isEmpty
    case .expire(let thread): ipc.due.contains(thread)
    case .tick: ipc.due.isEmpty
    case .interrupt: V.Truth(true)
    }
  }

  /// Whether a thread executes user code: where nobody keeps count of who runs, any that could.
  @inlinable
  func runs(_ thread: V.Bits, on platform: Hardware) -> V.Truth {
    let could = runnable.contains(thread)
    return platform.profile.threads.schedules ? could && threads.running.contains(thread) : could
  }
}
