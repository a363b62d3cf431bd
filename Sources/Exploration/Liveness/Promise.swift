/// What a model promises to come, sooner or later, on every run that is fair.
public struct Promise<M: Model>: Sendable {
  /// A sentence, as "the client is served".
  public let name: String
  /// Its number in the list of facts, as "L-IPC1"; may be empty.
  public let number: String
  /// The states from which on the goal must come; nil for the initial ones only.
  let trigger: Property<M>.StateTest?
  /// What must come: a state.
  let goal: Property<M>.StateTest
  /// What will do as well: a step of this class of the fairness.
  let goalClass: Int?

  /// In every run there is a state for which `goal` is true.
  public static func eventually(
    _ name: String, number: String = "", _ goal: @escaping Property<M>.StateTest
  ) -> Promise {
    Promise(name: name, number: number, trigger: nil, goal: goal, goalClass: nil)
  }

  /// After every state of a run there is one for which `goal` is true.
  public static func againAndAgain(
    _ name: String, number: String = "", _ goal: @escaping Property<M>.StateTest
  ) -> Promise {
    Promise(name: name, number: number, trigger: { _ in true }, goal: goal, goalClass: nil)
  }

  /// A state for which `trigger` is true is one for which `goal` is true as well, or such a one
  /// comes after it, or a step of the class `goalClass` does.
  public static func leads(
    _ name: String, number: String = "", from trigger: @escaping Property<M>.StateTest,
    to goal: @escaping Property<M>.StateTest, orStepOf goalClass: Int? = nil
  ) -> Promise {
    Promise(name: name, number: number, trigger: trigger, goal: goal, goalClass: goalClass)
  }
}
