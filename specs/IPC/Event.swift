import ClansAndChiefs
import Logic
import Threads
import Vocabulary

/// Whatever can happen in this chapter, one rule each.
public enum Event<V: Values>: Sendable {
  /// A ready thread calls ipc. (IPC-1)
  case ipc(Call<V>)
  /// A thread whose receive phase has begun looks for a message: a part of another event. (IPC-16)
  case beginReceive(V.Bits)
  /// The next part of a message is copied. (IPC-62)
  case copy(from: V.Bits, senderFaults: V.Truth, receiverFaults: V.Truth)
  /// A ready thread has a page fault. (PF-1)
  case fault(V.Bits, writes: V.Truth)
  /// The time slice of a ready thread has ended, outside of a tick. (PR-1)
  case preempt(V.Bits)
  /// An interrupt of a source occurs. (INT-1)
  case interrupt(V.Bits)
  /// lthread_ex_regs reaches a thread. (EX4)
  case cancel(V.Bits)
  /// Threads are deleted. (TN10)
  case remove(V.Bits)
  /// The clock ticks; with it, the time slice of a ready thread may end.
  case tick(ending: V.Bits)
  /// The timeout of a thread passes. (IPC-36)
  case expire(V.Bits)
  /// Something of another chapter.
  case nothing
}

extension Rendezvous {
  /// Runs the rule of an event. Afterwards receive phases may have begun: see `settle`.
  @inlinable
  public mutating func perform<let tasks: Int>(
    _ event: Event<V>, in world: World<V, threads, tasks>, give: Give<V>
  ) -> Deliveries<V, threads> {
    switch event {
    case .ipc(let call): return ipc(call, in: world, give: give)
    case .beginReceive(let thread): return beginReceive(thread, in: world, give: give)
    case .copy(from: let sender, let senderFaults, let receiverFaults):
      return copy(
        from: sender, senderFaults: senderFaults, receiverFaults: receiverFaults, in: world,
        give: give)
    case .fault(let thread, let writes): return fault(of: thread, writes: writes, in: world)
    case .preempt(let thread): return preempt(thread, in: world)
    case .interrupt(let source): return interrupt(source)
    case .cancel(let thread): return cancel(thread, in: world)
    case .remove(let deleted): return remove(deleted, in: world)
    case .tick(ending: let thread):
      tick()
      guard V.holds(!thread.isEmpty, "a time slice ends") else { return Deliveries() }
      return preempt(thread, in: world)
    case .expire(let thread): return expire(thread, in: world)
    case .nothing: return Deliveries()
    }
  }
}
