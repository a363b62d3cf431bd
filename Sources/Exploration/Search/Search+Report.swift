extension Search {
  /// What the search found; every trace is replayed first.
  @usableFromInline
  func report() throws(ExplorationError) -> Report<M> {
    let cpuSeconds = team.cpuSeconds
    let wallSeconds = seconds
    let states = distinct
    store.notePeak(states: states)
    let replay = Replay(model: model, watchlist: watchlist)
    let store = store
    var traces: [Trace<M>?] = []
    for (watch, found) in caught.enumerated() {
      guard let found else {
        traces.append(nil)
        continue
      }
      let path = store.view.path(to: found.number)
      traces.append(try replay.trace(along: path, watch: watch, successor: found.successor))
    }
    let findings = Findings(model: model, watchlist: watchlist, traces: traces)
    return Report(
      distinct: states, depth: depth, actions: actionCounts, violations: findings.violations,
      goals: findings.goals, coverage: coverage(hasViolation: !findings.violations.isEmpty),
      cost: Cost(
        cpuSeconds: cpuSeconds, wallSeconds: wallSeconds, storeBytes: store.peakBytes,
        residentBytes: peakResidentBytes()),
      graph: Graph(
        contains: { [model] in store.view.find(model.encode($0)) != nil },
        find: { [model] state throws(ExplorationError) in
          guard let number = store.view.find(model.encode(state)) else { return nil }
          return try replay.trace(along: store.view.path(to: number))
        }),
      permitsDeadActions: options.permitsDeadActions)
  }

  private var actionCounts: [ActionCount] {
    kinds.indices.map { kind in
      var (generated, changed) = (0, 0)
      for index in 0..<options.workers {
        generated += workers[index].generated[kind]
        changed += workers[index].changed[kind]
      }
      return ActionCount(kind: kinds[kind], generated: generated, changed: changed)
    }
  }

  private func coverage(hasViolation: Bool) -> Coverage {
    var expanded = 0
    for index in 0..<options.workers {
      expanded += workers[index].expanded - workers[index].batch.parents
    }
    let frontier = distinct - expanded
    if frontier == 0 { return Coverage(end: .complete, depth: depth, frontier: 0) }
    if let limit {
      return Coverage(end: .limit(limit), depth: max(0, level - 1), frontier: frontier)
    }
    let end: Coverage.End =
      hasViolation && options.stopsAtViolation ? .violation : .depthBound(level)
    return Coverage(end: end, depth: level, frontier: frontier)
  }
}
