import CZ3

/// The logic that a problem is stated in, by SMT-LIB's name for it.
public enum SMTLogic: String, Sendable, Hashable, Codable {
  /// Quantifier-free bit-vectors.
  case bitVectors = "QF_BV"
  /// Uninterpreted sorts and functions, with quantifiers.
  case quantified = "UF"
  case all = "ALL"

  /// The solver of Z3 for it.
  public var solver: Solver.Kind { self == .bitVectors ? .bitVectors : .general }
}

extension Context {
  /// The question whether all of `formulas` can hold, as an SMT-LIB 2 script that other solvers read.
  public func smtlib(
    _ formulas: [BoolTerm], named name: String, logic: SMTLogic, expecting status: String = "unsat"
  ) throws(SMTError) -> String {
    for formula in formulas where formula.context !== self { throw .mixedContexts }
    let last = formulas.last ?? bool(true)
    let others = formulas.dropLast()
    let text = try withExtendedLifetime((formulas, last)) { () throws(SMTError) in
      try attempt { z3, handle -> String? in
        let terms: [OpaquePointer?] = others.map(\.term.object.pointer)
        return z3.pointee.benchmark_to_smtlib_string(
          handle, "", "", "unknown", "", UInt32(terms.count), terms,
          last.term.object.pointer
        ).map { String(cString: $0) }
      }
    }
    guard let text else { throw .refused("no SMT-LIB text of \(name)") }
    // Z3 puts its information before the logic, which not every solver likes.
    let body = text.split(separator: "\n", omittingEmptySubsequences: false).filter {
      !$0.hasPrefix("(set-info") && !$0.hasPrefix("(set-logic") && !$0.hasPrefix(";")
    }
    let title = name.split(whereSeparator: \.isNewline).joined(separator: " ")
    return """
      (set-logic \(logic.rawValue))
      (set-info :status \(status))
      ; \(title)
      \(body.joined(separator: "\n"))(exit)

      """
  }
}
