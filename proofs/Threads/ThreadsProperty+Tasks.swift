import ClansAndChiefs
import Logic
import Proving
import Threads
import Vocabulary

// What task_new, lthread_ex_regs and exceptions do, and what they leave alone.
extension ThreadsTransition {
  /// Versions are not stored, but which references are to former incarnations: those to threads of a
  /// task become so when its version changes, and stay so.
  @inlinable
  func checkIDsAreUniqueInTime(_ part: Part<V>) {
    let stale = universe.members(of: renewed)
    var setPager = universe.roster.first.union(over: renewed)
    var setPreempter = V.Bits.empty
    var setExternal = V.Bits.empty
    switch step {
    case .exRegs(let change, by: _):
      if change.pager != nil || outcome == .exRegs(.created) { setPager |= change.target }
      if change.preempter != nil || outcome == .exRegs(.created) { setPreempter |= change.target }
    case .threadSchedule(let destination, setting: _, externalPreempter: let new, by: _):
      if new != nil { setExternal = destination.who }
    case .taskNew, .threadSwitch, .exception, .loadExceptionTable, .wait, .wake, .transfer, .tick:
      break
    }
    func check(
      _ named: Table<V, Thread, threads>, _ old: V.Bits, _ new: V.Bits, setting: V.Bits,
      _ says: StaticString
    ) {
      let valid = named.ids(meeting: stale) - new
      let revived = (old - new) & before.existing & after.existing - setting - stale
      part(says, valid | revived)
    }
    check(
      after.pager, before.formerPager, after.formerPager, setting: setPager,
      "a pager of a former incarnation remains so")
    check(
      after.preempter, before.formerPreempter, after.formerPreempter, setting: setPreempter,
      "so does an internal preempter")
    check(
      after.externalPreempter, before.formerExternalPreempter, after.formerExternalPreempter,
      setting: setExternal, "so does an external preempter")
  }

  @inlinable
  func checkExRegsStaysInTheTask(_ part: Part<V>) {
    guard case .exRegs(_, by: let invoker) = step else { return }
    let own = universe.members(of: universe.task(of: invoker))
    part("no other task's thread changes", (changed | outdated) - own)
    part("no other task's thread becomes ready, or waits", (before.ready ^ after.ready) - own)
  }

  @inlinable
  func checkOnlyChiefsEndTasks(_ part: Part<V>) {
    guard case .taskNew(let destination, _, by: let invoker) = step else {
      part("only task_new changes tasks", changedTasks)
      return
    }
    guard !isRefusal else { return }
    let task = destination.who
    let isChief = before.clans.chief(of: task) == universe.task(of: invoker)
    part("it is the chief who does it", task.when(!isChief))
    part("the task is one of now", task.when(destination.isFormer))
    var expected = task
    for other in 0..<tasks {
      let name = V.Bits(id: other)
      let isBelow = !(before.clans.above(name) & task).isEmpty
      expected |= (before.clans.active & name).when(isBelow)
    }
    let threads = universe.members(of: expected)
    part("all below end", after.clans.active & (expected - task))
    part("their threads are gone", after.existing & universe.members(of: expected - task))
    part("nobody else ends", (before.clans.active - after.clans.active) - expected)
    part("no other thread changes", changed - threads)
    part("no other thread becomes ready, or waits", (before.ready ^ after.ready) - threads)
  }

  @inlinable
  func checkExRegsSetsWhatIsGiven(_ part: Part<V>) {
    guard case .exRegs(let change, by: let invoker) = step, !isRefusal else { return }
    let target = change.target
    part("nobody else changes", (changed | outdated) - target)
    part("the target exists", target - after.existing)
    if let registers = change.registers {
      part("the registers are those given", target.when(after.registers[at: target] != registers))
      part("the target is not shut down", target & after.halted)
      if universe.profile.schedules {
        part("a thread that was shut down is ready", (target & before.halted) - after.ready)
      }
    } else {
      let isSame = after.registers[at: target] == before.registers[at: target]
      part("the registers stay", target.when(!isSame))
      part("who is shut down remains so", (target & before.halted) - after.halted)
    }
    if let pager = change.pager {
      part("the pager is the one given", after.pager[at: target] ^ pager.who)
    }
    if let preempter = change.preempter {
      part("the preempter is the one given", after.preempter[at: target] ^ preempter.who)
    }
    let isLike =
      after.priority[at: target] == after.priority[at: invoker]
      && after.slice[at: target] == after.slice[at: invoker]
    if outcome == .exRegs(.created) {
      part("a new thread has priority and slice of its creator", target.when(!isLike))
      if universe.profile.schedules { part("a new thread is ready", target - after.ready) }
    }
  }

  @inlinable
  func checkNewTasksBegin(_ part: Part<V>) {
    guard case .taskNew(let destination, let new, by: let invoker) = step, !isRefusal else {
      return
    }
    let task = destination.who
    let members = universe.members(of: task)
    guard case .active(let limit, let registers, let pager) = new else {
      part("an inactive task has no thread", after.existing & members)
      part("an inactive task is inactive", after.clans.active & task)
      return
    }
    let first = universe.roster.first[at: task]
    let creator = universe.task(of: invoker)
    part("it is active", task - after.clans.active)
    part("its chief is the creator", after.clans.chief(of: task) ^ creator)
    part("it has lthread 0 only", (after.existing & members) ^ first)
    let hasLimit = after.mcp[at: task] == V.Count.least(limit, before.mcp[at: creator])
    part("its mcp is that given, but no more than the creator's", task.when(!hasLimit))
    part("the pager is the one given", after.pager[at: first] ^ pager.who)
    let isLike =
      after.priority[at: first] == after.priority[at: invoker]
      && after.slice[at: first] == after.slice[at: invoker]
      && after.registers[at: first] == registers
    part("its thread has priority and slice of the creator", first.when(!isLike))
    if universe.profile.schedules { part("its thread is ready", first - after.ready) }
  }

  @inlinable
  func checkExceptionsAreLocal(_ part: Part<V>) {
    guard case .exception(in: let thread, let handler) = step else { return }
    part("nobody else changes", (changed | outdated) - thread)
    part("nobody else becomes ready, or waits", (before.ready ^ after.ready) - thread)
    part("no task changes", changedTasks)
    if outcome == .exception(.mirrored) {
      part("the thread is in its handler", thread.when(after.registers[at: thread] != handler))
      part("it goes on", thread & after.halted)
    } else {
      part("without a handler it is shut down", thread - after.halted)
      part("who is shut down does not run", thread & after.ready)
    }
  }

  @inlinable
  func checkRefusalChangesNothing(_ part: Part<V>) {
    guard isRefusal else { return }
    part("no thread changes", changed | outdated)
    part("no task changes", changedTasks)
    part("nobody is scheduled otherwise", rescheduled)
  }
}
