/// One thread's part of a search: what it found, and what it is about to look up.
///
/// Nothing that one worker writes often is on a cache line that another uses.
@usableFromInline
struct Worker<M: Model>: ~Copyable {
  @usableFromInline let index: Int
  @usableFromInline let model: M
  /// What is still to be caught.
  @usableFromInline var watchlist: Watchlist<M>
  @usableFromInline let shared: Shared
  @usableFromInline let checksCodes: Bool
  @usableFromInline var view: StoreView<M.Code>
  @usableFromInline var frontier = Frontier(from: [], to: [])
  @usableFromInline var blockSize = 64
  /// The states of the level that were taken up and are still to be expanded.
  @usableFromInline var block = 0..<0

  /// States in the arena.
  @usableFromInline var count = 0
  /// States that may be added before asking for more room.
  @usableFromInline var quota = 0
  /// Whether there was no room for all of the batch.
  @usableFromInline var isStarved = false
  @usableFromInline var batch = Batch<M.Code>()

  /// The state that is being expanded.
  @usableFromInline var source: UInt32 = 0
  @usableFromInline var sourceCode: M.Code
  @usableFromInline var previousCode: M.Code
  @usableFromInline var successor = 0
  @usableFromInline var expanded = 0

  @usableFromInline let kinds: Int
  @usableFromInline let generated: UnsafeMutablePointer<Int>
  @usableFromInline let changed: UnsafeMutablePointer<Int>

  /// Per watch: what was caught on this level, and whether something was on an earlier one.
  @usableFromInline var caught: [Catch<M.Code>?]
  @usableFromInline var isSettled: [Bool]
  @usableFromInline var error: ExplorationError?
  /// Reports progress; for one of the workers only.
  @usableFromInline var pulse: (() -> Void)?

  /// Between this worker and the next one in memory.
  private let distance = InlineArray<16, UInt64>(repeating: 0)

  init(
    index: Int, model: M, kinds: Int, watchlist: Watchlist<M>, shared: Shared,
    view: StoreView<M.Code>, checksCodes: Bool
  ) {
    self.index = index
    self.model = model
    self.watchlist = watchlist
    self.shared = shared
    self.view = view
    self.checksCodes = checksCodes
    sourceCode = M.Code(count: 0) { _ in 0 }
    previousCode = sourceCode
    self.kinds = kinds
    generated = Self.counters(kinds)
    changed = Self.counters(kinds)
    caught = Array(repeating: nil, count: watchlist.watches.count)
    isSettled = Array(repeating: false, count: watchlist.watches.count)
  }

  /// Zeros, alone on their cache lines.
  private static func counters(_ count: Int) -> UnsafeMutablePointer<Int> {
    let line = 128
    let bytes = (max(count, 1) * MemoryLayout<Int>.stride + line - 1) / line * line
    let memory = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: line)
    return memory.initializeMemory(as: Int.self, repeating: 0, count: max(count, 1))
  }

  @inlinable deinit {
    generated.deallocate()
    changed.deallocate()
  }

  /// Takes up the next states of the level, if there are any and the search goes on.
  @usableFromInline
  mutating func takeBlock() -> Bool {
    var transitions = 0
    for kind in 0..<kinds { transitions += generated[kind] }
    shared.publish(worker: index, states: count, transitions: transitions)
    pulse?()
    guard shared.goesOn() else { return false }
    let start = shared.cursor.wrappingAdd(blockSize, ordering: .relaxed).oldValue
    guard start < frontier.count else { return false }
    block = start..<min(start + blockSize, frontier.count)
    return true
  }

  /// Gives up: what was found is not to be relied on.
  @usableFromInline
  mutating func fail(_ error: ExplorationError) {
    if self.error == nil { self.error = error }
    shared.isStopped.store(true, ordering: .relaxed)
  }

  /// Notes that `watch` caught a state or a step from it, unless it did so earlier.
  @usableFromInline
  mutating func note(_ watch: Int, _ new: Catch<M.Code>) {
    if isSettled[watch] { return }
    if let old = caught[watch], !new.precedes(old) { return }
    caught[watch] = new
  }

  /// Notes every feature of a set.
  @usableFromInline
  mutating func note(_ features: UInt128, from firstWatch: Int, _ new: Catch<M.Code>) {
    var left = features
    while left != 0 {
      note(firstWatch + left.trailingZeroBitCount, new)
      left &= left - 1
    }
  }
}
