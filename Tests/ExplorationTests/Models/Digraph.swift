import Exploration

/// A graph as it is drawn: states are numbers, each with its steps.
struct Digraph: Model {
  struct Step: Hashable, Sendable {
    var target: UInt64
    /// The class for fairness, or -1.
    var fairness: Int
  }

  var steps: [[Step]]
  var initialStates: [UInt64] = [0]
  let actionKinds = ["step"]

  typealias Code = UInt64
  func successors(of state: UInt64, _ body: (Step, UInt64) -> Void) {
    for step in steps[Int(state)] { body(step, step.target) }
  }
  func kind(of action: Step) -> Int { 0 }
}

extension Digraph {
  /// `states` states with few steps each, in `classes` classes, or in none.
  init(states: Int, classes: Int, seed: UInt64) {
    var random = SplitMix(state: seed)
    steps = (0..<states).map { _ in
      (0..<random.next(below: 4)).map { _ in
        Step(
          target: UInt64(random.next(below: states)), fairness: random.next(below: classes + 1) - 1)
      }
    }
  }
}

/// Random numbers that are the same everywhere.
struct SplitMix {
  var state: UInt64

  mutating func next(below limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(limit))
  }
}
