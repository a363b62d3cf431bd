import CZ3

extension BoolTerm {
  /// Whether the body holds for all values of the constants `bound`. Each pattern is a list of terms
  /// that tell the solver when an instance is worth while; without any it chooses.
  public static func forAll(
    _ bound: [any TypedTerm], patterns: [[any TypedTerm]] = [], _ body: BoolTerm
  ) -> BoolTerm {
    quantified(true, bound, patterns, body)
  }

  /// Whether the body holds for some values of the constants `bound`.
  public static func exists(
    _ bound: [any TypedTerm], patterns: [[any TypedTerm]] = [], _ body: BoolTerm
  ) -> BoolTerm {
    quantified(false, bound, patterns, body)
  }

  private static func quantified(
    _ isForAll: Bool, _ bound: [any TypedTerm], _ patterns: [[any TypedTerm]], _ body: BoolTerm
  ) -> BoolTerm {
    if bound.isEmpty { return body }
    let operands = [body.term] + bound.map(\.term) + patterns.flatMap { $0.map(\.term) }
    let term = body.context.build(.bool, of: operands) { z3, handle, terms in
      var next = 1 + bound.count
      var made: [OpaquePointer?] = []
      for pattern in patterns {
        let members = Array(terms[next..<next + pattern.count])
        next += pattern.count
        let one = z3.pointee.mk_pattern(handle, UInt32(members.count), members)
        guard let one else { return nil }
        z3.pointee.inc_ref(handle, z3.pointee.pattern_to_ast(handle, one))
        made.append(one)
      }
      defer {
        for one in made { z3.pointee.dec_ref(handle, z3.pointee.pattern_to_ast(handle, one)) }
      }
      return z3.pointee.mk_quantifier_const_ex(
        handle, isForAll, 1, nil, nil, UInt32(bound.count), Array(terms[1..<1 + bound.count]),
        UInt32(made.count), made, 0, nil, terms[0])
    }
    return BoolTerm(term)
  }
}

extension Context {
  /// Whether the formula holds for every element.
  public func forAll(_ sort: Sort, _ body: (ElementTerm) -> BoolTerm) -> BoolTerm {
    let x = boundElement(0, sort)
    return .forAll([x], body(x))
  }

  /// Whether the formula holds for every pair of elements.
  public func forAll(
    _ first: Sort, _ second: Sort, _ body: (ElementTerm, ElementTerm) -> BoolTerm
  ) -> BoolTerm {
    let (x, y) = (boundElement(0, first), boundElement(1, second))
    return .forAll([x, y], body(x, y))
  }

  /// Whether the formula holds for every three elements.
  public func forAll(
    _ first: Sort, _ second: Sort, _ third: Sort,
    _ body: (ElementTerm, ElementTerm, ElementTerm) -> BoolTerm
  ) -> BoolTerm {
    let (x, y, z) = (boundElement(0, first), boundElement(1, second), boundElement(2, third))
    return .forAll([x, y, z], body(x, y, z))
  }

  /// Whether the formula holds for some element.
  public func exists(_ sort: Sort, _ body: (ElementTerm) -> BoolTerm) -> BoolTerm {
    let x = boundElement(0, sort)
    return .exists([x], body(x))
  }

  /// A constant of a name that no quantifier around or inside of this one has.
  private func boundElement(_ position: Int, _ sort: Sort) -> ElementTerm {
    let number = state.withLock { state in
      state.quantifiers += 1
      return state.quantifiers
    }
    return element(named: "\("xyz".dropFirst(position).prefix(1))\(number)", of: sort)
  }
}
