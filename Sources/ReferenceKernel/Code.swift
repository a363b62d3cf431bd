/// Error codes of a receive phase, as result dopes have them. (IPC-41)
enum Code {
  static let notExistent: UInt32 = 0x10
  static let timeout: UInt32 = 0x20
  static let cancelled: UInt32 = 0x40
  static let mapFailed: UInt32 = 0x60
  /// The pager of the receiver took longer than the sender allows. (U22)
  static let sendPageFaultTimeout: UInt32 = 0x80
  /// The pager of the sender took longer than the receiver allows.
  static let receivePageFaultTimeout: UInt32 = 0xA0
  static let aborted: UInt32 = 0xC0
  static let cut: UInt32 = 0xE0
  /// The bit that tells the send phase.
  static let atSender: UInt32 = 0x10

  // Flags beside the code. (IPC-40)
  static let deceived: UInt32 = 1 << 0
  static let mapped: UInt32 = 1 << 1
  static let redirected: UInt32 = 1 << 2
  static let inner: UInt32 = 1 << 3
}

/// The descriptors of the two phases. (IPC-3, IPC-4)
extension Registers {
  static let noPhase: UInt32 = ~0

  var hasSendPhase: Bool { eax != Self.noPhase }
  var hasReceivePhase: Bool { ebp != Self.noPhase }
  /// The destination, and the source of a closed receive. (IPC-6)
  var partner: ThreadID {
    get { ThreadID(low: esi, high: edi) }
    set { (esi, edi) = (newValue.low, newValue.high) }
  }
  var deceives: Bool { eax & 1 != 0 }
  var maps: Bool { eax & 2 != 0 }
  /// The address of the message in memory; nil for one in registers only.
  var message: UInt32? { eax & ~3 == 0 ? nil : eax & ~3 }
  var isOpen: Bool { ebp & 1 != 0 }
  /// The address of the receive buffer; nil for one in registers only, or with a window.
  var buffer: UInt32? { ebp & 2 != 0 || ebp & ~3 == 0 ? nil : ebp & ~3 }

  /// What a receive phase answers: two words, who sends, and the true destination of a message that is
  /// redirected. (IPC-21, CC-11, U33)
  mutating func receive(
    _ dope: UInt32, _ words: (UInt32, UInt32), from source: ThreadID,
    destination: ThreadID = .none
  ) {
    eax = dope
    (edx, ebx) = words
    partner = source
    (ecx, ebp) = (destination.low, destination.high)
  }
}
