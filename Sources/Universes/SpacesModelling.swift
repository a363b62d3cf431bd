import AddressSpaces
import Exploration
import Logic
import Vocabulary

/// A model of address spaces, of whichever granularity and size.
protocol SpacesModelling: Model {
  /// The operation that an action is or begins.
  func operation(of action: Action) -> Operation?
  /// The address spaces of a state.
  func spaces(of state: State) -> WideSpaces
  /// The state with these address spaces in which nothing is in progress.
  func state(of spaces: WideSpaces) -> State
  /// The statements of the agenda that are not true of a state, or of the step to it.
  func failing(_ state: State, after step: (State, Action)?) -> [Failing]
}

extension SpacesModel: SpacesModelling {
  func operation(of action: Action) -> Operation? { rules.plans[Int(action.operation)].operation }
  func spaces(of state: State) -> WideSpaces { WideSpaces(resizing: state) }
  func state(of spaces: WideSpaces) -> State { State(resizing: spaces) }
  func failing(_ state: State, after step: (State, Action)?) -> [Failing] {
    reading.failing(state, after: step)
  }
}

extension PagewiseModel: SpacesModelling {
  func operation(of action: Action) -> Operation? {
    if case .start(let index) = action { rules.plans[Int(index)].operation } else { nil }
  }
  func spaces(of state: State) -> WideSpaces { WideSpaces(resizing: state.spaces) }
  func state(of spaces: WideSpaces) -> State {
    State(spaces: AddressSpaces(resizing: spaces), ongoing: [])
  }
  func failing(_ state: State, after step: (State, Action)?) -> [Failing] {
    reading.failing(state, after: step)
  }
}

/// Something that is done with the model of a universe, of whichever type it is.
protocol ModelVisitor {
  associatedtype Result
  func visit(_ model: some SpacesModelling) throws -> Result
}

/// Sizes that fit: the word of a set of slots, slots, frames, and words of a stored state.
private enum Fit<
  Storage: FixedWidthInteger & UnsignedInteger & Sendable & BitwiseCopyable, let slots: Int,
  let frames: Int, let words: Int
> {}

extension Universe {
  /// Makes the model with the smallest state in which the universe fits, for it is the fastest.
  func model<Visitor: ModelVisitor>(for visitor: Visitor) throws -> Visitor.Result {
    if shape.slots <= 8, shape.frames + shape.ports <= 4 {
      try model(as: Fit<UInt8, 8, 4, 4>.self, for: visitor)
    } else if shape.slots <= 16, shape.frames + shape.ports <= 8 {
      try model(as: Fit<UInt16, 16, 8, 11>.self, for: visitor)
    } else {
      try model(as: Fit<UInt32, 32, 16, 35>.self, for: visitor)
    }
  }

  private func model<
    Visitor: ModelVisitor, Storage, let slots: Int, let frames: Int, let words: Int
  >(
    as fit: Fit<Storage, slots, frames, words>.Type, for visitor: Visitor
  ) throws -> Visitor.Result {
    switch granularity {
    case .atomic:
      let rules = Rulebook<Storage, slots, frames>(
        shape, operations, offersIdleCalls: offersIdleCalls)
      return try visitor.visit(
        SpacesModel<Storage, slots, frames, words>(rules, checking: agenda))
    case .pageByPage:
      let rules = Rulebook<Storage, slots, frames>(
        shape, operations, granularity: .page, offersIdleCalls: offersIdleCalls)
      return try visitor.visit(
        PagewiseModel<Storage, slots, frames, words>(
          rules, concurrency: concurrency, checking: agenda))
    }
  }
}
