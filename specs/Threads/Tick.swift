import Logic

/// What a tick of the clock came to.
public struct TickResult<V: Values>: Sendable {
  /// The thread whose time slice ended; nobody if none did.
  public var ended: V.Bits
  /// The thread that sends a message to its preempter because of that. (PR-1, U28)
  public var notifies: V.Bits

  @inlinable
  public init(ended: V.Bits, notifies: V.Bits) {
    self.ended = ended
    self.notifies = notifies
  }
}

extension Threads {
  /// A tick of the clock: who runs has used up one more tick of the time slice in which it runs. At
  /// the end of a slice its owner goes to the tail of its ring, and whoever ran gives up the
  /// processor. (SC2, SC3)
  ///
  /// A direct switch can leave a thread behind that has a higher priority: it waits no longer than to
  /// the next tick, or to the end of the slice where that is another's and has an end. (SC1, SC12)
  @inlinable
  public mutating func tick(profile: ThreadsProfile) -> TickResult<V> {
    guard profile.schedules else { return TickResult(ended: .empty, notifies: .empty) }
    let ticking = spending - slice.ids(with: Self.endless)
    remaining.decrement(at: ticking)
    let ended = spending & remaining.ids(with: V.Count(0))
    let ran = running
    rotate(ended)
    let isLent = running != spending && !ticking.isEmpty
    let isOutranked = !isLent && outranks(queued)
    release(unless: ended.isEmpty && !isOutranked)
    let tells =
      switch profile.preemptionMessage {
      case .never: V.Truth(false)
      case .atEndOfSlice: !ended.isEmpty
      case .whenPreempted: !ended.isEmpty || isOutranked
      }
    return TickResult(ended: ended, notifies: havingPreempter(ran).when(tells))
  }

  /// The threads have no slice left, and go to the tails of their rings, if they are in one. (SC2)
  @inlinable
  mutating func rotate(_ ended: V.Bits) {
    remaining.set(V.Count(0), at: ended)
    dequeue(ended)
    enqueue(ended & queued)
  }

  /// Those of the threads that have a preempter, internal or external. (PR-1, PR-2)
  @inlinable
  public func havingPreempter(_ some: V.Bits) -> V.Bits {
    var found = V.Bits.empty
    for position in 0..<threads {
      let both = preempter[row: position] | externalPreempter[row: position]
      found |= (some & V.Bits(id: position)).when(!both.isEmpty)
    }
    return found
  }

  /// To whom a thread tells that it was preempted: the internal preempter; if there is none, the
  /// external one. (PR-1)
  @inlinable
  public func recipientOfPreemption(of thread: V.Bits) -> Reference<V> {
    let own = preempter(of: thread)
    let other = externalPreempter(of: thread)
    let isOwn = !own.who.isEmpty
    return Reference(
      own.who.when(isOwn) | other.who.when(!isOwn),
      isFormer: (isOwn && own.isFormer) || (!isOwn && other.isFormer))
  }
}
