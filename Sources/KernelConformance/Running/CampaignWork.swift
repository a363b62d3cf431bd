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
    /// The time that programs without an answer took.
    var lost = Duration.zero
    var deviating = 0
    var lastReport = 0.0
    var stopped: String?
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

  /// The first random program that was not given out, where some were left.
  var firstLeft: Int? {
    state.withLock { $0.next < count ? max(0, $0.next - corpus.count) + first : nil }
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

  /// Counts a program that was run; false if there were too many to which there was no answer.
  func mayGoOn(isAnswered: Bool, after time: Duration) -> Bool {
    state.withLock { state in
      state.asked += 1
      if isAnswered { return true }
      state.unanswered += 1
      state.lost += time
      let isHopeless =
        state.unanswered > 1 && state.unanswered * 2 > state.asked && state.lost > Self.patience
      if state.unanswered >= failureLimit || isHopeless, state.stopped == nil {
        state.stopped = "the kernel did not answer \(state.unanswered) programs"
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
        state.stopped = "\(state.deviating) programs deviate"
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
