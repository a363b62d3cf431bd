/// Who holds which ports, by groups of eight: the first that asks for one of a group. (IO5)
struct PortTable {
  private var holders = InlineArray<8192, UInt8>(repeating: 0)

  /// The I/O fpage as send base and fpage, or twice 0.
  mutating func give(_ fpage: UInt32, to task: UInt32) -> (UInt32, UInt32) {
    let size = fpage >> 2 & 0x3F
    let base = fpage >> 12 & 0xFFFF
    guard size <= 16 else { return (0, 0) }
    let count: UInt32 = 1 << size
    let first = Int(base & ~(count - 1) & 0xFFFF) >> 3
    let last = Int((base & ~(count - 1) & 0xFFFF) + count - 1) >> 3
    for group in first...last where holders[group] != 0 && holders[group] != UInt8(task) {
      return (0, 0)
    }
    for group in first...last { holders[group] = UInt8(task) }
    return (0, fpage & ~3)
  }
}
