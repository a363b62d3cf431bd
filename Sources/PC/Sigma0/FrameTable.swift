import L4Calls

/// Who holds which frame: a byte for each, behind sigma0's own image. (S0-1)
struct FrameTable: ~Copyable {
  /// The kernel info page is the first frame. (S0-4)
  let informationPage: UInt32
  private let first: UInt32
  private let end: UInt32
  private let table: UInt32
  /// Where the table, and with it sigma0's own memory, ends.
  private let ownEnd: UInt32
  /// The root task's image: nobody gets these frames without asking for them by address.
  private let dedicated: (begin: UInt32, end: UInt32)

  init() {
    informationPage = pc_program_begin() - 0x1000
    first = pc_read32(informationPage + 0x60)
    end = pc_read32(informationPage + 0x64)
    dedicated = (pc_read32(informationPage + 0x80), pc_read32(informationPage + 0x84))
    table = pc_program_end()
    ownEnd = (table + (end - first) >> 12 + 0xFFF) & ~0xFFF
    for frame in 0..<(end - first) >> 12 { pc_write8(table + frame, 0) }
  }

  /// Gives 2^size bytes of frames, if nobody else has any of them. (S0-1)
  func give(_ address: UInt32, size: UInt32, to task: UInt32) -> Bool {
    let limit = address + 1 << size
    guard address >= first, limit <= end, address >= ownEnd || limit <= informationPage else {
      return false
    }
    var frame = address
    while frame < limit {
      let owner = holder(of: frame)
      guard owner == 0 || owner == task else { return false }
      frame += 0x1000
    }
    frame = address
    while frame < limit {
      pc_write8(place(of: frame), UInt8(truncatingIfNeeded: task))
      frame += 0x1000
    }
    return true
  }

  /// Gives a free frame, the highest one.
  func giveAny(to task: UInt32) -> UInt32? {
    var frame = end
    while frame > first {
      frame -= 0x1000
      let isDedicated = frame >= dedicated.begin && frame < dedicated.end
      if !isDedicated, holder(of: frame) == 0, give(frame, size: 12, to: task) { return frame }
    }
    return nil
  }

  private func place(of frame: UInt32) -> UInt32 { table + (frame - first) >> 12 }
  private func holder(of frame: UInt32) -> UInt32 { UInt32(pc_read8(place(of: frame))) }
}
