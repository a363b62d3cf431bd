import PCHardware

/// What all spaces have in the kernel area: memory, and in the last 4 MB a window of the task's own with
/// the task state segment and behind it the task's port bitmap, where the processor looks for it.
struct PortWindows {
  /// Where in the kernel area the bitmaps of all tasks lie, 8 KB each.
  let bitmaps: UInt32

  /// Fills the kernel's part of all directories, which the kernel proper never touches. (AS17)
  init(directories: UInt32, memory: inout BootMemory) {
    let count = UInt32(PCLayout.taskLimit)
    let physicalBitmaps = memory.take(count << 13)
    bitmaps = PCLayout.virtual(physicalBitmaps)
    for word in 0..<count << 11 { pc_write32(bitmaps + word << 2, ~0) }
    let segment = memory.take(0x1000)
    let tail = memory.take(0x1000)
    pc_write32(PCLayout.virtual(tail), ~0)
    let tables = memory.take(count << 12)
    for task in 0..<count {
      let table = tables + task << 12
      let bitmap = physicalBitmaps + task << 13
      let frames: InlineArray<4, UInt32> = [segment, bitmap, bitmap + 0x1000, tail]
      for index in 0..<4 {
        let place = PCLayout.virtual(table) + UInt32(index) << 2
        pc_write32(place, frames[index] | Self.kernelEntry)
      }
      fill(directory: PCLayout.virtual(directories + task << 12), window: table)
    }
  }

  /// Present, writable, for the kernel alone.
  private static let kernelEntry: UInt32 = 0x3
  private static let largeEntry: UInt32 = 0x83

  private func fill(directory: UInt32, window: UInt32) {
    let first = PCLayout.kernelArea >> 22
    for region in 0..<1022 - first {
      pc_write32(directory + (first + region) << 2, region << 22 | Self.largeEntry)
    }
    pc_write32(directory + 1023 << 2, window | Self.kernelEntry)
  }
}
