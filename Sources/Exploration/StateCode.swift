/// A stored state: a fixed number of 64-bit words, without references.
///
/// Codes are ordered, so that of several states any search picks the same one.
public protocol StateCode: Hashable, Comparable, BitwiseCopyable, Sendable {
  /// The number of words that a code has room for.
  static var wordCapacity: Int { get }
  /// A code whose first `count` words are given by `word`, and the others 0.
  init(count: Int, _ word: (Int) -> UInt64)
  /// The word at `index`, which is less than the capacity.
  func word(_ index: Int) -> UInt64
}

/// A code of `capacity` words, at first all 0.
public struct Words<let capacity: Int>: StateCode {
  @usableFromInline var words: [capacity of UInt64]

  @inlinable public static var wordCapacity: Int { capacity }

  @inlinable public init() { words = [capacity of UInt64](repeating: 0) }

  @inlinable public init(count: Int, _ word: (Int) -> UInt64) {
    words = [capacity of UInt64] { $0 < count ? word($0) : 0 }
  }

  @inlinable public func word(_ index: Int) -> UInt64 { words[index] }

  @inlinable public subscript(index: Int) -> UInt64 {
    get { words[index] }
    set { words[index] = newValue }
  }

  @inlinable public static func == (left: Words, right: Words) -> Bool {
    var difference: UInt64 = 0
    for index in 0..<capacity { difference |= left.words[index] ^ right.words[index] }
    return difference == 0
  }

  @inlinable public static func < (left: Words, right: Words) -> Bool {
    for index in 0..<capacity where left.words[index] != right.words[index] {
      return left.words[index] < right.words[index]
    }
    return false
  }

  @inlinable public func hash(into hasher: inout Hasher) {
    for index in 0..<capacity { hasher.combine(words[index]) }
  }
}

/// One word is a code.
extension UInt64: StateCode {
  @inlinable public static var wordCapacity: Int { 1 }
  @inlinable public init(count: Int, _ word: (Int) -> UInt64) { self = count == 0 ? 0 : word(0) }
  @inlinable public func word(_ index: Int) -> UInt64 { self }
}
