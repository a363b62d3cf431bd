import Exploration

/// Some counters, each of which can be incremented or reset: `limit` to the power of `count` states.
struct Counters: Model {
  enum Action: Hashable, Sendable {
    case increment(Int)
    case reset(Int)
    /// Never enabled.
    case overflow
  }

  let count: Int
  let limit: UInt64
  var properties: [Property<Counters>] = []
  var actionKinds = ["increment", "reset"]
  var initialStates: [UInt64] = [0]
  /// The cells of the state are digits of that base.
  private func power(_ index: Int) -> UInt64 { (0..<index).reduce(1) { power, _ in power * limit } }

  typealias State = UInt64
  typealias Code = UInt64

  func digit(_ index: Int, of state: UInt64) -> UInt64 { state / power(index) % limit }

  func successors(of state: UInt64, _ body: (Action, UInt64) -> Void) {
    for index in 0..<count {
      let digit = digit(index, of: state)
      if digit + 1 < limit { body(.increment(index), state + power(index)) }
      body(.reset(index), state - digit * power(index))
    }
  }

  func kind(of action: Action) -> Int {
    switch action {
    case .increment: 0
    case .reset: 1
    case .overflow: 2
    }
  }
}

/// One chain: 0, 1, ... up to the last, with nothing enabled there.
struct Chain: Model {
  let length: UInt64
  var properties: [Property<Chain>] = []
  let actionKinds = ["advance"]
  let initialStates: [UInt64] = [0]

  typealias Code = UInt64
  func successors(of state: UInt64, _ body: (Int, UInt64) -> Void) {
    if state + 1 < length { body(0, state + 1) }
  }
  func kind(of action: Int) -> Int { 0 }
}
