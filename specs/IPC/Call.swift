import Logic
import Vocabulary

/// Whom an ipc call names: the destination of its send phase, and whom a closed receive phase waits
/// for. (IPC-6)
public enum Partner<V: Values>: Sendable {
  /// A thread, by the id that it has now.
  case thread(V.Bits)
  /// A thread, by an id from before its task was deleted. (A6)
  case former(V.Bits)
  /// A source of interrupts; no source where there is none of that number. (A4)
  case interrupt(V.Bits)
  /// The id of which all bits are 0. (A4)
  case nobody
  /// The id of which all bits are 1. (A4)
  case invalid
}

/// One call of ipc: a send phase, a receive phase, or both. (IPC-1)
public struct Call<V: Values>: Sendable {
  public var caller: V.Bits
  public var partner: Partner<V>
  public var send: Message<V>?
  public var receive: Reception<V>?

  @inlinable
  public init(
    by caller: V.Bits, with partner: Partner<V>, send: Message<V>? = nil,
    receive: Reception<V>? = nil
  ) {
    self.caller = caller
    self.partner = partner
    self.send = send
    self.receive = receive
  }
}

/// What is sent. (IPC-3, IPC-47)
public struct Message<V: Values>: Sendable {
  /// The thread that the sender pretends to be, where the d bit is set. (CC-12)
  public var virtual: V.Bits?
  /// What the registers carry, as one bit.
  public var word: V.Truth
  /// The m bit: the words name pages to be mapped or granted. (IPC-52)
  public var maps: V.Truth
  /// How many parts of the message are in memory. (IPC-48)
  public var parts: V.Count
  /// 0 never, 1 now, n+1 in n ticks. (IPC-28)
  public var timeout: V.Count
  /// The same for the receiver's pager. (IPC-35)
  public var faultTimeout: V.Count

  @inlinable
  public init(
    virtual: V.Bits? = nil, word: V.Truth = V.Truth(false), maps: V.Truth = V.Truth(false),
    parts: V.Count = V.Count(0), timeout: V.Count = V.Count(0),
    faultTimeout: V.Count = V.Count(0)
  ) {
    self.virtual = virtual
    self.word = word
    self.maps = maps
    self.parts = parts
    self.timeout = timeout
    self.faultTimeout = faultTimeout
  }
}

/// What is received, and from whom. (IPC-4)
public struct Reception<V: Values>: Sendable {
  /// Whether from anybody; otherwise only from the partner. (IPC-13)
  public var isOpen: Bool
  /// Whether there is a receive window. (IPC-53)
  public var takesMaps: V.Truth
  /// Whether there is a receive buffer.
  public var takesMemory: V.Truth
  /// Whether the buffer is shorter than what will be sent. (IPC-44)
  public var isShort: V.Truth
  /// 0 never, 1 now, n+1 in n ticks. (IPC-28)
  public var timeout: V.Count
  /// The same for the sender's pager. (IPC-35)
  public var faultTimeout: V.Count

  @inlinable
  public init(
    isOpen: Bool, takesMaps: V.Truth = V.Truth(false), takesMemory: V.Truth = V.Truth(false),
    isShort: V.Truth = V.Truth(false), timeout: V.Count = V.Count(0),
    faultTimeout: V.Count = V.Count(0)
  ) {
    self.isOpen = isOpen
    self.takesMaps = takesMaps
    self.takesMemory = takesMemory
    self.isShort = isShort
    self.timeout = timeout
    self.faultTimeout = faultTimeout
  }
}
