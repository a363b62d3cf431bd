/// How far a search goes, and with what. Nothing here changes what is true, only how much of it is looked at.
public struct Options: Sendable {
  /// The number of threads that search. Counts, verdicts and the lengths of traces do not depend on it.
  public var workers = 1

  /// Stop with `incomplete` before there are more states than this. There is never room for more than 2³¹, divided by the
  /// number of workers (rounded up to a power of two) for each of them.
  public var maxStates: Int?
  /// Stop with `incomplete` before the store (codes, parents and table) is larger; three quarters of the machine's memory
  /// if not given.
  public var maxBytes: Int?
  /// Stop with `incomplete` after this many seconds on the clock.
  public var maxSeconds: Double?
  /// Look only at runs of up to this many steps: `holds (bounded)` if that leaves out anything.
  public var maxDepth: Int?

  /// Stop at the end of the first level on which a property is violated; otherwise go on, and report the first violation
  /// of every property.
  public var stopsAtViolation = true
  /// Whether a state without any enabled action is a violation.
  public var detectsDeadlock = false
  /// Whether kinds of action that never happen leave the verdict `holds`, instead of `vacuous`.
  public var permitsDeadActions = false
  /// Whether `decode(encode(state)) == state` is tested for every state that is generated, instead of
  /// for a sample of one in 64. For tests: it takes time.
  public var checksCodes = false

  /// For how many states there is room at first.
  public var initialCapacity = 1 << 16
  /// Called about twice a second while a level is searched, on the thread that called `run`.
  public var progress: (@Sendable (Progress) -> Void)?

  public init(workers: Int = 1) { self.workers = workers }
}

/// How far a running search has come.
public struct Progress: Sendable {
  /// The number of steps from an initial state to the states that are being expanded.
  public let level: Int
  /// The number of states on this level.
  public let frontier: Int
  /// How many of them have been taken up so far.
  public let taken: Int
  /// The number of distinct states so far.
  public let distinct: Int
  /// The number of transitions so far.
  public let generated: Int
  /// Wall-clock seconds since the search began.
  public let seconds: Double
  /// Bytes in the store.
  public let bytes: Int

  /// Transitions a second, on average.
  public var rate: Double { seconds > 0 ? Double(generated) / seconds : 0 }

  @usableFromInline
  init(
    level: Int, frontier: Int, taken: Int, distinct: Int, generated: Int, seconds: Double,
    bytes: Int
  ) {
    self.level = level
    self.frontier = frontier
    self.taken = taken
    self.distinct = distinct
    self.generated = generated
    self.seconds = seconds
    self.bytes = bytes
  }
}
