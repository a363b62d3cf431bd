import ClansAndChiefs
import Logic
import Threads
import Vocabulary

// The only two ways to end a blocked call from outside. (IPC-59)
extension Rendezvous {
  /// lthread_ex_regs reaches a thread: whatever it is blocked in ends. (EX4, EX5, EX7, PF-12)
  @inlinable
  public mutating func cancel<let tasks: Int>(
    _ thread: V.Bits, in world: World<V, threads, tasks>
  ) -> Deliveries<V, threads> {
    if V.holds(transferring.contains(thread), "a transfer is under way") {
      return abort(thread, in: world)  // also of a page fault inside of it (EX7)
    }
    var done = Deliveries<V, threads>()
    let called = thread & (calledFor | stuck)
    done.end((thread & pending) - called, ErrorCode.cancelled.atSender)
    done.end((thread & waiting) - called, ErrorCode.cancelled.rawValue)
    done.resumed |= called
    clear(thread)
    return done
  }

  /// Threads are deleted with their tasks: whoever has to do with them is told. (TN10, TN11)
  @inlinable
  public mutating func remove<let tasks: Int>(
    _ deleted: V.Bits, in world: World<V, threads, tasks>
  ) -> Deliveries<V, threads> {
    var done = Deliveries<V, threads>()
    // Calls of the kernel that wait for a deleted pager: there is nobody to ask any more.
    let lost = (pending & calledFor & partner.ids(meeting: deleted)) - deleted
    let orphans = peer.ids(meeting: deleted) | (lost & transferring)
    let aborted = (orphans | peer.union(over: orphans)) - deleted
    done.end(aborted & sending, ErrorCode.aborted.atSender)
    done.end(aborted & receiving, ErrorCode.aborted.rawValue)

    let unheard = ((pending - calledFor) & partner.ids(meeting: deleted)) - deleted
    let alone = closed & partner.ids(meeting: deleted) - deleted
    let refused = (unheard | alone) & ended(unheard, alone, &done, world.profile)

    clear(deleted | aborted | refused)
    let stranded = lost - aborted
    let preempted = stranded & preempting
    leaveCalls(of: stranded)
    done.resumed |= preempted
    stuck |= stranded - preempted  // PF-9
    release(handler.ids(meeting: deleted))  // TN11
    former |= closed & partner.ids(meeting: deleted)
    formerNamed |= named.ids(meeting: deleted)
    formerVisible |= visible.ids(meeting: deleted)
    formerAsked |= asked.ids(meeting: deleted)
    return done
  }

  /// The waiting threads that wait for one thread only.
  @inlinable
  public var closed: V.Bits { waiting - (open - calledFor) - forInterrupt }

  /// Which of the threads that wait for a deleted one return, and with what. (U12, U13)
  @inlinable
  func ended(
    _ unheard: V.Bits, _ alone: V.Bits, _ done: inout Deliveries<V, threads>,
    _ profile: IPCProfile
  ) -> V.Bits {
    var ended = V.Bits.empty
    switch profile.sendersToDeleted {
    case .notExistent: done.end(unheard, ErrorCode.notExistent.atSender)
    case .cancelled: done.end(unheard, ErrorCode.cancelled.atSender)
    case .stay: break
    }
    if profile.sendersToDeleted != .stay { ended |= unheard }
    if profile.receiversFromDeleted == .notExistent {
      let calls = alone - calledFor
      done.end(calls, ErrorCode.notExistent.rawValue)
      ended |= calls
    }
    return ended
  }
}
