import ClansAndChiefs
import Logic
import Threads
import Vocabulary

extension Rendezvous {
  /// A page fault at user level: the kernel calls the pager for the thread. (PF-1 to PF-5)
  ///
  /// The thread is ready, and goes on with the same instruction when the pager has answered.
  @inlinable
  public mutating func fault<let tasks: Int>(
    of thread: V.Bits, writes: V.Truth, in world: World<V, threads, tasks>
  ) -> Deliveries<V, threads> {
    guard let done = askPager(of: thread, writes, in: world) else {
      if world.profile.missingPager != .retries { stuck |= thread }  // PF-9, U27
      return Deliveries()
    }
    return done
  }

  /// The slice of a thread has ended: the kernel calls its preempter, if it has one. (PR-1, PR-2, U28)
  @inlinable
  public mutating func preempt<let tasks: Int>(
    _ thread: V.Bits, in world: World<V, threads, tasks>
  ) -> Deliveries<V, threads> {
    let isFormer = world.formerPreempter.contains(thread)
    let done = ask(world.preempter[at: thread], isFormer, for: thread, writes: nil, in: world)
    return done ?? Deliveries()
  }

  /// A page fault inside of a transfer: the thread whose page it is asks its own pager, for as long as
  /// the other one allows. (IPC-35, PF-13)
  @inlinable
  mutating func fault<let tasks: Int>(
    of thread: V.Bits, inTransferWith other: V.Bits, writes: V.Truth,
    in world: World<V, threads, tasks>
  ) -> Deliveries<V, threads> {
    let isAllowed = V.holds(
      faultTimeout(of: thread) != V.Count(1), "the other side allows page faults")
    guard isAllowed else { return endByFault(thread, other, in: world) }
    // PF-9: where there is nobody to ask, there is nobody to wait for.
    return askPager(of: thread, writes, in: world) ?? abort(thread, in: world)
  }

  @inlinable
  mutating func askPager<let tasks: Int>(
    of thread: V.Bits, _ writes: V.Truth, in world: World<V, threads, tasks>
  ) -> Deliveries<V, threads>? {
    ask(
      world.pager[at: thread], world.formerPager.contains(thread), for: thread, writes: writes,
      in: world)
  }

  /// The kernel sends a message for a thread, and then waits for the answer; nil where there is nobody
  /// to ask. It is an ordinary ipc of the thread. Of a preemption there is nothing to be written.
  /// (PF-7, PF-9, PF-10, PR-1)
  @inlinable
  mutating func ask<let tasks: Int>(
    _ asked: V.Bits, _ isFormer: V.Truth, for thread: V.Bits, writes: V.Truth?,
    in world: World<V, threads, tasks>
  ) -> Deliveries<V, threads>? {
    var receiver = asked
    if world.clansProfile.pageFaults == .redirected {
      receiver = world.route(from: thread, to: asked).receiver  // U26
    }
    let isThere =
      world.addressable.contains(receiver) && asked != thread && !asked.isEmpty && !isFormer
    guard V.holds(isThere, "there is somebody to ask") else { return nil }
    if let writes {
      paging |= thread
      writing |= thread.when(writes)
    } else {
      preempting |= thread
    }
    self.asked.insert(asked, intoRowsOf: thread)
    if V.holds(accepts(receiver, from: thread), "the one that is asked waits") {
      meet(thread, receiver)
      return end(from: thread, to: receiver, .ok, in: world)
    }
    enqueue(thread, at: receiver)
    deadline.set(faultTimeout(of: thread), at: thread)
    return Deliveries()
  }

  /// How long a call of the kernel for a thread may take in each of its phases: for ever at user
  /// level, and what the other side of the transfer says inside of one. (PF-4, IPC-35)
  @inlinable
  public func faultTimeout(of thread: V.Bits) -> V.Count {
    let other = peer[at: thread]
    return receiveFaultTimeout[at: other].when(sending.contains(thread))
      | sendFaultTimeout[at: other].when(receiving.contains(thread))
  }

  /// A transfer ends because the pager of `thread` took longer than `other` allows. (IPC-42, U22)
  @inlinable
  mutating func endByFault<let tasks: Int>(
    _ thread: V.Bits, _ other: V.Bits, in world: World<V, threads, tasks>
  ) -> Deliveries<V, threads> {
    let isOfSender = V.holds(sending.contains(thread), "it is the sender that faults")
    let hasAsked = (waiting & calledFor).contains(thread)
    let code: ErrorCode
    switch world.profile.faultTimeoutCode {
    case .byTimeout: code = isOfSender ? .receivePageFaultTimeout : .sendPageFaultTimeout
    case .byPlace: code = isOfSender ? .sendPageFaultTimeout : .receivePageFaultTimeout
    case .byPhase:
      code =
        V.holds(hasAsked, "the pager has been asked")
        ? .receivePageFaultTimeout : .sendPageFaultTimeout
    }
    return endEarly(thread | other, code, in: world)
  }

  /// The transfer of `thread` ends from outside: both partners are told. (IPC-60, EX4, TN10)
  @inlinable
  mutating func abort<let tasks: Int>(
    _ thread: V.Bits, in world: World<V, threads, tasks>
  ) -> Deliveries<V, threads> {
    endEarly(thread | peer[at: thread], .aborted, in: world)
  }

  /// Transfers end before the message has moved; the kernel's calls inside of them are abandoned. What
  /// has moved is not defined, and nothing is told of it. (IPC-42)
  @inlinable
  mutating func endEarly<let tasks: Int>(
    _ threads: V.Bits, _ code: ErrorCode, in world: World<V, threads, tasks>
  ) -> Deliveries<V, threads> {
    var done = Deliveries<V, threads>()
    done.end(threads & sending, code.atSender)
    done.end(threads & receiving, code.rawValue)
    pair(threads, &done)
    clear(threads)
    return done
  }
}
