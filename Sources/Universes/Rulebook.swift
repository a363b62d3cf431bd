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
  public let granularity: Plan<V>.Granularity
  public let plans: [Plan<V>]
  /// The same plans without any reference in them: following one would count it, and threads that
  /// count the same references wait for each other. (`Model.successors`)
  @usableFromInline let entries: [Entry]
  /// The steps of all plans, one plan after the other.
  @usableFromInline let steps: [Step<V>]
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
    self.granularity = granularity
    self.offersIdleCalls = offersIdleCalls
    let layout = Layout<V, slots, frames>(shape)
    self.layout = layout
    let inUse = Operation.Kind.allCases.filter { kind in operations.contains { $0.kind == kind } }
    kindsInUse = inUse
    kinds = operations.map { inUse.firstIndex(of: $0.kind) ?? 0 }
    hasAccesses = inUse.contains(.access)
    let plans = operations.map { Plan<V>($0, in: shape, granularity: granularity) }
    self.plans = plans
    var (entries, steps): ([Entry], [Step<V>]) = ([], [])
    for plan in plans {
      entries.append(
        Entry(
          call: plan.call, needs: Self.needs(of: plan), first: steps.count,
          end: steps.count + plan.steps.count))
      steps += plan.steps
    }
    self.entries = entries
    self.steps = steps
    boot = layout.boot(
      tasks: V.Bits(mask: shape.allTasks.reduce(0) { $0 | shape.mask(of: $1) }))
  }

  /// The same rulebook in storage of its own. (`Model.unshared`)
  var unshared: Self {
    Self(
      shape, plans.map(\.operation), granularity: granularity, offersIdleCalls: offersIdleCalls)
  }

  /// The slots of which one must be held for an operation to do anything.
  private static func needs(of plan: Plan<V>) -> V.Bits {
    plan.steps.reduce(V.Bits.empty) { all, step in
      switch step {
      case .map(let source, to: _, in: _, write: _), .grant(let source, to: _, in: _, write: _):
        all | source
      case .unmap(let pages, _): all | pages
      case .delete, .create, .access: V.Bits(storage: .max)
      }
    }
  }

  /// A plan in a universe; its steps are those of the rulebook from `first` to before `end`.
  public struct Entry: Sendable {
    public let call: Plan<V>.Call
    @usableFromInline let needs: V.Bits
    @usableFromInline let first: Int
    @usableFromInline let end: Int
  }

  /// Whether an operation is offered in a state.
  @inlinable
  public func offers(_ entry: Entry, in spaces: Spaces, mapped: V.Bits) -> Bool {
    spaces.permits(entry.call).value
      && (offersIdleCalls || !(entry.needs & mapped).isEmpty.value)
  }

  /// Calls `body` with every operation that is offered in a state, and the state after it.
  @inlinable @inline(__always)
  public func successors(of spaces: Spaces, _ body: (Int, Spaces) -> Void) {
    let mapped = spaces.mapped
    let (entries, steps) = (entries.span, steps.span)
    for index in entries.indices where offers(entries[index], in: spaces, mapped: mapped) {
      let entry = entries[index]
      var next = spaces
      _ = next.perform(entry.call, steps.extracting(entry.first..<entry.end), layout: layout)
      body(index, next)
    }
  }

  /// The position in `kindsInUse` of an operation's kind.
  @inlinable
  public func kind(of index: Int) -> Int { kinds[index] }

  /// The steps of an operation, one by one, with the states between them.
  public func transitions(
    of index: Int, from spaces: Spaces, _ body: (Transition<V, slots, frames>) -> Void
  ) {
    guard spaces.answer(before: plans[index].call, layout: layout) == nil else { return }
    var state = spaces
    for step in plans[index].steps {
      let transition = Transition(from: state, step, layout: layout)
      body(transition)
      state = transition.after
      if state.outcome(after: transition.result) != nil { return }
    }
  }
}
