import Logic
import SMT

/// A part of a property: what it says, and when it holds.
public struct Clause: Sendable {
  public let says: String
  public let holds: Symbolic.Truth
  /// The ids at which the part fails; nil where it is not about ids.
  public let offenders: Symbolic.Bits?

  public init(_ says: String, _ holds: Symbolic.Truth) {
    self.says = says
    self.holds = holds
    offenders = nil
  }

  /// The part holds if there are no offenders. A counterexample will name them, and what is too hard
  /// for all ids at once is proved for each.
  public init(_ says: String, noneOf offenders: Symbolic.Bits) {
    self.says = says
    self.offenders = offenders
    holds = offenders.isEmpty
  }

  /// The same part, to hold under a condition only.
  func under(_ condition: Symbolic.Truth) -> Clause {
    if let offenders { return Clause(says, noneOf: offenders.when(condition)) }
    return Clause(says, condition ==> holds)
  }

  /// Both parts, which say the same.
  func and(_ other: Clause) -> Clause {
    if let offenders, let others = other.offenders {
      return Clause(says, noneOf: offenders | others)
    }
    return Clause(says, holds && other.holds)
  }

  /// That one id is no offender, for each id there is.
  var byID: [Symbolic.Truth] {
    switch offenders {
    case nil: []
    case .known(let mask): [.known(mask == 0)]
    case .members(let truths): truths.map { !$0 }
    case .term(let set): (0..<set.width).map { !Symbolic.Bits.term(set).contains(id: $0) }
    }
  }
}

/// A part of a property that fails in a counterexample.
public struct FailedClause: Hashable, Sendable {
  public let says: String
  /// The ids at which it fails, as bits; nil where it is not about ids.
  public let offenders: UInt32?
}
