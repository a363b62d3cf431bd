import Logic
import Vocabulary

/// What a step brings to threads: which ipc calls return in it, and with what. (IPC-21, IPC-40)
///
/// Results are events, not state: what a thread has been told is its own affair.
public struct Deliveries<V: Values, let threads: Int>: Sendable {
  /// The threads whose call returns.
  public var returned: V.Bits
  /// The error field of the result, with the bit of the phase: 0x30 is a send timeout. (IPC-41, IPC-45)
  public var code: Numbers<V, Thread, threads>
  /// For every thread that received a message: the id that it sees; nobody for others. (IPC-21, IPC-46)
  public var source: Table<V, Thread, threads>
  /// The threads that received an interrupt, from the source that they are associated with.
  public var interrupted: V.Bits
  /// The d bits. (CC-13)
  public var deceived: V.Bits
  /// The m bits. (IPC-54)
  public var mapped: V.Bits
  /// The r bits: the message was for somebody else. (CC-10)
  public var redirected: V.Bits
  /// The i bits: it came from inside of the receiver's own clan. (CC-10)
  public var inner: V.Bits
  /// What the registers brought, as one bit. (IPC-47)
  public var word: V.Bits
  /// For every thread that got a redirected message: whom it was for. (CC-11, U33)
  public var destination: Table<V, Thread, threads>
  /// For every thread that was the receiver of a transfer which ended in this step, however it ended:
  /// the thread that sent. Calls of the kernel for a thread, and the answers to them, are messages
  /// too. (T-IPC1, T-IPC4)
  public var sender: Table<V, Thread, threads>
  /// The threads that go on at user level without a result: a call of the kernel for them has ended.
  public var resumed: V.Bits

  @inlinable
  public init() {
    returned = .empty
    code = Numbers()
    source = Table()
    interrupted = .empty
    deceived = .empty
    mapped = .empty
    redirected = .empty
    inner = .empty
    word = .empty
    destination = Table()
    sender = Table()
    resumed = .empty
  }

  /// `threads` return with a code.
  @inlinable
  public mutating func end(_ threads: V.Bits, _ code: UInt8) {
    returned |= threads
    self.code.set(V.Count(UInt32(code)), at: threads)
  }

  /// Also what `later` brings, which comes to other threads.
  @inlinable
  public mutating func add(_ later: Self) {
    returned |= later.returned
    interrupted |= later.interrupted
    deceived |= later.deceived
    mapped |= later.mapped
    redirected |= later.redirected
    inner |= later.inner
    word |= later.word
    resumed |= later.resumed
    for position in 0..<threads {
      code[row: position] = code[row: position] | later.code[row: position]
      source[row: position] |= later.source[row: position]
      destination[row: position] |= later.destination[row: position]
      sender[row: position] |= later.sender[row: position]
    }
  }
}

extension Deliveries: Equatable where V.Bits: Equatable, V.Count: Equatable {}
extension Deliveries: Hashable where V.Bits: Hashable, V.Count: Hashable {}
