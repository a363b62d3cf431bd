import Logic

/// A formula.
public struct BoolTerm: TypedTerm {
  public let term: Term
  public var sort: Sort { .bool }

  public init(_ term: Term, sort: Sort = .bool) { self.term = term }

  private init(of operands: [Term], negated: Term? = nil, _ make: Context.Constructor) {
    term = operands[0].context.build(.bool, of: operands, negated: negated, make)
  }

  public static func && (left: Self, right: Self) -> Self { all([left, right], in: left.context) }

  public static func || (left: Self, right: Self) -> Self { any([left, right], in: left.context) }

  public static func ==> (premise: Self, conclusion: Self) -> Self {
    Self(of: [premise.term, conclusion.term]) { $0.pointee.mk_implies($1, $2[0], $2[1]) }
  }

  public static prefix func ! (operand: Self) -> Self {
    if let inner = operand.term.negated { return Self(inner) }
    return Self(of: [operand.term], negated: operand.term) { $0.pointee.mk_not($1, $2[0]) }
  }

  /// Whether two terms of one sort have the same value.
  public static func equal<T: TypedTerm>(_ left: T, _ right: T) -> Self {
    Self(of: [left.term, right.term]) { $0.pointee.mk_eq($1, $2[0], $2[1]) }
  }

  public static func == (left: Self, right: Self) -> Self { equal(left, right) }

  public static func != (left: Self, right: Self) -> Self { !equal(left, right) }

  /// Whether all of the formulas hold.
  public static func all(_ formulas: [Self], in context: Context) -> Self {
    if formulas.isEmpty { return context.bool(true) }
    return Self(
      context.build(.bool, of: formulas.map(\.term)) { $0.pointee.mk_and($1, UInt32($2.count), $2) }
    )
  }

  /// Whether one of the formulas holds.
  public static func any(_ formulas: [Self], in context: Context) -> Self {
    if formulas.isEmpty { return context.bool(false) }
    return Self(
      context.build(.bool, of: formulas.map(\.term)) { $0.pointee.mk_or($1, UInt32($2.count), $2) })
  }

  /// `yes` where the formula holds, `no` where it does not.
  public func choose<T: TypedTerm>(_ yes: T, _ no: T) -> T {
    T(
      context.build(yes.sort, of: [term, yes.term, no.term]) {
        $0.pointee.mk_ite($1, $2[0], $2[1], $2[2])
      }, sort: yes.sort)
  }
}

extension Context {
  /// A formula of which the truth is known.
  public func bool(_ known: Bool) -> BoolTerm {
    BoolTerm(
      build(.bool, of: []) { z3, handle, _ in
        known ? z3.pointee.mk_true(handle) : z3.pointee.mk_false(handle)
      })
  }

  /// The Boolean constant of this name: the same one each time.
  public func bool(named name: String) -> BoolTerm { BoolTerm(constant(named: name, .bool)) }
}
