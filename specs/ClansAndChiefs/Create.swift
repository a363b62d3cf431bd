import Logic

// The parts of task_new that are about the tree. `invoker` is an active task. None of them changes
// anything but below the invoker: nobody leaves its clan. (CC-24)
extension Clans {
  /// Creates a task, a member of the invoker's clan. If there is one with its number, that is deleted
  /// first, with everybody below it: `ending(with:)` of the state before. (TN1, TN2, TN5)
  @inlinable
  public mutating func create(
    _ task: V.Bits, by invoker: V.Bits, _ profile: ClansProfile
  ) -> ClanCase {
    guard V.holds(chief(of: task) == invoker, "the invoker is the task's chief") else {
      return .notChief  // TN2
    }
    let hasRoom = depth(of: invoker) < V.Count(UInt32(profile.greatestDepth))
    guard V.holds(hasRoom, "the invoker is not at the greatest depth") else {
      return .tooDeep  // TN6
    }
    end(task, profile)
    active |= task
    return .created
  }
}
