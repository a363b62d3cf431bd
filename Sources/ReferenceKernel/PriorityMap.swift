/// A set of priorities: a bit each, and a bit for each word that is not empty. (SC1)
struct PriorityMap {
  /// Eight words of bits, and behind them the word that tells which of those are not empty.
  let words: UnsafeMutablePointer<UInt32>

  static let wordCount = 9

  /// The highest one; nil if there is none.
  var highest: UInt8? {
    let summary = words[8]
    if summary == 0 { return nil }
    let index = 31 &- summary.leadingZeroBitCount
    let bit = 31 &- words[index].leadingZeroBitCount
    return UInt8(truncatingIfNeeded: index << 5 | bit)
  }

  @inline(__always)
  func insert(_ priority: UInt8) {
    let index = Int(priority >> 5)
    words[index] |= 1 &<< UInt32(priority & 31)
    words[8] |= 1 &<< UInt32(truncatingIfNeeded: index)
  }

  @inline(__always)
  func remove(_ priority: UInt8) {
    let index = Int(priority >> 5)
    words[index] &= ~(1 &<< UInt32(priority & 31))
    if words[index] == 0 { words[8] &= ~(1 &<< UInt32(truncatingIfNeeded: index)) }
  }

  func contains(_ priority: UInt8) -> Bool {
    let index = Int(priority >> 5)
    return words[index] >> UInt32(priority & 31) & 1 != 0
      && words[8] >> UInt32(truncatingIfNeeded: index) & 1 != 0
  }

  /// Whether the word of words says what the others are.
  var isConsistent: Bool {
    for index in 0..<8 where (words[index] != 0) != (words[8] >> UInt32(index) & 1 != 0) {
      return false
    }
    return words[8] >> 8 == 0
  }
}
