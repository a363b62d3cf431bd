import CZ3

/// An element of an uninterpreted sort.
public struct ElementTerm: TypedTerm {
  public let term: Term
  public let sort: Sort

  public init(_ term: Term, sort: Sort) {
    self.term = term
    self.sort = sort
  }

  public static func == (left: Self, right: Self) -> BoolTerm { .equal(left, right) }
  public static func != (left: Self, right: Self) -> BoolTerm { !.equal(left, right) }
}

/// A function of which nothing is known but that it is one; a relation, where `Range` is `BoolTerm`.
public struct Function<Range: TypedTerm>: Sendable {
  public let name: String
  public let domain: [Sort]
  public let range: Sort
  let context: Context

  /// The function's value. Arguments of other sorts than the domain's make the context fail.
  public func callAsFunction(_ arguments: any TypedTerm...) -> Range {
    let term = context.build(range, of: arguments.map(\.term)) { z3, handle, operands in
      let sorts = domain.map { context.handle(of: $0) }
      let declaration = z3.pointee.mk_func_decl(
        handle, z3.pointee.mk_string_symbol(handle, name), UInt32(sorts.count), sorts,
        context.handle(of: range))
      return z3.pointee.mk_app(handle, declaration, UInt32(operands.count), operands)
    }
    return Range(term, sort: range)
  }
}

extension Context {
  /// The element constant of this name: the same one each time.
  public func element(named name: String, of sort: Sort) -> ElementTerm {
    ElementTerm(constant(named: name, sort), sort: sort)
  }

  /// The relation of this name between elements of these sorts.
  public func relation(_ name: String, _ domain: Sort...) -> Function<BoolTerm> {
    Function(name: name, domain: domain, range: .bool, context: self)
  }

  /// The function of this name to the elements of an uninterpreted sort.
  public func function(_ name: String, _ domain: Sort..., to range: Sort) -> Function<ElementTerm> {
    Function(name: name, domain: domain, range: range, context: self)
  }

  /// The function of this name to bit-vectors.
  public func function(
    _ name: String, _ domain: Sort..., toWidth width: Int
  ) -> Function<BitVectorTerm> {
    Function(name: name, domain: domain, range: .bits(width), context: self)
  }

  /// Whether no two of the terms are equal.
  public func distinct(_ terms: [any TypedTerm]) -> BoolTerm {
    terms.count < 2
      ? bool(true)
      : BoolTerm(
        build(.bool, of: terms.map(\.term)) { $0.pointee.mk_distinct($1, UInt32($2.count), $2) })
  }
}
