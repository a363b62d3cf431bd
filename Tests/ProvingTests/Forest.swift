import Logic
import Proving
import SMT

/// A small system to prove things of: a forest over `count` slots as rows of descendants, with a
/// right that goes down it.
struct Forest<V: Values, let count: Int>: Sendable {
  /// Whatever is derived from each slot.
  var below = Table<V, Slot, count>()
  /// For each of two colours: the slots that have it. What is derived has the colour of its origin.
  var colours = Table<V, Slot, 2>()
  var writable = V.Bits.empty

  var used: V.Bits { colours.union }

  enum Case: Sendable { case absent, occupied, derived, pruned, nothing }

  /// Derives a slot from another; may be asked to hand on the right to write.
  mutating func derive(_ child: V.Bits, from parent: V.Bits, write: V.Truth) -> Case {
    guard V.holds(used.contains(parent), "the parent is there") else { return .absent }
    if V.holds(used.contains(child), "the child is there") { return .occupied }
    below.insert(child, intoRowsOf: below.ids(meeting: parent) | parent)
    colours.insert(child, intoRowsMeeting: parent)
    writable |= child.when(write && writable.contains(parent))
    return .derived
  }

  /// The same with a bug: the right is handed on without being there.
  mutating func deriveCarelessly(_ child: V.Bits, from parent: V.Bits, write: V.Truth) -> Case {
    let result = derive(child, from: parent, write: write)
    if result == .derived { writable |= child.when(write) }
    return result
  }

  /// Removes a slot and all that was derived from it.
  mutating func prune(_ slot: V.Bits) -> Case {
    guard V.holds(used.contains(slot), "the slot is used") else { return .nothing }
    let gone = below[at: slot] | slot
    below.remove(gone)
    below.clearRows(of: gone)
    colours.remove(gone)
    writable -= gone
    return .pruned
  }
}

struct Slot: SmallID {
  var rawValue: UInt8
}

// What is true of a forest.
extension Forest {
  var isTree: [(String, V.Truth)] {
    var ofItself = V.Bits.empty
    var forgotten = V.Bits.empty
    var ofTwo = V.Bits.empty
    for node in 0..<count {
      let row = below[row: node]
      ofItself |= row & V.Bits(id: node)
      forgotten |= below.union(over: row) - row
      for other in 0..<node {
        let isChain = row.contains(id: other) || below[row: other].contains(id: node)
        ofTwo |= (row & below[row: other]).when(!isChain)
      }
    }
    return [
      ("irreflexive", ofItself.isEmpty), ("transitive", forgotten.isEmpty),
      ("one parent", ofTwo.isEmpty), ("only used slots", (below.union - used).isEmpty),
      (
        "of used slots",
        (0..<count).reduce(V.Truth(true)) {
          $0 && (below[row: $1].isEmpty || used.contains(id: $1))
        }
      ),
    ]
  }

  var colourGoesDown: V.Truth {
    let apart = (colours[row: 0] & colours[row: 1]).isEmpty
    return (0..<2).reduce(apart) {
      $0 && below.union(over: colours[row: $1]).isSubset(of: colours[row: $1])
    }
  }

  /// The slots that may be written though what they come from may not.
  var grownRights: V.Bits { below.union(over: used - writable) & writable }
}

/// What can be done to a forest.
enum ForestAction<V: Values>: Sendable {
  case derive(V.Bits, from: V.Bits, write: V.Truth)
  case prune(V.Bits)
}

typealias ForestSystem<let count: Int> = SymbolicSystem<
  Forest<Symbolic, count>, ForestAction<Symbolic>, Forest<Symbolic, count>.Case
>

extension Forest where V == Symbolic {
  /// Any forest, and any action.
  static func system(in context: Context, isCareless: Bool = false) -> ForestSystem<count> {
    var state = Self()
    for row in 0..<count {
      state.below[row: row] = Symbolic.bits("below\(row)", width: count, in: context)
    }
    for row in 0..<2 {
      state.colours[row: row] = Symbolic.bits("colour\(row)", width: count, in: context)
    }
    state.writable = Symbolic.bits("writable", width: count, in: context)

    var start = Self()
    start.colours[row: 0] = .init(id: 0)
    start.colours[row: 1] = .init(id: 1)
    start.writable = .init(mask: 3)

    let (child, isChild) = Symbolic.singleton("child", width: count, in: context)
    let (parent, isParent) = Symbolic.singleton("parent", width: count, in: context)
    let (slot, isSlot) = Symbolic.singleton("slot", width: count, in: context)
    let write = Symbolic.truth("write", in: context)
    return ForestSystem<count>(
      starts: [.init("two roots", start)], state: state,
      rules: [
        .init(
          "derive", .derive(child, from: parent, write: write), where: [isChild, isParent]
        ) { state, action in
          guard case .derive(let child, from: let parent, let write) = action else {
            return .nothing
          }
          return isCareless
            ? state.deriveCarelessly(child, from: parent, write: write)
            : state.derive(child, from: parent, write: write)
        },
        .init("prune", .prune(slot), where: [isSlot]) { state, action in
          guard case .prune(let slot) = action else { return .nothing }
          return state.prune(slot)
        },
      ],
      invariants: [
        .init("tree") { $0.isTree.map { Clause($0.0, $0.1) } },
        .init("colours") { [Clause("colours go down", $0.colourGoesDown)] },
        .init("rights") {
          [
            Clause("rights go down", noneOf: $0.grownRights),
            Clause("only used slots", noneOf: $0.writable - $0.used),
          ]
        },
      ],
      stepProperties: [
        .init("pruning is complete") { step in
          guard case .prune(let slot) = step.action, step.outcome == .pruned else { return [] }
          let gone = step.before.below[at: slot] | slot
          return [Clause("nothing is left", (step.after.used & gone).isEmpty)]
        },
        .init("deriving keeps") { step in
          guard case .derive = step.action else { return [] }
          return [Clause("nothing goes", step.before.used.isSubset(of: step.after.used))]
        },
      ])
  }
}

/// A case, as numbers.
struct ForestWitness: Sendable, Equatable {
  var below: [UInt32]
  var colours: [UInt32]
  var writable: UInt32
  var write: Bool?

  init<let count: Int>(_ model: Model, _ situation: ForestSystem<count>.Situation) throws {
    let state: Forest<Symbolic, count>
    switch situation {
    case .start(let start): state = start
    case .step(let step):
      state = step.before
      if case .derive(_, from: _, let write) = step.action { self.write = try model.value(write) }
    }
    below = try (0..<count).map { try model.value(state.below[row: $0]) }
    colours = try (0..<2).map { try model.value(state.colours[row: $0]) }
    writable = try model.value(state.writable)
  }
}
