import PCHardware

#if IMPATIENT
  nonisolated(unsafe) private var opportunities: UInt32 = 0
#endif

/// The hardware of a 32-bit PC: page tables in the kernel area, port bitmaps in each space's last 4 MB.
struct PCMachine: Machine, ~Copyable {
  private let bitmaps: UInt32

  init(_ windows: PortWindows) { bitmaps = windows.bitmaps }

  /// The Pentium's buffer has no tags.
  var keepsOtherSpaces: Bool { false }
  var hasTimeBetweenTicks: Bool { true }

  func tableWord(at address: UInt32) -> UInt32 { pc_read32(PCLayout.virtual(address)) }

  mutating func setTableWord(at address: UInt32, to word: UInt32) {
    pc_write32(PCLayout.virtual(address), word)
  }

  mutating func loadSpace(directory: UInt32) { pc_load_directory(directory) }

  mutating func invalidatePage(_ address: UInt32, directory: UInt32) {
    if pc_directory() == directory { pc_invalidate_page(address) }
  }

  mutating func invalidateSpace(directory: UInt32) {
    if pc_directory() == directory { pc_load_directory(directory) }
  }

  /// Nothing to do: the space has brought its bitmap along. (M-AS27)
  mutating func loadPortBitmap(task: Int) {}

  func portWord(task: Int, index: Int) -> UInt32 { pc_read32(portAddress(task, index)) }

  mutating func setPortWord(task: Int, index: Int, to word: UInt32) {
    pc_write32(portAddress(task, index), word)
  }

  /// Long operations are interrupted by what waits at the controllers: the kernel runs with interrupts
  /// off. (N4)
  ///
  /// An impatient kernel, for tests, is interrupted at every other opportunity, which the clock finds
  /// only now and then.
  var isInterruptPending: Bool {
    #if IMPATIENT
      opportunities &+= 1
      if opportunities & 1 == 0 { return true }
    #endif
    return InterruptController.isRequested
  }

  func physicalWord(at address: UInt32) -> UInt32 { pc_read32(PCLayout.virtual(address)) }

  mutating func setPhysicalWord(at address: UInt32, to word: UInt32) {
    pc_write32(PCLayout.virtual(address), word)
  }

  mutating func copyPhysical(from source: UInt32, to destination: UInt32, count: UInt32) {
    pc_copy_ascending(PCLayout.virtual(destination), PCLayout.virtual(source), count)
  }

  mutating func maskInterrupt(line: Int) { InterruptController.setMask(line, to: true) }

  mutating func unmaskInterrupt(line: Int) { InterruptController.setMask(line, to: false) }

  mutating func takeInterrupt(line: Int) -> Bool { InterruptController.take(line) }

  private func portAddress(_ task: Int, _ index: Int) -> UInt32 {
    bitmaps + UInt32(task) << 13 + UInt32(index) << 2
  }
}
