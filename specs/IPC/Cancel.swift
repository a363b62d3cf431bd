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
  ///
  /// They are all threads of the task numbers that task_new changed, existing or not: whatever has
  /// their ids has ids of a former incarnation now.
  @inlinable
  public mutating func remove<let tasks: Int>(
    _ deleted: V.Bits, in world: World<V, threads, tasks>
  ) -> Deliveries<V, threads> {
    var done = Deliveries<V, threads>()
    let concerned = partner.ids(meeting: deleted) - deleted
    let lost = concerned & calledFor & hopeless(world.profile)
    let orphans = peer.ids(meeting: deleted) | (lost & transferring)
    let aborted = (orphans | peer.union(over: orphans)) - deleted
    done.end(aborted & sending, ErrorCode.aborted.atSender)
    done.end(aborted & receiving, ErrorCode.aborted.rawValue)
    pair(aborted | deleted, &done)

    let calls = concerned - calledFor
    let ended = calls & hopeless(world.profile)
    done.end(
      ended & pending,
      world.profile.sendersToDeleted == .cancelled
        ? ErrorCode.cancelled.atSender : ErrorCode.notExistent.atSender)
    done.end(ended & waiting, ErrorCode.notExistent.rawValue)

    leaveQueues(calls - ended)
    clear(deleted | aborted | ended)
    done.resumed |= lose(lost - aborted, world.profile)
    release(handler.ids(meeting: deleted))  // TN11
    outdate(deleted)
    return done
  }

  /// The threads that do not go on waiting if the one that they wait for is deleted: who would ask a
  /// pager that is no more is told in any case. (U12, U13, PF-9)
  @inlinable
  func hopeless(_ profile: IPCProfile) -> V.Bits {
    let senders = profile.sendersToDeleted == .stay ? pending & calledFor : pending
    return profile.receiversFromDeleted == .stay ? senders : senders | waiting
  }

  /// Threads whose receiver was deleted wait in nobody's queue, where the profile has them stay.
  @inlinable
  mutating func leaveQueues(_ threads: V.Bits) {
    let senders = threads & pending
    ahead.remove(senders)
    ahead.clearRows(of: senders)
    partner.clearRows(of: senders)
  }

  /// Calls of the kernel for threads at user level fail: the threads whose preempter was to be told
  /// go on, and are returned; the others cannot, or try again. (PF-9, PR-2, U27)
  @inlinable
  mutating func lose(_ threads: V.Bits, _ profile: IPCProfile) -> V.Bits {
    let goOn = profile.missingPager == .retries ? threads : threads & preempting
    leaveCalls(of: threads)
    stuck |= threads - goOn
    return goOn
  }

  /// Ids of threads are of a former incarnation from now on. (A6)
  @inlinable
  mutating func outdate(_ deleted: V.Bits) {
    former |= waiting & partner.ids(meeting: deleted)
    formerNamed |= named.ids(meeting: deleted)
    formerVisible |= visible.ids(meeting: deleted)
    formerAsked |= asked.ids(meeting: deleted)
  }
}
