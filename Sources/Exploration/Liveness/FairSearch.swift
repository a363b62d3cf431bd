/// Looks for runs without end that are fair and on which the goal of one promise does not come.
struct FairSearch<M: Model> {
  let graph: StateGraph<M>
  /// The index of the promise.
  let promise: Int
  /// Whether the goal is due from the initial states on, and from no others.
  let isFromStart: Bool
  let goalClass: Int8?
  let weak: UInt64
  let strong: UInt64
  private var components: ComponentSearch<M>
  /// For every state: the number of the fair set that it is in, from 1; 0 where in none.
  private(set) var fair: [UInt32]
  /// The fair sets: from every state of one a fair cycle can be gone that stays in it.
  private(set) var sets: [[UInt32]] = []

  init(
    _ graph: StateGraph<M>, _ fairness: Fairness<M>, _ promise: Promise<M>, at index: Int
  ) {
    self.graph = graph
    self.promise = index
    isFromStart = promise.trigger == nil
    goalClass = promise.goalClass.map { Int8($0) }
    weak = fairness.mask(.weak)
    strong = fairness.mask(.strong)
    components = ComponentSearch(graph, without: goalClass)
    fair = Array(repeating: 0, count: graph.count)
  }

  /// Whether something is due in a state, by itself.
  func isTrigger(_ state: UInt32) -> Bool { graph.triggers[Int(state)] >> UInt64(promise) & 1 == 1 }

  /// Whether something is due in any state.
  var isEverDue: Bool { graph.triggers.contains { $0 >> UInt64(promise) & 1 == 1 } }

  /// Whether a run that waits for the goal can be in a state, which has been expanded.
  func waits(_ state: UInt32) -> Bool {
    graph.goals[Int(state)] >> UInt64(promise) & 1 == 0 && state < graph.expanded
  }

  /// Whether a run that waits for the goal can take a step.
  func waits(takingStep step: Int) -> Bool {
    waits(graph.target[step]) && graph.stepClass[step] != goalClass
  }

  /// Whether a run can end in a state: nothing that must happen can happen there.
  func isAtRest(_ state: UInt32) -> Bool { graph.enabled[Int(state)] & (weak | strong) == 0 }

  /// Finds all fair sets among the states that a run can be in which waits for the goal.
  mutating func run(from due: [UInt32]) {
    var left = components.components(of: reached(from: due))
    while let component = left.popLast() {
      let (taken, always, ever) = classes(of: component)
      let hasStep = component.contains { state in
        graph.steps(of: Int(state)).contains { components.counts($0, from: state) }
      }
      // Whoever stays in a part of the component is not fair to these either.
      guard hasStep, weak & always & ~taken == 0 else { continue }
      let missed = strong & ever & ~taken
      guard missed != 0 else {
        sets.append(component)
        for state in component { fair[Int(state)] = UInt32(sets.count) }
        continue
      }
      // A fair run does not come again and again to where it would have to take one of these.
      left += components.components(
        of: component.filter { graph.enabled[Int($0)] & missed == 0 })
    }
  }

  /// The states that a run can be in which waits for the goal.
  private func reached(from due: [UInt32]) -> [UInt32] {
    var found = due
    var isFound = Array(repeating: false, count: graph.count)
    for state in due { isFound[Int(state)] = true }
    var next = 0
    while next < found.count {
      for step in graph.steps(of: Int(found[next])) where waits(takingStep: step) {
        let target = graph.target[step]
        if !isFound[Int(target)] { found.append(target) }
        isFound[Int(target)] = true
      }
      next += 1
    }
    return found
  }

  /// The classes of the steps inside of a component, those that can be taken in all of its states,
  /// and those that can be taken in some.
  func classes(of component: [UInt32]) -> (taken: UInt64, always: UInt64, ever: UInt64) {
    var (taken, always, ever): (UInt64, UInt64, UInt64) = (0, .max, 0)
    for state in component {
      always &= graph.enabled[Int(state)]
      ever |= graph.enabled[Int(state)]
      for step in graph.steps(of: Int(state)) where components.counts(step, from: state) {
        if graph.stepClass[step] >= 0 { taken |= 1 << UInt64(graph.stepClass[step]) }
      }
    }
    return (taken, always, ever)
  }
}
