import Synchronization

/// What the workers of a search have in common while a level is expanded.
@usableFromInline
final class Shared: @unchecked Sendable {
  /// The states that may still be added before the table must be enlarged. May fall below 0, which means 0.
  @usableFromInline let room = Atomic<Int>(0)
  /// The first state of the level that no worker has taken up.
  @usableFromInline let cursor = Atomic<Int>(0)
  /// Set when no more states are to be taken up.
  @usableFromInline let isStopped = Atomic<Bool>(false)
  /// Set when that is because of the time.
  @usableFromInline let isOutOfTime = Atomic<Bool>(false)
  @usableFromInline let deadline: ContinuousClock.Instant?
  /// Per worker: states and transitions so far, for progress.
  @usableFromInline let tallies: UnsafeMutablePointer<Atomic<Int>>
  private let workers: Int

  /// A cache line for each worker, so that they don't disturb each other.
  @inlinable static var tallyStride: Int { 16 }

  init(workers: Int, deadline: ContinuousClock.Instant?) {
    self.workers = workers
    self.deadline = deadline
    let count = workers * Shared.tallyStride
    tallies = .allocate(capacity: count)
    for index in 0..<count { (tallies + index).initialize(to: Atomic(0)) }
  }

  deinit {
    tallies.deinitialize(count: workers * Shared.tallyStride)
    tallies.deallocate()
  }

  @usableFromInline
  func publish(worker: Int, states: Int, transitions: Int) {
    tallies[worker * Shared.tallyStride].store(states, ordering: .relaxed)
    tallies[worker * Shared.tallyStride + 1].store(transitions, ordering: .relaxed)
  }

  func total() -> (states: Int, transitions: Int) {
    var total = (states: 0, transitions: 0)
    for worker in 0..<workers {
      total.states += tallies[worker * Shared.tallyStride].load(ordering: .relaxed)
      total.transitions += tallies[worker * Shared.tallyStride + 1].load(ordering: .relaxed)
    }
    return total
  }

  /// Whether work goes on; looks at the clock.
  @usableFromInline
  func goesOn() -> Bool {
    if isStopped.load(ordering: .relaxed) { return false }
    if let deadline, ContinuousClock.now >= deadline {
      isOutOfTime.store(true, ordering: .relaxed)
      isStopped.store(true, ordering: .relaxed)
      return false
    }
    return true
  }
}

/// The states of one level: of every arena a range.
@usableFromInline
struct Frontier: Sendable {
  /// Per worker, the index in its arena of the first state of the level.
  @usableFromInline let starts: [Int]
  /// Per worker, how many states of the level precede those in its arena; and at the end, how many there are.
  @usableFromInline let offsets: [Int]

  @usableFromInline var count: Int { offsets[offsets.count - 1] }

  init(from starts: [Int], to ends: [Int]) {
    self.starts = starts
    var offsets = [0]
    for (start, end) in zip(starts, ends) {
      offsets.append(offsets[offsets.count - 1] + end - start)
    }
    self.offsets = offsets
  }

  /// The arena, and the index in it, of the state at `place`.
  @inlinable
  func locate(_ place: Int) -> (worker: Int, index: Int) {
    var worker = 0
    while offsets[worker + 1] <= place { worker += 1 }
    return (worker, starts[worker] + place - offsets[worker])
  }
}
