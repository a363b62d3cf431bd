import Logic

/// Values that could be anything. A name stands for one value in a context: two values of one name
/// would be equal without anybody having said so, and proofs wrong, so that is an error of the
/// context. Names that are declared on a path are free again on the next one.
extension Symbolic {
  /// Any set of ids below `width`.
  public static func bits(_ name: String, width: Int, in context: Context) -> Bits {
    precondition((1...32).contains(width), "a set of \(width) ids")
    context.declare(name)
    return .term(context.bits(named: name, width: width))
  }

  /// Any set of exactly one id below `width`, and the condition that it is such a set.
  public static func singleton(
    _ name: String, width: Int, in context: Context
  ) -> (set: Bits, isSingleton: Truth) {
    let set = bits(name, width: width, in: context)
    return (set, isSingleton(set))
  }

  /// Whether a set has exactly one id: taking away 1 clears its lowest bit, and no other is left.
  public static func isSingleton(_ set: Bits) -> Truth {
    switch set {
    case .known(let mask): .known(mask.nonzeroBitCount == 1)
    case .members: set.count == Count(1)
    case .term(let term):
      .term(
        term != term.context.bits(0, width: term.width)
          && (term & (term &- term.context.bits(1, width: term.width)))
            == term.context.bits(0, width: term.width)
      )
    }
  }

  /// Any truth.
  public static func truth(_ name: String, in context: Context) -> Truth {
    context.declare(name)
    return .term(context.bool(named: name))
  }

  /// Any 32-bit word.
  public static func word(_ name: String, in context: Context) -> Word {
    context.declare(name)
    return .term(context.bits(named: name, width: 32))
  }

  /// Any number up to 255.
  public static func count(_ name: String, in context: Context) -> Count {
    context.declare(name)
    return .term(context.bits(named: name, width: 8))
  }
}

extension Context {
  /// The names of symbolic values that are taken. Whoever makes one free again must not use the
  /// value that had it together with the next.
  package var declaredNames: Set<String> {
    get { state.withLock { $0.names } }
    set { state.withLock { $0.names = newValue } }
  }

  /// Takes a name for a symbolic value.
  func declare(_ name: String) {
    let isNew = state.withLock { $0.names.insert(name).inserted }
    if !isNew { fail(.declaredTwice(name: name)) }
  }
}

extension Model {
  /// What a set is in this model: its ids are the bits that are 1.
  public func value(_ bits: Symbolic.Bits) throws(SMTError) -> UInt32 {
    switch bits {
    case .known(let mask): return mask
    case .term(let term): return UInt32(truncatingIfNeeded: try value(term))
    case .members(let truths):
      var mask: UInt32 = 0
      for (position, truth) in truths.enumerated() where try value(truth) {
        mask |= 1 << UInt32(position)
      }
      return mask
    }
  }

  /// What a truth is in this model.
  public func value(_ truth: Symbolic.Truth) throws(SMTError) -> Bool {
    switch truth {
    case .known(let known): known
    case .term(let term): try value(term)
    }
  }

  /// What a number is in this model.
  public func value<let width: Int>(_ word: SymbolicWord<width>) throws(SMTError) -> UInt32 {
    switch word {
    case .known(let known): known
    case .term(let term): UInt32(truncatingIfNeeded: try value(term))
    }
  }
}
