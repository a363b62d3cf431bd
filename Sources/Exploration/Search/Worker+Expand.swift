extension Worker {
  /// Expands states of the level until there are none left to take up, or there is no room for what was found
  /// (then `isStarved`, and the same call again goes on where it ended).
  @inlinable
  mutating func expand() {
    isStarved = false
    watchlist.leaveOut(isSettled)
    flush()
    let model = model
    while !isStarved {
      if block.isEmpty, !takeBlock() { break }
      let place = block.lowerBound
      block = place + 1..<block.upperBound
      let (owner, index) = frontier.locate(place)
      source = view.number(worker: owner, index: index)
      sourceCode = view.code(source)
      previousCode = sourceCode
      successor = 0
      let state = model.decode(sourceCode)
      model.successors(of: state) { action, next in
        self.visit(model, state, action, next)
      }
      if successor == 0, let deadlock = watchlist.deadlock {
        note(deadlock, Catch(number: source, code: sourceCode, successor: nil))
      }
      expanded &+= 1
    }
    if !isStarved { flush() }
  }

  @inlinable @inline(__always)
  mutating func visit(_ model: M, _ state: M.State, _ action: M.Action, _ next: M.State) {
    let kind = model.kind(of: action)
    precondition(0 <= kind && kind < kinds, "an action's kind is not an index of actionKinds")
    generated[kind] &+= 1
    let code = model.encode(next)
    if checksCodes { check(model, next, code) }
    if watchlist.hasSteps { watch(state, action, next) }
    successor &+= 1
    if code == sourceCode { return }
    changed[kind] &+= 1
    if code == previousCode { return }
    previousCode = code
    if batch.count == batch.capacity { makeRoomInBatch() }
    let hash = stateHash(code, words: view.words)
    // Even unasked, a sample is tested, always the same one: a code that forgets is a wrong verdict.
    if hash & 63 == 0 { check(model, next, code) }
    batch.pending[batch.count] = Pending(code: code, hash: hash, parent: source)
    batch.count &+= 1
  }

  @inlinable @inline(never)
  mutating func makeRoomInBatch() {
    if !isStarved { flush() }
    if batch.count == batch.capacity { batch.enlarge() }
  }

  @inlinable @inline(never)
  mutating func check(_ model: M, _ state: M.State, _ code: M.Code) {
    let words = view.words
    guard model.decode(code) == state, M.Code(count: words, { code.word($0) }) == code else {
      return fail(.codeMismatch(model.describe(state)))
    }
  }

  /// Looks at a step with everything that watches steps.
  @inlinable @inline(never)
  mutating func watch(_ state: M.State, _ action: M.Action, _ next: M.State) {
    let here = Catch(number: source, code: sourceCode, successor: successor)
    for step in watchlist.ofSteps {
      if step.test(state, action, next) == step.caughtIf { note(step.watch, here) }
    }
    for outcomes in watchlist.ofClasses {
      let outcome = outcomes.classify(state, action, next)
      if outcome >= 0, outcome < outcomes.count { note(outcomes.firstWatch + outcome, here) }
    }
    for features in watchlist.ofStepFeatures {
      let found = features.test(state, action, next) & features.wanted
      if found != 0 { note(found, from: features.firstWatch, here) }
    }
  }

  /// Looks at a new state with everything that watches states.
  @inlinable @inline(never)
  mutating func watch(_ code: M.Code, number: UInt32) {
    let state = model.decode(code)
    for each in watchlist.ofStates {
      if each.test(state) == each.caughtIf {
        note(each.watch, Catch(number: number, code: code, successor: nil))
      }
    }
    for features in watchlist.ofFeatures {
      let found = features.test(state) & features.wanted
      if found != 0 {
        note(found, from: features.firstWatch, Catch(number: number, code: code, successor: nil))
      }
    }
  }
}
