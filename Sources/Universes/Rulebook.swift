import AddressSpaces
import AddressSpacesProofs
import Logic
import Vocabulary

/// The operations of a universe and the rules that they follow, ready to be run.
public struct Rulebook<Storage, let slots: Int, let frames: Int>: Sendable
where Storage: FixedWidthInteger & UnsignedInteger & Sendable & BitwiseCopyable {
  public typealias V = Concrete<Storage>
  public typealias Spaces = AddressSpaces<V, slots, frames>

  public let shape: Shape
  public let layout: Layout<V, slots, frames>
  public let plans: [Plan<V>]
  /// For every operation: the slots of which one must be held for it to do anything.
  @usableFromInline let needs: [V.Bits]
  /// Whether operations are offered that find nothing to do; otherwise they do not count as enabled.
  public let offersIdleCalls: Bool
  public let boot: Spaces
  /// The kinds of operation that the universe has.
  public let kindsInUse: [Operation.Kind]
  @usableFromInline let kinds: [Int]
  /// Whether there are memory accesses, so that what the TLB has is part of the state.
  public let hasAccesses: Bool

  public init(
    _ shape: Shape, _ operations: [Operation], granularity: Plan<V>.Granularity = .atomic,
    offersIdleCalls: Bool
  ) {
    self.shape = shape
    self.offersIdleCalls = offersIdleCalls
    let layout = Layout<V, slots, frames>(shape)
    self.layout = layout
    let inUse = Operation.Kind.allCases.filter { kind in operations.contains { $0.kind == kind } }
    kindsInUse = inUse
    kinds = operations.map { inUse.firstIndex(of: $0.kind) ?? 0 }
    hasAccesses = inUse.contains(.access)
    plans = operations.map { Plan($0, in: shape, granularity: granularity) }
    boot = layout.boot(
      tasks: V.Bits(mask: shape.allTasks.reduce(0) { $0 | shape.mask(of: $1) }))
    needs = plans.map { plan in
      plan.steps.reduce(V.Bits.empty) { all, step in
        switch step {
        case .map(let source, to: _, in: _, write: _), .grant(let source, to: _, in: _, write: _):
          all | source
        case .unmap(let pages, _): all | pages
        case .delete, .create, .access: V.Bits(storage: .max)
        }
      }
    }
  }

  /// Whether operation `index` is offered in a state.
  @inlinable
  public func offers(_ index: Int, in spaces: Spaces, mapped: V.Bits) -> Bool {
    plans[index].invoker.isSubset(of: spaces.live).value
      && (offersIdleCalls || !(needs[index] & mapped).isEmpty.value)
  }

  /// The position in `kindsInUse` of an operation's kind.
  @inlinable
  public func kind(of index: Int) -> Int { kinds[index] }

  /// The steps of an operation, one by one, with the states between them.
  public func transitions(
    of index: Int, from spaces: Spaces, _ body: (Transition<V, slots, frames>) -> Void
  ) {
    guard spaces.answer(before: plans[index], layout: layout) == nil else { return }
    var state = spaces
    for step in plans[index].steps {
      let transition = Transition(from: state, step, layout: layout)
      body(transition)
      state = transition.after
      if state.outcome(after: transition.result) != nil { return }
    }
  }
}
