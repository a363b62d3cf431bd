/// What to watch for during a search: violations and goals alike are watches, caught when their test comes out one way.
@usableFromInline
struct Watchlist<M: Model>: Sendable {
  @usableFromInline
  struct Watch: Sendable {
    /// The index of the property; nil for a deadlock.
    let property: Int?
    let outcome: Int?
    let isGoal: Bool
  }
  @usableFromInline
  struct StateWatch: Sendable {
    @usableFromInline let watch: Int
    /// What the test says of a state to be caught.
    @usableFromInline let caughtIf: Bool
    @usableFromInline let test: Property<M>.StateTest
  }
  @usableFromInline
  struct StepWatch: Sendable {
    @usableFromInline let watch: Int
    @usableFromInline let caughtIf: Bool
    @usableFromInline let test: Property<M>.StepTest
  }
  @usableFromInline
  struct ClassWatch: Sendable {
    @usableFromInline let firstWatch: Int
    @usableFromInline let count: Int
    @usableFromInline let classify: Property<M>.Classifier
  }

  /// Watches of one kind of feature, one for each bit.
  @usableFromInline
  struct FeatureWatch<Test: Sendable>: Sendable {
    @usableFromInline let firstWatch: Int
    @usableFromInline let count: Int
    /// The features that were not seen yet.
    @usableFromInline var wanted: UInt128
    @usableFromInline let test: Test

    init(firstWatch: Int, count: Int, test: Test) {
      precondition(count <= 128, "there is room for 128 features")
      self.firstWatch = firstWatch
      self.count = count
      wanted = count == 128 ? .max : (1 << UInt128(count)) - 1
      self.test = test
    }

    mutating func leaveOut(_ isSettled: [Bool]) {
      for feature in 0..<count where isSettled[firstWatch + feature] {
        wanted &= ~(1 << UInt128(feature))
      }
    }

    func covers(_ watch: Int) -> Bool { firstWatch <= watch && watch < firstWatch + count }
  }

  @usableFromInline private(set) var watches: [Watch] = []
  @usableFromInline private(set) var ofStates: [StateWatch] = []
  @usableFromInline private(set) var ofSteps: [StepWatch] = []
  @usableFromInline private(set) var ofClasses: [ClassWatch] = []
  @usableFromInline private(set) var ofFeatures: [FeatureWatch<Property<M>.StateFeatures>] = []
  @usableFromInline private(set) var ofStepFeatures: [FeatureWatch<Property<M>.StepFeatures>] = []
  /// The watch for a state without successors.
  @usableFromInline private(set) var deadlock: Int?

  @usableFromInline var hasSteps: Bool {
    !ofSteps.isEmpty || !ofClasses.isEmpty || !ofStepFeatures.isEmpty
  }

  init(_ properties: [Property<M>], detectsDeadlock: Bool) {
    for (index, property) in properties.enumerated() {
      let watch = watches.count
      switch property.kind {
      case .always(let test):
        watches.append(Watch(property: index, outcome: nil, isGoal: false))
        ofStates.append(StateWatch(watch: watch, caughtIf: false, test: test))
      case .sometimes(let test):
        watches.append(Watch(property: index, outcome: nil, isGoal: true))
        ofStates.append(StateWatch(watch: watch, caughtIf: true, test: test))
      case .alwaysStep(let test):
        watches.append(Watch(property: index, outcome: nil, isGoal: false))
        ofSteps.append(StepWatch(watch: watch, caughtIf: false, test: test))
      case .sometimesStep(let test):
        watches.append(Watch(property: index, outcome: nil, isGoal: true))
        ofSteps.append(StepWatch(watch: watch, caughtIf: true, test: test))
      case .outcomes(let names, let classify):
        addOutcomes(of: index, names)
        ofClasses.append(ClassWatch(firstWatch: watch, count: names.count, classify: classify))
      case .features(let names, let test):
        addOutcomes(of: index, names)
        ofFeatures.append(FeatureWatch(firstWatch: watch, count: names.count, test: test))
      case .stepFeatures(let names, let test):
        addOutcomes(of: index, names)
        ofStepFeatures.append(FeatureWatch(firstWatch: watch, count: names.count, test: test))
      }
    }
    if detectsDeadlock {
      deadlock = watches.count
      watches.append(Watch(property: nil, outcome: nil, isGoal: false))
    }
  }

  private mutating func addOutcomes(of property: Int, _ names: [String]) {
    for outcome in names.indices {
      watches.append(Watch(property: property, outcome: outcome, isGoal: true))
    }
  }

  /// Leaves out what there is no need to look at any more.
  @usableFromInline
  mutating func leaveOut(_ isSettled: [Bool]) {
    ofStates.removeAll { isSettled[$0.watch] }
    ofSteps.removeAll { isSettled[$0.watch] }
    ofClasses.removeAll { each in
      isSettled[each.firstWatch..<each.firstWatch + each.count].allSatisfy { $0 }
    }
    for index in ofFeatures.indices { ofFeatures[index].leaveOut(isSettled) }
    for index in ofStepFeatures.indices { ofStepFeatures[index].leaveOut(isSettled) }
    ofFeatures.removeAll { $0.wanted == 0 }
    ofStepFeatures.removeAll { $0.wanted == 0 }
  }

  /// Whether the watch catches a state.
  func catches(_ watch: Int, state: M.State) -> Bool {
    ofStates.contains { $0.watch == watch && $0.test(state) == $0.caughtIf }
      || ofFeatures.contains {
        $0.covers(watch) && $0.test(state) >> UInt128(watch - $0.firstWatch) & 1 == 1
      }
  }

  /// Whether the watch catches a step.
  func catches(_ watch: Int, _ state: M.State, _ action: M.Action, _ next: M.State) -> Bool {
    ofSteps.contains { $0.watch == watch && $0.test(state, action, next) == $0.caughtIf }
      || ofClasses.contains {
        $0.firstWatch <= watch && watch < $0.firstWatch + $0.count
          && $0.classify(state, action, next) == watch - $0.firstWatch
      }
      || ofStepFeatures.contains {
        $0.covers(watch)
          && $0.test(state, action, next) >> UInt128(watch - $0.firstWatch) & 1 == 1
      }
  }
}

/// Where a watch caught something: in a state, or on one of the steps from it.
@usableFromInline
struct Catch<Code: StateCode>: Sendable {
  @usableFromInline let number: UInt32
  @usableFromInline let code: Code
  /// Which of the state's successors; nil for the state itself.
  @usableFromInline let successor: Int?

  @inlinable
  init(number: UInt32, code: Code, successor: Int?) {
    self.number = number
    self.code = code
    self.successor = successor
  }

  /// The order by which one of several is picked: the same in every search, however many threads it has.
  @inlinable
  func precedes(_ other: Catch) -> Bool {
    if code != other.code { return code < other.code }
    return (successor ?? 0) < (other.successor ?? 0)
  }
}
