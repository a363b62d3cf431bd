import Exploration
import Synchronization

/// What progress was reported.
final class Seen: Sendable {
  private let list = Mutex<[Progress]>([])
  func add(_ progress: Progress) { list.withLock { $0.append(progress) } }
  var all: [Progress] { list.withLock { $0 } }
}

/// A model that goes another way after some number of calls: what no model may do.
struct Fickle: Model {
  final class Calls: Sendable { let count = Atomic<Int>(0) }

  let calls = Calls()
  let changesAfter: Int
  let isFickleAboutProperty: Bool
  let actionKinds = ["advance"]
  let initialStates: [UInt64] = [0]

  typealias Code = UInt64
  func kind(of action: Int) -> Int { 0 }

  func successors(of state: UInt64, _ body: (Int, UInt64) -> Void) {
    let isLate = calls.count.wrappingAdd(1, ordering: .relaxed).oldValue >= changesAfter
    if state < 10 { body(0, isLate && !isFickleAboutProperty ? state + 100 : state + 1) }
  }

  var properties: [Property<Fickle>] {
    [
      .always("is never 10") { state in
        if !isFickleAboutProperty { return state != 10 }
        return state != 10 || calls.count.load(ordering: .relaxed) > changesAfter
      }
    ]
  }
}

/// A model that forgets the lowest bit of a state when it encodes it.
struct Forgetful: Model {
  struct Number: Hashable, Sendable { var value: UInt64 }

  let actionKinds = ["advance"]
  let initialStates = [Number(value: 0)]
  func encode(_ state: Number) -> UInt64 { state.value / 2 }
  func decode(_ code: UInt64) -> Number { Number(value: code * 2) }
  func kind(of action: Int) -> Int { 0 }
  func successors(of state: Number, _ body: (Int, Number) -> Void) {
    if state.value < 20 { body(0, Number(value: state.value + 1)) }
  }
}

/// A model whose codes are so long that there are not enough addresses for all that could be.
struct Bulky: Model {
  typealias State = Words<8192>
  typealias Code = Words<8192>

  let actionKinds = ["stay"]
  let initialStates = [Words<8192>()]
  func kind(of action: Int) -> Int { 0 }
  func successors(of state: State, _ body: (Int, State) -> Void) { body(0, state) }
}
