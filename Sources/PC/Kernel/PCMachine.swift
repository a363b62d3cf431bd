import PCHardware

/// The hardware of a 32-bit PC: page tables in the kernel area, port bitmaps in each space's last 4 MB.
struct PCMachine: Machine, ~Copyable {
  private let bitmaps: UInt32
  /// The lines that are masked because an interrupt of theirs is being served.
  private var served: UInt32 = 0
  /// The lines whose next interrupt is of a time when nobody was associated.
  private var stale: UInt32 = 0

  init(_ windows: PortWindows) { bitmaps = windows.bitmaps }

  /// The Pentium's buffer has no tags.
  var keepsOtherSpaces: Bool { false }

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
  var isInterruptPending: Bool { InterruptController.isRequested }

  func physicalWord(at address: UInt32) -> UInt32 { pc_read32(PCLayout.virtual(address)) }

  mutating func setPhysicalWord(at address: UInt32, to word: UInt32) {
    pc_write32(PCLayout.virtual(address), word)
  }

  mutating func copyPhysical(from source: UInt32, to destination: UInt32, count: UInt32) {
    pc_copy_ascending(PCLayout.virtual(destination), PCLayout.virtual(source), count)
  }

  mutating func maskInterrupt(line: Int) {
    served &= ~(1 << UInt32(line))
    InterruptController.setMask(line, to: true)
  }

  /// The controllers remember an edge while a line is masked. After service that is the next interrupt
  /// (INT-9); where nobody was associated before, it has to be dropped. (INT-11)
  mutating func unmaskInterrupt(line: Int) {
    let bit: UInt32 = 1 << UInt32(line)
    guard InterruptController.isMasked(line) else { return }
    if served & bit == 0, InterruptController.isRequested(line) { stale |= bit }
    served &= ~bit
    InterruptController.setMask(line, to: false)
  }

  /// The kernel has been told of an interrupt.
  mutating func noteServed(_ line: Int) { served |= 1 << UInt32(line) }

  /// Whether an interrupt is to be dropped.
  mutating func dropsInterrupt(_ line: Int) -> Bool {
    let bit: UInt32 = 1 << UInt32(line)
    defer { stale &= ~bit }
    return stale & bit != 0
  }

  private func portAddress(_ task: Int, _ index: Int) -> UInt32 {
    bitmaps + UInt32(task) << 13 + UInt32(index) << 2
  }
}
