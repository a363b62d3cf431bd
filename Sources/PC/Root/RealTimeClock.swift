import L4Calls

/// An interrupt as IPC: the real-time clock's, line 8. (INT-1, INT-2)
struct RealTimeClock {
  private static let line: UInt32 = 8
  private let interrupt = ThreadID.interrupt(Self.line)

  init(sigma0: ThreadID) { requestPorts(0x70, size: 1, from: sigma0) }

  func run() {
    let association = L4.ipc(
      interrupt, send: Descriptor.none, receive: 0, timeouts: Timeouts.receiveZero)
    guard association.dope == 0x20 else {
      Exit.failure("the interrupt cannot be associated", association.dope)
    }
    write(0xB, read(0xB) | 0x40)
    for number in 1...3 as ClosedRange<UInt32> {
      _ = read(0xC)
      let answer = L4.ipc(
        interrupt, send: Descriptor.none, receive: 0,
        timeouts: Timeouts.receive(mantissa: 1, exponent: 5))
      guard answer.dope == 0, answer.source == interrupt else {
        Exit.failure("no interrupt", answer.dope)
      }
      say("root: interrupt of line ")
      say(Self.line)
      say(" received as ipc from id ")
      say(answer.source.low)
      say(", ")
      say(number)
      say(" of 3\n")
    }
    write(0xB, read(0xB) & ~0x40)
    _ = read(0xC)
    let release = L4.ipc(.none, send: Descriptor.none, receive: 0, timeouts: Timeouts.receiveZero)
    guard release.dope == 0x20 else { Exit.failure("the interrupt stays", release.dope) }
  }

  private func read(_ register: UInt8) -> UInt8 {
    pc_out8(0x70, register)
    return pc_in8(0x71)
  }

  private func write(_ register: UInt8, _ byte: UInt8) {
    pc_out8(0x70, register)
    pc_out8(0x71, byte)
  }
}
