import Logic

/// An unsigned number of `width` bits, at most 32: known, or a term.
public enum SymbolicWord<let width: Int>: Sendable {
  case known(UInt32)
  case term(BitVectorTerm)

  /// The bits that there are.
  static var mask: UInt32 { width >= 32 ? .max : 1 << UInt32(width) - 1 }

  /// The term that this is, in a context.
  public func bits(in context: Context) -> BitVectorTerm {
    switch self {
    case .known(let value): context.bits(UInt64(value), width: width)
    case .term(let term): term
    }
  }

  /// Computes with what is known, and makes a term of what is not.
  private static func combine<R>(
    _ left: Self, _ right: Self,
    known: (UInt32, UInt32) -> R, term: (BitVectorTerm, BitVectorTerm) -> R
  ) -> R {
    switch (left, right) {
    case (.known(let a), .known(let b)): known(a, b)
    case (.term(let a), _): term(a, right.bits(in: a.context))
    case (_, .term(let b)): term(left.bits(in: b.context), b)
    }
  }

  private static func compute(
    _ left: Self, _ right: Self,
    known: (UInt32, UInt32) -> UInt32, term: (BitVectorTerm, BitVectorTerm) -> BitVectorTerm
  ) -> Self {
    combine(
      left, right, known: { .known(known($0, $1) & mask) }, term: { .term(term($0, $1)) })
  }

  /// Whether both are the same term, or the same known number.
  private static func areSame(_ left: Self, _ right: Self) -> Bool {
    combine(left, right, known: { $0 == $1 }, term: { $0.isSame(as: $1) })
  }

  private func isKnown(_ value: UInt32) -> Bool {
    if case .known(value) = self { true } else { false }
  }
}

extension SymbolicWord: WordValue {
  public typealias Truth = Symbolic.Truth

  public init(_ known: UInt32) { self = .known(known & Self.mask) }

  public static func == (left: Self, right: Self) -> Truth {
    if areSame(left, right) { return .known(true) }
    return combine(left, right, known: { .known($0 == $1) }, term: { .term($0 == $1) })
  }

  public static func < (left: Self, right: Self) -> Truth {
    if areSame(left, right) || right.isKnown(0) { return .known(false) }
    return combine(left, right, known: { .known($0 < $1) }, term: { .term($0 < $1) })
  }

  public static func <= (left: Self, right: Self) -> Truth {
    if areSame(left, right) || left.isKnown(0) || right.isKnown(mask) { return .known(true) }
    return combine(left, right, known: { .known($0 <= $1) }, term: { .term($0 <= $1) })
  }

  public static func & (left: Self, right: Self) -> Self {
    if left.isKnown(0) || right.isKnown(0) { return .known(0) }
    if left.isKnown(mask) || areSame(left, right) { return right }
    if right.isKnown(mask) { return left }
    return compute(left, right, known: { $0 & $1 }, term: { $0 & $1 })
  }

  public static func | (left: Self, right: Self) -> Self {
    if left.isKnown(0) || areSame(left, right) { return right }
    if right.isKnown(0) { return left }
    return compute(left, right, known: { $0 | $1 }, term: { $0 | $1 })
  }

  public static func &+ (left: Self, right: Self) -> Self {
    if left.isKnown(0) { return right }
    if right.isKnown(0) { return left }
    return compute(left, right, known: { $0 &+ $1 }, term: { $0 &+ $1 })
  }

  public static func &- (left: Self, right: Self) -> Self {
    if areSame(left, right) { return .known(0) }
    if right.isKnown(0) { return left }
    return compute(left, right, known: { $0 &- $1 }, term: { $0 &- $1 })
  }

  public static func << (left: Self, right: Self) -> Self {
    if right.isKnown(0) || left.isKnown(0) { return left }
    if case .known(let places) = right, places >= width { return .known(0) }
    return compute(left, right, known: { $0 << $1 }, term: { $0 << $1 })
  }

  public static prefix func ~ (operand: Self) -> Self {
    switch operand {
    case .known(let value): .known(~value & mask)
    case .term(let term): .term(~term)
    }
  }

  public func when(_ truth: Truth) -> Self {
    switch truth {
    case .known(let holds): return holds ? self : .known(0)
    case .term(let condition):
      if isKnown(0) { return self }
      let context = condition.context
      return .term(condition.choose(bits(in: context), context.bits(0, width: width)))
    }
  }
}
