import PCHardware

/// The kernel info page, sigma0's first frame. (S0-4)
struct InformationPage {
  private let page = PCLayout.virtual(PCLayout.firstFrame)
  private static let magic: UInt32 = 0x4BE6_344C

  init(sigma0: borrowing Program, root: borrowing Program, memoryEnd: UInt32, kernelBegin: UInt32) {
    pc_clear(page, 0x1000)
    pc_write32(page, Self.magic)
    pc_write32(page + 4, 2)
    put(0x20, (0, sigma0.entry), (sigma0.begin, sigma0.end))
    put(0x40, (0, root.entry), (root.begin, root.end))
    put(0x60, (PCLayout.firstFrame, kernelBegin), (0, PCLayout.firstFrame))
    put(0x70, (kernelBegin, memoryEnd), (0, 0))
    put(0x80, (root.begin, root.end), (0, 0))
  }

  /// Advances the clock, in microseconds. (S0-5)
  static func advanceClock(by microseconds: UInt32) {
    let clock = PCLayout.virtual(PCLayout.firstFrame) + 0xA0
    let low = pc_read32(clock)
    let (sum, carries) = low.addingReportingOverflow(microseconds)
    pc_write32(clock, sum)
    if carries { pc_write32(clock + 4, pc_read32(clock + 4) &+ 1) }
  }

  private func put(_ offset: UInt32, _ first: (UInt32, UInt32), _ second: (UInt32, UInt32)) {
    pc_write32(page + offset, first.0)
    pc_write32(page + offset + 4, first.1)
    pc_write32(page + offset + 8, second.0)
    pc_write32(page + offset + 12, second.1)
  }
}
