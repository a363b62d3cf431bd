/// How often happened what operations are compared by: each is an event that costs time on any hardware.
///
/// The words wrap around.
public struct EventCounters: Equatable, Sendable {
  /// Messages that took the fast path: each is an entry, a message, and a switch of threads.
  public var fastMessages: UInt32 = 0
  /// Loads of another address space in the fast path: each makes the translation buffer forget.
  var fastSpaceSwitches: UInt32 = 0
  /// Page faults, at user level and inside of transfers.
  public var pageFaults: UInt32 = 0
  /// Pages mapped or granted.
  public var maps: UInt32 = 0
  /// Mappings removed.
  public var unmaps: UInt32 = 0
  /// Calls of lthread_ex_regs.
  public var exRegs: UInt32 = 0
  /// Exceptions that were mirrored.
  public var exceptions: UInt32 = 0

  // What happened elsewhere than in the fast path, which has the time to count one thing only.
  var otherEntries: UInt32 = 0
  var otherMessages: UInt32 = 0
  var otherThreadSwitches: UInt32 = 0
  var otherSpaceSwitches: UInt32 = 0
  var otherBufferFlushes: UInt32 = 0

  /// Nothing has happened yet.
  public init() {}

  /// Entries of the kernel: system calls, faults, exceptions, interrupts, ticks.
  public var kernelEntries: UInt32 { otherEntries &+ fastMessages }
  /// Messages that moved, those of the kernel for a thread with a page fault included.
  public var messages: UInt32 { otherMessages &+ fastMessages }
  /// Times that another thread went on than the one that entered the kernel.
  public var threadSwitches: UInt32 { otherThreadSwitches &+ fastMessages }
  /// Loads of another address space.
  public var spaceSwitches: UInt32 { otherSpaceSwitches &+ fastSpaceSwitches }
  /// Whole translation buffers, or all of a space in them, forgotten.
  public var bufferFlushes: UInt32 { otherBufferFlushes &+ fastSpaceSwitches }
}
