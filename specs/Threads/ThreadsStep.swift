import ClansAndChiefs
import Logic

/// What can happen to threads, each one step of the kernel. Of ipc there is only what it does to who
/// is ready; who may send to whom is a matter of chapter IPC.
public enum ThreadsStep<V: Values>: Sendable {
  case taskNew(Reference<V>, NewTask<V>, by: V.Bits)
  case exRegs(ExRegs<V>, by: V.Bits)
  case threadSwitch(to: Reference<V>, by: V.Bits)
  case threadSchedule(
    Reference<V>, setting: SchedulingParameters<V>?, externalPreempter: Reference<V>?, by: V.Bits)
  case exception(in: V.Bits, handler: V.Count)
  case loadExceptionTable(of: V.Bits, isValid: V.Truth)
  /// A thread begins to wait.
  case wait(V.Bits)
  /// The waits of threads end: by timeouts, or interrupts.
  case wake(V.Bits)
  /// A message goes to a thread that waits; the sender may have to wait for another in turn.
  case transfer(from: V.Bits, to: V.Bits, waits: V.Truth, switches: V.Truth)
  case tick
}

/// Which case of its rule a step came to.
public enum ThreadsOutcome: Sendable, Hashable {
  case taskNew(ClanCase)
  case exRegs(ExRegsCase)
  case threadSwitch(ThreadSwitchCase)
  case threadSchedule(ThreadScheduleCase)
  case exception(ExceptionCase)
  case done
}

extension ThreadsOutcome: CustomStringConvertible {
  public var description: String {
    switch self {
    case .taskNew(let result): "\(result)"
    case .exRegs(let result): "\(result)"
    case .threadSwitch(let result): "\(result)"
    case .threadSchedule(let result): "\(result)"
    case .exception(let result): "\(result)"
    case .done: "done"
    }
  }
}

extension Threads {
  /// Whether the step can happen: the one who acts can, and the ones who wait do. Where nothing is
  /// scheduled, chapter IPC knows who waits.
  @inlinable
  public func permits(_ step: ThreadsStep<V>, profile: ThreadsProfile) -> V.Truth {
    let acting = profile.schedules ? running : existing - halted
    let waiting = profile.schedules ? existing - halted - ready : existing - halted
    func acts(_ thread: V.Bits) -> V.Truth { !thread.isEmpty && thread.isSubset(of: acting) }
    return switch step {
    case .taskNew(_, _, by: let invoker): acts(invoker)
    case .exRegs(_, by: let invoker): acts(invoker)
    case .threadSwitch(to: _, by: let invoker): acts(invoker)
    case .threadSchedule(_, setting: _, externalPreempter: _, by: let invoker): acts(invoker)
    case .exception(in: let thread, handler: _): acts(thread)
    case .loadExceptionTable(of: let thread, isValid: _): acts(thread)
    case .wait(let thread): acts(thread)
    case .wake(let some): some.isSubset(of: waiting)
    case .transfer(from: let sender, to: let receiver, waits: _, switches: _):
      acts(sender) && receiver.isSubset(of: waiting) && receiver != sender
    case .tick: V.Truth(true)
    }
  }

  /// Takes one step, and decides who runs then.
  @inlinable
  public mutating func take(
    _ step: ThreadsStep<V>, roster: Roster<V, threads, tasks>, profile: ThreadsProfile,
    clansProfile: ClansProfile
  ) -> ThreadsOutcome {
    var woken = V.Bits.empty
    let outcome: ThreadsOutcome
    switch step {
    case .taskNew(let destination, let new, by: let invoker):
      let result = taskNew(
        destination, new, by: invoker, roster: roster, profile: profile,
        clansProfile: clansProfile)
      woken = result.created
      outcome = .taskNew(result.outcome)
    case .exRegs(let change, by: let invoker):
      let result = exRegs(change, by: invoker, roster: roster, profile: profile)
      makeReady(result.cancelled, profile: profile)
      woken = result.woken | result.cancelled
      outcome = .exRegs(result.outcome)
    case .threadSwitch(to: let destination, by: let invoker):
      outcome = .threadSwitch(threadSwitch(to: destination, by: invoker, profile: profile))
    case .threadSchedule(let destination, let new, let preempter, by: let invoker):
      let result = threadSchedule(
        destination, setting: new, externalPreempter: preempter, by: invoker, roster: roster,
        profile: profile)
      woken = result.woken
      outcome = .threadSchedule(result.outcome)
    case .exception(in: let thread, let handler):
      outcome = .exception(raise(in: thread, handler: handler, profile: profile))
    case .loadExceptionTable(of: let thread, let isValid):
      loadExceptionTable(of: thread, isValid: isValid)
      outcome = .done
    case .wait(let thread):
      block(thread, profile: profile)
      outcome = .done
    case .wake(let some):
      makeReady(some, profile: profile)
      woken = some
      outcome = .done
    case .transfer(from: let sender, to: let receiver, let waits, let switches):
      makeReady(receiver, profile: profile)
      switchDirectly(from: sender, to: receiver.when(switches), profile: profile)
      block(sender.when(waits), profile: profile)
      woken = receiver
      outcome = .done
    case .tick:
      _ = tick(profile: profile)
      outcome = .done
    }
    dispatch(afterWaking: woken, profile: profile)
    return outcome
  }
}
