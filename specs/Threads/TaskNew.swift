import ClansAndChiefs
import Logic
import Vocabulary

/// What task_new is to make of a task number. (TN3, TN4)
public enum NewTask<V: Values>: Sendable {
  /// An active task: its lthread 0 begins with these registers, and this pager.
  case active(mcp: V.Count, registers: V.Count, pager: Reference<V>)
  /// An inactive one: only the right to create it, which goes to a task.
  case inactive(chief: Reference<V>)
}

/// The answer of task_new. What it deleted is to be forgotten by the other chapters too.
public struct TaskNewResult<V: Values>: Sendable {
  public var outcome: ClanCase
  /// The tasks that were deleted: their address spaces are to be flushed. (TN7, AS16)
  public var deletedTasks = V.Bits.empty
  /// The threads that were deleted, whatever they were doing. (TN10, TN11)
  public var deletedThreads = V.Bits.empty
  /// All threads, existing or not, whose ids until now are of a former incarnation. (A6, TN12)
  public var stale = V.Bits.empty
  /// The lthread 0 that was created, and is ready.
  public var created = V.Bits.empty

  @inlinable
  init(_ outcome: ClanCase) { self.outcome = outcome }
}

extension Threads {
  /// task_new: deletes a task, if it is active, with its clan and all clans below, and makes an active
  /// task or an inactive one of the number. Only the chief may; of an id of a former incarnation
  /// nobody is the chief. (TN1–TN9)
  @inlinable
  public mutating func taskNew(
    _ destination: Reference<V>, _ new: NewTask<V>, by invoker: V.Bits,
    roster: Roster<V, threads, tasks>, profile: ThreadsProfile, clansProfile: ClansProfile
  ) -> TaskNewResult<V> {
    let task = destination.current
    let creator = roster.task[at: invoker]
    let ending = clans.ending(with: task)
    let renewed = clans.renewed(with: task)
    var result = TaskNewResult<V>(
      change(task, new, by: creator, clansProfile))
    guard !result.outcome.isRefusal else { return result }  // TN2, TN4, TN6

    result.deletedTasks = ending
    result.stale = roster.members.union(over: renewed)
    result.deletedThreads = result.stale & existing
    mcp.set(V.Count(0), at: ending)
    forget(result.deletedThreads, profile: profile)
    outdate(result.stale)

    if case .active(let limit, let registers, let pager) = new {
      let first = roster.first[at: task]
      mcp.set(V.Count.least(mcp[at: creator], limit), at: task)  // TN3
      activate(first, like: invoker)
      self.registers.set(registers, at: first)
      setPager(of: first, to: pager)
      outdate(pager.who & result.stale)
      makeReady(first, profile: profile)
      result.created = first
    }
    return result
  }

  /// What task_new does to the tree, and whether it may.
  @inlinable
  mutating func change(
    _ task: V.Bits, _ new: NewTask<V>, by creator: V.Bits, _ profile: ClansProfile
  ) -> ClanCase {
    switch new {
    case .active: clans.create(task, by: creator, profile)
    case .inactive(let chief):
      clans.donate(
        task, by: creator, to: profile.donation == .toActive ? chief.current : chief.who, profile)
    }
  }

  /// Threads exist no more, though their tasks go on. (U27)
  @inlinable
  public mutating func end(_ threads: V.Bits, profile: ThreadsProfile) {
    forget(threads, profile: profile)
    outdate(threads)
  }

  /// Nothing is left of these threads. If somebody runs in the time slice of one of them, that ends.
  /// No call deletes threads in another way. (TN7, EX12)
  @inlinable
  mutating func forget(_ deleted: V.Bits, profile: ThreadsProfile) {
    block(deleted, profile: profile)
    release(unless: (spending & deleted).isEmpty)
    existing -= deleted
    halted -= deleted
    handlesExceptions -= deleted
    pager.clearRows(of: deleted)
    preempter.clearRows(of: deleted)
    externalPreempter.clearRows(of: deleted)
    formerPager -= deleted
    formerPreempter -= deleted
    formerExternalPreempter -= deleted
    registers.set(V.Count(0), at: deleted)
    priority.set(V.Count(0), at: deleted)
    slice.set(V.Count(0), at: deleted)
    remaining.set(V.Count(0), at: deleted)
  }
}
