/// A set of priorities: a bit each, and a bit for each word that is not empty. (SC1)
struct PriorityMap: Equatable {
  private var words: (UInt32, UInt32, UInt32, UInt32, UInt32, UInt32, UInt32, UInt32) = (
    0, 0, 0, 0, 0, 0, 0, 0
  )
  private var summary: UInt32 = 0

  static func == (a: Self, b: Self) -> Bool {
    a.words.0 == b.words.0 && a.words.1 == b.words.1 && a.words.2 == b.words.2
      && a.words.3 == b.words.3 && a.words.4 == b.words.4 && a.words.5 == b.words.5
      && a.words.6 == b.words.6 && a.words.7 == b.words.7 && a.summary == b.summary
  }

  /// The highest one; nil if there is none.
  var highest: UInt8? {
    if summary == 0 { return nil }
    let index = UInt32(31 - summary.leadingZeroBitCount)
    let word = self[index]
    return UInt8(truncatingIfNeeded: index << 5 | UInt32(31 - word.leadingZeroBitCount))
  }

  @inline(__always)
  mutating func insert(_ priority: UInt8) {
    let index = UInt32(priority) >> 5
    self[index] |= 1 << (UInt32(priority) & 31)
    summary |= 1 << index
  }

  @inline(__always)
  mutating func remove(_ priority: UInt8) {
    let index = UInt32(priority) >> 5
    self[index] &= ~(1 << (UInt32(priority) & 31))
    if self[index] == 0 { summary &= ~(1 << index) }
  }

  private subscript(index: UInt32) -> UInt32 {
    @inline(__always) get {
      withUnsafeBytes(of: words) {
        $0.load(fromByteOffset: Int(index) << 2, as: UInt32.self)
      }
    }
    @inline(__always) set {
      withUnsafeMutableBytes(of: &words) {
        $0.storeBytes(of: newValue, toByteOffset: Int(index) << 2, as: UInt32.self)
      }
    }
  }
}
