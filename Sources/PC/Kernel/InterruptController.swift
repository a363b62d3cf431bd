import PCHardware

/// The two 8259 interrupt controllers, their sixteen lines on vectors 0x20 … 0x2F.
enum InterruptController {
  static let firstVector: UInt32 = 0x20
  private static let first: UInt16 = 0x20
  private static let second: UInt16 = 0xA0
  private static let endOfInterrupt: UInt8 = 0x20
  /// The line of the first controller to which the second is wired.
  private static let cascade = 2

  /// The lines that nobody can be associated with: the kernel's timer, and the cascade. (INT-15)
  static let reservedLines: UInt32 = 1 << 0 | 1 << 2

  /// Every line is masked but the cascade.
  static func start() {
    pc_out8(first, 0x11)
    pc_out8(second, 0x11)
    pc_out8(first + 1, UInt8(firstVector))
    pc_out8(second + 1, UInt8(firstVector) + 8)
    pc_out8(first + 1, 1 << UInt8(cascade))
    pc_out8(second + 1, UInt8(cascade))
    pc_out8(first + 1, 0x01)
    pc_out8(second + 1, 0x01)
    pc_out8(first + 1, ~(1 << UInt8(cascade)))
    pc_out8(second + 1, 0xFF)
  }

  static func setMask(_ line: Int, to isMasked: Bool) {
    let port = line < 8 ? first + 1 : second + 1
    let bit: UInt8 = 1 << UInt8(line & 7)
    let mask = pc_in8(port)
    pc_out8(port, isMasked ? mask | bit : mask & ~bit)
  }

  static func isMasked(_ line: Int) -> Bool {
    pc_in8(line < 8 ? first + 1 : second + 1) >> UInt8(line & 7) & 1 == 1
  }

  /// Tells the controllers that the interrupt has been seen.
  static func acknowledge(_ line: Int) {
    if line >= 8 { pc_out8(second, endOfInterrupt) }
    pc_out8(first, endOfInterrupt)
  }

  /// Whether an interrupt on line 7 or 15 was only noise: then it is not in service.
  static func isSpurious(_ line: Int) -> Bool {
    guard line == 7 || line == 15 else { return false }
    let port = line < 8 ? first : second
    pc_out8(port, 0x0B)
    guard pc_in8(port) & 0x80 == 0 else { return false }
    if line == 15 { pc_out8(first, endOfInterrupt) }
    return true
  }

  /// Whether a line asks for attention, masked or not.
  static func isRequested(_ line: Int) -> Bool {
    let port = line < 8 ? first : second
    pc_out8(port, 0x0A)
    return pc_in8(port) >> UInt8(line & 7) & 1 == 1
  }

  /// Whether any line that is not masked asks for attention.
  static var isRequested: Bool {
    pc_out8(first, 0x0A)
    let mine = pc_in8(first) & ~pc_in8(first + 1)
    if mine & ~(1 << UInt8(cascade)) != 0 { return true }
    pc_out8(second, 0x0A)
    return pc_in8(second) & ~pc_in8(second + 1) != 0
  }
}

/// The first counter of the 8254: the kernel's clock. (INT-15)
enum IntervalTimer {
  static let line = 0
  /// A tick of the kernel.
  static let microseconds: UInt32 = 1024
  /// That long at 1.193182 MHz.
  private static let divisor: UInt16 = 1222

  static func start() {
    pc_out8(0x43, 0x34)
    pc_out8(0x40, UInt8(truncatingIfNeeded: divisor))
    pc_out8(0x40, UInt8(truncatingIfNeeded: divisor >> 8))
    InterruptController.setMask(line, to: false)
  }
}
