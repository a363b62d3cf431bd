/// A set of priorities: a bit each, and a bit for each word that is not empty. (SC1)
struct PriorityMap {
  private var words = InlineArray<8, UInt32>(repeating: 0)
  private var summary: UInt32 = 0

  /// The highest one; nil if there is none.
  var highest: UInt8? {
    if summary == 0 { return nil }
    let index = 31 &- summary.leadingZeroBitCount
    let bit = 31 &- words[index].leadingZeroBitCount
    return UInt8(truncatingIfNeeded: index << 5 | bit)
  }

  @inline(__always)
  mutating func insert(_ priority: UInt8) {
    let index = Int(priority >> 5)
    words[index] |= 1 &<< UInt32(priority & 31)
    summary |= 1 &<< UInt32(truncatingIfNeeded: index)
  }

  @inline(__always)
  mutating func remove(_ priority: UInt8) {
    let index = Int(priority >> 5)
    words[index] &= ~(1 &<< UInt32(priority & 31))
    if words[index] == 0 { summary &= ~(1 &<< UInt32(truncatingIfNeeded: index)) }
  }

  func contains(_ priority: UInt8) -> Bool {
    words[Int(priority >> 5)] >> UInt32(priority & 31) & 1 != 0
  }

  /// Whether the word of words says what the others are.
  var isConsistent: Bool {
    for index in 0..<8 where (words[index] != 0) != (summary >> UInt32(index) & 1 != 0) {
      return false
    }
    return summary >> 8 == 0
  }
}
