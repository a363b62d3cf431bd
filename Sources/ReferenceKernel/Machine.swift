/// The hardware that the kernel drives: page-table memory, the translation buffer, the port bitmap,
/// physical memory, the interrupt controller.
///
/// All addresses of tables are physical. A space is named by the physical address of its directory.
public protocol Machine: ~Copyable {
  /// Whether translations of a space stay usable while another space is loaded.
  ///
  /// True for tagged buffers and small spaces; then the kernel shoots them down one by one. (UM11, M-AS12)
  var keepsOtherSpaces: Bool { get }

  /// Reads one word of a page table or a directory.
  func tableWord(at address: UInt32) -> UInt32

  /// Writes one word of a page table or a directory; the translation buffer does not notice.
  mutating func setTableWord(at address: UInt32, to word: UInt32)

  /// Makes the space of `directory` the one that user code runs in (on x86: loads CR3).
  mutating func loadSpace(directory: UInt32)

  /// Forgets the translation of one page of a space, whatever the size of its entry.
  mutating func invalidatePage(_ address: UInt32, directory: UInt32)

  /// Forgets all translations of a space.
  mutating func invalidateSpace(directory: UInt32)

  /// Makes the bitmap of `task` the one that port instructions are checked against. (M-AS27)
  mutating func loadPortBitmap(task: Int)

  /// Reads the bits of ports 32 · `index` … 32 · `index` + 31 of a task; as on x86, 1 means denied.
  func portWord(task: Int, index: Int) -> UInt32

  /// Writes the bits of 32 ports of a task.
  mutating func setPortWord(task: Int, index: Int, to word: UInt32)

  /// Whether a call can come in the middle of a tick: then the rest of that tick counts for nothing, so that
  /// no timeout is shorter than it was asked to be. (IPC-36)
  ///
  /// False only for a machine whose time passes in whole ticks, between the entries.
  var hasTimeBetweenTicks: Bool { get }

  /// Whether an interrupt, or the timer, waits for the kernel to let it through. (N4)
  ///
  /// Long operations ask between their pieces, and are continued later if so.
  var isInterruptPending: Bool { get }

  /// Reads an aligned word of physical memory.
  func physicalWord(at address: UInt32) -> UInt32

  /// Writes an aligned word of physical memory.
  mutating func setPhysicalWord(at address: UInt32, to word: UInt32)

  /// Copies bytes in ascending order; neither place crosses the end of a frame. (IPC-56)
  mutating func copyPhysical(from source: UInt32, to destination: UInt32, count: UInt32)

  /// Keeps a line of the interrupt controller from interrupting, or lets it. (INT-13)
  mutating func maskInterrupt(line: Int)
  mutating func unmaskInterrupt(line: Int)

  /// Takes the interrupt that a controller has remembered for a masked line, so that it never occurs.
  /// (INT-9, INT-11)
  ///
  /// - Returns: Whether there was one.
  mutating func takeInterrupt(line: Int) -> Bool
}
