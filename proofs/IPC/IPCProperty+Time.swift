import ClansAndChiefs
import IPC
import Logic
import Proving
import Threads
import Vocabulary

// Timeouts, and the order in which threads are served.
extension IPCTransition {
  /// The threads whose send phase may not wait.
  @inlinable
  var hasteToSend: V.Bits { caller.when((call?.send?.timeout ?? V.Count(0)) == V.Count(1)) }

  /// The threads whose receive phase may not wait.
  @inlinable
  var hasteToReceive: V.Bits {
    before.receiveTimeout.ids(with: V.Count(1))
      | caller.when((call?.receive?.timeout ?? V.Count(0)) == V.Count(1))
  }

  /// The thread whose timeout passes in this step.
  @inlinable
  var expired: V.Bits {
    if case .expire(let thread) = event { thread & before.due } else { .empty }
  }

  @inlinable
  func checkTimeoutsAreLimits(_ part: Part<V>) {
    let timeouts = returned(.timeout)
    let timeoutsAtSender = returned(.timeout, atSender: true)
    let isNoCall = V.Truth(call?.send == nil && call?.receive == nil)
    part(
      "a send timeout is over, or zero",
      timeoutsAtSender - (expired & before.pending) - hasteToSend)
    part(
      "a receive timeout is over, or zero",
      timeouts - (expired & before.waiting) - hasteToReceive - caller.when(isNoCall))  // U18
    part("no transfer had begun to be sent", timeoutsAtSender & (before.transferring | senders))
    part("or received", timeouts & (before.receiving | receivers))
    part("whose transfer ended has sent", (timeouts & before.sending) - senders)
    // The rest is about time itself.
    let still = (before.pending & after.pending) | (before.waiting & after.waiting)
    let waits = still - before.arriving - after.arriving
    var different = V.Bits.empty
    for position in 0..<threads {
      let old = before.deadline[row: position]
      let new = after.deadline[row: position]
      let isOver = V.Count(1) < old
      var expected = old
      if case .tick = event { expected = old &- V.Count(1).when(isOver) }
      different |= V.Bits(id: position).when(new != expected)
    }
    part("time runs by ticks", waits & different)
  }

  @inlinable
  func checkTicksPassNoTimeout(_ part: Part<V>) {
    guard case .tick = event else { return }
    part("a timeout that has come passes before the clock ticks", before.due)
  }

  @inlinable
  func checkZeroNeverWaits(_ part: Part<V>) {
    let began =
      (after.pending - before.pending) | ((after.waiting - after.arriving) - before.waiting)
      | ((after.waiting & before.arriving) - after.arriving)
    part("who begins to wait has time", began & after.due)
    part("who must not wait to send does not", hasteToSend & after.pending)
    part(
      "who must not wait to receive does not",
      (hasteToReceive & (after.waiting - after.arriving)) - after.calledFor)
  }

  @inlinable
  func checkFirstComeFirstServed(_ part: Part<V>) {
    // A page fault in a transfer that ends is served by nobody.
    let ended = before.requests & (done.returned | deleted)
    let met = ((after.sending - before.sending) | senders) - ended
    var overtaken = V.Bits.empty
    var reordered = V.Bits.empty
    var ahead = V.Bits.empty
    let newcomers = after.pending - before.pending
    for position in 0..<threads {
      let name = V.Bits(id: position)
      let row = before.ahead[row: position]
      // Who was served although others of the same queue, whom the receiver would take, were ahead?
      let receiver = before.partner[row: position].when(before.pending.contains(name))
      let hasMet = met.contains(name) && !receiver.isEmpty
      let queue = after.pending & before.pending & before.partner.ids(meeting: receiver)
      let rivals = queue & taken(by: receiver, like: name)
      var first = row
      if world.profile.queueOrder == .priority {
        let own = world.priority[row: position]
        let higher = world.priority.ids(over: own)
        first = higher | (row & world.priority.ids(with: own))
      }
      overtaken |= name.when(hasMet && !(rivals & first).isEmpty)
      // The order of those who stay does not change, and who comes is last.
      let stays =
        (before.pending & after.pending & before.partner.ids(meeting: receiver))
        & after.partner.ids(meeting: after.partner[row: position])
      reordered |= (name & before.pending & after.pending).when(
        (row & stays) != (after.ahead[row: position] & stays))
      ahead |= (name & before.pending).when(!(after.ahead[row: position] & newcomers).isEmpty)
    }
    part("nobody overtakes", overtaken)
    part("a queue stays in order", reordered)
    part("who comes is last", ahead)
    let interruptible = before.handler.union(over: before.raised) & openReceptions
    part(
      "interrupts come before messages",
      interruptible & (served | (after.receiving - before.receiving)) - before.receiving)
  }

  /// Those whom a receiver would take as well as the one whom it has taken: everybody, if it waits for
  /// anybody; else who has the same name.
  @inlinable
  func taken(by receiver: V.Bits, like sender: V.Bits) -> V.Bits {
    // Of a receiver that is called for, the kernel's call is meant, not its own.
    let isOpen = (openReceptions - before.calledFor - done.resumed).contains(receiver)
    let visible = before.visibleID(of: sender)
    let alike =
      (before.visible.ids(meeting: visible) - before.formerVisible - before.calledFor)
      | (visible & before.calledFor)
    return before.pending.when(isOpen) | alike
  }

  @inlinable
  func checkFaultsHaveThePartnersTimeout(_ part: Part<V>) {
    let sends = (after.nested & after.pending) - before.pending
    let waits =
      (after.nested & after.waiting) - after.arriving - (before.waiting - before.arriving)
    var wrong = V.Bits.empty
    var allowed = V.Bits.empty
    for position in 0..<threads {
      let name = V.Bits(id: position)
      let isOther = after.deadline[row: position] != patience(name, after)
      wrong |= name.when(isOther)
      allowed |= name.when(patience(name, before) != V.Count(1))
    }
    part("it has the time that the partner gives", (sends | waits) & wrong)
    let late =
      returned(.sendPageFaultTimeout, .receivePageFaultTimeout)
      | returned(.sendPageFaultTimeout, .receivePageFaultTimeout, atSender: true)
    let isOver = !(expired & before.nested).isEmpty
    var isZero = V.Truth(false)
    if case .copy = event { isZero = !(asking - allowed).isEmpty }
    part("a transfer ends when that time is over", late.when(!isOver && !isZero))
    part("at both ends", late ^ (late & before.transferring))
  }

  /// How long the partner of a thread in a transfer lets its pager take. (IPC-35)
  @inlinable
  func patience(_ thread: V.Bits, _ state: Rendezvous<V, threads, sources>) -> V.Count {
    let other = state.peer[at: thread]
    return state.receiveFaultTimeout[at: other].when(state.sending.contains(thread))
      | state.sendFaultTimeout[at: other].when(state.receiving.contains(thread))
  }
}
