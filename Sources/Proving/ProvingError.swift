/// What went wrong in proving. None of these is a verdict.
public enum ProvingError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The solver says that a conjunction fails in a model in which all its parts hold.
  case modelRefutesNothing(String)
  /// Two properties, or two rules, have the same name.
  case nameTwice(String)

  public var description: String {
    switch self {
    case .modelRefutesNothing(let name):
      "z3 contradicts itself: \(name) fails in a model in which all its parts hold"
    case .nameTwice(let name): "two properties or rules are called \(name)"
    }
  }
}
