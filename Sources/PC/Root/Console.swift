import L4Calls

/// The first serial line, by its ports. The kernel has set it up for its boot log.
enum Console {
  static let port: UInt16 = 0x3F8

  static func put(_ byte: UInt8) {
    while pc_in8(port + 5) & 0x20 == 0 {}
    pc_out8(port, byte)
  }
}

/// Prints a part of a line.
func say(_ text: StaticString) {
  text.withUTF8Buffer { bytes in
    for byte in bytes { Console.put(byte) }
  }
}

/// Prints a number in decimal.
func say(_ number: UInt32) {
  if number >= 10 { say(number / 10) }
  Console.put(UInt8(truncatingIfNeeded: 0x30 + number % 10))
}

/// Prints a number in hexadecimal, with the mark of one.
func say(hexadecimal number: UInt32) {
  say("0x")
  for digit in (0..<8).reversed() {
    let value = UInt8(truncatingIfNeeded: number >> UInt32(4 * digit) & 0xF)
    Console.put(value < 10 ? 0x30 + value : 0x57 + value)
  }
}

/// Prints a thread as task.lthread.
func say(_ thread: ThreadID) {
  say(thread.task)
  say(".")
  say(thread.low >> 10 & 0x7F)
}

/// QEMU's device that ends the machine: its exit status is twice the byte written, plus one.
enum Exit {
  private static let port: UInt16 = 0xF4

  static func success() -> Never { end(0x10) }

  static func failure(_ text: StaticString, _ value: UInt32 = 0) -> Never {
    say("root: FAILED: ")
    say(text)
    say(" (")
    say(hexadecimal: value)
    say(")\n")
    end(0x11)
  }

  private static func end(_ status: UInt8) -> Never {
    pc_out8(port, status)
    while true {}
  }
}
