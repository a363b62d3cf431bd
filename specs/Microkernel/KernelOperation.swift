import AddressSpaces
import Vocabulary

/// A system call or an event of the hardware, with its arguments as a person writes them: what run
/// files list, traces show, and programs for kernels under test consist of.
public enum KernelOperation: Hashable, Sendable {
  case ipc(ThreadCall)
  case idNearest(NamedPartner, by: Thread)
  case unmap(page: Int, UnmapMask, by: Thread)
  case threadSwitch(NamedThread?, by: Thread)
  /// What is nil stays as it is.
  case threadSchedule(
    NamedThread, priority: UInt8?, slice: UInt8?, preempter: NamedThread?, by: Thread)
  /// What is nil stays as it is; a pager or preempter that is named `.some(nil)` is nobody.
  case exRegs(
    Thread, registers: UInt8?, pager: NamedThread??, preempter: NamedThread??, by: Thread)
  case create(NamedTask, mcp: UInt8, registers: UInt8, pager: NamedThread, by: Thread)
  /// Deletes a task, and gives the right to create it to another.
  case donate(NamedTask, to: NamedTask, by: Thread)
  case access(page: Int, write: Bool, by: Thread)
  case fault(write: Bool, of: Thread)
  case exception(of: Thread)
  case loadExceptionTable(isValid: Bool, of: Thread)
  case copy(from: Thread, senderFaults: Bool, receiverFaults: Bool)
  case expire(Thread)
  case tick
  case interrupt(Source)

  /// A thread as an id names it. (A6)
  public struct NamedThread: Hashable, Sendable {
    public var thread: Thread
    public var isFormer: Bool
    public init(_ thread: Thread, isFormer: Bool = false) {
      self.thread = thread
      self.isFormer = isFormer
    }
  }

  /// A task as an id names it. (A6)
  public struct NamedTask: Hashable, Sendable {
    public var task: Task
    public var isFormer: Bool
    public init(_ task: Task, isFormer: Bool = false) {
      self.task = task
      self.isFormer = isFormer
    }
  }

  /// Whom an ipc names. (IPC-6)
  public enum NamedPartner: Hashable, Sendable {
    case thread(NamedThread)
    case interrupt(Source)
    case nobody
    case invalid
  }

  /// One call of ipc. (IPC-1)
  public struct ThreadCall: Hashable, Sendable {
    public var caller: Thread
    public var partner: NamedPartner
    public var send: Sending?
    public var receive: Receiving?

    public init(
      _ caller: Thread, _ partner: NamedPartner, send: Sending? = nil, receive: Receiving? = nil
    ) {
      self.caller = caller
      self.partner = partner
      self.send = send
      self.receive = receive
    }
  }

  public struct Sending: Hashable, Sendable {
    /// As whom the sender pretends to send. (CC-12)
    public var virtual: Thread?
    public var word = false
    public var parts: UInt8 = 0
    /// Whether the header of a message with parts lies where they do, so that it can be missing: then
    /// the call is executed again when the pager has answered. (IPC-48, PF-5)
    public var isHeaderInPage = false
    public var item: Item?
    public var timeout = Timeout.never
    public var faultTimeout = Timeout.never

    public init(
      virtual: Thread? = nil, word: Bool = false, parts: UInt8 = 0, isHeaderInPage: Bool = false,
      item: Item? = nil, timeout: Timeout = .never, faultTimeout: Timeout = .never
    ) {
      self.virtual = virtual
      self.word = word
      self.parts = parts
      self.isHeaderInPage = isHeaderInPage
      self.item = item
      self.timeout = timeout
      self.faultTimeout = faultTimeout
    }
  }

  /// What a message maps or grants. (FP3)
  public struct Item: Hashable, Sendable {
    /// The page of the sender that the base of the flexpage is; where there are more, it is rounded
    /// down to a multiple of their number. (FP1)
    public var page: Int
    /// 2 to how many is the number of pages. (FP1)
    public var order: Int
    /// The page that the send base means: of the receiver, or of the sender where the window is
    /// smaller. (FP4)
    public var base: Int
    /// Whether the flexpage is smaller than a page, which makes it none. (FP7)
    public var isSmall: Bool
    public var isGrant: Bool
    public var write: Bool
    /// The page that a page of memory is rounded down to. (FP1)
    public var firstPage: Int {
      page < KernelOperation.firstPort ? (page >> order) << order : page
    }

    public init(
      page: Int, order: Int = 0, base: Int, isSmall: Bool = false, isGrant: Bool = false,
      write: Bool = false
    ) {
      self.page = page
      self.order = order
      self.base = base
      self.isSmall = isSmall
      self.isGrant = isGrant
      self.write = write
    }
  }

  /// I/O port `number` where an operation names a page. (IO1)
  public static func port(_ number: Int) -> Int { firstPort + number }

  /// The least number of a page that means an I/O port.
  static let firstPort = 64

  public struct Receiving: Hashable, Sendable {
    public var isOpen: Bool
    public var window = Window.none
    public var buffer = Buffer.none
    public var timeout = Timeout.never
    public var faultTimeout = Timeout.never

    public init(
      isOpen: Bool, window: Window = .none, buffer: Buffer = .none, timeout: Timeout = .never,
      faultTimeout: Timeout = .never
    ) {
      self.isOpen = isOpen
      self.window = window
      self.buffer = buffer
      self.timeout = timeout
      self.faultTimeout = faultTimeout
    }
  }

  public enum Window: Hashable, Sendable {
    case none
    case page(Int)
    case all
  }

  public enum Buffer: String, Hashable, Sendable, CaseIterable {
    case none
    case large
    /// Shorter than what is sent. (IPC-44)
    case short
  }

  /// How long a phase may take to begin. (IPC-28)
  public enum Timeout: Hashable, Sendable {
    case never
    case zero
    /// So many ticks, from 1 to `longest`.
    case ticks(UInt8)

    /// The most ticks that a timeout can have.
    public static let longest = 254

    /// 0 never, 1 now, n+1 in n ticks: as the rules have it.
    public var number: UInt32 {
      switch self {
      case .never: 0
      case .zero: 1
      case .ticks(let ticks): UInt32(ticks) + 1
      }
    }
  }
}

extension KernelOperation {
  /// The kinds of operation, by which transitions are counted.
  public enum Kind: String, Sendable, CaseIterable {
    case send, receive, wait, call
    case replyAndWait = "reply and wait"
    case sendAndNothing = "ipc without phases"
    case idNearest = "id_nearest"
    case unmap = "fpage_unmap"
    case threadSwitch = "thread_switch"
    case threadSchedule = "thread_schedule"
    case exRegs = "lthread_ex_regs"
    case taskNew = "task_new"
    case access
    case fault = "page fault"
    case exception
    case loadExceptionTable = "LIDT"
    case copy
    case expire = "timeout"
    case tick
    case interrupt
  }

  public var kind: Kind {
    switch self {
    case .ipc(let call): call.kind
    case .idNearest: .idNearest
    case .unmap: .unmap
    case .threadSwitch: .threadSwitch
    case .threadSchedule: .threadSchedule
    case .exRegs: .exRegs
    case .create, .donate: .taskNew
    case .access: .access
    case .fault: .fault
    case .exception: .exception
    case .loadExceptionTable: .loadExceptionTable
    case .copy: .copy
    case .expire: .expire
    case .tick: .tick
    case .interrupt: .interrupt
    }
  }

  /// The thread that executes it, if it is a call or an instruction.
  public var actor: Thread? {
    switch self {
    case .ipc(let call): call.caller
    case .idNearest(_, let by), .unmap(_, _, let by), .threadSwitch(_, let by),
      .threadSchedule(_, _, _, _, let by), .exRegs(_, _, _, _, let by),
      .create(_, _, _, _, let by), .donate(_, _, let by), .access(_, _, let by),
      .fault(_, let by), .exception(let by), .loadExceptionTable(_, let by):
      by
    case .copy, .expire, .tick, .interrupt: nil
    }
  }
}

extension KernelOperation.ThreadCall {
  /// The named form of the call. (IPC-5)
  public var kind: KernelOperation.Kind {
    switch (send != nil, receive?.isOpen) {
    case (false, nil): .sendAndNothing
    case (true, nil): .send
    case (false, false): .receive
    case (false, true): .wait
    case (true, false): .call
    case (true, true): .replyAndWait
    }
  }
}
