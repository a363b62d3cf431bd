/// The open points of the chapter: where the sources disagree, a universe names its choice.
/// The numbers are those of section P of the facts; the defaults are its recommendations. U10 and U11
/// are about the tree, and with chapter Clans and Chiefs.
public struct ThreadsProfile: Hashable, Sendable {
  /// U8 (EX3): the pager of a thread that lthread_ex_regs creates without naming one.
  public enum PagerOfCreated: String, Sendable, CaseIterable {
    case nobody
    /// That of the thread that creates it.
    case creators = "the creator's"
  }

  /// U9 (EX5): when lthread_ex_regs cancels the ipc of its target.
  public enum Cancelling: String, Sendable, CaseIterable {
    /// Whatever it changes, as in the manual and in Fiasco. (OBS9)
    case always
    /// Only where it gives registers, as in the assembly kernel and in Hazelnut. (OBS9)
    case withRegisters = "with registers"
  }

  /// U14 (SC3): how long a time slice is that is asked to be infinite.
  public enum InfiniteSlice: String, Sendable, CaseIterable {
    case endless
    /// `longestSlice`, as in the assembly kernel.
    case capped
  }

  /// U15 (SC6): what thread_schedule does where only the new priority is too high.
  public enum TooHighPriority: String, Sendable, CaseIterable {
    /// Nothing.
    case refused
    /// It sets the external preempter, as in the assembly kernel.
    case setsPreempter = "sets the preempter"
  }

  /// U16 (SC10): what becomes of priority 0.
  public enum ZeroPriority: String, Sendable, CaseIterable {
    case legal
    /// It is set to 1, as in the assembly kernel.
    case one
  }

  /// U17 (SC12): who runs after a transfer to a thread that waited for it.
  public enum AfterTransfer: String, Sendable, CaseIterable {
    /// Either, at any time: a kernel may do what it likes.
    case either
    /// The receiver, in the sender's time slice, whatever the priorities.
    case receiver
    /// The receiver only if its priority is higher, as in Fiasco.
    case priority

    /// Whether a kernel can hand the processor over with a message, or not hand it over.
    public func permits(switching: Bool) -> Bool {
      switch self {
      case .either: true
      case .receiver: switching
      case .priority: !switching
      }
    }
  }

  /// U28 (PR-1): when a thread tells its preempter that it lost the processor.
  public enum PreemptionMessage: String, Sendable, CaseIterable {
    case never
    /// When its time slice has ended.
    case atEndOfSlice = "at the end of a slice"
    /// Also when a thread of higher priority takes its place.
    case whenPreempted = "when preempted"
  }

  /// Whether it is kept who runs. Otherwise any thread that is ready may act at any time: universes
  /// that are not about scheduling are smaller so, and cover every schedule there is.
  public var schedules: Bool
  public var pagerOfCreated: PagerOfCreated
  public var cancelling: Cancelling
  public var infiniteSlice: InfiniteSlice
  /// In ticks; what an infinite slice is capped to.
  public var longestSlice: UInt8
  public var tooHighPriority: TooHighPriority
  public var zeroPriority: ZeroPriority
  public var afterTransfer: AfterTransfer
  public var preemptionMessage: PreemptionMessage

  public init(
    schedules: Bool = true, pagerOfCreated: PagerOfCreated = .nobody,
    cancelling: Cancelling = .always, infiniteSlice: InfiniteSlice = .endless,
    longestSlice: UInt8 = 127, tooHighPriority: TooHighPriority = .refused,
    zeroPriority: ZeroPriority = .legal, afterTransfer: AfterTransfer = .either,
    preemptionMessage: PreemptionMessage = .never
  ) {
    self.schedules = schedules
    self.pagerOfCreated = pagerOfCreated
    self.cancelling = cancelling
    self.infiniteSlice = infiniteSlice
    self.longestSlice = longestSlice
    self.tooHighPriority = tooHighPriority
    self.zeroPriority = zeroPriority
    self.afterTransfer = afterTransfer
    self.preemptionMessage = preemptionMessage
  }

  /// The recommendations of section P.
  public static let v2 = ThreadsProfile()
  /// What is known of Fiasco. (EX5, SC12, OBS9)
  public static let fiasco = ThreadsProfile(afterTransfer: .priority)
  /// What is known of Hazelnut. (EX5, SC12, OBS9)
  public static let hazelnut = ThreadsProfile(
    cancelling: .withRegisters, afterTransfer: .receiver)
}
