/// What an ipc call came to, as its even code: that of the receive phase. (IPC-41)
public enum ErrorCode: UInt8, Sendable, CaseIterable {
  case ok = 0x00
  /// The destination, or the source, does not exist.
  case notExistent = 0x10
  /// The phase did not begin in time.
  case timeout = 0x20
  /// lthread_ex_regs came before a transfer began. (EX4)
  case cancelled = 0x40
  /// The kernel had no memory for a mapping. (AS15)
  case mapFailed = 0x60
  /// The pager of the receiver took longer than the sender allows. (IPC-35, U22)
  case sendPageFaultTimeout = 0x80
  /// The pager of the sender took longer than the receiver allows. (IPC-35, U22)
  case receivePageFaultTimeout = 0xA0
  /// lthread_ex_regs, or a deletion, came during the transfer. (EX4, TN10)
  case aborted = 0xC0
  /// The receiver accepts less than was sent. (IPC-44)
  case messageCut = 0xE0

  /// The code in the send phase: one more in the error field. A destination that does not exist has the same
  /// code in both. (IPC-41, IPC-42)
  public var atSender: UInt8 {
    switch self {
    case .ok, .notExistent: rawValue
    case .timeout, .cancelled, .mapFailed, .sendPageFaultTimeout, .receivePageFaultTimeout,
      .aborted, .messageCut:
      rawValue | 0x10
    }
  }

  /// Whether it ends a transfer that has begun, and therefore concerns both partners. (IPC-42)
  public var isOfTransfer: Bool { rawValue >= ErrorCode.mapFailed.rawValue }

  /// All codes that a call can answer, in order. (IPC-41)
  public static let all: [UInt8] = allCases.flatMap { code in
    code.rawValue == code.atSender ? [code.rawValue] : [code.rawValue, code.atSender]
  }
}
