import PCHardware

/// Gives out the kernel's memory at the end of physical memory, zeroed; nothing ever comes back.
struct BootMemory: ~Copyable {
  private(set) var next: UInt32
  let end: UInt32

  /// The last part of a memory that ends at `end`.
  init(end: UInt32) {
    self.end = end
    next = end - PCLayout.kernelMemory
  }

  /// The physical address of so many bytes, on a page boundary.
  mutating func take(_ bytes: UInt32) -> UInt32 {
    let start = next
    let size = roundedToPages(bytes)
    guard size <= end - start else { stop("the kernel's part of memory is too small") }
    next += size
    pc_clear(PCLayout.virtual(start), size)
    return start
  }
}
