/// The head of a message in memory, which may be a buffer too. (IPC-48, IPC-49)
///
/// +0 receive fpage, +4 size dope, +8 send dope, +12 the dwords, and behind as many as the size dope says
/// the string dopes, of 4 words each.
struct MessageHeader {
  static let size: UInt32 = 12

  var address: UInt32
  var window: UInt32
  private var sizeDope: UInt32
  private var sendDope: UInt32

  /// Reads a head; nil if the task cannot.
  init?<Hardware: Machine & ~Copyable>(
    _ address: UInt32, of task: TaskNumber, in kernel: borrowing Kernel<Hardware>
  ) {
    guard let window = kernel.userWord(task, address),
      let size = kernel.userWord(task, address &+ 4),
      let send = kernel.userWord(task, address &+ 8)
    else { return nil }
    self.address = address
    self.window = window
    sizeDope = size
    sendDope = send
  }

  var dwordCapacity: UInt32 { sizeDope >> 13 }
  var stringCapacity: UInt32 { sizeDope >> 8 & 31 }
  var dwordsSent: UInt32 { sendDope >> 13 }
  var stringsSent: UInt32 { sendDope >> 8 & 31 }

  /// Whether any of it is in memory: the first two words are in registers. (IPC-47)
  var hasParts: Bool { dwordsSent > 2 || stringsSent > 0 }

  /// The address of a dword.
  func dword(_ index: UInt32) -> UInt32 { address &+ 12 &+ index << 2 }

  /// The address of a string dope: size and address to send, size and address to receive. (IPC-51)
  func string(_ index: UInt32) -> UInt32 { dword(dwordCapacity) &+ index << 4 }
}
