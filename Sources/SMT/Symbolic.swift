import Logic

/// Solver terms as values: the specification as a formula. Each value is either known before the
/// rule runs, or a term; what is known is computed at once, so that only what depends on the state
/// reaches the solver.
///
/// A known set of ids has no width: it takes that of the term that it meets, as a word of the
/// universe does, and ids beyond are dropped. Known sets must therefore be sets of the universe.
public enum Symbolic: Values {
  public typealias Word = SymbolicWord<32>
  public typealias Count = SymbolicWord<8>
  public typealias Bits = SymbolicBits

  public enum Truth: Sendable {
    case known(Bool)
    case term(BoolTerm)
  }

  /// Decides a case: the truth itself where it is known; else one feasible way of the path that the
  /// context explores (`Context.paths`). Outside of a path nobody could take the other way, so that
  /// is a mistake in the program. Questions of both kinds are told to the path's trail.
  public static func holds(_ truth: Truth, _ says: StaticString) -> Bool {
    switch truth {
    case .known(let value):
      Trail.note(Decision(says, taken: value))
      return value
    case .term(let term):
      let choice = term.context.decide(term)
      Trail.note(
        Decision(says, taken: choice.taken, isForced: choice.isForced, isKnown: false))
      return choice.taken
    }
  }
}

extension Symbolic.Truth: TruthValue {
  public init(_ known: Bool) { self = .known(known) }

  public static func && (left: Self, right: Self) -> Self {
    switch (left, right) {
    case (.known(let known), let other), (let other, .known(let known)):
      known ? other : .known(false)
    case (.term(let a), .term(let b)):
      a.isSame(as: b) ? left : a.isNegation(of: b) ? .known(false) : .term(a && b)
    }
  }

  public static func || (left: Self, right: Self) -> Self {
    switch (left, right) {
    case (.known(let known), let other), (let other, .known(let known)):
      known ? .known(true) : other
    case (.term(let a), .term(let b)):
      a.isSame(as: b) ? left : a.isNegation(of: b) ? .known(true) : .term(a || b)
    }
  }

  public static func ==> (premise: Self, conclusion: Self) -> Self {
    switch (premise, conclusion) {
    case (.known(let known), _): known ? conclusion : .known(true)
    case (_, .known(let known)): known ? .known(true) : !premise
    case (.term(let a), .term(let b)):
      a.isSame(as: b) ? .known(true) : a.isNegation(of: b) ? conclusion : .term(a ==> b)
    }
  }

  public static func == (left: Self, right: Self) -> Self {
    switch (left, right) {
    case (.known(let known), let other), (let other, .known(let known)): known ? other : !other
    case (.term(let a), .term(let b)):
      a.isSame(as: b) ? .known(true) : a.isNegation(of: b) ? .known(false) : .term(a == b)
    }
  }

  public static prefix func ! (operand: Self) -> Self {
    switch operand {
    case .known(let known): .known(!known)
    case .term(let term): .term(!term)
    }
  }

  /// Whether all of the truths hold.
  public static func all(_ truths: [Self]) -> Self {
    var terms: [BoolTerm] = []
    for truth in truths {
      switch truth {
      case .known(true): continue
      case .known(false): return .known(false)
      case .term(let term): terms.append(term)
      }
    }
    guard let first = terms.first else { return .known(true) }
    return .term(terms.count == 1 ? first : .all(terms, in: first.context))
  }

  /// Whether both are known to be the same truth, or are the same term.
  package func isSame(as other: Self) -> Bool {
    switch (self, other) {
    case (.known(let a), .known(let b)): a == b
    case (.term(let a), .term(let b)): a.isSame(as: b)
    default: false
    }
  }

  /// The formula that this is, in a context.
  public func formula(in context: Context) -> BoolTerm {
    switch self {
    case .known(let known): context.bool(known)
    case .term(let term): term
    }
  }
}

extension BoolTerm {
  func isNegation(of other: Self) -> Bool {
    term.negated?.object == other.term.object || other.term.negated?.object == term.object
  }
}
