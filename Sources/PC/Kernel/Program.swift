import PCHardware

/// A program in ELF that has been copied to where it wants to be: its virtual addresses are physical.
struct Program {
  private(set) var begin: UInt32 = ~0
  private(set) var end: UInt32 = 0
  let entry: UInt32

  /// Copies the program of a module to physical memory between `low` and `high`.
  init(module: (begin: UInt32, end: UInt32), low: UInt32, high: UInt32) {
    let header = module.begin
    guard module.end - header >= 52, pc_read32(header) == 0x464C_457F,
      pc_read32(header + 16) == 0x0003_0002, pc_read8(header + 4) == 1
    else { stop("a module is not an executable ELF file for i386") }
    entry = pc_read32(header + 24)
    let table = header + pc_read32(header + 28)
    let size = UInt32(pc_read16(header + 42))
    for index in 0..<UInt32(pc_read16(header + 44)) {
      let segment = table + index * size
      guard segment + 32 <= module.end else { stop("a module has a bad ELF header") }
      if pc_read32(segment) == Self.load { load(segment, of: module, low, high) }
    }
    guard entry >= begin, entry < end else { stop("a module's entry is not in its memory") }
    end = roundedToPages(end)
  }

  private static let load: UInt32 = 1

  private mutating func load(
    _ segment: UInt32, of module: (begin: UInt32, end: UInt32), _ low: UInt32, _ high: UInt32
  ) {
    let offset = pc_read32(segment + 4)
    let address = pc_read32(segment + 8)
    let fileSize = pc_read32(segment + 16)
    let size = pc_read32(segment + 20)
    if size == 0 { return }
    let length = module.end - module.begin
    guard fileSize <= size, offset <= length, fileSize <= length - offset else {
      stop("a module has a bad ELF segment")
    }
    guard address >= low, address <= high, size <= high - address else {
      stop("a module does not lie in sigma0's memory")
    }
    pc_copy(PCLayout.virtual(address), module.begin + offset, fileSize)
    pc_clear(PCLayout.virtual(address + fileSize), size - fileSize)
    begin = min(begin, address & ~0xFFF)
    end = max(end, address + size)
  }
}
