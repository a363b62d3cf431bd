import Logic

extension Clans {
  /// Gives the right to create a task to `receiver`, which becomes its chief. If there is a task with
  /// that number, it is deleted first. (TN1, TN4, CC-20)
  ///
  /// `receiver` is a task number, or the empty set for an id whose number is unknown. It is judged
  /// before anything ends: a task that ends with `task` cannot be its chief. (I-TH3)
  @inlinable
  public mutating func donate(
    _ task: V.Bits, by invoker: V.Bits, to receiver: V.Bits, _ profile: ClansProfile
  ) -> ClanCase {
    guard V.holds(chief(of: task) == invoker, "the invoker is the task's chief") else {
      return .notChief  // TN2
    }
    let isFree = !(task | below[at: task]).contains(receiver)
    guard V.holds(isFree, "the new chief is not the task, nor below it") else {
      return .belowItself
    }
    let isThere = profile.donation == .toActive ? active.contains(receiver) : !receiver.isEmpty
    guard V.holds(isThere, "the new chief exists") else {
      return .noSuchChief  // U10
    }
    end(task, profile)
    move(task, under: receiver)
    return .donated
  }
}
