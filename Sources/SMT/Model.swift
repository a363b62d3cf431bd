import CZ3

/// Values of all constants that satisfy what a solver was told.
public final class Model: Sendable {
  public let context: Context
  let object: Z3Object

  /// Takes over a reference that was counted already.
  init(_ object: Z3Object, in context: Context) {
    self.object = object
    self.context = context
  }

  deinit { context.abandon(.model(object)) }

  /// The truth of a formula; where the model leaves it open, one of the two.
  public func value(_ formula: BoolTerm) throws(SMTError) -> Bool {
    try truth(formula, completing: true) ?? false
  }

  /// The value of a bit-vector of at most 64 bits; where the model leaves it open, some value.
  public func value(_ bits: BitVectorTerm) throws(SMTError) -> UInt64 {
    precondition(bits.width <= 64, "a value of \(bits.width) bits does not fit in 64")
    let value = try evaluate(bits.term, completing: true) { z3, handle, value -> UInt64? in
      var number: UInt64 = 0
      return z3.pointee.get_numeral_uint64(handle, value, &number) ? number : nil
    }
    guard let value else { throw .refused("the model has no value of \(bits)") }
    return value
  }

  /// The element that a term stands for, by the name that the model has for it.
  public func value(_ element: ElementTerm) throws(SMTError) -> String {
    let name = try evaluate(element.term, completing: true) { z3, handle, value -> String? in
      z3.pointee.ast_to_string(handle, value).map { String(cString: $0) }
    }
    guard let name else { throw .refused("the model has no value of \(element)") }
    return name
  }

  /// The truth of a formula; nil where the model leaves it open and is not to be completed.
  func truth(_ formula: BoolTerm, completing: Bool) throws(SMTError) -> Bool? {
    try evaluate(formula.term, completing: completing) { z3, handle, value -> Bool? in
      switch z3.pointee.get_bool_value(handle, value) {
      case Z3_L_TRUE: true
      case Z3_L_FALSE: false
      default: nil
      }
    }
  }

  /// All of the model as text.
  public var description: String {
    context.perform { z3, handle in
      z3.pointee.model_to_string(handle, object.pointer).map { String(cString: $0) } ?? "?"
    }.result
  }

  private func evaluate<R: Sendable>(
    _ term: Term, completing: Bool,
    _ read: (UnsafePointer<CZ3_functions>, OpaquePointer, OpaquePointer) -> R?
  ) throws(SMTError) -> R? {
    guard term.context === context else { throw .mixedContexts }
    return try withExtendedLifetime(term) { () throws(SMTError) in
      try context.attempt { z3, handle -> R? in
        var value: OpaquePointer?
        guard
          z3.pointee.model_eval(handle, object.pointer, term.object.pointer, completing, &value),
          let value
        else { return nil }
        z3.pointee.inc_ref(handle, value)
        defer { z3.pointee.dec_ref(handle, value) }
        return read(z3, handle, value)
      }
    }
  }
}

extension Model: CustomStringConvertible {}
