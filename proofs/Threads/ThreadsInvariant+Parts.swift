import ClansAndChiefs
import Logic
import Proving
import Threads
import Vocabulary

extension Threads {
  /// The threads of which anything is known that only an existing one can have.
  @inlinable
  var marked: V.Bits {
    var marked = halted | handlesExceptions | ready | running | spending
    marked |= formerPager | formerPreempter | formerExternalPreempter
    marked |= registers.ids(over: V.Count(0)) | priority.ids(over: V.Count(0))
    marked |= slice.ids(over: V.Count(0)) | remaining.ids(over: V.Count(0))
    for thread in 0..<threads {
      let named = pager[row: thread] | preempter[row: thread] | externalPreempter[row: thread]
      marked |= V.Bits(id: thread).when(!(named | ahead[row: thread]).isEmpty)
    }
    return marked
  }

  @inlinable
  func checkActiveTasksHaveThreads(
    _ universe: ThreadsUniverse<V, threads, tasks>, _ part: Part<V>
  ) {
    let firsts = universe.roster.first.union(over: clans.active)
    part("lthread 0 of an active task exists", firsts - existing)
    part("a thread's task is active", existing - universe.members(of: clans.active))
    part("an inactive thread has nothing", marked - existing)
    // Not in section Q.
    part("an inactive task has no mcp", mcp.ids(over: V.Count(0)) - clans.active)
  }

  @inlinable
  func checkMCPGoesDown(_ part: Part<V>) {
    var over = V.Bits.empty
    for task in 0..<tasks {
      let highest = mcp.largest(of: clans.below[row: task])
      over |= V.Bits(id: task).when(!(highest <= mcp[row: task]))
    }
    part("nobody below has a higher mcp", over)
  }

  @inlinable
  func checkIDsAreOfNow(
    _ universe: ThreadsUniverse<V, threads, tasks>, _ part: Part<V>
  ) {
    func check(_ named: Table<V, Thread, threads>, _ former: V.Bits, _ says: StaticString) {
      var wrong = V.Bits.empty
      for thread in 0..<threads {
        let row = named[row: thread]
        let name = V.Bits(id: thread)
        let isOfNobody = former.contains(name) && row.isEmpty
        wrong |= name.when(isOfNobody || !(row.count <= V.Count(1)))
      }
      part(says, wrong)
    }
    check(pager, formerPager, "a pager is one thread, and nobody is not former")
    check(preempter, formerPreempter, "an internal preempter is the same")
    check(
      externalPreempter, formerExternalPreempter, "an external preempter is the same")
  }

  @inlinable
  func checkRingsAreOrders(_ part: Part<V>) {
    let queued = queued
    var stray = V.Bits.empty
    var otherRing = V.Bits.empty
    var ofItself = V.Bits.empty
    var unordered = V.Bits.empty
    var forgotten = V.Bits.empty
    for thread in 0..<threads {
      let row = ahead[row: thread]
      let name = V.Bits(id: thread)
      let ring = (queued & priority.ids(with: priority[row: thread])).when(queued.contains(name))
      stray |= row - queued
      otherRing |= name.when(!(row - ring).isEmpty)
      ofItself |= row & name
      for other in 0..<thread {
        let isBehind = row.contains(id: other)
        let isAhead = ahead[row: other].contains(name)
        unordered |= name.when(ring.contains(id: other) && isBehind == isAhead)
      }
      forgotten |= name.when(!(ahead.union(over: row) - row).isEmpty)
    }
    part("who is not ready is ahead of nobody", stray)
    part("only threads of the same priority are ahead, and of who is ready", otherRing)
    part("nobody is ahead of itself", ofItself)
    part("of two of the same priority one is ahead", unordered)
    part("who is ahead of somebody ahead is ahead", forgotten)
  }

  @inlinable
  func checkOneRuns(_ universe: ThreadsUniverse<V, threads, tasks>, _ part: Part<V>) {
    guard universe.profile.schedules else {
      part(
        "nothing is kept of what is not scheduled",
        ready | running | spending | ahead.union | remaining.ids(over: V.Count(0)))
      return
    }
    let isIdle = running.isEmpty
    part("one at most runs", running.when(!(running.count <= V.Count(1))))
    part("who runs is ready", running - ready)
    part("somebody runs if somebody can", queued.when(isIdle))
    part("who is shut down is not ready", ready & halted)
    part("who runs does so in one time slice", running.when(spending.count != V.Count(1)))
    part("nobody runs in the slice of nobody", spending.when(isIdle))
    part("something is left of the slice", spending & remaining.ids(with: V.Count(0)))
  }

  @inlinable
  func checkSlicesAreBounded(_ part: Part<V>) {
    var over = V.Bits.empty
    for thread in 0..<threads {
      over |= V.Bits(id: thread).when(!(remaining[row: thread] <= slice[row: thread]))
    }
    part("no more is left than the length", over)
  }
}
