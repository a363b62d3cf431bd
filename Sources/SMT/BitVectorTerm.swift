import Logic

/// An unsigned number of fixed width; arithmetic wraps. The operands of an operator have the same
/// width: of other operands Z3 makes no term, and the context has failed.
public struct BitVectorTerm: TypedTerm {
  public let term: Term
  public let width: Int
  public var sort: Sort { .bits(width) }

  public init(_ term: Term, sort: Sort) {
    guard case .bits(let width) = sort else { preconditionFailure("\(sort) has no width") }
    self.term = term
    self.width = width
  }

  private init(_ width: Int, of operands: [Self], _ make: Context.Constructor) {
    self.width = width
    term = operands[0].context.build(.bits(width), of: operands.map(\.term), make)
  }

  private static func compare(
    _ left: Self, _ right: Self, _ make: Context.Constructor
  ) -> BoolTerm {
    BoolTerm(left.context.build(.bool, of: [left.term, right.term], make))
  }

  public static func & (left: Self, right: Self) -> Self {
    Self(left.width, of: [left, right]) { $0.pointee.mk_bvand($1, $2[0], $2[1]) }
  }
  public static func | (left: Self, right: Self) -> Self {
    Self(left.width, of: [left, right]) { $0.pointee.mk_bvor($1, $2[0], $2[1]) }
  }
  public static func ^ (left: Self, right: Self) -> Self {
    Self(left.width, of: [left, right]) { $0.pointee.mk_bvxor($1, $2[0], $2[1]) }
  }
  public static func &+ (left: Self, right: Self) -> Self {
    Self(left.width, of: [left, right]) { $0.pointee.mk_bvadd($1, $2[0], $2[1]) }
  }
  public static func &- (left: Self, right: Self) -> Self {
    Self(left.width, of: [left, right]) { $0.pointee.mk_bvsub($1, $2[0], $2[1]) }
  }
  public static func << (left: Self, right: Self) -> Self {
    Self(left.width, of: [left, right]) { $0.pointee.mk_bvshl($1, $2[0], $2[1]) }
  }
  public static func >> (left: Self, right: Self) -> Self {
    Self(left.width, of: [left, right]) { $0.pointee.mk_bvlshr($1, $2[0], $2[1]) }
  }
  public static prefix func ~ (operand: Self) -> Self {
    Self(operand.width, of: [operand]) { $0.pointee.mk_bvnot($1, $2[0]) }
  }
  public static func == (left: Self, right: Self) -> BoolTerm { .equal(left, right) }
  public static func != (left: Self, right: Self) -> BoolTerm { !.equal(left, right) }
  public static func < (left: Self, right: Self) -> BoolTerm {
    compare(left, right) { $0.pointee.mk_bvult($1, $2[0], $2[1]) }
  }
  public static func <= (left: Self, right: Self) -> BoolTerm {
    compare(left, right) { $0.pointee.mk_bvule($1, $2[0], $2[1]) }
  }

  /// The bits of `range`, the least significant being 0.
  public subscript(_ range: ClosedRange<Int>) -> Self {
    Self(range.count, of: [self]) {
      $0.pointee.mk_extract($1, UInt32(range.upperBound), UInt32(range.lowerBound), $2[0])
    }
  }

  /// The same number in more bits.
  public func extended(to wider: Int) -> Self {
    Self(wider, of: [self]) { $0.pointee.mk_zero_ext($1, UInt32(wider - width), $2[0]) }
  }
}

extension Context {
  /// The bit-vector of `width` bits of which the value is known; bits beyond are dropped.
  public func bits(_ known: UInt64, width: Int) -> BitVectorTerm {
    let value = width < 64 ? known & (1 << UInt64(width) - 1) : known
    return BitVectorTerm(
      build(.bits(width), of: []) { z3, handle, _ in
        z3.pointee.mk_unsigned_int64(handle, value, self.handle(of: .bits(width)))
      }, sort: .bits(width))
  }

  /// The bit-vector constant of this name: the same one each time.
  public func bits(named name: String, width: Int) -> BitVectorTerm {
    BitVectorTerm(constant(named: name, .bits(width)), sort: .bits(width))
  }
}
