import PCHardware

/// What the loader tells: how much memory there is, and where it has put the modules.
struct Multiboot {
  /// The end of physical memory, rounded down to 4 MB.
  let memoryEnd: UInt32
  let moduleCount: UInt32
  private let modules: UInt32

  /// Reads the loader's information; it lies below the kernel.
  init(magic: UInt32, information: UInt32) {
    let information = PCLayout.virtual(information)
    guard magic == 0x2BAD_B002 else { stop("not loaded by a multiboot loader") }
    let flags = pc_read32(information)
    guard flags & 0x1 != 0 else { stop("the loader does not tell the size of memory") }
    memoryEnd = (pc_read32(information + 8) << 10 + 0x10_0000) & ~0x3F_FFFF
    moduleCount = flags & 0x8 != 0 ? pc_read32(information + 20) : 0
    modules = moduleCount > 0 ? PCLayout.virtual(pc_read32(information + 24)) : 0
  }

  /// Where module `index` begins and ends in the kernel area.
  func module(_ index: UInt32) -> (begin: UInt32, end: UInt32) {
    let entry = modules + index << 4
    return (PCLayout.virtual(pc_read32(entry)), PCLayout.virtual(pc_read32(entry + 4)))
  }
}
