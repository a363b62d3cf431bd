import AddressSpaces
import Exploration
import Logic
import Vocabulary

/// How a state is stored: in the bits that its universe needs, and no fewer, so that a state that
/// breaks an invariant is stored as faithfully as any other.
@usableFromInline
struct Packing: Sendable {
  @usableFromInline let slots: Int
  @usableFromInline let frames: Int
  @usableFromInline let hasAccesses: Bool
  /// Whether all slots and frames of the smallest state are stored, a byte a set: no shifting by
  /// amounts that only the universe knows.
  @usableFromInline let isBytewise: Bool

  init(_ shape: Shape, slots capacity: Int, frames frameCapacity: Int, hasAccesses: Bool) {
    isBytewise = capacity == 8 && frameCapacity == 4
    slots = shape.slots
    frames = shape.frames + shape.ports
    self.hasAccesses = hasAccesses
  }

  /// Words of a stored state.
  var words: Int {
    if isBytewise { return hasAccesses ? 3 : 2 }
    let forest = slots * slots + frames * slots + 2 * slots + 8
    let translations = hasAccesses ? frames * slots + slots : 0
    return (forest + translations + 63) / 64
  }

  @inlinable
  func encode<Storage, let s: Int, let f: Int, let w: Int>(
    _ spaces: AddressSpaces<Concrete<Storage>, s, f>
  ) -> Words<w> {
    var code = Words<w>()
    if isBytewise {
      var rows: UInt64 = 0
      for slot in 0..<8 { rows |= UInt64(spaces.below[row: slot].mask) << UInt64(8 * slot) }
      var rest: UInt64 = 0
      for frame in 0..<4 { rest |= UInt64(spaces.holders[row: frame].mask) << UInt64(8 * frame) }
      rest |= UInt64(spaces.writable.mask) << 32 | UInt64(spaces.live.mask) << 40
      rest |= UInt64(spaces.free.value) << 48
      code[0] = rows
      code[1] = rest
      guard hasAccesses else { return code }
      var cached = UInt64(spaces.cachedWritable.mask) << 32
      for frame in 0..<4 { cached |= UInt64(spaces.cached[row: frame].mask) << UInt64(8 * frame) }
      code[2] = cached
      return code
    }
    var position = 0
    func append(_ value: UInt64, _ width: Int) {
      code[position >> 6] |= value << UInt64(position & 63)
      if position & 63 + width > 64 {
        code[position >> 6 + 1] |= value >> UInt64(64 - position & 63)
      }
      position += width
    }
    for slot in 0..<slots { append(UInt64(spaces.below[row: slot].mask), slots) }
    for frame in 0..<frames { append(UInt64(spaces.holders[row: frame].mask), slots) }
    append(UInt64(spaces.writable.mask), slots)
    append(UInt64(spaces.live.mask), slots)
    append(UInt64(spaces.free.value), 8)
    if hasAccesses {
      for frame in 0..<frames { append(UInt64(spaces.cached[row: frame].mask), slots) }
      append(UInt64(spaces.cachedWritable.mask), slots)
    }
    return code
  }

  @inlinable
  func decode<Storage, let s: Int, let f: Int, let w: Int>(
    _ code: Words<w>
  ) -> AddressSpaces<Concrete<Storage>, s, f> {
    typealias Bits = Concrete<Storage>.Bits
    var spaces = AddressSpaces<Concrete<Storage>, s, f>()
    func set(_ word: UInt64) -> Bits { Bits(storage: Storage(truncatingIfNeeded: word)) }
    if isBytewise {
      for slot in 0..<8 { spaces.below[row: slot] = set(code[0] >> UInt64(8 * slot)) }
      for frame in 0..<4 { spaces.holders[row: frame] = set(code[1] >> UInt64(8 * frame)) }
      spaces.writable = set(code[1] >> 32)
      spaces.live = set(code[1] >> 40)
      spaces.free.value = UInt8(truncatingIfNeeded: code[1] >> 48)
      guard hasAccesses else { return spaces }
      for frame in 0..<4 { spaces.cached[row: frame] = set(code[2] >> UInt64(8 * frame)) }
      spaces.cachedWritable = set(code[2] >> 32)
      return spaces
    }
    var position = 0
    func next(_ width: Int) -> UInt64 {
      var value = code[position >> 6] >> UInt64(position & 63)
      if position & 63 + width > 64 {
        value |= code[position >> 6 + 1] << UInt64(64 - position & 63)
      }
      position += width
      return value & ((1 << UInt64(width)) - 1)
    }
    for slot in 0..<slots { spaces.below[row: slot] = set(next(slots)) }
    for frame in 0..<frames { spaces.holders[row: frame] = set(next(slots)) }
    spaces.writable = set(next(slots))
    spaces.live = set(next(slots))
    spaces.free.value = UInt8(truncatingIfNeeded: next(8))
    if hasAccesses {
      for frame in 0..<frames { spaces.cached[row: frame] = set(next(slots)) }
      spaces.cachedWritable = set(next(slots))
    }
    return spaces
  }
}
