import Logic

/// What thread_schedule is asked to set, and tells of what was. (SC7)
public struct SchedulingParameters<V: Values>: Sendable {
  public var priority: V.Count
  /// In ticks: 0 is no slice of its own, `Threads.endless` an infinite one. (SC3)
  public var slice: V.Count

  @inlinable
  public init(priority: V.Count, slice: V.Count) {
    self.priority = priority
    self.slice = slice
  }
}

/// What thread_schedule came to.
public enum ThreadScheduleCase: Sendable, Hashable {
  case notExistent
  /// The destination has a priority that the invoker's task has no control of.
  case outOfReach
  /// The new priority is too high.
  case tooHigh
  /// The new priority is too high, but the external preempter was set. (U15)
  case onlyPreempter
  case done
}

/// The answer of thread_schedule.
public struct ThreadScheduleResult<V: Values>: Sendable {
  public var outcome: ThreadScheduleCase
  /// What was before; nil is a word of all ones. The thread state is known to chapter IPC. (SC6, SC8)
  public var old: SchedulingParameters<V>?
  public var oldPreempter: Reference<V>
  /// The thread that may take the processor from who has it, for `dispatch`. (SC9)
  public var woken: V.Bits

  @inlinable
  public init(
    _ outcome: ThreadScheduleCase, old: SchedulingParameters<V>? = nil,
    oldPreempter: Reference<V> = .nobody, woken: V.Bits = .empty
  ) {
    self.outcome = outcome
    self.old = old
    self.oldPreempter = oldPreempter
    self.woken = woken
  }
}

extension Threads {
  /// thread_schedule: sets priority, time slice and external preempter of any thread whose priority is
  /// not over the mcp of the invoker's task, and not over it afterwards. (SC6, SC11)
  ///
  /// What is nil stays as it is (SC7).
  @inlinable
  public mutating func threadSchedule(
    _ destination: Reference<V>, setting new: SchedulingParameters<V>?,
    externalPreempter: Reference<V>?, by invoker: V.Bits, roster: Roster<V, threads, tasks>,
    profile: ThreadsProfile
  ) -> ThreadScheduleResult<V> {
    let thread = destination.current & existing
    guard V.holds(!thread.isEmpty, "the destination exists") else { return .init(.notExistent) }
    let limit = mcp[at: roster.task[at: invoker]]
    guard V.holds(priority[at: thread] <= limit, "the invoker controls its priority") else {
      return .init(.outOfReach)
    }
    let oldPreempter = self.externalPreempter(of: thread)
    let new = new.map { adjusted($0, profile: profile) }
    if let new, !V.holds(new.priority <= limit, "the new priority is not too high") {
      guard profile.tooHighPriority == .setsPreempter, let externalPreempter else {
        return .init(.tooHigh)
      }
      setExternalPreempter(of: thread, to: externalPreempter)
      return .init(.onlyPreempter, oldPreempter: oldPreempter)
    }
    let old = SchedulingParameters<V>(
      priority: priority[at: thread], slice: slice[at: thread])
    if let externalPreempter { setExternalPreempter(of: thread, to: externalPreempter) }
    let moved = new.map { set($0, of: thread, profile) } ?? .empty
    return .init(.done, old: old, oldPreempter: oldPreempter, woken: moved)
  }

  /// What the kernel makes of the parameters. A priority 0 that is not legal is 1 before it is judged:
  /// otherwise it could be over an mcp of 0. (U14, U16)
  @inlinable
  func adjusted(
    _ new: SchedulingParameters<V>, profile: ThreadsProfile
  ) -> SchedulingParameters<V> {
    var adjusted = new
    if profile.zeroPriority == .one {
      adjusted.priority = new.priority | V.Count(1).when(new.priority == V.Count(0))
    }
    if profile.infiniteSlice == .capped {
      adjusted.slice = V.Count.least(new.slice, V.Count(UInt32(profile.longestSlice)))
    }
    return adjusted
  }

  /// Sets priority and time slice of a thread. In another ring it is the last one; the rest of the
  /// present slice is never longer than the new one. A thread that lowers itself, or ends the slice
  /// that is being used, makes the processor free. Returns the thread if it changed its ring.
  /// (SC3, SC9)
  @inlinable
  mutating func set(
    _ new: SchedulingParameters<V>, of thread: V.Bits, _ profile: ThreadsProfile
  ) -> V.Bits {
    let isLowered = new.priority < priority[at: thread] && running == thread
    let hadSlice = slice[at: thread] != V.Count(0)
    let moves = thread.when(
      new.priority != priority[at: thread] || (new.slice != V.Count(0)) != hadSlice)
    dequeue(moves)
    priority.set(new.priority, at: thread)
    slice.set(new.slice, at: thread)
    remaining.set(V.Count.least(remaining[at: thread], new.slice), at: thread)
    guard profile.schedules else { return .empty }
    enqueue(moves & queued)
    let isAtEnd = !(spending & remaining.ids(with: V.Count(0))).isEmpty
    release(unless: !isLowered && !isAtEnd)
    return moves
  }
}
