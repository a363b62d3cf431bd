import AddressSpaces
import Logic

/// All states of a small universe, and a program for every class of operation and outcome: every
/// operation, with all its arguments, and everything that becomes of its pages in any state.
struct GraphWalk<Storage, let slots: Int, let frames: Int>
where Storage: FixedWidthInteger & UnsignedInteger & Sendable & BitwiseCopyable {
  typealias V = Concrete<Storage>
  typealias Spaces = AddressSpaces<V, slots, frames>

  /// How a state was reached first, which is by a shortest run.
  private struct Origin {
    var state: Int32
    var operation: Int32
  }

  private let shape: Shape
  private let plans: [Plan<V>]
  private var origins = [Origin(state: -1, operation: -1)]
  private var states: [Spaces]
  private var classes: Set<UInt64> = []
  /// One program a class, in the order of discovery.
  private(set) var programs: [Program] = []
  private(set) var isComplete = true

  var stateCount: Int { states.count }

  /// Explores up to `limit` states, breadth first.
  init(_ oracle: Oracle<Storage, slots, frames>, limit: Int) {
    shape = oracle.shape
    plans = shape.allOperations().map { Plan($0, in: oracle.shape) }
    states = [oracle.spaces]
    var oracle = oracle
    var known = [oracle.spaces: Int32(0)]
    var next = 0
    while next < states.count {
      for (index, plan) in plans.enumerated() {
        oracle.resume(from: states[next])
        guard let result = oracle.trace(plan) else { continue }
        if classes.insert(UInt64(index) << 36 | result).inserted {
          programs.append(program(to: next, then: plan.operation))
        }
        if plan.operation.kind == .access || oracle.spaces == states[next] { continue }
        if known[oracle.spaces] != nil { continue }
        guard states.count < limit else {
          isComplete = false
          continue
        }
        known[oracle.spaces] = Int32(states.count)
        states.append(oracle.spaces)
        origins.append(Origin(state: Int32(next), operation: Int32(index)))
      }
      next += 1
    }
  }

  private func program(to state: Int, then last: Operation) -> Program {
    var operations = [last]
    var position = state
    while origins[position].state >= 0 {
      operations.append(plans[Int(origins[position].operation)].operation)
      position = Int(origins[position].state)
    }
    return Program(shape, operations.reversed())
  }
}

extension Oracle {
  /// Performs a plan of at most six steps; what came of it as a number of 36 bits: the answer before
  /// the first page, or the cases of all pages in order. Nil if the invoker is not active.
  fileprivate mutating func trace(_ plan: Plan<V>) -> UInt64? {
    guard spaces.permits(plan.call).value else { return nil }
    var state = spaces
    if let outcome = state.answer(before: plan.call, layout: layout) {
      switch outcome {
      case .done: return 1
      case .cut: return 2
      case .notExistent: return 3
      case .mapFailed: return 4
      case .accessed: return 5
      case .fault: return 6
      }
    }
    var code: UInt64 = 7
    for step in plan.steps {
      let pageCase = state.take(step, layout: layout)
      code = code << 5 | UInt64(pageCase.rawValue)
      if state.outcome(after: pageCase) != nil { break }
    }
    resume(from: state)
    return code
  }
}
