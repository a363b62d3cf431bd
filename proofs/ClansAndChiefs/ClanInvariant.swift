import ClansAndChiefs
import Logic
import Proving

/// What is true of every clan tree. Each is kept by every step only together with the others. (Q2)
public enum ClanInvariant: String, Statement {
  case chiefsFormATree = "I-TH3"
  case depthIsLimited = "TN6"
  case chiefsExist = "CC-2"
  case numbersAreLeaves = "TN4"

  public var sentence: String {
    switch self {
    case .chiefsFormATree: "chiefs form a tree, and no task number is lost"
    case .depthIsLimited: "a task is one deeper than its chief, and none is too deep"
    case .chiefsExist: "sigma0, the root and every task's chief exist"
    case .numbersAreLeaves: "nobody is below a task number without a task"
    }
  }

  public var engines: [Engine] { [.exploration, .induction] }
}

extension ClanInvariant {
  /// Calls `part` with each part of the invariant.
  @inlinable
  public func check<V: Values, let tasks: Int>(
    _ clans: Clans<V, tasks>, _ universe: ClanUniverse<V>, _ part: Part<V>
  ) {
    switch self {
    case .chiefsFormATree: clans.checkChiefsFormATree(universe, part)
    case .depthIsLimited: clans.checkDepthIsLimited(universe, part)
    case .chiefsExist: clans.checkChiefsExist(universe, part)
    case .numbersAreLeaves: clans.checkNumbersAreLeaves(universe, part)
    }
  }

  /// Whether the invariant is true of a tree.
  @inlinable
  public func holds<V: Values, let tasks: Int>(
    _ clans: Clans<V, tasks>, _ universe: ClanUniverse<V>
  ) -> V.Truth {
    var offenders = V.Bits.empty
    check(clans, universe) { offenders |= $1 }
    return offenders.isEmpty
  }
}

extension Clans {
  @inlinable
  func checkChiefsFormATree(_ universe: ClanUniverse<V>, _ part: Part<V>) {
    var belowItself = V.Bits.empty
    var forgotten = V.Bits.empty
    var belowTwo = V.Bits.empty
    for task in 0..<tasks {
      let row = below[row: task]
      let name = V.Bits(id: task)
      belowItself |= row & name
      forgotten |= below.union(over: row) - row
      for other in 0..<task {
        let shared = row & below[row: other]
        let isChain = row.contains(id: other) || below[row: other].contains(name)
        belowTwo |= shared.when(!isChain)
      }
    }
    part("nobody is below oneself", belowItself)
    part("who is below somebody below is below", forgotten)
    part("of two that somebody is below, one is below the other", belowTwo)
    part("all are task numbers of the universe", (below.union | active) - universe.numbers)
    part("sigma0 and the root are outermost", below.union & universe.first)
    if universe.profile.numbersOfDeleted == .revert {
      part(
        "every other number has a chief", (universe.numbers - universe.first) - below.union)
    }
  }

  @inlinable
  func checkDepthIsLimited(_ universe: ClanUniverse<V>, _ part: Part<V>) {
    let greatest = V.Count(UInt32(universe.profile.greatestDepth))
    var tooDeep = V.Bits.empty
    var otherDepth = V.Bits.empty
    for task in 0..<tasks {
      let name = V.Bits(id: task)
      tooDeep |= (active & name).when(!(depth(of: name) <= greatest))
      let chief = chief(of: name)
      let isDeeper = depth(of: name) == depth(of: chief) &+ V.Count(1)
      otherDepth |= (below.union & name).when(!isDeeper)
    }
    part("no task is deeper than the greatest depth", tooDeep)
    part("each is one deeper than its chief", otherDepth)
  }

  @inlinable
  func checkChiefsExist(_ universe: ClanUniverse<V>, _ part: Part<V>) {
    part("sigma0 and the root exist", universe.first - active)
    part("whoever is above a task exists", below.ids(meeting: active) - active)
    part("every other task has a chief", (active - universe.first) - below.union)
  }

  @inlinable
  func checkNumbersAreLeaves(_ universe: ClanUniverse<V>, _ part: Part<V>) {
    let below = below.union(over: universe.numbers - active)
    part("no task is below a number without a task", below & active)
    guard universe.profile.donation == .toActive else { return }  // U10
    part("no number is below a number without a task", below)
  }
}
