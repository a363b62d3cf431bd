import AddressSpaces
import AddressSpacesProofs
import ClansAndChiefs
import ClansAndChiefsProofs
import IPC
import IPCProofs
import Logic
import Microkernel
import MicrokernelProofs
import Threads
import ThreadsProofs
import Vocabulary

// A step of a whole kernel as the chapters see it.
extension KernelTransition {
  /// The step as chapter IPC sees it, with all that follows from it at once.
  var ofIPC: IPCTransition<V, h, q, k> {
    IPCTransition(
      before: before.ipc, event: event, done: effects.deliveries, after: after.ipc,
      world: after.world(platform))
  }

  /// What happens in chapter IPC.
  var event: Event<V> {
    switch action {
    case .ipc(let call, _, _): return .ipc(call)
    case .copy(let sender, let senderFaults, let receiverFaults):
      let receiver = before.ipc.peer[at: sender]
      let mapped = before.spaces.mapped
      return .copy(
        from: sender,
        senderFaults: senderFaults || !platform.buffer[at: sender].isSubset(of: mapped),
        receiverFaults: receiverFaults
          || !platform.buffer[at: receiver].isSubset(of: mapped & before.spaces.writable))
    case .access(_, let write, let thread):
      guard case .access(.fault) = effects.answer else { return .nothing }
      return .fault(thread, writes: write)
    case .fault(let thread, let write): return .fault(thread, writes: write)
    case .exRegs:
      guard case .exRegs(let result) = effects.answer else { return .nothing }
      return .cancel(result.cancelled)
    case .taskNew:
      guard case .taskNew(let result) = effects.answer, !result.outcome.isRefusal else {
        return .nothing
      }
      return .remove(result.stale)
    case .tick: return .tick(ending: after.ipc.preempting - before.ipc.preempting)
    case .expire(let thread): return .expire(thread)
    case .interrupt(let source): return .interrupt(source)
    case .idNearest, .unmap, .threadSwitch, .threadSchedule, .exception, .loadExceptionTable:
      return .nothing
    }
  }

  /// The step as chapter Threads sees it; nil where it is nothing to that chapter.
  func ofThreads(_ universe: ThreadsUniverse<V, h, k>) -> ThreadsTransition<V, h, k>? {
    let step: ThreadsStep<V>
    var outcome = ThreadsOutcome.done
    switch (action, effects.answer) {
    case (.taskNew(let task, let new, let by), .taskNew(let result)):
      step = .taskNew(task, new, by: by)
      outcome = .taskNew(result.outcome)
    case (.exRegs(let change, let by), .exRegs(let result)):
      step = .exRegs(change, by: by)
      outcome = .exRegs(result.outcome)
    case (
      .threadSchedule(let thread, let new, let preempter, let by), .threadSchedule(let result)
    ):
      step = .threadSchedule(thread, setting: new, externalPreempter: preempter, by: by)
      outcome = .threadSchedule(result.outcome)
    case (.threadSwitch(let to, let by), .threadSwitch(let result)):
      step = .threadSwitch(to: to, by: by)
      outcome = .threadSwitch(result)
    case (.exception(let thread), .exception(let result)):
      step = .exception(in: thread, handler: V.Count(1))
      outcome = .exception(result)
    case (.loadExceptionTable(let thread, let isValid), _):
      step = .loadExceptionTable(of: thread, isValid: isValid)
    case (.tick, _): step = .tick
    case (_, _):
      guard platform.profile.threads.schedules else { return nil }
      step = communication
    }
    return ThreadsTransition(
      before: before.threads, step: step, outcome: outcome, after: after.threads,
      universe: universe)
  }

  /// What a message, a timeout or an interrupt is to chapter Threads: the thread that runs may wait
  /// from now on, others become ready, and one of them may go on in its slice. (SC12)
  private var communication: ThreadsStep<V> {
    let runner = before.threads.running
    let receiver =
      effects.deliveries.sender.ids(meeting: runner) & (after.threads.ready - before.threads.ready)
    let mayBe = V.Truth(platform.profile.threads.afterTransfer != .priority)
    let isHandedOn =
      mayBe && after.threads.running == receiver && after.threads.spending == runner
    return .transfer(
      from: runner, to: receiver, waits: V.Truth(false),
      switches: isHandedOn && !receiver.isEmpty)
  }

  /// The change of the tree of clans, if there is one.
  func ofClans(_ universe: ClanUniverse<V>) -> ClanTransition<V, k>? {
    guard case .taskNew(let named, let new, let by) = action,
      case .taskNew(let result) = effects.answer
    else { return nil }
    let creator = platform.roster.task[at: by]
    let step: ClanStep<V>
    switch new {
    case .active: step = .create(named.current, by: creator)
    case .inactive(let chief):
      let isToActive = platform.profile.clans.donation == .toActive
      step = .donate(named.current, by: creator, to: isToActive ? chief.current : chief.who)
    }
    return ClanTransition(
      before: before.threads.clans, step: step, outcome: .change(result.outcome),
      after: after.threads.clans, universe: universe)
  }

  /// The step of the address spaces, where it is one alone. Messages that map are looked at as a
  /// whole, by `KernelProperty`.
  var ofSpaces: Transition<V, s, f>? {
    let step: Step<V>
    let result: PageCase
    switch (action, effects.answer) {
    case (.unmap(let pages, let mask, _), .unmap(let done)):
      step = .unmap(pages, mask)
      result = done
    case (.access(let page, let write, _), .access(let done)):
      step = .access(page, write: write)
      result = done
    default: return nil
    }
    return Transition(
      before: before.spaces, step: step, result: result, after: after.spaces,
      layout: platform.memory)
  }
}
