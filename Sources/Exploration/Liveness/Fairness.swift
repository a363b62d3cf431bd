/// Which steps a run without end must take, if it can: those of a class that is not treated fairly
/// could be left out for ever, and no promise would hold of any system.
///
/// A run is fair if it is fair to every class. Steps that are in none need never be taken: what an
/// environment may do, but need not.
public struct Fairness<M: Model>: Sendable {
  public enum Strength: Sendable, Hashable {
    /// A class that is possible from some point on in every state is taken again and again: enough
    /// for what stays possible until it happens.
    case weak
    /// A class that is possible again and again is taken again and again: for what others may
    /// interrupt.
    case strong
  }

  public struct Class: Sendable, Hashable {
    public let name: String
    public let strength: Strength

    public init(_ name: String, _ strength: Strength) {
      self.name = name
      self.strength = strength
    }
  }

  /// At most 64.
  public let classes: [Class]
  /// The index of the class that a step belongs to; -1 if to none. A step that changes nothing is
  /// a step too.
  public let classify: Property<M>.Classifier

  public init(_ classes: [Class], _ classify: @escaping Property<M>.Classifier) {
    precondition(classes.count <= 64, "there is room for 64 classes")
    self.classes = classes
    self.classify = classify
  }

  /// The classes of a strength, as a set of indices.
  func mask(_ strength: Strength) -> UInt64 {
    classes.indices.reduce(0) { classes[$1].strength == strength ? $0 | 1 << UInt64($1) : $0 }
  }

  /// The classes that can be taken in a state.
  func enabled(in state: M.State, of model: M) -> UInt64 {
    var mask: UInt64 = 0
    model.successors(of: state) { action, next in
      let index = classify(state, action, next)
      if index >= 0 { mask |= 1 << UInt64(index) }
    }
    return mask
  }
}
