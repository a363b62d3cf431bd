/// The values that a specification computes with.
///
/// A rule that is generic over `Values` is written once and then run by machine words (exploration,
/// oracle of a kernel under test) or by solver terms (proof), without a second copy.
public protocol Values: Sendable {
  /// What a condition comes to: a Boolean, or a formula.
  associatedtype Truth: TruthValue
  /// A 32-bit machine word: an address, a size, a message word.
  associatedtype Word: WordValue where Word.Truth == Truth
  /// A number of things of which there are few, at most 255.
  associatedtype Count: WordValue where Count.Truth == Truth
  /// A set of small ids: of slots, of threads.
  associatedtype Bits: BitSet where Bits.Truth == Truth, Bits.Count == Count

  /// Decides a case: the truth itself where it is known; otherwise one feasible way now, and the
  /// other way in another run of the same rule. `says` is the case as a sentence: paths through a
  /// rule are named by their cases, in the manual as in reports.
  static func holds(_ truth: Truth, _ says: StaticString) -> Bool
}

infix operator ==> : ImplicationPrecedence
precedencegroup ImplicationPrecedence {
  associativity: right
  higherThan: TernaryPrecedence
  lowerThan: LogicalDisjunctionPrecedence
}

/// A truth value. Both operands of its connectives are evaluated: a formula has no short cut.
public protocol TruthValue: Sendable {
  init(_ known: Bool)
  static func && (left: Self, right: Self) -> Self
  static func || (left: Self, right: Self) -> Self
  static func ==> (premise: Self, conclusion: Self) -> Self
  static func == (left: Self, right: Self) -> Self
  static prefix func ! (operand: Self) -> Self
}

extension TruthValue {
  @inlinable
  public static func != (left: Self, right: Self) -> Self { !(left == right) }
}

/// An unsigned number of fixed width; arithmetic wraps, and a shift by the width or more gives 0.
public protocol WordValue: Sendable {
  associatedtype Truth: TruthValue
  init(_ known: UInt32)
  static func == (left: Self, right: Self) -> Truth
  static func < (left: Self, right: Self) -> Truth
  static func <= (left: Self, right: Self) -> Truth
  static func & (left: Self, right: Self) -> Self
  static func | (left: Self, right: Self) -> Self
  static func &+ (left: Self, right: Self) -> Self
  static func &- (left: Self, right: Self) -> Self
  static func << (left: Self, right: Self) -> Self
  static prefix func ~ (operand: Self) -> Self
  /// The number itself where the truth holds, 0 where it does not.
  func when(_ truth: Truth) -> Self
}

extension WordValue {
  @inlinable
  public static func != (left: Self, right: Self) -> Truth { !(left == right) }

  /// The smaller of two numbers.
  @inlinable
  public static func least(_ left: Self, _ right: Self) -> Self {
    left.when(left <= right) | right.when(!(left <= right))
  }
}

/// A set of small ids as one word: `|` is union, `&` intersection, `-` difference, `^` what is in
/// exactly one of two. An id is passed as the set that holds nothing else (a *singleton*), so that
/// set algebra serves single ids and many at once.
public protocol BitSet: Sendable {
  associatedtype Truth: TruthValue
  associatedtype Count: WordValue where Count.Truth == Truth
  /// The set of the ids whose bits are 1 in `mask`.
  init(mask: UInt32)
  static func | (left: Self, right: Self) -> Self
  static func & (left: Self, right: Self) -> Self
  static func - (left: Self, right: Self) -> Self
  static func ^ (left: Self, right: Self) -> Self
  static func == (left: Self, right: Self) -> Truth
  /// The set itself where the truth holds, the empty set where it does not.
  func when(_ truth: Truth) -> Self
  /// How many ids the set has.
  var count: Count { get }
  /// The id of a singleton where it is known; nil for other sets, and for solver terms.
  var knownID: Int? { get }
}

extension BitSet {
  /// The set that holds one id only.
  @inlinable
  public init(id: Int) { self.init(mask: 1 << UInt32(id)) }

  @inlinable
  public static var empty: Self { Self(mask: 0) }

  @inlinable
  public static func != (left: Self, right: Self) -> Truth { !(left == right) }

  @inlinable
  public var isEmpty: Truth { self == .empty }

  /// Whether the id of a singleton is in this set.
  @inlinable
  public func contains(_ singleton: Self) -> Truth { !(self & singleton).isEmpty }

  @inlinable
  public func contains(id: Int) -> Truth { contains(Self(id: id)) }

  @inlinable
  public func isSubset(of other: Self) -> Truth { (self - other).isEmpty }

  @inlinable
  public static func |= (left: inout Self, right: Self) { left = left | right }
  @inlinable
  public static func &= (left: inout Self, right: Self) { left = left & right }
  @inlinable
  public static func -= (left: inout Self, right: Self) { left = left - right }
}
