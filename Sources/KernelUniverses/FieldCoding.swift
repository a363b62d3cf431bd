import Exploration
import Logic

/// One way through the fields of a state, to write them into a code or to read them from one.
@usableFromInline
protocol FieldCoding {
  /// A field of `width` bits, none of which means that it is always 0.
  mutating func word(_ field: inout UInt64, _ width: Int)
}

extension CodeWriter: FieldCoding {
  @inlinable @inline(__always)
  mutating func word(_ field: inout UInt64, _ width: Int) {
    if width > 0 { append(field, bits: width) }
  }
}

extension CodeReader: FieldCoding {
  @inlinable @inline(__always)
  mutating func word(_ field: inout UInt64, _ width: Int) {
    field = width > 0 ? next(bits: width) : 0
  }
}

extension FieldCoding {
  @inlinable @inline(__always)
  mutating func set<Storage>(_ field: inout ConcreteBits<Storage>, _ width: Int) {
    var value = UInt64(truncatingIfNeeded: field.mask)
    word(&value, width)
    field = ConcreteBits(storage: Storage(truncatingIfNeeded: value))
  }

  @inlinable @inline(__always)
  mutating func number(_ field: inout ConcreteWord<UInt8>, _ width: Int) {
    var value = UInt64(field.value)
    word(&value, width)
    field.value = UInt8(truncatingIfNeeded: value)
  }

  @inlinable @inline(__always)
  mutating func rows<Storage, ID, let count: Int>(
    _ table: inout Table<Concrete<Storage>, ID, count>, _ rows: Int, _ width: Int
  ) {
    if width == 0 { return }
    for row in 0..<rows { set(&table[row: row], width) }
  }

  @inlinable @inline(__always)
  mutating func cells<Storage, ID, let count: Int>(
    _ numbers: inout Numbers<Concrete<Storage>, ID, count>, _ cells: Int, _ width: Int
  ) {
    if width == 0 { return }
    for cell in 0..<cells { number(&numbers[row: cell], width) }
  }
}
