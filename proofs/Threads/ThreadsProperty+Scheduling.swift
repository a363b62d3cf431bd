import Logic
import Proving
import Threads
import Vocabulary

// Who runs, and for how long.
extension ThreadsTransition {
  @inlinable
  func checkPriorityIsControlled(_ part: Part<V>) {
    let old = before.existing & after.existing - universe.members(of: renewed)
    let differ = differences(before.priority, after.priority) & old
    guard case .threadSchedule(let destination, _, _, by: let invoker) = step else {
      part("only thread_schedule changes a priority", differ)
      return
    }
    let limit = before.mcp[at: universe.task(of: invoker)]
    let touched = (changed | outdated | (before.ready ^ after.ready)) & old
    part("only the destination's", differ - destination.current)
    part("of a thread under the mcp", touched & before.priority.ids(over: limit))
    part("and not over the mcp", differ & after.priority.ids(over: limit))
  }

  /// The thread that has the processor because the invoker, or the sender of a message, gave it to it.
  @inlinable
  var switchedTo: V.Bits {
    switch step {
    case .threadSwitch(to: let destination, by: _):
      outcome == .threadSwitch(.switched) ? destination.current : .empty
    case .transfer(from: _, to: let receiver, waits: _, let switches): receiver.when(switches)
    case .taskNew, .exRegs, .threadSchedule, .exception, .loadExceptionTable, .wait, .wake, .tick:
      .empty
    }
  }

  /// The thread whose time slice ends: it is used up, or given up; or it is taken from its owner, or
  /// the owner is deleted, while somebody runs in it.
  @inlinable
  var ended: V.Bits {
    switch step {
    case .threadSwitch(to: _, by: let invoker):
      outcome == .threadSwitch(.yielded) ? invoker : .empty
    case .tick:
      (before.spending & before.remaining.ids(with: V.Count(1)))
        - before.slice.ids(with: Threads<V, threads, tasks>.endless)
    case .threadSchedule: before.spending & after.slice.ids(with: V.Count(0))
    case .taskNew: before.spending & universe.members(of: renewed)
    case .exRegs, .exception, .loadExceptionTable, .wait, .wake, .transfer: .empty
    }
  }

  /// The thread that ran, if it has lowered its priority.
  @inlinable
  var lowered: V.Bits {
    guard case .threadSchedule = step else { return .empty }
    return before.running & increases(after.priority, before.priority)
  }

  @inlinable
  func checkTheHighestIsChosen(_ part: Part<V>) {
    guard universe.profile.schedules else { return }
    let running = after.running
    let isSwitched = !running.isEmpty && running == switchedTo
    let isSame = running == before.running && after.spending == before.spending
    let isReleased = !(ended | lowered).isEmpty
    let chosen = running.when(!isSwitched && (!isSame || isReleased))
    let level = after.priority[at: running]
    let higher = after.queued & after.priority.ids(over: level)
    part("nobody ready has a higher priority", chosen.when(!higher.isEmpty))
    part("it is the first of its ring", chosen.when(!after.ahead[at: running].isEmpty))
    part("it runs in its own slice", chosen.when(after.spending != running))
    part(
      "who becomes ready with a higher priority need not wait",
      (after.ready - before.ready) & higher)
    let lost = (before.running & after.ready) - running
    part(
      "who has the processor loses it to a higher priority only",
      lost.when(!isSwitched && !isReleased && level <= after.priority[at: lost]))
    if case .tick = step {
      let endless = after.slice.ids(with: Threads<V, threads, tasks>.endless)
      part(
        "nobody is overtaken for more than a tick, but in a donated slice with an end",
        higher.when(running == after.spending || !(after.spending & endless).isEmpty))
    }
  }

  @inlinable
  func checkRingsGoRound(_ part: Part<V>) {
    let moved = differences(before.priority, after.priority) | universe.members(of: renewed)
    let stay = (before.queued & after.queued) - moved
    let ended = ended
    var overtaking = V.Bits.empty
    var behindNew = V.Bits.empty
    var notLast = V.Bits.empty
    for thread in 0..<threads {
      let name = V.Bits(id: thread)
      let overtaken = before.ahead[row: thread] & stay - after.ahead[row: thread] - ended
      overtaking |= (name & stay).when(!overtaken.isEmpty)
      let entered = after.ahead[row: thread] - stay
      behindNew |= (name & stay - ended).when(!entered.isEmpty)
      let ring = after.queued & after.priority.ids(with: after.priority[row: thread])
      notLast |= (name & ended & after.queued).when(ring - name != after.ahead[row: thread])
    }
    part("nobody is overtaken whose slice has not ended", overtaking)
    part("who enters a ring is the last", behindNew)
    part("whose slice has ended is the last", notLast)
  }

  @inlinable
  func checkTimeIsConserved(_ part: Part<V>) {
    guard universe.profile.schedules else { return }
    let old = before.existing & after.existing - universe.members(of: renewed)
    let ended = ended
    let fresh = increases(before.remaining, after.remaining) & old
    part("only who is chosen gets a slice", fresh - (after.running & after.spending))
    part(
      "nobody gets a slice who has one",
      fresh - before.remaining.ids(with: V.Count(0)) - ended)
    var less = increases(after.remaining, before.remaining) & old
    var wrong = V.Bits.empty
    switch step {
    case .tick:
      let used = before.spending - before.slice.ids(with: Threads<V, threads, tasks>.endless)
      less -= used
      for thread in 0..<threads {
        let name = V.Bits(id: thread)
        let left = before.remaining[row: thread] &- V.Count(1)
        let isFresh = (ended & after.running).contains(name)
        let expected = left.when(!isFresh) | after.slice[row: thread].when(isFresh)
        wrong |= (used & name).when(after.remaining[row: thread] != expected)
      }
      part("a tick is taken from the slice in use", wrong)
    case .threadSwitch: less -= ended
    case .threadSchedule(let destination, _, _, by: _):
      less = (less - destination.current) | (destination.current & fresh & less)
    case .taskNew, .exRegs, .exception, .loadExceptionTable, .wait, .wake, .transfer: break
    }
    part("nothing else is taken", less)
  }

  @inlinable
  func checkSwitchesDonate(_ part: Part<V>) {
    guard case .threadSwitch(to: let destination, by: let invoker) = step else { return }
    guard universe.profile.schedules else { return }
    part("the invoker stays ready", invoker - after.ready)
    part("nobody else becomes ready, or waits", before.ready ^ after.ready)
    let isReady = before.ready.contains(destination.current)
    if outcome == .threadSwitch(.switched) {
      part("the destination runs", after.running ^ destination.current)
      part("only to who is ready", destination.who.when(!isReady))
      part("in the invoker's slice", before.spending ^ after.spending)
      part("of which nothing is lost", differences(before.remaining, after.remaining))
      part("it stays where it was in its ring", rescheduled - (before.running | after.running))
    } else {
      part("only from who is not ready", destination.who.when(isReady))
    }
  }
}
