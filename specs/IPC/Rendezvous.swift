import Logic
import Vocabulary

/// What every thread is doing about messages, at one moment. (IPC-22, IPC-23)
///
/// A thread that is in none of the first five sets is ready. Everything else about a thread means
/// something only while it is in one of them, and is empty otherwise. Timeouts are numbers as in the
/// calls: 0 never, 1 now, and n+1 in n ticks. (IPC-28)
public struct Rendezvous<V: Values, let threads: Int, let sources: Int>: Sendable {
  /// The threads whose message waits until its receiver is ready for it.
  public var pending: V.Bits
  /// The threads in a receive phase to which nothing has come yet.
  public var waiting: V.Bits
  /// The threads whose message is being transferred, which takes time. (IPC-24)
  public var sending: V.Bits
  /// The threads to which a message is being transferred.
  public var receiving: V.Bits
  /// The threads with a page fault that nobody can resolve. (PF-9)
  public var stuck: V.Bits
  /// The threads for which the kernel calls their pager: at user level, or inside of a transfer, whose
  /// state is kept. They are also pending, or waiting for the answer. (PF-1, IPC-64)
  public var paging: V.Bits
  /// The threads for which the kernel calls their preempter. (PR-1)
  public var preempting: V.Bits

  /// For every pending thread: the thread in whose queue it is. For every waiting one: the only one
  /// that it waits for; nobody where it waits for anybody, an interrupt, or nothing. (IPC-13, IPC-38)
  public var partner: Table<V, Thread, threads>
  /// The waiting threads whose partner is of a former incarnation: it will never come. (A6, U13)
  public var former: V.Bits
  /// For every sending or receiving thread: the other one. (IPC-25, I-IPC2)
  public var peer: Table<V, Thread, threads>
  /// For every pending thread: those ahead of it in the same queue. (IPC-15)
  public var ahead: Table<V, Thread, threads>

  /// For every thread in a send phase: the destination that its call named, which is also whom a call
  /// receives from. (IPC-6, CC-11)
  public var named: Table<V, Thread, threads>
  /// The threads whose named destination is of a former incarnation by now. (A6)
  public var formerNamed: V.Bits
  /// For every thread in a send phase: the id that the receiver will see. (IPC-13)
  public var visible: Table<V, Thread, threads>
  /// The threads in a send phase whose visible id is of a former incarnation by now. (A6)
  public var formerVisible: V.Bits
  /// The threads in a send phase that deceive with permission. (CC-13)
  public var deceiving: V.Bits
  /// What the registers of threads in a send phase carry, as one bit. (IPC-47, IPC-58)
  public var word: V.Bits
  /// The threads in a send phase whose message maps or grants pages. (IPC-52)
  public var mapping: V.Bits
  /// For every thread in a send phase: the parts of its message that are still in memory, each one
  /// string or page of dwords. (IPC-50, IPC-51)
  public var parts: Numbers<V, Thread, threads>
  /// For every thread in a send phase: how long the receiver's pager may take. (IPC-35)
  public var sendFaultTimeout: Numbers<V, Thread, threads>

  /// The threads in a send phase that receive afterwards. (IPC-5)
  public var receives: V.Bits
  /// The threads whose receive phase is open, the coming one included. (IPC-4)
  public var open: V.Bits
  /// The threads that wait for their own interrupt only. (INT-3)
  public var forInterrupt: V.Bits
  /// The threads with a receive window. (IPC-53)
  public var takesMaps: V.Bits
  /// The threads with a receive buffer. (IPC-4)
  public var takesMemory: V.Bits
  /// The threads whose buffer is shorter than what is sent. (IPC-44)
  public var short: V.Bits
  /// For every thread: the timeout of its receive phase to come. (IPC-32)
  public var receiveTimeout: Numbers<V, Thread, threads>
  /// For every thread with a receive phase: how long the sender's pager may take. (IPC-35)
  public var receiveFaultTimeout: Numbers<V, Thread, threads>
  /// The threads whose receive phase has begun in this step: the kernel looks for a message before
  /// anything else happens. (IPC-9, IPC-62)
  public var arriving: V.Bits

  /// For every thread: its timeout, while the clock runs. (I-IPC4)
  public var deadline: Numbers<V, Thread, threads>
  /// For every paging or preempting thread: whom the kernel asks for it.
  public var asked: Table<V, Thread, threads>
  /// The threads of which that one is of a former incarnation by now. (A6)
  public var formerAsked: V.Bits
  /// The paging threads whose fault is a write. (PF-2)
  public var writing: V.Bits

  /// For every source of interrupts: the thread that is associated. (INT-1, INT-6)
  public var handler: Table<V, Source, sources>
  /// The sources with an interrupt that was not delivered yet. (INT-9)
  public var raised: V.Bits
  /// The sources whose interrupt is being served: until the handler receives again. (INT-13)
  public var serving: V.Bits

  /// Nobody does anything, no interrupt is associated. (S0-7)
  @inlinable
  public init() {
    pending = .empty
    waiting = .empty
    sending = .empty
    receiving = .empty
    stuck = .empty
    paging = .empty
    preempting = .empty
    partner = Table()
    former = .empty
    peer = Table()
    ahead = Table()
    named = Table()
    formerNamed = .empty
    visible = Table()
    formerVisible = .empty
    deceiving = .empty
    word = .empty
    mapping = .empty
    parts = Numbers()
    sendFaultTimeout = Numbers()
    receives = .empty
    open = .empty
    forInterrupt = .empty
    takesMaps = .empty
    takesMemory = .empty
    short = .empty
    receiveTimeout = Numbers()
    receiveFaultTimeout = Numbers()
    arriving = .empty
    deadline = Numbers()
    asked = Table()
    formerAsked = .empty
    writing = .empty
    handler = Table()
    raised = .empty
    serving = .empty
  }
}

extension Rendezvous: Equatable where V.Bits: Equatable, V.Count: Equatable {}
extension Rendezvous: Hashable where V.Bits: Hashable, V.Count: Hashable {}

// What can be asked of a state.
extension Rendezvous {
  /// The threads that cannot run user code. (I-SC2)
  @inlinable
  public var blocked: V.Bits { pending | waiting | sending | receiving | stuck }

  /// The threads for which the kernel makes a call of its own.
  @inlinable
  public var calledFor: V.Bits { paging | preempting }

  /// The threads in a transfer that takes time.
  @inlinable
  public var transferring: V.Bits { sending | receiving }

  /// Who waits in the queue of a thread. (IPC-15)
  @inlinable
  public func queue(of receiver: V.Bits) -> V.Bits { pending & partner.ids(meeting: receiver) }

  /// The id that the receiver of a thread's message sees. (IPC-13, PF-7)
  @inlinable
  public func visibleID(of sender: V.Bits) -> V.Bits {
    (sender & calledFor) | visible.union(over: sender - calledFor)
  }

  /// Whether a thread is ready to receive a message with this visible id. Of which task the sender is
  /// makes no difference, and who is in a transfer is busy. (IPC-12, IPC-13, IPC-63)
  @inlinable
  public func accepts(_ receiver: V.Bits, from visible: V.Bits) -> V.Truth {
    let isOpen = (open - calledFor).contains(receiver)
    let isAwaited = (partner[at: receiver] == visible) && !former.contains(receiver)
    return waiting.contains(receiver) && (isOpen || isAwaited)
  }
}
