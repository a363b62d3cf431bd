/// What is asked of a model: what must always be so, and what must be able to happen.
public struct Property<M: Model>: Sendable {
  public typealias StateTest = @Sendable (M.State) -> Bool
  public typealias StepTest = @Sendable (M.State, M.Action, M.State) -> Bool
  /// The index of the class that a step belongs to; -1 if to none.
  public typealias Classifier = @Sendable (M.State, M.Action, M.State) -> Int
  /// Which features a state has, each a bit.
  public typealias StateFeatures = @Sendable (M.State) -> UInt128
  /// Which features a step has, each a bit.
  public typealias StepFeatures = @Sendable (M.State, M.Action, M.State) -> UInt128

  public enum Kind: Sendable {
    /// Holds in every reachable state.
    case always(StateTest)
    /// Holds in some reachable state: a goal. A complete search that does not reach it makes the verdict `vacuous`.
    case sometimes(StateTest)
    /// Holds of every transition from a reachable state, also of those that lead back to it.
    case alwaysStep(StepTest)
    /// Holds of some transition: a goal.
    case sometimesStep(StepTest)
    /// Every class of transitions is reached: as many goals as there are names, at the cost of one call a transition.
    case outcomes(names: [String], Classifier)
    /// Every feature is that of some reachable state: as many goals as there are names, at most 128, at
    /// the cost of one call a state.
    case features(names: [String], StateFeatures)
    /// Every feature is that of some transition, at the cost of one call a transition.
    case stepFeatures(names: [String], StepFeatures)
  }

  /// A sentence, as "rights never grow".
  public let name: String
  /// Its number in the list of invariants, as "I-AS4"; may be empty.
  public let number: String
  public let kind: Kind
  /// Says of a violated state, or of a step (with the state and the action before it), what part of the property fails there, and
  /// for which values.
  public let explain: (@Sendable (_ before: (M.State, M.Action)?, _ state: M.State) -> String)?

  @inlinable
  public init(
    _ name: String, number: String = "", _ kind: Kind,
    explain: (@Sendable (_ before: (M.State, M.Action)?, _ state: M.State) -> String)? = nil
  ) {
    self.name = name
    self.number = number
    self.kind = kind
    self.explain = explain
  }
}

extension Property {
  /// Holds in every reachable state; `explain` says of a state in which it does not hold why.
  @inlinable
  public static func always(
    _ name: String, number: String = "", explain: (@Sendable (M.State) -> String)? = nil,
    _ test: @escaping StateTest
  ) -> Property {
    guard let explain else { return Property(name, number: number, .always(test)) }
    return Property(name, number: number, .always(test)) { _, state in explain(state) }
  }

  /// A goal: holds in some reachable state.
  @inlinable
  public static func sometimes(
    _ name: String, number: String = "", _ test: @escaping StateTest
  ) -> Property { Property(name, number: number, .sometimes(test)) }

  /// Holds of every transition; `explain` says of a transition of which it does not hold why.
  @inlinable
  public static func alwaysStep(
    _ name: String, number: String = "",
    explain: (@Sendable (M.State, M.Action, M.State) -> String)? = nil, _ test: @escaping StepTest
  ) -> Property {
    guard let explain else { return Property(name, number: number, .alwaysStep(test)) }
    return Property(name, number: number, .alwaysStep(test)) { before, state in
      before.map { explain($0.0, $0.1, state) } ?? ""
    }
  }

  /// A goal: holds of some transition.
  @inlinable
  public static func sometimesStep(
    _ name: String, number: String = "", _ test: @escaping StepTest
  ) -> Property { Property(name, number: number, .sometimesStep(test)) }

  /// Goals by the hundred: one for every class that `classify` puts transitions into.
  @inlinable
  public static func outcomes(
    _ name: String, number: String = "", names: [String], _ classify: @escaping Classifier
  ) -> Property { Property(name, number: number, .outcomes(names: names, classify)) }

  /// Goals by the hundred: one for every feature that a state can have.
  @inlinable
  public static func features(
    _ name: String, number: String = "", names: [String], _ features: @escaping StateFeatures
  ) -> Property { Property(name, number: number, .features(names: names, features)) }

  /// Goals by the hundred: one for every feature that a transition can have.
  @inlinable
  public static func stepFeatures(
    _ name: String, number: String = "", names: [String], _ features: @escaping StepFeatures
  ) -> Property { Property(name, number: number, .stepFeatures(names: names, features)) }
}
