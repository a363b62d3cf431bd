import CZ3

/// What a term stands for.
public enum Sort: Hashable, Sendable {
  case bool
  /// A bit-vector of so many bits.
  case bits(Int)
  /// Elements of which nothing is known but whether two are equal.
  case uninterpreted(String)
}

/// A counted reference to a term of Z3.
public final class Term: Sendable {
  public let context: Context
  let object: Z3Object
  /// The operand, where this is a negation: so that two negations cancel.
  let negated: Term?

  /// Takes over a reference that was counted already.
  init(_ object: Z3Object, in context: Context, negated: Term? = nil) {
    self.object = object
    self.context = context
    self.negated = negated
  }

  deinit { context.abandon(.term(object)) }
}

/// A term of which the sort is known to the compiler.
public protocol TypedTerm: Sendable, CustomStringConvertible {
  var term: Term { get }
  var sort: Sort { get }
  /// The typed view of `term`, which must be of this sort.
  init(_ term: Term, sort: Sort)
}

extension TypedTerm {
  public var context: Context { term.context }

  /// Whether both are the same term, not only equal in value.
  func isSame(as other: Self) -> Bool { term.object == other.term.object }

  /// The term as SMT-LIB text.
  public var description: String {
    withExtendedLifetime(term) {
      context.perform { z3, handle in
        z3.pointee.ast_to_string(handle, term.object.pointer).map { String(cString: $0) } ?? "?"
      }.result
    }
  }
}

extension Context {
  /// The function of Z3 that makes a term of operands.
  typealias Constructor = (UnsafePointer<CZ3_functions>, OpaquePointer, [OpaquePointer?]) ->
    OpaquePointer?

  /// A term made of `operands` by Z3; if Z3 refuses, some term of the sort, and the context has
  /// failed.
  func build(
    _ sort: Sort, of operands: [Term], negated: Term? = nil, _ make: Constructor
  ) -> Term {
    for operand in operands where operand.context !== self {
      operand.context.fail(.mixedContexts)
      fail(.mixedContexts)
      return constant(named: "ill-formed", sort)
    }
    let made = withExtendedLifetime(operands) {
      perform { z3, handle -> Z3Object? in
        guard let made = make(z3, handle, operands.map(\.object.pointer)) else { return nil }
        z3.pointee.inc_ref(handle, made)
        return Z3Object(pointer: made)
      }
    }
    guard made.error == nil, let object = made.result else {
      if made.error == nil { fail(.refused("no term")) }
      if let object = made.result { abandon(.term(object)) }
      return constant(named: "ill-formed", sort)
    }
    return Term(object, in: self, negated: negated)
  }

  /// The constant of this name and sort: the same one each time.
  func constant(named name: String, _ sort: Sort) -> Term {
    let object = perform { z3, handle -> Z3Object in
      let symbol = z3.pointee.mk_string_symbol(handle, name)
      guard let made = z3.pointee.mk_const(handle, symbol, self.handle(of: sort)) else {
        fatalError("Z3 makes no constant of sort \(sort): out of memory, or no such sort")
      }
      z3.pointee.inc_ref(handle, made)
      return Z3Object(pointer: made)
    }.result
    return Term(object, in: self)
  }

  /// Z3's sort. It lives as long as terms of it do, so it is made where it is used.
  func handle(of sort: Sort) -> OpaquePointer? {
    switch sort {
    case .bool: library.functions.pointee.mk_bool_sort(handle)
    case .bits(let width): library.functions.pointee.mk_bv_sort(handle, UInt32(width))
    case .uninterpreted(let name):
      library.functions.pointee.mk_uninterpreted_sort(
        handle, library.functions.pointee.mk_string_symbol(handle, name))
    }
  }
}
