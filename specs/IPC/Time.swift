import ClansAndChiefs
import Logic
import Threads
import Vocabulary

// Time is the least that shows what timeouts promise: ticks, and a timeout that passes before the
// next tick once its time has come, never sooner. (IPC-36, T-IPC8)
extension Rendezvous {
  /// The threads whose timeout has come.
  @inlinable
  public var due: V.Bits { deadline.ids(with: V.Count(1)) }

  /// A tick of the clock; no thread is due.
  @inlinable
  public mutating func tick() { deadline.decrement(at: deadline.ids(over: V.Count(1))) }

  /// The timeout of a thread passes: of its send phase, of its receive phase, or of a call to the pager
  /// inside of a transfer. (IPC-31, IPC-35, IPC-37)
  @inlinable
  public mutating func expire<let tasks: Int>(
    _ thread: V.Bits, in world: World<V, threads, tasks>
  ) -> Deliveries<V, threads> {
    if V.holds(calledFor.contains(thread), "the kernel calls the pager for it") {
      return endByFault(thread, peer[at: thread], in: world)
    }
    var done = Deliveries<V, threads>()
    done.end(thread & pending, ErrorCode.timeout.atSender)
    done.end(thread & waiting, ErrorCode.timeout.rawValue)
    clear(thread)
    return done
  }
}
