import Synchronization

/// A search under way, as seen between the jobs of its workers.
@usableFromInline
final class Search<M: Model> {
  @usableFromInline let workers: UnsafeMutablePointer<Worker<M>>
  @usableFromInline let team: Team
  /// Whether the level is too small for it to be worth waking the other threads.
  @usableFromInline private(set) var isSmall = false
  /// Whether the level has to be gone on with, now that there is more room.
  @usableFromInline private(set) var isUnfinished = false

  let model: M
  let options: Options
  let watchlist: Watchlist<M>
  let store: StateStore<M.Code>
  let shared: Shared
  let kinds: [String]
  private let size: Int
  private let start = ContinuousClock.now
  private var nextPulse: ContinuousClock.Instant
  private(set) var level = 0
  private(set) var depth = 0
  private(set) var limit: Coverage.Limit?
  /// Per watch, what was caught on the first level on which anything was.
  private(set) var caught: [Catch<M.Code>?]
  private var levelStarts: [Int]
  private var frontier = Frontier(from: [], to: [])

  @usableFromInline
  init(_ model: M, _ options: Options) throws(ExplorationError) {
    guard 1...1024 ~= options.workers else {
      throw .unusable("\(options.workers) workers: there can be 1 to 1024")
    }
    guard 1...M.Code.wordCapacity ~= model.codeWords else {
      throw .unusable(
        "codes have \(model.codeWords) words, of \(M.Code.wordCapacity) that there is room for")
    }
    self.model = model
    self.options = options
    size = options.workers
    kinds = model.actionKinds
    watchlist = Watchlist(model.properties, detectsDeadlock: options.detectsDeadlock)
    caught = Array(repeating: nil, count: watchlist.watches.count)
    levelStarts = Array(repeating: 0, count: size)
    nextPulse = start + .milliseconds(500)
    store = try StateStore(words: model.codeWords, workers: size, options: options)
    shared = Shared(
      workers: size, deadline: options.maxSeconds.map { [start] in start + .seconds($0) })
    shared.room.store(store.room, ordering: .relaxed)
    team = try Team(size: size)
    workers = .allocate(capacity: size)
  }

  /// Makes the worker of the thread that asks for it: before anything else, once for each. The model
  /// is the thread's own.
  @usableFromInline
  func hire(_ index: Int, with model: M) {
    let own = Watchlist(model.properties, detectsDeadlock: options.detectsDeadlock)
    precondition(
      own.watches.count == watchlist.watches.count, "an unshared model has other properties")
    (workers + index).initialize(
      to: Worker(
        index: index, model: model, kinds: kinds.count, watchlist: own, shared: shared,
        view: store.view, checksCodes: options.checksCodes))
    if index == 0, options.progress != nil {
      workers[0].pulse = { [unowned self] in self.pulse() }
    }
  }

  deinit {
    workers.deinitialize(count: size)
    workers.deallocate()
  }

  var distinct: Int { (0..<size).reduce(0) { $0 + workers[$1].count } }
  var seconds: Double { (ContinuousClock.now - start) / .seconds(1) }

  /// Adds the initial states.
  @usableFromInline
  func begin() throws(ExplorationError) {
    let initial = model.initialStates
    if initial.isEmpty { throw .noInitialStates }
    for state in initial {
      let code = model.encode(state)
      if options.checksCodes { workers[0].check(model, state, code) }
      let pending = Pending(
        code: code, hash: stateHash(code, words: store.view.words), parent: StoreView<M.Code>.root)
      while !workers[0].insert(pending) {
        guard try enlarge() else { break }
        workers[0].reenter()
      }
      if limit != nil { break }
    }
    try settle()
  }

  /// Prepares the next level, if there is to be one.
  @usableFromInline
  func beginLevel() -> Bool {
    let ends = (0..<size).map { workers[$0].count }
    frontier = Frontier(from: levelStarts, to: ends)
    if frontier.count == 0 { return false }
    depth = level
    if limit != nil || (options.stopsAtViolation && hasViolation) { return false }
    if let bound = options.maxDepth, level >= bound { return false }
    levelStarts = ends
    shared.cursor.store(0, ordering: .relaxed)
    isSmall = frontier.count < 32
    for index in 0..<size {
      workers[index].frontier = frontier
      workers[index].blockSize = max(1, min(64, frontier.count / (8 * size)))
    }
    return true
  }

  /// Makes room for what workers could not add. True if the table was replaced, and all states must enter it again.
  @usableFromInline
  func makeRoom() throws(ExplorationError) -> Bool {
    let isStarved = (0..<size).contains { workers[$0].isStarved }
    isUnfinished = false
    if !isStarved || shared.isStopped.load(ordering: .relaxed) { return false }
    isUnfinished = try enlarge()
    return isUnfinished
  }

  private func enlarge() throws(ExplorationError) -> Bool {
    let states = distinct
    // What other workers have been granted and not used is there for all again.
    for index in 0..<size { workers[index].quota = 0 }
    limit = try store.enlarge(states: states)
    guard limit == nil else { return false }
    for index in 0..<size { workers[index].view = store.view }
    shared.room.store(store.room - states, ordering: .relaxed)
    return true
  }

  /// Collects what was caught.
  @usableFromInline
  func endLevel() throws(ExplorationError) {
    if shared.isOutOfTime.load(ordering: .relaxed) { limit = limit ?? .seconds }
    try settle()
    level += 1
  }

  private func settle() throws(ExplorationError) {
    for index in 0..<size { if let error = workers[index].error { throw error } }
    for watch in caught.indices where caught[watch] == nil {
      for index in 0..<size {
        guard let new = workers[index].caught[watch] else { continue }
        if let old = caught[watch], !new.precedes(old) { continue }
        caught[watch] = new
      }
      if caught[watch] != nil {
        for index in 0..<size { workers[index].isSettled[watch] = true }
      }
    }
  }

  private var hasViolation: Bool {
    caught.indices.contains { caught[$0] != nil && !watchlist.watches[$0].isGoal }
  }

  /// Reports progress if it is time to.
  private func pulse() {
    let now = ContinuousClock.now
    guard let progress = options.progress, now >= nextPulse else { return }
    nextPulse = now + .milliseconds(500)
    let (states, transitions) = shared.total()
    progress(
      Progress(
        level: level, frontier: frontier.count,
        taken: min(shared.cursor.load(ordering: .relaxed), frontier.count), distinct: states,
        generated: transitions, seconds: (now - start) / .seconds(1),
        bytes: store.bytes(states: states)))
  }
}
