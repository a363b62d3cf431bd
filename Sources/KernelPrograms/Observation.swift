import Vocabulary

/// What one operation showed, from the outside: all that a kernel is judged by.
///
/// Whatever comes to a thread is an event of the step in which its call ends, whoever made it end. What
/// a kernel cannot show is nil.
public struct Observation: Hashable, Sendable, Codable {
  /// Nothing was done: the thread that was to act is blocked, is not there, or does not run.
  public var isSkipped: Bool
  /// The ipc calls that ended, in order of threads.
  public var returns: [Return]
  /// The reads and writes that were executed, in order of threads: at once, or again after a fault was
  /// answered. (PF-5) A thread whose access is not among them waits for its pager.
  public var accesses: [Access]
  /// What a call other than ipc answered to the thread that acted.
  public var reply: Reply?
  /// Who runs afterwards, on stages that are about that.
  public var running: Running?
  /// What every slot of the stage holds afterwards, in their order.
  public var memory: [Holding]?

  public init(
    isSkipped: Bool = false, returns: [Return] = [], accesses: [Access] = [],
    reply: Reply? = nil, running: Running? = nil, memory: [Holding]? = nil
  ) {
    self.isSkipped = isSkipped
    self.returns = returns
    self.accesses = accesses
    self.reply = reply
    self.running = running
    self.memory = memory
  }

  public static let skipped = Observation(isSkipped: true)
}

/// An id as a kernel gave it, in terms of the stage.
public enum SeenID: Hashable, Sendable, Codable {
  /// The id that a thread has now.
  case thread(Int)
  /// An id that a thread had before its task was deleted. (A6)
  case former(Int)
  case interrupt(Int)
  /// All bits 0. (A4)
  case nobody
  /// All bits 1. (A4)
  case invalid
  /// The id of nobody on the stage.
  case unknown(UInt64)
}

/// The result of an ipc call. (IPC-21, IPC-40)
public struct Return: Hashable, Sendable, Codable {
  public var thread: Int
  /// The error field, 0x00 to 0xF0, with the bit of the phase. (IPC-41)
  public var code: UInt8
  /// From whom a message was received; nil where none was: then it means nothing. (IPC-46)
  public var source: SeenID?
  public var isDeceived: Bool
  public var isMapped: Bool
  public var isRedirected: Bool
  public var isFromInside: Bool
  /// Whether the registers brought the token that words are (false: zero). (IPC-47)
  public var word: Bool
  /// For whom a redirected message was; nil if it was not redirected. (CC-11, U33)
  public var destination: SeenID?
  /// What was wrong with what the message brought, by the connector's own check of words and strings;
  /// nil if nothing. (T-IPC1, T-IPC9)
  public var damage: String?

  public init(
    thread: Int, code: UInt8, source: SeenID? = nil, isDeceived: Bool = false,
    isMapped: Bool = false, isRedirected: Bool = false, isFromInside: Bool = false,
    word: Bool = false, destination: SeenID? = nil, damage: String? = nil
  ) {
    self.thread = thread
    self.code = code
    self.source = source
    self.isDeceived = isDeceived
    self.isMapped = isMapped
    self.isRedirected = isRedirected
    self.isFromInside = isFromInside
    self.word = word
    self.destination = destination
    self.damage = damage
  }
}

/// A read or write that was executed. (AS21)
public struct Access: Hashable, Sendable, Codable {
  public var thread: Int
  /// The frame or port that was reached; nil if it is none of the stage.
  public var frame: Int?

  public init(thread: Int, frame: Int?) {
    self.thread = thread
    self.frame = frame
  }
}

/// What calls other than ipc answer.
public enum Reply: Hashable, Sendable, Codable {
  /// The type, 0x0, 0x4 or 0xC, and the id. (CC-8)
  case nearest(type: UInt8, SeenID)
  /// What was before: priority and slice in ticks (255 is endless), nil for a word of all ones; and the
  /// external preempter. (SC6, SC8)
  case scheduled(priority: UInt8?, slice: UInt8?, preempter: SeenID?)
  /// What was before: the token that the registers are, pager and internal preempter. (EX1, EX10)
  case registers(UInt8?, pager: SeenID?, preempter: SeenID?)
  /// Whether task_new gave an id, and not nil. (TN12)
  case created(Bool)
}

/// Who has the processor.
public enum Running: Hashable, Sendable, Codable {
  case thread(Int)
  case idle
}

/// What a place in an address space holds.
public struct Holding: Hashable, Sendable, Codable {
  /// The frame or port; nil for nothing, -1 for something that is not of the stage.
  public var frame: Int?
  public var isWritable: Bool

  public init(frame: Int? = nil, isWritable: Bool = false) {
    self.frame = frame
    self.isWritable = isWritable
  }
}
