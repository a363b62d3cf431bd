// The run that is shown, of all that break the promise.
extension FairSearch {
  /// A run as its steps in the graph.
  struct Route {
    var start: UInt32
    var steps: [Int] = []
    /// How many steps come before the cycle; nil where the run ends.
    var loop: Int?
    /// After how many steps the goal was due.
    var since = 0
  }

  /// A run that breaks the promise, with the shortest way to its cycle or end; nil if there is none.
  mutating func route() -> Route? {
    let all = (0..<UInt32(graph.expanded))
    let due = isFromStart ? graph.initial.filter(waits) : all.filter { isTrigger($0) && waits($0) }
    run(from: due)
    guard var route = stem() else { return nil }
    let last = route.steps.last.map { graph.target[$0] } ?? route.start
    if !isAtRest(last) {
      route.loop = route.steps.count
      route.steps += cycle(from: last)
    }
    return route
  }

  /// The shortest way to a state from which a fair run goes on, or at which one ends, and never to the
  /// goal. On the first part of the way nothing is due yet, and goals may be passed.
  private func stem() -> Route? {
    var paths = Paths(count: graph.count)
    /// The state is there; the goal may be due from it on.
    func enter(_ state: UInt32, from place: Int, by step: Int) {
      paths.find(state, waits: false, from: place, by: step)
      if isTrigger(state), waits(state) { paths.find(state, waits: true, from: place, by: step) }
    }
    for state in graph.initial {
      if isFromStart, waits(state) { paths.find(state, waits: true, from: -1, by: -1) }
      if !isFromStart { enter(state, from: -1, by: -1) }
    }
    while let (place, state, isWaiting) = paths.take() {
      if isWaiting, fair[Int(state)] != 0 || isAtRest(state) {
        let (steps, waiting) = paths.steps(to: place)
        return Route(
          start: paths.start(of: place), steps: steps, since: steps.count - waiting)
      }
      guard state < graph.expanded else { continue }
      for step in graph.steps(of: Int(state)) {
        if !isWaiting {
          enter(graph.target[step], from: place, by: step)
        } else if waits(takingStep: step) {
          paths.find(graph.target[step], waits: true, from: place, by: step)
        }
      }
    }
    return nil
  }

  /// A fair cycle from a state of a fair set: always on to what is nearest of all that fairness asks
  /// for, and back.
  private func cycle(from start: UInt32) -> [Int] {
    let set = fair[Int(start)]
    let (_, _, ever) = classes(of: sets[Int(set) - 1])
    // To be taken; of the weak ones it will also do that they are impossible in a state.
    var due = (strong & ever) | (weak & graph.enabled[Int(start)])
    func settles(_ step: Int) -> UInt64 {
      let index = graph.stepClass[step]
      let taken: UInt64 = index >= 0 ? 1 << UInt64(index) : 0
      return due & (taken | weak & ~graph.enabled[Int(graph.target[step])])
    }
    var steps: [Int] = []
    var state = start
    while due != 0, let way = way(from: state, in: set, to: { settles($0) != 0 }) {
      for step in way { due &= ~settles(step) }
      steps += way
      state = way.last.map { graph.target[$0] } ?? state
    }
    if state != start || steps.isEmpty {
      steps += way(from: state, in: set) { graph.target[$0] == start } ?? []
    }
    return steps
  }

  /// The shortest way inside of a fair set that ends with a step for which `isGoal` is true.
  private func way(
    from start: UInt32, in set: UInt32, to isGoal: (Int) -> Bool
  ) -> [Int]? {
    var cameBy: [UInt32: (state: UInt32, step: Int)] = [:]
    var found = [start]
    var next = 0
    while next < found.count {
      let state = found[next]
      next += 1
      for step in graph.steps(of: Int(state))
      where fair[Int(graph.target[step])] == set && graph.stepClass[step] != goalClass {
        if isGoal(step) {
          var way = [step]
          var back = state
          while back != start, let (before, by) = cameBy[back] {
            way.append(by)
            back = before
          }
          return way.reversed()
        }
        let target = graph.target[step]
        if target != start, cameBy[target] == nil {
          cameBy[target] = (state, step)
          found.append(target)
        }
      }
    }
    return nil
  }
}

/// Shortest ways through a graph that has every state twice: while nothing is due, and while a run
/// waits for the goal. A place is one of the two.
private struct Paths {
  /// By which step each place was found, and from which place; -1 where from none.
  private var by: [Int]
  private var from: [Int]
  private var found: [Int] = []
  private var next = 0

  init(count: Int) {
    by = Array(repeating: -2, count: 2 * count)
    from = by
  }

  mutating func find(_ state: UInt32, waits: Bool, from place: Int, by step: Int) {
    let new = Int(state) * 2 + (waits ? 1 : 0)
    guard by[new] == -2 else { return }
    (by[new], from[new]) = (step, place)
    found.append(new)
  }

  /// The next place in the order in which they were found.
  mutating func take() -> (place: Int, state: UInt32, isWaiting: Bool)? {
    guard next < found.count else { return nil }
    let place = found[next]
    next += 1
    return (place, UInt32(place / 2), place % 2 == 1)
  }

  /// The steps of the way to a place, and how many of them were taken while the run waited.
  func steps(to end: Int) -> (steps: [Int], waiting: Int) {
    var (steps, waiting, place): ([Int], Int, Int) = ([], 0, end)
    while from[place] >= 0 {
      steps.append(by[place])
      place = from[place]
      if place % 2 == 1 { waiting += 1 }
    }
    return (steps.reversed(), waiting)
  }

  func start(of end: Int) -> UInt32 {
    var place = end
    while from[place] >= 0 { place = from[place] }
    return UInt32(place / 2)
  }
}
