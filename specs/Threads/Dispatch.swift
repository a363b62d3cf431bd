import Logic

extension Threads {
  /// Decides who runs, when everything else is done that the kernel does in one step: who has the
  /// processor keeps it, unless one of those who became ready has a higher priority. If nobody has
  /// it, the first thread of the highest priority gets it, for what is left of its time slice, or for
  /// a fresh one. (SC1, SC2, SC15, EX9, INT-12)
  ///
  /// Returns the thread that lost the processor though it is ready. It stays where it is in its ring,
  /// with what is left of its slice. If it ran in a donated slice, that remains the donor's.
  @inlinable @discardableResult
  public mutating func dispatch(afterWaking woken: V.Bits, profile: ThreadsProfile) -> V.Bits {
    guard profile.schedules else { return .empty }
    let isFree = running.isEmpty
    let isDue = isFree || outranks(woken)
    let chosen = next.when(isDue)
    let preempted = (running - chosen).when(isDue)
    running = chosen | running.when(!isDue)
    spending = chosen | spending.when(!isDue)
    remaining.set(slice[at: chosen], at: chosen & remaining.ids(with: V.Count(0)))
    return preempted
  }

  /// Whether one of `contenders` waits in a ring of a higher priority than that of the thread that runs.
  @inlinable
  func outranks(_ contenders: V.Bits) -> V.Truth {
    let highest = priority.largest(of: contenders & queued)
    return !running.isEmpty && priority[at: running] < highest
  }

  /// The receiver of a message gets the processor from the sender, in the same time slice and whatever
  /// the priorities are; the sender stays where it is in its ring. (SC12, SC13, U17)
  ///
  /// The kernel may do this or not. It comes before the sender blocks, if it does, for then there is
  /// nothing to hand over. Does nothing if `sender` has not the processor, or `receiver` is not ready.
  @inlinable
  public mutating func switchDirectly(
    from sender: V.Bits, to receiver: V.Bits, profile: ThreadsProfile
  ) {
    guard profile.schedules else { return }
    let isPossible = !sender.isEmpty && running == sender && ready.contains(receiver)
    running = receiver.when(isPossible) | running.when(!isPossible)
  }
}
