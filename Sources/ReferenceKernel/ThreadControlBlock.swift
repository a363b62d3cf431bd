/// The number of a thread: its task number · 128 + its lthread number.
public typealias ThreadNumber = Int

/// Where a control block is.
typealias Block = UnsafeMutablePointer<ThreadControlBlock>

/// What a thread is doing. (IPC-22)
public enum ThreadState: UInt8, Sendable, BitwiseCopyable {
  /// It does not exist. (A7)
  case inactive
  /// It runs, or could.
  case ready
  /// Its message waits until the receiver is ready for it.
  case pending
  /// It waits for a message from the one that it names: a thread, its interrupt source, or nobody.
  case waitingClosed
  /// It waits for a message from anybody.
  case waitingOpen
  /// Its message is being transferred.
  case sending
  /// A message is being transferred to it.
  case receiving
  /// It has a page fault at user level, and the kernel calls its pager. (PF-1)
  case faulting
  /// It has a page fault that nobody can resolve. (PF-9, U27)
  case stuck
  /// It was shut down after an exception that it could not handle. (EXC-3)
  case halted
}

/// How far the kernel's call to the pager of a thread has come; above `faulting`, `sending` or
/// `receiving`. (IPC-64, I-IPC8)
public enum PagerCall: UInt8, Sendable, BitwiseCopyable {
  case none
  /// The message waits until the pager is ready for it.
  case pending
  /// The answer of the pager is awaited.
  case waiting
  /// The pager's pages are being mapped, and an interrupt came in between.
  case answered
}

/// Two neighbours in a circular list, as distances in bytes from the first control block; 0 is in no
/// list, for there lie no links.
struct Link {
  var next: UInt32 = 0
  var previous: UInt32 = 0
}

/// What the kernel keeps of a thread: 64 words, whatever the machine. (A8)
///
/// The user registers come first, for the processor itself writes them there at the entry. While a thread
/// is in an ipc they are also the description of the call: the message words, the descriptors, the
/// timeouts, and in esi and edi whom it names, as destination and for a closed receive. (IPC-6)
struct ThreadControlBlock {
  var registers = Registers()
  /// All zero while the thread does not exist, so that no id equals it.
  var id = ThreadID.none

  var state = ThreadState.inactive
  var call = PagerCall.none
  /// What keeps the thread from the fast path.
  var hurdles: UInt8 = 0
  var priority: UInt8 = 0

  /// Pending: in whose queue it is. Sending or receiving: the other thread.
  var partner: UInt32 = ThreadControlBlock.nobody
  /// In the ring of its priority.
  var ringLink = Link()
  /// In the queue of a receiver, or of the kernel's interrupted transfers.
  var queueLink = Link()
  /// The head of the queue of those that send to it. (IPC-15)
  var senders = Link()
  /// In the queue of timeouts.
  var timeoutLink = Link()

  /// When it joined the queue that it is in: only an audit asks. (I-IPC7)
  var arrival: UInt32 = 0
  /// The tick in which the timeout passes.
  var deadline: UInt32 = 0
  /// The length of its time slice in ticks, and what remains of it; 0 gets a fresh one. (SC2)
  var slice: UInt32 = 0
  var remaining: UInt32 = 0
  /// The length as thread_schedule was told it: bits 20 to 31 of the parameter word. (SC7)
  var sliceWord: UInt32 = 0

  /// The id that the receiver of its message sees. (IPC-13)
  var visible = ThreadID.none
  /// The pager that the kernel calls, in whose queue the call is or from whom the answer comes.
  var pagerAsked = ThreadID.none
  var pagerPartner: UInt32 = ThreadControlBlock.nobody
  /// The first word of the message of its page fault. (PF-2)
  var fault: UInt32 = 0

  var pager = ThreadID.none
  /// Kept for the preemption messages, which this kernel does not send. (PR-1, U28)
  var preempter = ThreadID.none
  var externalPreempter = ThreadID.none
  /// The address of its table of exception handlers; 0 is none. (EXC-1)
  var exceptionTable: UInt32 = 0
  /// The vector of an exception that waits for the end of a page fault, + 1, and its code; 0 is none.
  var exception: UInt32 = 0
  var exceptionCode: UInt32 = 0
  /// The time that it ran, in ticks. (SC16)
  var time: UInt32 = 0
  /// Its interrupt source. (INT-6)
  var line: UInt32 = ThreadControlBlock.nobody
  /// Its task, and the page directory of that.
  var task: UInt32 = 0
  var directory: UInt32 = 0

  /// How far its message has been transferred.
  var progress = TransferProgress()
  /// To a whole power of two.
  var spare = InlineArray<7, UInt32>(repeating: 0)

  static let nobody: UInt32 = ~0

  /// Bytes from one control block to the next.
  static let stride: UInt32 = 256
  // Where the links lie in a control block. The audit of any state shows it if they are wrong.
  static let ringLink: UInt32 = 64
  static let queueLink: UInt32 = 72
  static let senders: UInt32 = 80
  static let timeoutLink: UInt32 = 88

  // Hurdles.
  static let isTimed: UInt8 = 1 << 0
  static let handlesInterrupts: UInt8 = 1 << 1
  static let hasNoSlice: UInt8 = 1 << 2
  static let hasSenders: UInt8 = 1 << 3
}

/// How far a message has come that is not in registers only. It is kept between two pieces. (N2)
struct TransferProgress {
  enum Stage: UInt8 { case words, strings, items }

  var stage = Stage.words
  /// Whether the receiver accepted a map message. (IPC-54)
  var mapBit = false
  /// Whether a flexpage has been begun, of which this remains.
  var isInItem = false
  var rest = Passage()
  /// The string or item that is next.
  var index: UInt32 = 0
  /// The bytes of it that have been copied.
  var offset: UInt32 = 0
  /// How many dwords there are, of which pairs may name flexpages.
  var sent: UInt32 = 0
  static let unknown: UInt32 = ~0
  /// What the result dope will say. (IPC-40)
  var dwords: UInt32 = 0
  var strings: UInt32 = 0
}
