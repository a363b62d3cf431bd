import AddressSpaces
import AddressSpacesProofs
import Exploration
import Logic
import Vocabulary

/// A universe in which every operation is one atomic step.
public struct SpacesModel<Storage, let slots: Int, let frames: Int, let words: Int>: Model
where Storage: FixedWidthInteger & UnsignedInteger & Sendable & BitwiseCopyable {
  public typealias V = Concrete<Storage>
  public typealias State = AddressSpaces<V, slots, frames>
  public typealias Code = Words<words>

  /// The position of an operation in the universe's list.
  public struct Action: Hashable, Sendable {
    public let operation: UInt16

    @inlinable
    init(_ operation: Int) { self.operation = UInt16(truncatingIfNeeded: operation) }
  }

  public let rules: Rulebook<Storage, slots, frames>
  @usableFromInline let packing: Packing
  public let properties: [Property<Self>]
  let reading: Reading<Self, Storage, slots, frames>

  public init(
    _ rules: Rulebook<Storage, slots, frames>, checking agenda: Agenda
  ) {
    self.rules = rules
    packing = Packing(
      rules.shape, slots: slots, frames: frames, hasAccesses: rules.hasAccesses)
    precondition(packing.words <= words, "a state does not fit its code")
    reading = Reading(
      shape: rules.shape, layout: rules.layout, agenda: agenda, spaces: { $0 },
      steps: { state, action, body in
        rules.transitions(of: Int(action.operation), from: state, body)
      },
      answer: { state, action in
        let plan = rules.plans[Int(action.operation)]
        var after = state
        return (plan.operation.kind, after.perform(plan, layout: rules.layout))
      })
    properties = reading.properties
  }

  public var unshared: Self { Self(rules.unshared, checking: reading.agenda.unshared) }

  public var initialStates: [State] { [rules.boot] }

  @inlinable @inline(__always)
  public func successors(of state: State, _ body: (Action, State) -> Void) {
    rules.successors(of: state) { index, next in body(Action(index), next) }
  }

  public var actionKinds: [String] { rules.kindsInUse.map(\.rawValue) }

  @inlinable
  public func kind(of action: Action) -> Int { rules.kind(of: Int(action.operation)) }

  public var codeWords: Int { packing.words }

  @inlinable
  public func encode(_ state: State) -> Code { packing.encode(state) }

  @inlinable
  public func decode(_ code: Code) -> State { packing.decode(code) }

  public func describe(_ action: Action) -> String {
    rules.plans[Int(action.operation)].operation.description
  }

  public func describe(_ state: State) -> String { Picture(state, in: rules.shape).description }
}
