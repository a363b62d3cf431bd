extension ErrorCode {
  /// A code as a person says it: `0x30 send timeout`. (IPC-41)
  public static func text(of code: UInt8) -> String {
    let digits = String(code, radix: 16, uppercase: true)
    let number = "0x" + (digits.count < 2 ? "0" : "") + digits
    guard let error = allCases.first(where: { $0.rawValue == code || $0.atSender == code }) else {
      return number
    }
    let phase =
      error.rawValue == error.atSender ? "" : error.rawValue == code ? "receive " : "send "
    let name =
      switch error {
      case .ok: "ok"
      case .notExistent: "not existent"
      case .timeout: "timeout"
      case .cancelled: "cancelled"
      case .mapFailed: "map failed"
      case .sendPageFaultTimeout: "page fault timeout (send)"
      case .receivePageFaultTimeout: "page fault timeout (receive)"
      case .aborted: "aborted"
      case .messageCut: "message cut"
      }
    return "\(number) \(phase)\(name)"
  }
}
