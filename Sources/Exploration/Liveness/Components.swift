/// Finds the strongly connected components of parts of a graph: sets of states from each of which
/// every other is reached, and no larger ones. By the algorithm of Tarjan (doi:10.1137/0201010), with
/// a stack of its own, for paths can be as long as there are states.
struct ComponentSearch<M: Model> {
  let graph: StateGraph<M>
  /// The class whose steps do not count.
  let without: Int8?
  /// For every state: the number of the region that it is in now, or 0. A step counts if it does not
  /// leave its region.
  private(set) var region: [UInt32]
  private var regions: UInt32 = 0
  /// For every state: when it was found, from 1, and the earliest open one that it leads to.
  private var order: [UInt32]
  private var low: [UInt32]
  /// The states that were found, but are in no component yet.
  private var open: [UInt32] = []
  private var isOpen: [Bool]

  init(_ graph: StateGraph<M>, without: Int8?) {
    self.graph = graph
    self.without = without
    region = Array(repeating: 0, count: graph.count)
    order = region
    low = region
    isOpen = Array(repeating: false, count: graph.count)
  }

  /// Whether a step from a state counts.
  func counts(_ step: Int, from state: UInt32) -> Bool {
    region[Int(graph.target[step])] == region[Int(state)] && graph.stepClass[step] != without
  }

  /// Makes a region of some states, which leave the regions that they were in.
  private mutating func separate(_ states: [UInt32]) {
    regions += 1
    for state in states {
      region[Int(state)] = regions
      order[Int(state)] = 0
    }
  }

  /// The components of some states. Each is a region afterwards.
  mutating func components(of states: [UInt32]) -> [[UInt32]] {
    separate(states)
    var found: [[UInt32]] = []
    var path: [(state: UInt32, step: Int)] = []
    var clock: UInt32 = 0
    for root in states where order[Int(root)] == 0 {
      enter(root, &clock)
      path.append((root, graph.firstStep[Int(root)]))
      while let (state, step) = path.last {
        if step == graph.firstStep[Int(state) + 1] {
          path.removeLast()
          if low[Int(state)] == order[Int(state)] {
            found.append(close(state))
          } else if let above = path.last?.state {
            low[Int(above)] = min(low[Int(above)], low[Int(state)])
          }
          continue
        }
        path[path.count - 1].step += 1
        guard counts(step, from: state) else { continue }
        let next = graph.target[step]
        if order[Int(next)] == 0 {
          enter(next, &clock)
          path.append((next, graph.firstStep[Int(next)]))
        } else if isOpen[Int(next)] {
          low[Int(state)] = min(low[Int(state)], order[Int(next)])
        }
      }
    }
    // Only now: while the search goes on, steps between components count.
    for component in found { separate(component) }
    return found
  }

  private mutating func enter(_ state: UInt32, _ clock: inout UInt32) {
    clock += 1
    order[Int(state)] = clock
    low[Int(state)] = clock
    open.append(state)
    isOpen[Int(state)] = true
  }

  /// The component that was found first through `state`.
  private mutating func close(_ state: UInt32) -> [UInt32] {
    var component: [UInt32] = []
    while let last = open.popLast() {
      isOpen[Int(last)] = false
      component.append(last)
      if last == state { break }
    }
    return component
  }
}
