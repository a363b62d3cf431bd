/// Machine words as values: the specification as a program. `Storage` is the word that a set of ids
/// fits in; every operation is one or two machine instructions once specialised.
public enum Concrete<Storage: FixedWidthInteger & UnsignedInteger & Sendable & BitwiseCopyable>:
  Values
{
  public typealias Truth = ConcreteTruth
  public typealias Word = ConcreteWord<UInt32>
  public typealias Count = ConcreteWord<UInt8>
  public typealias Bits = ConcreteBits<Storage>

  @inlinable
  public static func holds(_ truth: ConcreteTruth, _ says: StaticString) -> Bool { truth.value }
}

/// A Boolean of its own type, so that its connectives are those of `TruthValue` and no others.
public struct ConcreteTruth: TruthValue, Hashable, BitwiseCopyable {
  public var value: Bool

  @inlinable
  public init(_ known: Bool) { value = known }

  @inlinable
  public static func && (left: Self, right: Self) -> Self { Self(left.value && right.value) }
  @inlinable
  public static func || (left: Self, right: Self) -> Self { Self(left.value || right.value) }
  @inlinable
  public static func ==> (premise: Self, conclusion: Self) -> Self {
    Self(!premise.value || conclusion.value)
  }
  @inlinable
  public static func == (left: Self, right: Self) -> Self { Self(left.value == right.value) }
  @inlinable
  public static func == (left: Self, right: Self) -> Bool { left.value == right.value }
  @inlinable
  public static prefix func ! (operand: Self) -> Self { Self(!operand.value) }
}

/// A number of `Storage`'s width.
public struct ConcreteWord<Storage>: WordValue, Hashable, BitwiseCopyable
where Storage: FixedWidthInteger & UnsignedInteger & Sendable & BitwiseCopyable {
  public typealias Truth = ConcreteTruth
  public var value: Storage

  @inlinable
  public init(value: Storage) { self.value = value }
  @inlinable
  public init(_ known: UInt32) { value = Storage(truncatingIfNeeded: known) }

  @inlinable
  public static func == (left: Self, right: Self) -> ConcreteTruth {
    ConcreteTruth(left.value == right.value)
  }
  @inlinable
  public static func == (left: Self, right: Self) -> Bool { left.value == right.value }
  @inlinable
  public static func < (left: Self, right: Self) -> ConcreteTruth {
    ConcreteTruth(left.value < right.value)
  }
  @inlinable
  public static func <= (left: Self, right: Self) -> ConcreteTruth {
    ConcreteTruth(left.value <= right.value)
  }
  @inlinable
  public static func & (left: Self, right: Self) -> Self { Self(value: left.value & right.value) }
  @inlinable
  public static func | (left: Self, right: Self) -> Self { Self(value: left.value | right.value) }
  @inlinable
  public static func &+ (left: Self, right: Self) -> Self {
    Self(value: left.value &+ right.value)
  }
  @inlinable
  public static func &- (left: Self, right: Self) -> Self {
    Self(value: left.value &- right.value)
  }
  @inlinable
  public static func << (left: Self, right: Self) -> Self {
    Self(value: left.value << right.value)
  }
  @inlinable
  public static prefix func ~ (operand: Self) -> Self { Self(value: ~operand.value) }
  @inlinable
  public func when(_ truth: ConcreteTruth) -> Self { truth.value ? self : Self(value: 0) }
}

/// A set of ids below `Storage.bitWidth`.
public struct ConcreteBits<Storage>: BitSet, Hashable, BitwiseCopyable
where Storage: FixedWidthInteger & UnsignedInteger & Sendable & BitwiseCopyable {
  public typealias Truth = ConcreteTruth
  public typealias Count = ConcreteWord<UInt8>
  public var mask: Storage

  @inlinable
  public init(storage: Storage) { mask = storage }
  @inlinable
  public init(mask: UInt32) { self.mask = Storage(truncatingIfNeeded: mask) }

  @inlinable
  public static func | (left: Self, right: Self) -> Self { Self(storage: left.mask | right.mask) }
  @inlinable
  public static func & (left: Self, right: Self) -> Self { Self(storage: left.mask & right.mask) }
  @inlinable
  public static func - (left: Self, right: Self) -> Self { Self(storage: left.mask & ~right.mask) }
  @inlinable
  public static func ^ (left: Self, right: Self) -> Self { Self(storage: left.mask ^ right.mask) }
  @inlinable
  public static func == (left: Self, right: Self) -> ConcreteTruth {
    ConcreteTruth(left.mask == right.mask)
  }
  @inlinable
  public static func == (left: Self, right: Self) -> Bool { left.mask == right.mask }
  @inlinable
  public func when(_ truth: ConcreteTruth) -> Self { truth.value ? self : Self(storage: 0) }
  @inlinable
  public var count: ConcreteWord<UInt8> {
    ConcreteWord(value: UInt8(truncatingIfNeeded: mask.nonzeroBitCount))
  }
  @inlinable
  public var knownID: Int? {
    mask != 0 && mask & (mask &- 1) == 0 ? mask.trailingZeroBitCount : nil
  }

  /// The ids in the set, least first.
  public var ids: [Int] { (0..<Storage.bitWidth).filter { mask >> $0 & 1 == 1 } }
}
