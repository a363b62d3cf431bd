import Logic

// The rings: for every priority the threads that wait for the processor, or have it. (SC1, I-SC1)
extension Threads {
  /// A time slice without end. (U14)
  @inlinable
  public static var endless: V.Count { V.Count(255) }

  /// The threads in the rings. One that is ready, but has no time slice of its own, is in none: it can
  /// only run in a slice that somebody donates. (SC3)
  @inlinable
  public var queued: V.Bits { ready - slice.ids(with: V.Count(0)) }

  /// The thread that is to run by priority: the first one in the ring of the highest priority; nobody
  /// if all rings are empty. (SC1, T-SC1)
  @inlinable
  public var next: V.Bits {
    let queued = queued
    let highest = queued & priority.ids(with: priority.largest(of: queued))
    var first = V.Bits.empty
    for position in 0..<threads {
      first |= (highest & V.Bits(id: position)).when(ahead[row: position].isEmpty)
    }
    return first
  }

  /// The threads enter the rings of their priorities at the tail, in the order of their ids.
  ///
  /// They are ready and have a slice, and were in no ring.
  @inlinable
  mutating func enqueue(_ entering: V.Bits) {
    let waiting = queued - entering
    for position in 0..<threads {
      let others = waiting | (entering & V.Bits(mask: (1 << UInt32(position)) - 1))
      let sameRing = others & priority.ids(with: priority[row: position])
      ahead[row: position] |= sameRing.when(entering.contains(id: position))
    }
  }

  /// The threads leave the rings that they are in.
  @inlinable
  mutating func dequeue(_ leaving: V.Bits) {
    ahead.remove(leaving)
    ahead.clearRows(of: leaving)
  }

  /// The threads become ready, all at once; those that are ready already stay where they are.
  ///
  /// Who runs is decided by `dispatch` when all is done that the kernel does in this step.
  @inlinable
  public mutating func makeReady(_ woken: V.Bits, profile: ThreadsProfile) {
    guard profile.schedules else { return }
    let entering = woken - ready
    ready |= entering
    enqueue(entering & queued)
  }

  /// The threads are not ready any more. If one of them has the processor, it gives it up.
  @inlinable
  public mutating func block(_ blocked: V.Bits, profile: ThreadsProfile) {
    guard profile.schedules else { return }
    dequeue(blocked)
    ready -= blocked
    release(unless: !blocked.contains(running))
  }

  /// Nobody has the processor now, until `dispatch`.
  @inlinable
  mutating func release(unless keeps: V.Truth) {
    running = running.when(keeps)
    spending = spending.when(keeps)
  }
}
