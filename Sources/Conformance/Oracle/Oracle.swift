import AddressSpaces
import Logic
import Vocabulary

/// The specification, asked what a kernel must do: the address spaces after every operation, run in
/// the smallest state that the universe fits in.
struct Oracle<Storage, let slots: Int, let frames: Int>: Sendable
where Storage: FixedWidthInteger & UnsignedInteger & Sendable & BitwiseCopyable {
  typealias V = Concrete<Storage>
  typealias Spaces = AddressSpaces<V, slots, frames>

  let shape: Shape
  let layout: Layout<V, slots, frames>
  private let boot: Spaces
  private(set) var spaces: Spaces

  init(_ shape: Shape) {
    self.shape = shape
    layout = Layout(shape)
    boot = layout.boot(
      tasks: V.Bits(mask: shape.allTasks.reduce(0) { $0 | shape.mask(of: $1) }))
    spaces = boot
  }

  mutating func reset() { spaces = boot }

  /// Goes on from another state.
  mutating func resume(from other: Spaces) { spaces = other }

  /// Performs an operation; nil, and nothing happens, if its invoker is not active.
  mutating func perform(_ operation: Operation) -> Expectation? {
    perform(Plan<V>(operation, in: shape))
  }

  /// As `AddressSpaces.perform`, with a record of what became of each page.
  mutating func perform(_ plan: Plan<V>) -> Expectation? {
    guard spaces.permits(plan.call).value else { return nil }
    let operation = plan.operation
    var cases = Cases()
    if let outcome = spaces.answer(before: plan.call, layout: layout) {
      return Expectation(Answer(outcome, of: operation, reaching: .fault), cases)
    }
    for step in plan.steps {
      let pageCase = spaces.take(step, layout: layout)
      cases.insert(pageCase)
      if let outcome = spaces.outcome(after: pageCase) {
        var reach = Reach.fault
        if case .access(let task, let place, _) = operation, outcome == .accessed {
          reach = self.reach(shape.slot(task, place))
        }
        return Expectation(Answer(outcome, of: operation, reaching: reach), cases)
      }
    }
    return Expectation(Answer(operation.completion, of: operation, reaching: .fault), cases)
  }

  /// What is at a slot in the forest.
  private func reach(_ slot: Slot) -> Reach {
    let found = spaces.holders.ids(meeting: V.Bits(id: Int(slot.rawValue)))
    return found.mask == 0 ? .fault : .frame(Frame(found.mask.trailingZeroBitCount))
  }

  /// What all tasks can reach now.
  var view: View {
    var view = View()
    for frame in 0..<shape.frames + shape.ports {
      var holders = spaces.holders[row: frame].mask
      view.mapped |= UInt32(truncatingIfNeeded: holders)
      while holders != 0 {
        view.frames[holders.trailingZeroBitCount] = UInt8(frame)
        holders &= holders &- 1
      }
    }
    view.writable = UInt32(truncatingIfNeeded: spaces.writable.mask)
    view.live = UInt32(truncatingIfNeeded: spaces.live.mask)
    return view
  }
}

/// What the specification says of an operation: the answer, and the cases of its pages.
struct Expectation {
  var answer: Answer
  var cases: Cases

  init(_ answer: Answer, _ cases: Cases) {
    self.answer = answer
    self.cases = cases
  }
}

/// A set of cases.
struct Cases: Hashable, Sendable {
  private(set) var mask: UInt32 = 0

  mutating func insert(_ pageCase: PageCase) { mask |= 1 << UInt32(pageCase.rawValue) }

  var all: [PageCase] { PageCase.allCases.filter { mask >> UInt32($0.rawValue) & 1 == 1 } }
}

/// What all tasks can reach, slot by slot.
struct View {
  /// Meaningful where something is mapped.
  var frames = InlineArray<32, UInt8>(repeating: 0)
  var mapped: UInt32 = 0
  var writable: UInt32 = 0
  /// The slots of the tasks that are active.
  var live: UInt32 = 0

  func reach(_ slot: Int, write: Bool) -> Reach {
    let allowed = write ? mapped & writable : mapped
    return allowed >> UInt32(slot) & 1 == 1 ? .frame(Frame(Int(frames[slot]))) : .fault
  }

  func isLive(_ slot: Int) -> Bool { live >> UInt32(slot) & 1 == 1 }
}
