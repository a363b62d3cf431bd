import KernelPrograms
import Synchronization

/// The programs of a campaign, given out to its workers: those of the corpus first.
final class CampaignWork: Sendable {
  private struct State {
    var next = 0
    var done = 0
    var failed = 0
    var asked = 0
    var unanswered = 0
    /// Failures of the kernel that nobody has declared, by kind.
    var failures: [Transcript.Failure.Kind: Int] = [:]
    /// The time that programs without an answer took.
    var lost = Duration.zero
    var deviating = 0
    var lastReport = 0.0
    var stopped: String?
    /// The first program that was given out and not run.
    var returned: Int?
  }

  private let corpus: [KernelCorpus.Entry]
  private let source: KernelProgramSource
  /// The number of the first random program.
  private let first: Int
  private let stop: StopRequest?
  private let limit: ContinuousClock.Instant?
  private let failureLimit: Int
  private let deviationLimit: Int?
  /// All programs.
  let count: Int
  private let state = Mutex(State())

  /// So many programs are given out at once.
  private static let block = 16

  init(
    corpus: [KernelCorpus.Entry], source: KernelProgramSource, first: Int, total: Int,
    limit: ContinuousClock.Instant?, stop: StopRequest?, failureLimit: Int, deviationLimit: Int?
  ) {
    self.corpus = corpus
    self.source = source
    self.first = first
    self.stop = stop
    self.limit = limit
    self.failureLimit = failureLimit
    self.deviationLimit = deviationLimit
    // Without an end the numbers of programs end nevertheless.
    count = corpus.count + min(total, Int.max / 2 - first - corpus.count)
  }

  /// The numbers of the next programs; nil if there are no more, or there is no more time.
  func next() -> Range<Int>? {
    let isLate = limit.map { ContinuousClock().now > $0 } ?? false
    return state.withLock { state in
      guard state.stopped == nil, state.next < count else { return nil }
      if isLate {
        state.stopped = "the time was over after \(state.next)\(ofAll) programs"
        return nil
      }
      if stop?.wasMade == true {
        state.stopped = "interrupted after \(state.next)\(ofAll) programs"
        return nil
      }
      let first = state.next
      state.next = min(count, first + Self.block)
      return first..<state.next
    }
  }

  /// ` of 23,000`, or nothing where there is no end.
  private var ofAll: String { isEndless ? "" : " of \(count)" }

  var isEndless: Bool { count > Int.max / 4 }

  /// A program, with the paths through the rules that it takes, as far as they are counted.
  func entry(_ number: Int) -> KernelCorpus.Entry {
    isOfCorpus(number) ? corpus[number] : source.entry(number - corpus.count + first)
  }

  /// Takes programs back that a worker has not run.
  func giveBack(_ numbers: Range<Int>) {
    guard let number = numbers.first else { return }
    state.withLock { $0.returned = min($0.returned ?? number, number) }
  }

  /// The first random program that was not run, where some were left.
  var firstLeft: Int? {
    state.withLock { state in
      let left = min(state.next, state.returned ?? state.next)
      return left < count ? max(0, left - corpus.count) + first : nil
    }
  }

  func isOfCorpus(_ number: Int) -> Bool { number < corpus.count }

  func origin(of number: Int) -> String {
    Self.origin(of: number, corpus: corpus.count, seed: source.seed, first: first)
  }

  static func origin(of number: Int, corpus: Int, seed: UInt64, first: Int) -> String {
    number < corpus
      ? "corpus, program \(number)" : "random, seed \(seed), program \(number - corpus + first)"
  }

  /// A kernel that answers nothing is not asked for longer than this; one that answers most programs is.
  private static let patience = Duration.seconds(10)

  /// Counts a program that was run; false if there were too many that the kernel did not answer as it
  /// should. Those that are declared are no reason to stop, unless waiting for them takes too long.
  func mayGoOn(
    _ failure: Transcript.Failure.Kind?, isDeclared: Bool, after time: Duration
  ) -> Bool {
    state.withLock { state in
      state.asked += 1
      guard let failure else { return true }
      if failure == .hung || failure == .late {
        state.unanswered += 1
        state.lost += time
        let isHopeless = state.unanswered > 1 && state.unanswered * 2 > state.asked
        if isHopeless, state.lost > Self.patience, state.stopped == nil {
          state.stopped = "the kernel did not answer \(state.unanswered) programs in time"
        }
      }
      if !isDeclared {
        state.failures[failure, default: 0] += 1
        let all = state.failures.values.reduce(0, +)
        if all >= failureLimit, state.stopped == nil {
          let kinds = state.failures.sorted { $0.key.rawValue < $1.key.rawValue }
            .map { "\($0.value) \($0.key.rawValue)" }
          state.stopped = "the kernel failed to answer programs: " + kinds.joined(separator: ", ")
        }
      }
      return state.stopped == nil
    }
  }

  /// Counts a program that deviates; false if there were as many as are wanted.
  func mayGoOnAfterDeviation() -> Bool {
    guard let deviationLimit else { return true }
    return state.withLock { state in
      state.deviating += 1
      if state.deviating >= deviationLimit, state.stopped == nil {
        state.stopped =
          state.deviating == 1 ? "a program deviates" : "\(state.deviating) programs deviate"
      }
      return state.stopped == nil
    }
  }

  /// Counts programs that are done; what all workers have done, if it is time to tell.
  func report(_ done: Int, _ failed: Int, _ seconds: Double) -> (done: Int, failed: Int)? {
    state.withLock { state in
      state.done += done
      state.failed += failed
      guard seconds - state.lastReport > 0.5 else { return nil }
      state.lastReport = seconds
      return (state.done, state.failed)
    }
  }

  /// Whether waiting for answers that do not come has taken long.
  var isSlow: Bool { state.withLock { $0.lost > .seconds(3) } }

  var reasonToStop: String? { state.withLock { $0.stopped } }
}
