import ClansAndChiefs
import Logic
import Threads
import Vocabulary

/// One step, with the state before it and the state after.
public struct ThreadsTransition<V: Values, let threads: Int, let tasks: Int>: Sendable {
  public let before: Threads<V, threads, tasks>
  public let step: ThreadsStep<V>
  public let outcome: ThreadsOutcome
  public let after: Threads<V, threads, tasks>
  public let universe: ThreadsUniverse<V, threads, tasks>

  @inlinable
  public init(
    before: Threads<V, threads, tasks>, step: ThreadsStep<V>, outcome: ThreadsOutcome,
    after: Threads<V, threads, tasks>, universe: ThreadsUniverse<V, threads, tasks>
  ) {
    self.before = before
    self.step = step
    self.outcome = outcome
    self.after = after
    self.universe = universe
  }

  /// Whether the step was refused.
  @inlinable
  public var isRefusal: Bool {
    switch outcome {
    case .taskNew(let result): result.isRefusal
    case .exRegs(.elsewhere), .exRegs(.inactive): true
    case .exRegs(.created), .exRegs(.changed): false
    case .threadSwitch, .exception, .done: false
    case .threadSchedule(let result):
      switch result {
      case .notExistent, .outOfReach, .tooHigh: true
      case .onlyPreempter, .done: false
      }
    }
  }

  /// The tasks whose threads' ids are of a former incarnation by this step.
  @inlinable
  public var renewed: V.Bits {
    guard case .taskNew(let destination, _, by: _) = step, !isRefusal else { return .empty }
    return before.clans.renewed(with: destination.current)
  }
}

// What is different after the step.
extension ThreadsTransition {
  /// The threads that are not what they were: they came or went, or have other registers, another
  /// pager, preempter, handler, priority or time slice.
  @inlinable
  public var changed: V.Bits {
    var changed = before.existing ^ after.existing
    changed |= before.halted ^ after.halted
    changed |= before.handlesExceptions ^ after.handlesExceptions
    changed |= differences(before.registers, after.registers)
    changed |= differences(before.priority, after.priority)
    changed |= differences(before.slice, after.slice)
    for thread in 0..<threads {
      let isSame =
        before.pager[row: thread] == after.pager[row: thread]
        && before.preempter[row: thread] == after.preempter[row: thread]
        && before.externalPreempter[row: thread] == after.externalPreempter[row: thread]
      changed |= V.Bits(id: thread).when(!isSame)
    }
    return changed
  }

  /// The threads that knew somebody of now, and now know somebody of a former incarnation, or the
  /// other way round.
  @inlinable
  public var outdated: V.Bits {
    (before.formerPager ^ after.formerPager) | (before.formerPreempter ^ after.formerPreempter)
      | (before.formerExternalPreempter ^ after.formerExternalPreempter)
  }

  /// The threads of which the scheduler thinks otherwise: ready or not, running or not, elsewhere in
  /// a ring, with more or less left of a slice.
  @inlinable
  public var rescheduled: V.Bits {
    var changed = before.ready ^ after.ready
    changed |= (before.running ^ after.running) | (before.spending ^ after.spending)
    changed |= differences(before.remaining, after.remaining)
    for thread in 0..<threads {
      let isSame = before.ahead[row: thread] == after.ahead[row: thread]
      changed |= V.Bits(id: thread).when(!isSame)
    }
    return changed
  }

  /// The tasks that have come or gone, have other tasks below them, or another mcp.
  @inlinable
  public var changedTasks: V.Bits {
    var changed = before.clans.active ^ after.clans.active
    for task in 0..<tasks {
      let isSame =
        before.clans.below[row: task] == after.clans.below[row: task]
        && before.mcp[row: task] == after.mcp[row: task]
      changed |= V.Bits(id: task).when(!isSame)
    }
    return changed
  }

  /// The threads that have another number.
  @inlinable
  func differences(
    _ one: Numbers<V, Thread, threads>, _ other: Numbers<V, Thread, threads>
  ) -> V.Bits {
    var different = V.Bits.empty
    for thread in 0..<threads {
      different |= V.Bits(id: thread).when(one[row: thread] != other[row: thread])
    }
    return different
  }

  /// The threads whose number has become larger.
  @inlinable
  func increases(
    _ one: Numbers<V, Thread, threads>, _ other: Numbers<V, Thread, threads>
  ) -> V.Bits {
    var larger = V.Bits.empty
    for thread in 0..<threads {
      larger |= V.Bits(id: thread).when(one[row: thread] < other[row: thread])
    }
    return larger
  }
}
