import ClansAndChiefs
import IPC
import Logic
import Proving
import Threads

// Who is in which state, with whom.
extension Rendezvous {
  @inlinable
  func checkEveryThreadInOneState<let tasks: Int>(
    _ world: World<V, threads, tasks>, _ part: Part<V>
  ) {
    part("who waits to send does not wait to receive", pending & waiting)
    part("who sends does not receive", sending & receiving)
    part("in a transfer only a pager is waited for", (transferring & (pending | waiting)) - paging)
    part(
      "who is stuck does nothing", stuck & (pending | waiting | transferring | calledFor))
    let partnered = partner.filled
    let queueless = world.profile.sendersToDeleted == .stay ? pending - calledFor : .empty
    part("who waits to send is in a queue", (pending - partnered) - queueless)
    part("nobody is in two queues", partner.crowded)
    part("only who waits is in a queue, or waits for somebody", partnered - (pending | waiting))
    part("who is blocked exists", blocked - world.existing)
    part("a queue is that of somebody", partner.union(over: pending) - world.addressable)
    // Not in section Q; the kernel looks for the message of one thread after the other.
    part("a receive phase that has begun is one", arriving - waiting)
    part("one receive phase begins at a time", arriving.when(V.Count(1) < arriving.count))
  }

  @inlinable
  func checkTransfersHaveTwoEnds(_ part: Part<V>) {
    part("who is in a transfer has a partner", peer.filled ^ transferring)
    part("nobody has two partners", peer.crowded)
    part("who is sent to receives", peer.union(over: sending) - receiving)
    part("who is received from sends", peer.union(over: receiving) - sending)
    var strange = V.Bits.empty
    for position in 0..<threads {
      let name = V.Bits(id: position)
      let back = peer.union(over: peer[row: position])
      strange |= (name & transferring).when(back != name)
    }
    part("the partner's partner is oneself", strange)
  }

  /// Said without the rule's own `matching`, so that it tells what that misses.
  @inlinable
  func checkNoMissedMatch(_ part: Part<V>) {
    var missed = V.Bits.empty
    for position in 0..<threads {
      let name = V.Bits(id: position)
      let isRequest = requests.contains(name)
      let to = partner[row: position] & (waiting - arriving)
      let visible = visible[row: position].when(!isRequest) | name.when(isRequest)
      let isOpen = (open - calledFor).contains(to)
      let isStale = former.contains(to) || (!isRequest && formerVisible.contains(name))
      let isMeant = partner.union(over: to) == visible && !isStale
      missed |= (pending & name).when(!to.isEmpty && (isOpen || isMeant))
    }
    part("no message waits for one who waits for it", missed)
    let takers = (((open | forInterrupt) & waiting) - calledFor) - arriving
    part("no interrupt is pending for one who waits for it", handler.union(over: raised) & takers)
  }

  @inlinable
  func checkTimeoutsOfWhoWaits(_ part: Part<V>) {
    let timed = deadline.filled
    part("a timeout runs for who waits", timed - ((pending | waiting) - arriving))
    part("a page fault outside of a transfer has no timeout", timed & (calledFor - transferring))
    part(
      "a receive phase to come has a timeout",
      receiveTimeout.filled - ((messages & receives) | (arriving - calledFor)))
  }

  @inlinable
  func checkQueuesAreInOrder(_ part: Part<V>) {
    var strange = V.Bits.empty
    var forgotten = V.Bits.empty
    var unordered = V.Bits.empty
    for position in 0..<threads {
      let name = V.Bits(id: position)
      let row = ahead[row: position]
      let queue = queue(of: partner[row: position]).when(pending.contains(name))
      strange |= row - (queue - name)
      forgotten |= ahead.union(over: row) - row
      for other in 0..<position {
        let areTogether = queue.contains(id: other)
        let isOneAhead = row.contains(id: other) != ahead[row: other].contains(name)
        unordered |= name.when(areTogether && !isOneAhead)
      }
    }
    part("ahead are others of the same queue", strange)
    part("who is ahead of one ahead is ahead", forgotten)
    part("of two in a queue one is ahead", unordered)
  }

  @inlinable
  func checkCallsOfTheKernel(_ part: Part<V>) {
    part("for whom the kernel calls, that one waits", calledFor - (pending | waiting))
    part("the kernel calls one at a time", paging & preempting)
    part("who is preempted is in no transfer", preempting & transferring)
    part("somebody is asked", asked.filled ^ calledFor)
    part("one is asked", asked.crowded)
    var oneself = V.Bits.empty
    var others = V.Bits.empty
    for position in 0..<threads {
      let name = V.Bits(id: position)
      oneself |= asked[row: position] & name
      others |= (name & calledFor & waiting).when(partner[row: position] != asked[row: position])
    }
    part("nobody is one's own pager", oneself)
    part("the answer is that of the one who was asked", others)
    part(
      "of which it is known whether it is of a former incarnation",
      (former ^ formerAsked) & calledFor & waiting)
    let impatient =
      (peer.ids(meeting: receiveFaultTimeout.ids(with: V.Count(1))) & sending)
      | (peer.ids(meeting: sendFaultTimeout.ids(with: V.Count(1))) & receiving)
    part("in a transfer the partner allows page faults", nested & impatient)  // IPC-35
    part("only a page fault is a write", writing - paging)
    part("only who is asked can be of a former incarnation", formerAsked - calledFor)
  }
}
