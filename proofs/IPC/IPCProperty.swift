import ClansAndChiefs
import IPC
import Logic
import Proving
import Threads

/// What is true of every step. (Q3 to Q5; the facts themselves where section Q has no number)
///
/// They are said so that they are true of each rule by itself, and of an event with all that follows
/// from it at once (`settle`), which is one step for everybody outside.
public enum IPCProperty: String, Statement {
  case messagesAreConserved = "T-IPC1"
  case sourcesAreCorrect = "T-IPC2"
  case closedReceiveIsClosed = "T-IPC3"
  case errorsComeInPairs = "T-IPC4"
  case oneOutcome = "T-IPC5"
  case noReceptionAfterAFailedSend = "T-IPC6"
  case callsAreAtomic = "T-IPC7"
  case timeoutsAreLimits = "T-IPC8"
  case cutWhereItDoesNotFit = "T-IPC9"
  case nestedCallsAreTransparent = "T-IPC11"
  case ticksPassNoTimeout = "I-IPC5"
  case zeroNeverWaits = "I-IPC6"
  case firstComeFirstServed = "IPC-15"
  case callsAreTakenAtTheirWord = "IPC-5"
  case fastPathIsNoOther = "IPC-24"
  case failuresChangeNothing = "IPC-42"
  case strangersStayAsTheyAre = "IPC-60"
  case cancellingMakesReady = "L-IPC2"
  case stateIsSavedInAFault = "I-PF1"
  case oneMessageAFault = "T-PF1"
  case faultsHaveThePartnersTimeout = "T-PF3"
  case interruptsAreDelivered = "T-INT1"
  case associationIsAsked = "T-INT2"
  case noBypass = "T-CC1"
  case directionIsPreserved = "T-CC2"
  case noLocalSpoofing = "T-CC3"
  case chiefsAreRedirectedTo = "T-CC7"

  public var sentence: String {
    switch self {
    case .messagesAreConserved:
      "every message that is received was sent, once and to one thread, and none is lost"
    case .sourcesAreCorrect: "a message has its sender's id, unless it says that it deceives"
    case .closedReceiveIsClosed: "who waits for one thread gets no message of another"
    case .errorsComeInPairs:
      "a transfer that fails does so at both ends, and one that succeeds too"
    case .oneOutcome: "every call returns exactly once"
    case .noReceptionAfterAFailedSend: "a call whose send phase fails receives nothing"
    case .callsAreAtomic: "who has sent its message receives from that moment on"
    case .timeoutsAreLimits:
      "a timeout ends a phase after its time, and before its transfer began"
    case .cutWhereItDoesNotFit: "a message is cut where it does not fit, and only there"
    case .nestedCallsAreTransparent: "page faults on the way do not change a message"
    case .ticksPassNoTimeout: "no tick passes a timeout that has come"
    case .zeroNeverWaits: "a call with timeout zero does not wait"
    case .firstComeFirstServed: "who came first is served first, and interrupts before all"
    case .callsAreTakenAtTheirWord: "what waits is what the call said"
    case .fastPathIsNoOther: "the fast path comes to what the rules come to"
    case .failuresChangeNothing: "a call that fails before a transfer changes nothing"
    case .strangersStayAsTheyAre: "a step changes only threads that have a part in it"
    case .cancellingMakesReady: "lthread_ex_regs makes a blocked thread ready at once"
    case .stateIsSavedInAFault: "a thread goes on after a page fault as if there had been none"
    case .oneMessageAFault: "a page fault is one message to the pager, and waits for one answer"
    case .faultsHaveThePartnersTimeout:
      "a page fault in a transfer has the time that the partner gives it"
    case .interruptsAreDelivered: "an interrupt comes to its thread, and none is lost"
    case .associationIsAsked: "a source changes hands only by its thread, or with its end"
    case .noBypass: "a message is transferred only between neighbours"
    case .directionIsPreserved: "a deceiving sender is on the way to whom it pretends to be"
    case .noLocalSpoofing: "nobody can pretend to be a neighbour of the receiver"
    case .chiefsAreRedirectedTo:
      "a redirected message goes to lthread 0 of a chief, and says which way it goes"
    }
  }

  public var engines: [Engine] { [.exploration, .induction] }

  /// Whether the statement is about kernels with this profile: some are about redirection.
  public func concerns(_ profile: IPCProfile) -> Bool {
    switch self {
    case .noBypass, .noLocalSpoofing: profile.redirection == .byClans
    default: true
    }
  }
}

extension IPCProperty {
  /// Calls `part` with each part of the property on a transition.
  @inlinable
  public func check<V: Values, let threads: Int, let sources: Int, let tasks: Int>(
    _ step: IPCTransition<V, threads, sources, tasks>, _ part: Part<V>
  ) {
    switch self {
    case .messagesAreConserved: step.checkMessagesAreConserved(part)
    case .sourcesAreCorrect: step.checkSourcesAreCorrect(part)
    case .closedReceiveIsClosed: step.checkClosedReceiveIsClosed(part)
    case .errorsComeInPairs: step.checkErrorsComeInPairs(part)
    case .oneOutcome: step.checkOneOutcome(part)
    case .noReceptionAfterAFailedSend: step.checkNoReceptionAfterAFailedSend(part)
    case .callsAreAtomic: step.checkCallsAreAtomic(part)
    case .timeoutsAreLimits: step.checkTimeoutsAreLimits(part)
    case .cutWhereItDoesNotFit: step.checkCutWhereItDoesNotFit(part)
    case .nestedCallsAreTransparent: step.checkNestedCallsAreTransparent(part)
    case .ticksPassNoTimeout: step.checkTicksPassNoTimeout(part)
    case .zeroNeverWaits: step.checkZeroNeverWaits(part)
    case .firstComeFirstServed: step.checkFirstComeFirstServed(part)
    case .callsAreTakenAtTheirWord: step.checkCallsAreTakenAtTheirWord(part)
    case .fastPathIsNoOther: step.checkFastPathIsNoOther(part)
    case .failuresChangeNothing: step.checkFailuresChangeNothing(part)
    case .strangersStayAsTheyAre: step.checkStrangersStayAsTheyAre(part)
    case .cancellingMakesReady: step.checkCancellingMakesReady(part)
    case .stateIsSavedInAFault: step.checkStateIsSavedInAFault(part)
    case .oneMessageAFault: step.checkOneMessageAFault(part)
    case .faultsHaveThePartnersTimeout: step.checkFaultsHaveThePartnersTimeout(part)
    case .interruptsAreDelivered: step.checkInterruptsAreDelivered(part)
    case .associationIsAsked: step.checkAssociationIsAsked(part)
    case .noBypass: step.checkNoBypass(part)
    case .directionIsPreserved: step.checkDirectionIsPreserved(part)
    case .noLocalSpoofing: step.checkNoLocalSpoofing(part)
    case .chiefsAreRedirectedTo: step.checkChiefsAreRedirectedTo(part)
    }
  }

  /// Whether the property is true of a transition.
  @inlinable
  public func holds<V: Values, let threads: Int, let sources: Int, let tasks: Int>(
    _ step: IPCTransition<V, threads, sources, tasks>
  ) -> V.Truth {
    var offenders = V.Bits.empty
    check(step) { offenders |= $1 }
    return offenders.isEmpty
  }
}
