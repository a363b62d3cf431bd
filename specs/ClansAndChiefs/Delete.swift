import Logic

extension Clans {
  /// Deletes a task, with everybody below it. The invoker keeps the right to create it: this is what
  /// comes of a donation to oneself. (TN7, TN8)
  @inlinable
  public mutating func delete(
    _ task: V.Bits, by invoker: V.Bits, _ profile: ClansProfile
  ) -> ClanCase {
    guard V.holds(chief(of: task) == invoker, "the invoker is the task's chief") else {
      return .notChief  // TN2
    }
    end(task, profile)
    return .deleted
  }
}
