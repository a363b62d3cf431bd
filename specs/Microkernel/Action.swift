import AddressSpaces
import ClansAndChiefs
import IPC
import Logic
import Threads
import Vocabulary

/// Whatever can happen to a kernel: a system call, or an event of the hardware. (0.4, N1)
public enum KernelAction<V: Values>: Sendable {
  /// ipc. What the message offers to map, and the slots of the receive window, come with it.
  case ipc(Call<V>, offer: Offer<V>, window: V.Bits)
  /// id_nearest. (CC-8)
  case idNearest(of: Partner<V>, by: V.Bits)
  /// fpage_unmap. (UM1)
  case unmap(V.Bits, UnmapMask, by: V.Bits)
  /// thread_switch. (SC4, SC5)
  case threadSwitch(to: Reference<V>, by: V.Bits)
  /// thread_schedule. (SC6)
  case threadSchedule(
    Reference<V>, setting: SchedulingParameters<V>?, preempter: Reference<V>?, by: V.Bits)
  /// lthread_ex_regs. (EX1)
  case exRegs(ExRegs<V>, by: V.Bits)
  /// task_new. (TN1)
  case taskNew(Reference<V>, NewTask<V>, by: V.Bits)
  /// A thread reads or writes at a page. (AS21)
  case access(V.Bits, write: V.Truth, by: V.Bits)
  /// A page fault, in universes without memory.
  case fault(V.Bits, write: V.Truth)
  /// An exception of a thread. (EXC-1)
  case exception(V.Bits)
  /// LIDT, which is emulated. (EXC-1)
  case loadExceptionTable(V.Bits, isValid: V.Truth)
  /// The next part of a message is copied; who misses a page, in universes without memory.
  case copy(V.Bits, senderFaults: V.Truth, receiverFaults: V.Truth)
  /// The timeout of a thread passes. (IPC-36)
  case expire(V.Bits)
  /// The clock ticks.
  case tick
  /// An interrupt occurs. (INT-1)
  case interrupt(V.Bits)
}

/// The flexpage that a message offers, where it has the m bit. (FP3)
public struct Offer<V: Values>: Sendable {
  /// The slots of its pages in the sender's space.
  public var page: V.Bits
  /// The slots, one a task, that the send base means. (FP4)
  public var base: V.Bits
  /// Whether it is smaller than a page. (FP7)
  public var isSmall: V.Truth
  public var grants: V.Truth
  public var writes: V.Truth

  @inlinable
  public init(
    _ page: V.Bits, at base: V.Bits, isSmall: V.Truth = V.Truth(false), grants: V.Truth,
    writes: V.Truth
  ) {
    self.page = page
    self.base = base
    self.isSmall = isSmall
    self.grants = grants
    self.writes = writes
  }

  /// No page.
  @inlinable
  public static var nothing: Self {
    Self(.empty, at: .empty, grants: V.Truth(false), writes: V.Truth(false))
  }
}

/// What comes of an action: to threads in ipc, and to the one that made another call.
public struct Effects<V: Values, let threadCount: Int>: Sendable {
  public var deliveries = Deliveries<V, threadCount>()
  public var answer = Answer<V>.none
  /// What became of the pages that messages offered.
  public var pages = PageCases()

  @inlinable
  public init() {}

  /// The thread whose priority was changed, if its turn may come because of that. (SC9)
  @inlinable
  var raised: V.Bits {
    if case .threadSchedule(let result) = answer { result.woken } else { .empty }
  }
}

/// What a call other than ipc returns.
public enum Answer<V: Values>: Sendable {
  /// Nothing: the action is not a call, or its results are deliveries.
  case none
  case idNearest(NearestID<V>)
  case unmap(PageCase)
  case threadSwitch(ThreadSwitchCase)
  case threadSchedule(ThreadScheduleResult<V>)
  case exRegs(ExRegsResult<V>)
  case taskNew(TaskNewResult<V>)
  case access(PageCase)
  case exception(ExceptionCase)
}
