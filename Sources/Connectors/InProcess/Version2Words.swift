import KernelPrograms
import Microkernel
import Vocabulary

/// The words of Version 2 for what operations name. (FP2, FP3, IPC-3, IPC-4, IPC-27)
enum Version2Words {
  /// No phase, or no change. (IPC-3, EX1)
  static let allOnes: UInt32 = 0xFFFF_FFFF

  /// An fpage word without rights. (FP2)
  static func fpage(_ address: UInt32, bits: UInt32) -> UInt32 { address | bits << 2 }

  /// An fpage word of I/O ports. (IO3)
  static func ports(_ first: UInt32, exponent: UInt32) -> UInt32 {
    0xF000_0000 | first << 12 | exponent << 2
  }

  /// Exponent and mantissa of a timeout; ticks are 4^5 µs, and what is less is rounded up to them, which
  /// odd ones show. (IPC-28, IPC-36)
  static func timeout(_ timeout: KernelOperation.Timeout) -> (exponent: UInt32, mantissa: UInt32) {
    switch timeout {
    case .never: (0, 0)
    case .zero: (15, 0)
    case .ticks(let ticks):
      ticks & 1 == 1 && ticks < 16 ? (12, UInt32(ticks) << 4 - 1) : (10, UInt32(ticks))
    }
  }

  /// The exponent of a page fault timeout, which is a power of 4 in µs. (IPC-28)
  ///
  /// - Returns: Nil for a time that has none.
  static func faultTimeout(_ timeout: KernelOperation.Timeout) -> UInt32? {
    switch timeout {
    case .never: 0
    case .zero: 15
    case .ticks(1): 10
    case .ticks(4): 9
    case .ticks(16): 8
    case .ticks(64): 7
    case .ticks: nil
    }
  }

  /// The word of all four timeouts. (IPC-27)
  ///
  /// - Returns: Nil for a page fault timeout that cannot be written.
  static func timeouts(_ call: KernelOperation.ThreadCall) -> UInt32? {
    let receive = timeout(call.receive?.timeout ?? .never)
    let send = timeout(call.send?.timeout ?? .never)
    guard let receiveFault = faultTimeout(call.receive?.faultTimeout ?? .never),
      let sendFault = faultTimeout(call.send?.faultTimeout ?? .never)
    else { return nil }
    return receive.exponent | send.exponent << 4 | receiveFault << 8 | sendFault << 12
      | send.mantissa << 16 | receive.mantissa << 24
  }

  /// The parameter word of thread_schedule; a slice of 255 is endless. (SC3, SC7)
  static func scheduling(priority: UInt8, slice: UInt8) -> UInt32 {
    let isEndless = slice == 255
    return UInt32(priority) | (isEndless ? 0 : 10) << 20 | (isEndless ? 0 : UInt32(slice)) << 24
  }

  /// Priority and slice of an old parameter word; nil where it says that there are none. (SC6, SC8)
  static func scheduling(of word: UInt32) -> (priority: UInt8, slice: UInt8)? {
    guard word != allOnes else { return nil }
    let exponent = word >> 20 & 0xF
    let mantissa = word >> 24
    let priority = UInt8(truncatingIfNeeded: word)
    if exponent == 0 { return (priority, 255) }
    let microseconds = UInt64(mantissa) << (2 * UInt64(15 - exponent))
    return (priority, UInt8(truncatingIfNeeded: (microseconds + 1023) / 1024))
  }

  /// Below all pages of a stage, so that the kernel's area is above. (AS17, EXC-1)
  private static let firstInstruction: UInt32 = 0x0002_0000

  /// The registers of a thread as one number: instructions at different places. (EX1)
  static func instruction(_ token: UInt8) -> UInt32 {
    firstInstruction | UInt32(token) << 8
  }

  /// How long the instruction of a call is; behind it the bit of that is set in the pointer.
  static let trapLength: UInt32 = 2

  /// The number that an instruction pointer is, at a call or behind it; nil if it is none.
  static func token(ofInstruction address: UInt32) -> UInt8? {
    guard address & 0xFFFF_00FF & ~trapLength == firstInstruction else { return nil }
    return UInt8(truncatingIfNeeded: address >> 8)
  }
}
