/// Writes the fields of a state one after another into the words of a code, each in as few bits as it needs.
public struct CodeWriter<let capacity: Int>: Sendable {
  /// The fields so far.
  @inlinable public var code: Words<capacity> { words }
  @usableFromInline var words = Words<capacity>()
  /// The number of bits written so far.
  @usableFromInline var bits = 0

  @inlinable public init() {}

  /// Appends a field of 1 to 64 bits; `value` must fit, and there must be room for it.
  @inlinable
  public mutating func append(_ value: UInt64, bits count: Int) {
    precondition(
      count == 64 || value &>> UInt64(count) == 0, "the value of a field needs more bits")
    let (word, offset) = (bits / 64, UInt64(bits % 64))
    words[word] |= value &<< offset
    if Int(offset) + count > 64 { words[word + 1] = value &>> (64 &- offset) }
    bits += count
  }
}

/// Reads the fields of a code in the order in which they were written.
public struct CodeReader<let capacity: Int>: Sendable {
  @usableFromInline let code: Words<capacity>
  /// The number of bits read so far.
  @usableFromInline var bits = 0

  @inlinable public init(_ code: Words<capacity>) { self.code = code }

  /// The next field, which has 1 to 64 bits.
  @inlinable
  public mutating func next(bits count: Int) -> UInt64 {
    let (word, offset) = (bits / 64, UInt64(bits % 64))
    var value = code[word] &>> offset
    if Int(offset) + count > 64 { value |= code[word + 1] &<< (64 &- offset) }
    bits += count
    return value & (UInt64.max &>> UInt64(64 - count))
  }
}
