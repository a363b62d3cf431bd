/// A set of small numbers in words of 32 bits: 32-bit machines have no 64-bit shifts of their own.
struct BitSet<let words: Int>: Equatable {
  private var bits = InlineArray<words, UInt32>(repeating: 0)

  var isEmpty: Bool { first(from: 0) == nil }

  func contains(_ member: Int) -> Bool { bits[member >> 5] & Self.bit(member) != 0 }

  mutating func insert(_ member: Int) { bits[member >> 5] |= Self.bit(member) }

  mutating func remove(_ member: Int) { bits[member >> 5] &= ~Self.bit(member) }

  /// The first member from a number on.
  func first(from number: Int) -> Int? {
    var number = number
    while number < words << 5 {
      let rest = bits[number >> 5] >> (UInt32(truncatingIfNeeded: number) & 31)
      if rest != 0 { return number + rest.trailingZeroBitCount }
      number = (number | 31) + 1
    }
    return nil
  }

  private static func bit(_ member: Int) -> UInt32 {
    1 << (UInt32(truncatingIfNeeded: member) & 31)
  }

  static func == (a: Self, b: Self) -> Bool {
    for word in 0..<words where a.bits[word] != b.bits[word] { return false }
    return true
  }
}

/// Tasks, by number: there are at most 64.
typealias TaskSet = BitSet<2>
/// Threads of one task, by lthread number.
typealias ThreadSet = BitSet<4>
