import PCHardware

/// The first serial line, for the boot log and last words; afterwards its ports are sigma0's to give.
enum Serial {
  private static let port: UInt16 = 0x3F8

  /// 115200 baud, 8 bits, no parity; queues on.
  static func start() {
    pc_out8(port + 1, 0x00)
    pc_out8(port + 3, 0x80)
    pc_out8(port + 0, 0x01)
    pc_out8(port + 1, 0x00)
    pc_out8(port + 3, 0x03)
    pc_out8(port + 2, 0xC7)
    pc_out8(port + 4, 0x0B)
  }

  static func put(_ byte: UInt8) {
    while pc_in8(port + 5) & 0x20 == 0 {}
    pc_out8(port, byte)
  }
}

/// Prints a part of a line.
func log(_ text: StaticString) {
  text.withUTF8Buffer { bytes in
    for byte in bytes { Serial.put(byte) }
  }
}

/// Prints a number in decimal.
func log(_ number: UInt32) {
  if number >= 10 { log(number / 10) }
  Serial.put(UInt8(truncatingIfNeeded: 0x30 + number % 10))
}

/// Prints a number in hexadecimal.
func log(hexadecimal number: UInt32) {
  for digit in (0..<8).reversed() {
    let value = UInt8(truncatingIfNeeded: number >> UInt32(4 * digit) & 0xF)
    Serial.put(value < 10 ? 0x30 + value : 0x57 + value)
  }
}

/// Says that the kernel cannot go on, and ends the machine with a status that means so.
func stop(_ text: StaticString) -> Never {
  log("kernel: ")
  log(text)
  log("\n")
  pc_out8(DebugExit.port, DebugExit.kernelFailed)
  pc_halt()
}

/// QEMU's device that ends the machine: its exit status is twice the byte written, plus one.
enum DebugExit {
  static let port: UInt16 = 0xF4
  static let kernelFailed: UInt8 = 0x20
}
