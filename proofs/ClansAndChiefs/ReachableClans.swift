import ClansAndChiefs
import Logic
import Proving
import Synchronization
import Vocabulary

/// Every clan tree that a run comes to: few enough to be found by the plainest search.
///
/// Rules with a bug may come to so many that are no trees that they are not all found. Then nothing is
/// said of those that were not.
public final class ReachableClans: Sendable {
  public typealias V = Concrete<UInt8>
  public typealias Tree = FailedClanStep.Tree
  /// A tree's predecessor, and the change that led on from there; nil of the first.
  public typealias Origin = (tree: Tree, step: ClanStep<V>)

  public let universe: ClanUniverse<V>
  private let found = Mutex<Found?>(nil)
  private static let limit = 100_000

  /// What a search has found.
  public struct Found: Sendable {
    public fileprivate(set) var origins: [Tree: Origin?] = [:]
    /// Whether these are all there are.
    public fileprivate(set) var isComplete = true
  }

  /// The search for a universe of all numbers that there can be, or of fewer.
  public init(_ profile: ClansProfile, numbers: UInt32 = ClanProof.numbers) {
    universe = ClanUniverse(numbers: V.Bits(mask: numbers), profile: profile)
  }

  /// A shortest run to a tree, and whether there is one.
  public func run(to tree: Tree) -> (Reachability, [ClanStep<V>]) {
    found.withLock { known in
      let all = known ?? explore { _ in true }
      known = all
      guard var origin = all.origins[tree] else {
        return (all.isComplete ? .unreachable : .unknown, [])
      }
      var steps: [ClanStep<V>] = []
      while let (before, step) = origin {
        steps.append(step)
        origin = all.origins[before] ?? nil
      }
      return (.reachable, steps.reversed())
    }
  }

  /// Finds all trees, breadth first, and shows each of them once. `isToGoOn` says whether to go on from
  /// there.
  @discardableResult
  public func explore(_ isToGoOn: (Tree) -> Bool) -> Found {
    let boot = Tree.boot(numbers: universe.numbers)
    var found = Found()
    found.origins.updateValue(nil, forKey: boot)
    var queue = [boot]
    var next = 0
    while next < queue.count {
      let tree = queue[next]
      next += 1
      guard isToGoOn(tree) else { continue }
      for step in changes(of: tree) {
        var after = tree
        _ = after.take(step, universe.profile)
        if after == tree || found.origins[after] != nil { continue }
        if queue.count == Self.limit {
          found.isComplete = false
          return found
        }
        found.origins.updateValue((tree, step), forKey: after)
        queue.append(after)
      }
    }
    return found
  }

  /// All changes that anybody can ask for.
  public func changes(of tree: Tree) -> [ClanStep<V>] {
    let tasks = universe.numbers.ids.map { V.Bits(id: $0) }
    return tree.active.ids.map { V.Bits(id: $0) }.flatMap { invoker in
      tasks.flatMap { task -> [ClanStep<V>] in
        [.create(task, by: invoker), .delete(task, by: invoker)]
          + (tasks + [.empty]).map { .donate(task, by: invoker, to: $0) }
      }
    }
  }

  /// All messages that can be sent, and all questions.
  public func questions(in tree: Tree) -> [ClanStep<V>] {
    let tasks = universe.numbers.ids.map { V.Bits(id: $0) }
    return tree.active.ids.map { V.Bits(id: $0) }.flatMap { actor in
      tasks.flatMap { task -> [ClanStep<V>] in
        [.send(from: actor, to: task), .ask(actor, about: task)]
          + (tasks + [.empty]).map { .deceive(by: actor, to: task, as: $0) }
      }
    }
  }
}
