import Logic

/// What thread_switch came to.
public enum ThreadSwitchCase: Sendable, Hashable {
  /// The destination runs in the invoker's time slice.
  case switched
  /// The scheduler chooses.
  case yielded
}

extension Threads {
  /// thread_switch: the invoker gives up the processor, but stays ready. A destination that is ready
  /// runs at once in what is left of the invoker's time slice, whatever its priority; otherwise the
  /// scheduler chooses, and the invoker gets a fresh slice when its turn comes again. (SC4, SC5)
  @inlinable
  public mutating func threadSwitch(
    to destination: Reference<V>, by invoker: V.Bits, profile: ThreadsProfile
  ) -> ThreadSwitchCase {
    guard profile.schedules else { return .yielded }
    if V.holds(ready.contains(destination.current), "the destination is ready") {
      running = destination.current
      return .switched
    }
    rotate(invoker)
    release(unless: V.Truth(false))
    return .yielded
  }
}
