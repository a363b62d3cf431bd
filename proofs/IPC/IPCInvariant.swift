import ClansAndChiefs
import IPC
import Logic
import Proving
import Threads

/// What is true of every state of ipc, in the world that it is in. (Q3, Q4)
///
/// Each is kept by every step only together with the others: the induction assumes them all. They are
/// true between the rules of one step too, of threads whose receive phase has just begun.
public enum IPCInvariant: String, Statement {
  case everyThreadInOneState = "I-IPC1"
  case transfersHaveTwoEnds = "I-IPC2"
  case noMissedMatch = "I-IPC3"
  case timeoutsOfWhoWaits = "I-IPC4"
  case queuesAreInOrder = "I-IPC7"
  case callsOfTheKernel = "I-IPC8"
  case nothingIsLeftOver = "IPC-22"
  case oneHandlerOneSource = "I-INT1"
  case onlyHandledInterruptsArePending = "I-INT2"
  case messagesCrossNoBorder = "I-CC2"

  public var sentence: String {
    switch self {
    case .everyThreadInOneState: "every thread is in one state, and in at most one queue"
    case .transfersHaveTwoEnds: "who sends has one receiver, which receives from nobody else"
    case .noMissedMatch: "nobody waits for a message that is there"
    case .timeoutsOfWhoWaits: "timeouts run for who waits, and for nobody else"
    case .queuesAreInOrder: "of two threads in a queue one is ahead"
    case .callsOfTheKernel:
      "the kernel calls one pager or preempter for a thread, over its own call at most"
    case .nothingIsLeftOver: "what is known of a thread belongs to what it is doing"
    case .oneHandlerOneSource:
      "a source has at most one thread, which exists, and a thread at most one source"
    case .onlyHandledInterruptsArePending: "interrupts are pending only for a thread"
    case .messagesCrossNoBorder:
      "messages go to neighbours, and deceit is about the other side of a border"
    }
  }

  public var engines: [Engine] { [.exploration, .induction] }
}

extension IPCInvariant {
  /// Calls `part` with each part of the invariant in a state.
  @inlinable
  public func check<V: Values, let threads: Int, let sources: Int, let tasks: Int>(
    _ ipc: Rendezvous<V, threads, sources>, in world: World<V, threads, tasks>, _ part: Part<V>
  ) {
    switch self {
    case .everyThreadInOneState: ipc.checkEveryThreadInOneState(world, part)
    case .transfersHaveTwoEnds: ipc.checkTransfersHaveTwoEnds(part)
    case .noMissedMatch: ipc.checkNoMissedMatch(part)
    case .timeoutsOfWhoWaits: ipc.checkTimeoutsOfWhoWaits(part)
    case .queuesAreInOrder: ipc.checkQueuesAreInOrder(part)
    case .callsOfTheKernel: ipc.checkCallsOfTheKernel(part)
    case .nothingIsLeftOver: ipc.checkNothingIsLeftOver(world, part)
    case .oneHandlerOneSource: ipc.checkOneHandlerOneSource(world, part)
    case .onlyHandledInterruptsArePending: ipc.checkOnlyHandledInterruptsArePending(part)
    case .messagesCrossNoBorder: ipc.checkMessagesCrossNoBorder(world, part)
    }
  }

  /// Whether the invariant is true of a state.
  @inlinable
  public func holds<V: Values, let threads: Int, let sources: Int, let tasks: Int>(
    _ ipc: Rendezvous<V, threads, sources>, in world: World<V, threads, tasks>
  ) -> V.Truth {
    var offenders = V.Bits.empty
    check(ipc, in: world) { offenders |= $1 }
    return offenders.isEmpty
  }
}
