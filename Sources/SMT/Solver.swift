import CZ3

/// What a solver says of the formulas that it was told.
public enum Answer: Sendable {
  /// They can all hold at once, as in this model.
  case satisfiable(Model)
  /// They cannot.
  case unsatisfiable
  /// The solver gave up, and why: the time was over, say.
  case unknown(reason: String)
}

/// One conversation with Z3: formulas go in, answers come out.
public struct Solver: ~Copyable, Sendable {
  /// Which of Z3's solvers to talk to. What is fast was measured (docs of `Obligation`).
  public enum Kind: Sendable, Hashable {
    /// Whatever Z3 takes for the formulas at hand; quantifiers and all.
    case general
    /// The one that is never preprocessed: light, for many small questions.
    case light
    /// Quantifier-free bit-vectors: turned into propositions for a SAT solver.
    case bitVectors
  }

  public let context: Context
  private let object: Z3Object

  public init(in context: Context, _ kind: Kind = .general) throws(SMTError) {
    self.context = context
    let made = try context.attempt { z3, handle -> Z3Object? in
      let solver =
        switch kind {
        case .general: z3.pointee.mk_solver(handle)
        case .light: z3.pointee.mk_simple_solver(handle)
        case .bitVectors:
          z3.pointee.mk_solver_for_logic(handle, z3.pointee.mk_string_symbol(handle, "QF_BV"))
        }
      guard let solver else { return nil }
      z3.pointee.solver_inc_ref(handle, solver)
      return Z3Object(pointer: solver)
    }
    guard let made else { throw .refused("no solver") }
    object = made
  }

  deinit { context.abandon(.solver(object)) }

  /// Tells the solver that the formula holds.
  public func assert(_ formula: BoolTerm) throws(SMTError) {
    guard formula.context === context else { throw .mixedContexts }
    try withExtendedLifetime(formula) { () throws(SMTError) in
      try context.attempt {
        $0.pointee.solver_assert($1, object.pointer, formula.term.object.pointer)
      }
    }
  }

  /// Starts a scope: what is asserted from here on is taken back by `pop`.
  public func push() throws(SMTError) {
    try context.attempt { $0.pointee.solver_push($1, object.pointer) }
  }

  /// Ends the last scope, or the last `scopes`.
  public func pop(_ scopes: Int = 1) throws(SMTError) {
    try context.attempt { $0.pointee.solver_pop($1, object.pointer, UInt32(scopes)) }
  }

  /// Asks whether all that was asserted can hold, and `assumptions` with it, for this time only.
  /// An assumption is a Boolean constant or the negation of one.
  public func check(
    assuming assumptions: [BoolTerm] = [], timeout: Duration? = nil
  ) throws(SMTError) -> Answer {
    for assumption in assumptions where assumption.context !== context { throw .mixedContexts }
    try limit(timeout)
    let result = try withExtendedLifetime(assumptions) { () throws(SMTError) in
      try context.attempt { z3, handle -> (Z3_lbool, Z3Object?, String) in
        let terms: [OpaquePointer?] = assumptions.map(\.term.object.pointer)
        let answer =
          terms.isEmpty
          ? z3.pointee.solver_check(handle, object.pointer)
          : z3.pointee.solver_check_assumptions(
            handle, object.pointer, UInt32(terms.count), terms)
        if answer == Z3_L_TRUE, let model = z3.pointee.solver_get_model(handle, object.pointer) {
          z3.pointee.model_inc_ref(handle, model)
          return (answer, Z3Object(pointer: model), "")
        }
        if answer == Z3_L_FALSE { return (answer, nil, "") }
        let reason = z3.pointee.solver_get_reason_unknown(handle, object.pointer)
        return (answer, nil, reason.map { String(cString: $0) } ?? "no reason given")
      }
    }
    switch result {
    case (Z3_L_FALSE, _, _): return .unsatisfiable
    case (Z3_L_TRUE, let model?, _): return .satisfiable(Model(model, in: context))
    case (_, _, let reason): return .unknown(reason: reason)
    }
  }

  private func limit(_ timeout: Duration?) throws(SMTError) {
    let milliseconds = timeout.map { max(1, $0 / .milliseconds(1)) } ?? .infinity
    try context.attempt { z3, handle in
      guard let parameters = z3.pointee.mk_params(handle) else { return }
      z3.pointee.params_inc_ref(handle, parameters)
      defer { z3.pointee.params_dec_ref(handle, parameters) }
      z3.pointee.params_set_uint(
        handle, parameters, z3.pointee.mk_string_symbol(handle, "timeout"),
        milliseconds < Double(UInt32.max) ? UInt32(milliseconds) : .max)
      z3.pointee.solver_set_params(handle, object.pointer, parameters)
    }
  }

  /// What Z3 counted: conflicts, decisions, memory and so on, by its own names.
  public var statistics: [String: Double] {
    context.perform { z3, handle in
      var values: [String: Double] = [:]
      guard let all = z3.pointee.solver_get_statistics(handle, object.pointer) else {
        return values
      }
      z3.pointee.stats_inc_ref(handle, all)
      defer { z3.pointee.stats_dec_ref(handle, all) }
      for index in 0..<z3.pointee.stats_size(handle, all) {
        guard let key = z3.pointee.stats_get_key(handle, all, index) else { continue }
        values[String(cString: key)] =
          z3.pointee.stats_is_uint(handle, all, index)
          ? Double(z3.pointee.stats_get_uint_value(handle, all, index))
          : z3.pointee.stats_get_double_value(handle, all, index)
      }
      return values
    }.result
  }
}
