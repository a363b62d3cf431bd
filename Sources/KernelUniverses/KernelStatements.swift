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
public struct Failed: Hashable, Sendable {
  public let number: String
  public let sentence: String
  /// The parts that fail, with the threads, tasks or slots at which they do.
  public var explanation: String
}

/// The statements of an agenda, put to the states and the steps of whole kernels.
struct KernelStatements<
  Storage, let h: Int, let k: Int, let q: Int, let s: Int, let f: Int
>: Sendable
where Storage: FixedWidthInteger & UnsignedInteger & Sendable & BitwiseCopyable {
  typealias V = Concrete<Storage>
  typealias State = Microkernel<V, h, k, q, s, f>
  typealias Step = KernelTransition<V, h, k, q, s, f>
  typealias Hardware = Platform<V, h, k, s, f>

  let agenda: KernelAgenda
  let platform: Hardware
  let clans: ClanUniverse<V>
  let threads: ThreadsUniverse<V, h, k>
  let hasMemory: Bool

  init(_ agenda: KernelAgenda, _ platform: Hardware, hasMemory: Bool) {
    self.agenda = agenda
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
    for one in agenda.clans { one.check(state.threads.clans, clans) { part(one, $0, $1) } }
    for one in agenda.threads { one.check(state.threads, threads) { part(one, $0, $1) } }
    let world = state.world(platform)
    for one in agenda.ipc { one.check(state.ipc, in: world) { part(one, $0, $1) } }
    for one in agenda.kernel { one.check(state, platform) { part(one, $0, $1) } }
    guard hasMemory else { return }
    for one in agenda.spaces {
      one.check(state.spaces, platform.memory) { part(one, $0, $1) }
    }
  }

  /// Whether all state invariants hold.
  func holds(_ state: State) -> Bool {
    var offenders = V.Bits.empty
    check(state) { offenders |= $2 }
    return offenders == V.Bits.empty
  }

  /// Calls `part` with every part of every step property.
  @inline(__always)
  func check(
    _ step: Step, _ part: (_ statement: any Statement, StaticString, V.Bits) -> Void
  ) {
    let ipc = step.ofIPC
    for one in agenda.ipcSteps { one.check(ipc) { part(one, $0, $1) } }
    for one in agenda.kernelSteps { one.check(step) { part(one, $0, $1) } }
    let isScheduled = platform.profile.threads.schedules
    if let ofThreads = step.ofThreads(threads) {
      for one in agenda.threadSteps where !isScheduled || one.isOfStepsWithIPC {
        one.check(ofThreads) { part(one, $0, $1) }
      }
    }
    if let ofClans = step.ofClans(clans) {
      for one in agenda.changesOfClans { one.check(ofClans) { part(one, $0, $1) } }
    }
    if hasMemory, let ofSpaces = step.ofSpaces {
      for one in agenda.spaceSteps { one.check(ofSpaces) { part(one, $0, $1) } }
    }
  }

  /// Whether all step properties hold.
  func holds(_ step: Step) -> Bool {
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
  func failures(_ step: Step) -> [Failed] {
    var found: [Failed] = []
    check(step) { found.note($0, $1, $2) }
    return found
  }
}

extension ThreadsProperty {
  /// Whether the statement is true of a step in which messages are sent or cancelled as well: other
  /// threads become ready by that.
  var isOfStepsWithIPC: Bool {
    switch self {
    case .exRegsStaysInTheTask, .onlyChiefsEndTasks: false
    case .idsAreUniqueInTime, .exRegsSetsWhatIsGiven, .newTasksBegin, .exceptionsAreLocal,
      .refusalChangesNothing, .priorityIsControlled, .theHighestIsChosen, .ringsGoRound,
      .timeIsConserved, .switchesDonate:
      true
    }
  }
}

extension [Failed] {
  mutating func note<S>(_ statement: any Statement, _ says: StaticString, _ where: ConcreteBits<S>)
  {
    guard !`where`.isEmpty.value else { return }
    let part = "not so: \(says): \(`where`.ids.map(String.init).joined(separator: ", "))"
    if let last = indices.last, self[last].sentence == statement.sentence {
      self[last].explanation += "; " + part
    } else {
      append(
        Failed(number: statement.number, sentence: statement.sentence, explanation: part))
    }
  }
}

extension Failed: CustomStringConvertible {
  public var description: String { "\(sentence) (\(number)): \(explanation)" }
}
