/// The open points of the chapter: where the sources disagree, a universe names its choice.
/// The numbers are those of section P of the facts; the defaults are its recommendations.
public struct IPCProfile: Hashable, Sendable {
  /// U1 (A7): what a message to an lthread comes to that was never activated.
  public enum InactiveThreads: String, Sendable, CaseIterable {
    case doNotExist = "do not exist"
    /// The sender waits, as if the thread were busy.
    case areBusy = "are busy"
  }
  /// U12 (TN10): what a sender is told that waits for a thread which is deleted.
  public enum SendersToDeleted: String, Sendable, CaseIterable {
    case notExistent = "not existent"
    case cancelled
    /// It waits for ever, as seen in Hazelnut. (OBS12)
    case stay
  }
  /// U13 (TN10): what a thread is told that waits for a message from a thread which is deleted.
  public enum ReceiversFromDeleted: String, Sendable, CaseIterable {
    case stay
    case notExistent = "not existent"
  }
  /// U18 (IPC-7): what a call without any phase answers.
  public enum EmptyCall: String, Sendable, CaseIterable {
    case notExistent = "not existent"
    case ok
    /// As Hazelnut answers. (OBS11)
    case timeout
  }
  /// U19 (IPC-15): in which order pending senders are served; interrupts always come first.
  public enum QueueOrder: String, Sendable, CaseIterable {
    case arrival
    /// The highest priority first, then by arrival, as in Fiasco.
    case priority
  }
  /// U20 (IPC-19): what becomes of a sender whose message waits, when its turn comes.
  public enum PendingSenders: String, Sendable, CaseIterable {
    /// It is sent where it was going when it began to wait.
    case fixed
    /// The call begins anew, as in the assembly kernel. The way of an id that still names somebody
    /// cannot have changed, for the clans of a task change only with its id: it shows where the id
    /// is of a former incarnation by now.
    case beginAnew = "begin anew"
  }
  /// U22 (IPC-43): which of two codes a page fault timeout has.
  public enum FaultTimeoutCode: String, Sendable, CaseIterable {
    /// By the timeout that passed: the sender's for a fault in the receiver's space.
    case byTimeout = "by timeout"
    /// By the space in which the fault is.
    case byPlace = "by place"
    /// By the phase of the call to the pager that took too long.
    case byPhase = "by phase"
  }
  /// U24 (IPC-55): what of a message moves first, which shows where it does not move as a whole.
  public enum TransferOrder: String, Sendable, CaseIterable {
    /// Words, strings, and then pages are mapped, as in the assembly kernel.
    case mapsLast = "maps last"
    /// As in Hazelnut.
    case mapsFirst = "maps first"
  }
  /// U27 (PF-9): what becomes of a thread whose page fault nobody can resolve.
  public enum MissingPager: String, Sendable, CaseIterable {
    /// It cannot go on, until lthread_ex_regs lets it.
    case blocks
    /// It does the same again, for ever, as in the assembly kernel.
    case retries
    /// It does not exist any more.
    case ends
  }
  /// U29 (INT-4): what a thread keeps that asks for a source which it cannot have.
  public enum FailedAssociation: String, Sendable, CaseIterable {
    case keepsOld = "keeps old"
    case losesOld = "loses old"
  }
  /// U30 (INT-7): what waiting for an interrupt of a source comes to that is not one's own.
  public enum ForeignInterrupt: String, Sendable, CaseIterable {
    case notExistent = "not existent"
    case waitsForOwn = "waits for own"
  }
  /// U7 (IO6): what the use of an I/O port comes to that is not mapped.
  public enum PortFaults: String, Sendable, CaseIterable {
    /// A page fault, as for a page of memory.
    case pageFault = "page fault"
    case exception
  }
  /// Whether messages are redirected by clans at all: no kernel of section V does.
  public enum Redirection: String, Sendable, CaseIterable {
    case byClans = "by clans"
    case none
  }
  /// IPC-10: what a message to oneself comes to; a kernel may not notice. (OBS10)
  public enum SendingToSelf: String, Sendable, CaseIterable {
    case notExistent = "not existent"
    /// Nobody is ready to receive it, as in Fiasco.
    case isBusy = "is busy"
  }
  /// IPC-44: whom a kernel tells that a message was cut. (OBS4, M-IPC16)
  public enum CutReport: String, Sendable, CaseIterable {
    case both
    case receiver
  }
  /// IPC-54: whether a receiver is told by the m bit that the message mapped something. (OBS1)
  public enum MapBit: String, Sendable, CaseIterable {
    case told, withheld
  }

  public var inactiveThreads = InactiveThreads.doNotExist
  public var sendersToDeleted = SendersToDeleted.notExistent
  public var receiversFromDeleted = ReceiversFromDeleted.stay
  public var emptyCall = EmptyCall.notExistent
  public var queueOrder = QueueOrder.arrival
  public var pendingSenders = PendingSenders.fixed
  public var faultTimeoutCode = FaultTimeoutCode.byTimeout
  public var transferOrder = TransferOrder.mapsLast
  public var missingPager = MissingPager.blocks
  public var failedAssociation = FailedAssociation.keepsOld
  public var foreignInterrupt = ForeignInterrupt.notExistent
  public var portFaults = PortFaults.pageFault
  public var redirection = Redirection.byClans
  public var sendingToSelf = SendingToSelf.notExistent
  public var cutReport = CutReport.both
  public var mapBit = MapBit.told

  public init() {}
}
