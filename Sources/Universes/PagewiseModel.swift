import AddressSpaces
import AddressSpacesProofs
import Exploration
import Logic
import Vocabulary

/// A universe in which a flexpage operation is done page by page, and other operations happen in
/// between: each task can have one in progress, and as many at once as the universe allows.
/// (N1, N2, N5, UM12, UM15)
public struct PagewiseModel<Storage, let slots: Int, let frames: Int, let words: Int>: Model
where Storage: FixedWidthInteger & UnsignedInteger & Sendable & BitwiseCopyable {
  public typealias V = Concrete<Storage>
  public typealias Code = Words<words>

  /// An operation that has done some of its pages.
  public struct Progress: Hashable, Comparable, Sendable {
    public var operation: UInt16
    public var next: UInt8

    @inlinable
    public static func < (left: Self, right: Self) -> Bool {
      (left.operation, left.next) < (right.operation, right.next)
    }
  }

  public struct State: Hashable, Sendable {
    public var spaces: AddressSpaces<V, slots, frames>
    /// In ascending order, so that the same situation is the same state.
    public var ongoing: [Progress]
  }

  public enum Action: Hashable, Sendable {
    case start(UInt16)
    case go(Progress)
  }

  public let rules: Rulebook<Storage, slots, frames>
  let packing: Packing
  /// How many operations can be in progress at once: at most `bound`, for they share a word.
  let concurrency: Int
  public let properties: [Property<Self>]
  let reading: Reading<Self, Storage, slots, frames>

  /// The most operations in progress that a state has room for.
  public static var bound: Int { 2 }

  public init(
    _ rules: Rulebook<Storage, slots, frames>, concurrency: Int, checking agenda: Agenda
  ) {
    precondition(concurrency <= Self.bound, "too many operations at once")
    self.rules = rules
    self.concurrency = concurrency
    packing = Packing(
      rules.shape, slots: slots, frames: frames, hasAccesses: rules.hasAccesses)
    precondition(packing.words + 1 <= words, "a state does not fit its code")
    reading = Reading(
      shape: rules.shape, layout: rules.layout, agenda: agenda, spaces: { $0.spaces },
      steps: { state, action, body in
        let (operation, first) = Self.position(of: action)
        let plan = rules.plans[operation]
        guard first > 0 || state.spaces.answer(before: plan.call, layout: rules.layout) == nil,
          plan.steps.indices.contains(first)
        else { return }
        body(Transition(from: state.spaces, plan.steps[first], layout: rules.layout))
      },
      answer: { _, _ in nil })
    properties = reading.properties
  }

  public var unshared: Self {
    Self(rules.unshared, concurrency: concurrency, checking: reading.agenda.unshared)
  }

  public var initialStates: [State] { [State(spaces: rules.boot, ongoing: [])] }

  static func position(of action: Action) -> (operation: Int, step: Int) {
    switch action {
    case .start(let operation): (Int(operation), 0)
    case .go(let progress): (Int(progress.operation), Int(progress.next))
    }
  }

  public func successors(of state: State, _ body: (Action, State) -> Void) {
    let mapped = state.spaces.mapped
    for index in rules.plans.indices {
      guard rules.offers(rules.entries[index], in: state.spaces, mapped: mapped) else { continue }
      let plan = rules.plans[index]
      let isFree = !state.ongoing.contains {
        rules.plans[Int($0.operation)].operation.invoker == plan.operation.invoker
      }
      guard isFree, plan.steps.count < 2 || state.ongoing.count < concurrency else { continue }
      var next = state
      if next.spaces.answer(before: plan.call, layout: rules.layout) == nil, !plan.steps.isEmpty {
        advance(&next, index, step: 0)
      }
      body(.start(UInt16(index)), next)
    }
    for progress in state.ongoing {
      var next = state
      next.ongoing.removeAll { $0 == progress }
      advance(&next, Int(progress.operation), step: Int(progress.next))
      body(.go(progress), next)
    }
  }

  /// Does one page of an operation, and remembers how far it is.
  private func advance(_ state: inout State, _ index: Int, step: Int) {
    let plan = rules.plans[index]
    let result = state.spaces.take(plan.steps[step], layout: rules.layout)
    if state.spaces.outcome(after: result) == nil, step + 1 < plan.steps.count {
      state.ongoing.append(Progress(operation: UInt16(index), next: UInt8(step + 1)))
      state.ongoing.sort()
    }
    // What a deleted task was doing ends with it. (TN7)
    state.ongoing.removeAll {
      !rules.plans[Int($0.operation)].call.invoker.isSubset(of: state.spaces.live).value
    }
  }

  public var actionKinds: [String] { rules.kindsInUse.map(\.rawValue) + ["continue"] }

  public func kind(of action: Action) -> Int {
    switch action {
    case .start(let operation): rules.kind(of: Int(operation))
    case .go: rules.kindsInUse.count
    }
  }

  public var codeWords: Int { packing.words + 1 }

  public func encode(_ state: State) -> Code {
    var code: Code = packing.encode(state.spaces)
    for (position, progress) in state.ongoing.enumerated() {
      let word = 1 << 24 | UInt64(progress.operation) << 8 | UInt64(progress.next)
      code[packing.words] |= word << UInt64(32 * position)
    }
    return code
  }

  public func decode(_ code: Code) -> State {
    let ongoing = (0..<Self.bound).compactMap { position -> Progress? in
      let word = code[packing.words] >> UInt64(32 * position)
      guard word >> 24 & 1 == 1 else { return nil }
      return Progress(
        operation: UInt16(truncatingIfNeeded: word >> 8), next: UInt8(truncatingIfNeeded: word))
    }
    return State(spaces: packing.decode(code), ongoing: ongoing)
  }

  public func describe(_ action: Action) -> String {
    switch action {
    case .start(let index): rules.plans[Int(index)].operation.description
    case .go(let progress):
      "continue \(rules.plans[Int(progress.operation)].operation) with page \(progress.next + 1)"
    }
  }

  public func describe(_ state: State) -> String {
    let ongoing = state.ongoing.map {
      "in progress: \(rules.plans[Int($0.operation)].operation), \($0.next) pages done"
    }
    return ([Picture(state.spaces, in: rules.shape).description] + ongoing).joined(separator: "; ")
  }
}
