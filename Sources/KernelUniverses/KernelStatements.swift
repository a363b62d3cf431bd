import AddressSpaces
import AddressSpacesProofs
import ClansAndChiefs
import ClansAndChiefsProofs
import Exploration
import IPC
import IPCProofs
import Logic
import Microkernel
import MicrokernelProofs
import Proving
import Threads
import ThreadsProofs

/// A statement that fails, with the part of it that does, and where.
public struct Failed: Sendable {
  public let number: String
  public let sentence: String
  /// The part that fails, with the threads, tasks or slots at which it does.
  public let explanation: String
}

/// All statements of all chapters, put to the states and the steps of whole kernels.
struct KernelStatements<
  Storage, let h: Int, let k: Int, let q: Int, let s: Int, let f: Int
>: Sendable
where Storage: FixedWidthInteger & UnsignedInteger & Sendable & BitwiseCopyable {
  typealias V = Concrete<Storage>
  typealias State = Microkernel<V, h, k, q, s, f>
  typealias Hardware = Platform<V, h, k, s, f>

  let platform: Hardware
  let clans: ClanUniverse<V>
  let threads: ThreadsUniverse<V, h, k>
  let hasMemory: Bool

  init(_ platform: Hardware, hasMemory: Bool) {
    self.platform = platform
    self.hasMemory = hasMemory
    clans = ClanUniverse(numbers: platform.roster.everybody, profile: platform.profile.clans)
    threads = ThreadsUniverse(
      roster: platform.roster, profile: platform.profile.threads,
      clansProfile: platform.profile.clans)
  }

  /// Calls `part` with every part of every state invariant.
  @inline(__always)
  func check(
    _ state: State, _ part: (_ statement: any Statement, StaticString, V.Bits) -> Void
  ) {
    for one in ClanInvariant.allCases {
      one.check(state.threads.clans, clans) { part(one, $0, $1) }
    }
    for one in ThreadsInvariant.allCases {
      one.check(state.threads, threads) { part(one, $0, $1) }
    }
    let world = state.world(platform)
    for one in IPCInvariant.allCases { one.check(state.ipc, in: world) { part(one, $0, $1) } }
    for one in KernelInvariant.allCases { one.check(state, platform) { part(one, $0, $1) } }
    guard hasMemory else { return }
    for one in AddressSpacesProofs.Invariant.allCases {
      one.check(state.spaces, platform.memory) { part(one, $0, $1) }
    }
  }

  /// Whether all state invariants hold.
  func holds(_ state: State) -> Bool {
    for one in ClanInvariant.allCases where !one.holds(state.threads.clans, clans).value {
      return false
    }
    for one in ThreadsInvariant.allCases where !one.holds(state.threads, threads).value {
      return false
    }
    let world = state.world(platform)
    for one in IPCInvariant.allCases where !one.holds(state.ipc, in: world).value {
      return false
    }
    for one in KernelInvariant.allCases where !one.holds(state, platform).value { return false }
    guard hasMemory else { return true }
    for one in AddressSpacesProofs.Invariant.allCases
    where !one.holds(state.spaces, platform.memory).value {
      return false
    }
    return true
  }

  /// Calls `part` with every part of every step property.
  @inline(__always)
  func check(
    _ step: KernelTransition<V, h, k, q, s, f>,
    _ part: (_ statement: any Statement, StaticString, V.Bits) -> Void
  ) {
    let ipc = IPCTransition(
      before: step.before.ipc, event: step.event, done: step.effects.deliveries,
      after: step.after.ipc, world: step.after.world(platform))
    for one in IPCProperty.allCases { one.check(ipc) { part(one, $0, $1) } }
    if let ofThreads = step.ofThreads(threads) {
      for one in ThreadsProperty.allCases { one.check(ofThreads) { part(one, $0, $1) } }
    }
    for one in KernelProperty.allCases { one.check(step) { part(one, $0, $1) } }
  }

  /// Whether all step properties hold.
  func holds(_ step: KernelTransition<V, h, k, q, s, f>) -> Bool {
    var offenders = V.Bits.empty
    check(step) { offenders |= $2 }
    return offenders == V.Bits.empty
  }

  /// What fails in a state.
  func failures(_ state: State) -> [Failed] {
    var found: [Failed] = []
    check(state) { found.note($0, $1, $2) }
    return found
  }

  /// What fails in a step.
  func failures(_ step: KernelTransition<V, h, k, q, s, f>) -> [Failed] {
    var found: [Failed] = []
    check(step) { found.note($0, $1, $2) }
    return found
  }
}

extension [Failed] {
  mutating func note<S>(_ statement: any Statement, _ says: StaticString, _ where: ConcreteBits<S>)
  {
    guard !`where`.isEmpty.value else { return }
    append(
      Failed(
        number: statement.number, sentence: statement.sentence,
        explanation: "not so: \(says): \(`where`.ids)"))
  }
}

extension KernelTransition {
  /// The step as chapter IPC sees it.
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

  /// The step as chapter Threads sees it, where that is all of it.
  func ofThreads(_ universe: ThreadsUniverse<V, h, k>) -> ThreadsTransition<V, h, k>? {
    let step: ThreadsStep<V>
    let outcome: ThreadsOutcome
    guard !platform.profile.threads.schedules else { return nil }
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
      outcome = .done
    default: return nil
    }
    return ThreadsTransition(
      before: before.threads, step: step, outcome: outcome, after: after.threads,
      universe: universe)
  }
}
