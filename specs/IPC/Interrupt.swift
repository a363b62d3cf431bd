import Logic
import Threads
import Vocabulary

extension Rendezvous {
  /// An interrupt occurs: a message to the thread that is associated, from the source. What is still
  /// pending of the source already is not counted twice; without a thread it is dropped. (INT-1,
  /// INT-8, INT-9, INT-11, INT-12)
  @inlinable
  public mutating func interrupt(_ source: V.Bits) -> Deliveries<V, threads> {
    let thread = handler[at: source]
    guard V.holds(!thread.isEmpty, "the source is associated") else { return Deliveries() }
    let takes = (((open | forInterrupt) & waiting) - calledFor).contains(thread)
    guard V.holds(takes, "its thread waits for interrupts") else {
      raised |= source
      return Deliveries()
    }
    return deliver(source, to: thread)
  }

  /// The thread gets its interrupt. (INT-1, INT-14)
  @inlinable
  mutating func deliver(_ source: V.Bits, to thread: V.Bits) -> Deliveries<V, threads> {
    raised -= source
    serving |= source
    clear(thread)
    var done = Deliveries<V, threads>()
    done.end(thread, ErrorCode.ok.rawValue)
    done.interrupted |= thread
    return done
  }

  /// Receiving from a source with timeout zero: asks for it, unless an interrupt of the present source
  /// is pending. A receive timeout is the answer that it worked. (INT-2, INT-3, INT-4)
  @inlinable
  mutating func associate<let tasks: Int>(
    _ thread: V.Bits, with source: V.Bits, in world: World<V, threads, tasks>
  ) -> Deliveries<V, threads> {
    let own = handler.ids(meeting: thread)
    if V.holds(!(own & raised).isEmpty, "an interrupt of the caller's source is pending") {
      return deliver(own & raised, to: thread)  // INT-3
    }
    var done = Deliveries<V, threads>()
    let holder = handler.union(over: source)
    let isFree = !source.isEmpty && (holder - thread).isEmpty
    guard V.holds(isFree, "the source exists and is free") else {
      if world.profile.failedAssociation == .losesOld { release(own) }  // U29
      done.end(thread, ErrorCode.notExistent.rawValue)  // INT-4
      return done
    }
    release(own)
    handler.insert(thread, intoRowsOf: source)
    done.end(thread, ErrorCode.timeout.rawValue)
    return done
  }

  /// Receiving from nobody with timeout zero: gives the source back. (INT-5, IPC-39)
  @inlinable
  mutating func dissociate(_ thread: V.Bits) -> Deliveries<V, threads> {
    release(handler.ids(meeting: thread))
    var done = Deliveries<V, threads>()
    done.end(thread, ErrorCode.timeout.rawValue)
    return done
  }

  /// Sources are nobody's any more. (INT-11)
  @inlinable
  mutating func release(_ released: V.Bits) {
    handler.clearRows(of: released)
    raised -= released
    serving -= released
  }
}
