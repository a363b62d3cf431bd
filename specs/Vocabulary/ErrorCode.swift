/// The error codes of ipc that a map message can come to, as the receiver sees them; the sender sees
/// the code with its lowest bit set. (IPC-41)
public enum ErrorCode: UInt8, Sendable, CaseIterable {
  case ok = 0x00
  case notExistent = 0x10
  case mapFailed = 0x60
  case messageCut = 0xE0

  /// The code at the sender: codes 6 to F name the phase, and a destination that does not exist has
  /// no receiver to tell. (IPC-41, IPC-42)
  public var atSender: UInt8 {
    switch self {
    case .ok, .notExistent: rawValue
    case .mapFailed, .messageCut: rawValue | 0x10
    }
  }
}
