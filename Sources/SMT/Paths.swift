import Logic

/// A case that a path decided.
public struct Choice: Hashable, Sendable, Codable {
  public let taken: Bool
  /// Whether the other way is infeasible, so that there was nothing to decide.
  public let isForced: Bool

  public init(taken: Bool, isForced: Bool) {
    self.taken = taken
    self.isForced = isForced
  }
}

/// One way through a rule.
public struct Path<Outcome> {
  /// The cases in the order in which they were decided, with what was decided.
  public let decisions: [(condition: BoolTerm, taken: Bool)]
  /// All answers that the rule got, those included that were forced: what it takes to run it along
  /// this path again, in whichever context.
  public let choices: [Choice]
  /// All that the rule asked, that included which was known before the path was entered.
  public let trail: [Decision]
  /// What the path is called, as on machine words that go this way; nil if a question has no
  /// sentence, or was decided by another context.
  public let name: PathName?
  /// That all of the decisions are as on this path.
  public let condition: Symbolic.Truth
  /// False if the solver gave up on whether the path can be taken at all.
  public let isSurelyFeasible: Bool
  /// What the rule returned.
  public let result: Outcome
}

extension Context {
  /// Runs `body` along each feasible path. Whenever it asks `Symbolic.holds` of a formula, one way
  /// that can happen is taken now, and the other, if it can happen too, in a later run; that a
  /// formula holds comes first. No path is returned if the assumptions contradict each other.
  ///
  /// A body must ask the same questions when it gets the same answers. If the solver gives up on
  /// whether a way is feasible (`timeout` for each question), it is taken, and the path says so.
  /// Where `isConsistent`, the caller knows that the assumptions do not contradict each other.
  public func paths<R>(
    assuming assumptions: [Symbolic.Truth] = [], isConsistent: Bool = false,
    solver kind: Solver.Kind = .bitVectors, timeout: Duration = .seconds(2), limit: Int = 10_000,
    _ body: () throws -> R
  ) throws -> [Path<R>] {
    let next = PathExploration(
      try Solver(in: self, kind), assuming: assumptions, timeout: timeout, limit: limit)
    guard try begin(next, isConsistent: isConsistent) else { return [] }
    defer { exploration.withLock { $0 = nil } }
    var found: [Path<R>] = []
    repeat {
      if found.count == limit { throw SMTError.tooManyPaths(limit: limit) }
      found.append(try run(body))
    } while try advance()
    return found
  }

  /// Runs `body` once, along a path that was found before.
  public func path<R>(
    along choices: [Choice], _ body: () throws -> R
  ) throws -> Path<R> {
    _ = try begin(
      PathExploration(try Solver(in: self, .light), replaying: choices), isConsistent: true)
    defer { exploration.withLock { $0 = nil } }
    return try run(body)
  }
}

extension Context {
  /// Answers the question of a body that is being run along a path.
  func decide(_ condition: BoolTerm) -> Choice {
    exploration.withLock { current in
      guard current != nil else {
        preconditionFailure("a formula was asked to be true or false outside of a path")
      }
      return current?.decide(condition) ?? Choice(taken: false, isForced: false)
    }
  }

  /// Makes an exploration the current one, unless it has no path.
  private func begin(
    _ next: consuming PathExploration, isConsistent: Bool
  ) throws(SMTError) -> Bool {
    if !isConsistent {
      guard try next.isFeasible() else { return false }
    }
    var next: PathExploration? = next
    let isAlone = exploration.withLock { current in
      guard current == nil else { return false }
      current = next.take()
      return true
    }
    if !isAlone { throw .nestedPaths }
    return true
  }

  private func run<R>(_ body: () throws -> R) throws -> Path<R> {
    exploration.withLock { $0?.startRun() }
    let (result, trail) = try Trail.decisions(body)
    let ended = exploration.withLock { current in
      Result { () throws(SMTError) in try current?.finished(trail) }
    }
    guard let path = try ended.get() else { throw SMTError.nestedPaths }
    if let failure { throw failure }
    return path.returning(result)
  }

  /// Goes on to the next path, if there is one.
  private func advance() throws(SMTError) -> Bool {
    try exploration.withLock { current in
      Result { () throws(SMTError) in try current?.advance() ?? false }
    }.get()
  }
}

extension Path {
  fileprivate func returning<R>(_ result: R) -> Path<R> {
    Path<R>(
      decisions: decisions, choices: choices, trail: trail, name: name, condition: condition,
      isSurelyFeasible: isSurelyFeasible, result: result)
  }
}

extension Path: Sendable where Outcome: Sendable {}
