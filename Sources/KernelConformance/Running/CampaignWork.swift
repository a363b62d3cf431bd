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
  private let limit: ContinuousClock.Instant?
  private let failureLimit: Int
  private let deviationLimit: Int?
  /// All programs.
  let count: Int
  private let state = Mutex(State())

  /// So many programs are given out at once.
  private static let block = 16

  init(
    corpus: [KernelCorpus.Entry], source: KernelProgramSource, total: Int,
    limit: ContinuousClock.Instant?, failureLimit: Int, deviationLimit: Int?
  ) {
    self.corpus = corpus
    self.source = source
    self.limit = limit
    self.failureLimit = failureLimit
    self.deviationLimit = deviationLimit
    count = corpus.count + total
  }

  /// The numbers of the next programs; nil if there are no more, or there is no more time.
  func next() -> Range<Int>? {
    let isLate = limit.map { ContinuousClock().now > $0 } ?? false
    return state.withLock { state in
      guard state.stopped == nil, state.next < count else { return nil }
      if isLate {
        state.stopped = "the time was over after \(state.next) of \(count) programs"
        return nil
      }
      let first = state.next
      state.next = min(count, first + Self.block)
      return first..<state.next
    }
  }

  func program(_ number: Int) -> KernelProgram {
    isOfCorpus(number) ? corpus[number].program : source.program(number - corpus.count)
  }

  func paths(of number: Int) -> [UInt64] { isOfCorpus(number) ? corpus[number].paths : [] }

  func isOfCorpus(_ number: Int) -> Bool { number < corpus.count }

  func origin(of number: Int) -> String {
    Self.origin(of: number, corpus: corpus.count, seed: source.seed)
  }

  static func origin(of number: Int, corpus: Int, seed: UInt64) -> String {
    number < corpus
      ? "corpus, program \(number)" : "random, seed \(seed), program \(number - corpus)"
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

  var reasonToStop: String? { state.withLock { $0.stopped } }
}
