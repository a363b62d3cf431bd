/// All reachable states and steps of a model, kept: a search for cycles needs them all at once.
///
/// States are numbered in the order in which a breadth-first search finds them, and expanded in that
/// order: where a limit ended the search, those that were expanded are the first ones.
struct StateGraph<M: Model> {
  /// The words of the codes, one state after the other.
  private(set) var words: [UInt64] = []
  private var table: [UInt32]
  private let wordsPerState: Int

  /// For every expanded state: where its steps begin; and where those of the last one end.
  private(set) var firstStep: [Int] = [0]
  private(set) var target: [UInt32] = []
  /// The class of every step, or -1.
  private(set) var stepClass: [Int8] = []
  /// For every expanded state: the classes that can be taken there.
  private(set) var enabled: [UInt64] = []
  /// For every state: the promises whose goal it is, and those by which something is due from it on.
  private(set) var goals: [UInt64] = []
  private(set) var triggers: [UInt64] = []
  private(set) var initial: [UInt32] = []
  private(set) var end = Coverage.End.complete

  var count: Int { goals.count }
  var expanded: Int { enabled.count }
  var bytes: Int { words.count * 8 + table.count * 4 + target.count * 5 + goals.count * 32 }

  init(
    _ model: M, _ fairness: Fairness<M>, _ promises: [Promise<M>], _ options: Options
  ) {
    precondition(promises.count <= 64, "there is room for 64 promises")
    wordsPerState = model.codeWords
    table = Array(repeating: .max, count: 1 << 12)
    for state in model.initialStates {
      let number = add(state, model, promises)
      if !initial.contains(number) { initial.append(number) }
    }
    let start = ContinuousClock.now
    while expanded < count {
      if let limit = limit(options, since: start) {
        end = .limit(limit)
        return
      }
      let state = model.decode(code(expanded))
      var mask: UInt64 = 0
      model.successors(of: state) { action, next in
        let index = fairness.classify(state, action, next)
        if index >= 0 { mask |= 1 << UInt64(index) }
        target.append(add(next, model, promises))
        stepClass.append(Int8(index))
      }
      enabled.append(mask)
      firstStep.append(target.count)
    }
  }

  /// The limit that has been reached.
  private func limit(
    _ options: Options, since start: ContinuousClock.Instant
  ) -> Coverage.Limit? {
    if let most = options.maxStates, count >= most { return .states }
    if let most = options.maxBytes, bytes >= most { return .memory }
    if let most = options.maxSeconds, expanded % 256 == 0,
      ContinuousClock.now - start > .seconds(most)
    {
      return .seconds
    }
    return nil
  }

  /// The code of a state.
  func code(_ number: Int) -> M.Code {
    M.Code(count: wordsPerState) { words[number * wordsPerState + $0] }
  }

  /// The steps of an expanded state.
  func steps(of state: Int) -> Range<Int> { firstStep[state]..<firstStep[state + 1] }

  /// The number of a state, which is a new one if it was not there.
  private mutating func add(_ state: M.State, _ model: M, _ promises: [Promise<M>]) -> UInt32 {
    let code = model.encode(state)
    if (count + 1) * 2 > table.count { enlarge() }
    let place = place(of: code)
    if table[place] != .max { return table[place] }
    let number = UInt32(count)
    table[place] = number
    for index in 0..<wordsPerState { words.append(code.word(index)) }
    var (goal, trigger): (UInt64, UInt64) = (0, 0)
    for (index, promise) in promises.enumerated() {
      if promise.goal(state) { goal |= 1 << UInt64(index) }
      if promise.trigger?(state) ?? false { trigger |= 1 << UInt64(index) }
    }
    goals.append(goal)
    triggers.append(trigger)
    return number
  }

  /// Where a code is in the table, or would be.
  private func place(of code: M.Code) -> Int {
    var place = Int(truncatingIfNeeded: stateHash(code, words: wordsPerState)) & (table.count - 1)
    while table[place] != .max, self.code(Int(table[place])) != code {
      place = (place + 1) & (table.count - 1)
    }
    return place
  }

  private mutating func enlarge() {
    table = Array(repeating: .max, count: table.count * 2)
    for number in 0..<count { table[place(of: code(number))] = UInt32(number) }
  }
}
