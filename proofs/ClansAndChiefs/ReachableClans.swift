import ClansAndChiefs
import Logic
import Synchronization
import Vocabulary

/// Every clan tree that a run comes to: few enough to be found by the plainest search.
public final class ReachableClans: Sendable {
  public typealias V = Concrete<UInt8>
  public typealias Tree = FailedClanStep.Tree
  /// A tree's predecessor, and the change that led on from there; nil of the first.
  public typealias Origin = (tree: Tree, step: ClanStep<V>)

  public let universe: ClanUniverse<V>
  private let origins = Mutex<[Tree: Origin?]?>(nil)

  /// The search for a universe of all numbers that there can be, or of fewer.
  public init(_ profile: ClansProfile, numbers: UInt32 = ClanProof.numbers) {
    universe = ClanUniverse(numbers: V.Bits(mask: numbers), profile: profile)
  }

  /// A shortest run to a tree; nil if there is none.
  public func run(to tree: Tree) -> [ClanStep<V>]? {
    origins.withLock { known in
      let all = known ?? explore { _ in }
      known = all
      guard var origin = all[tree] else { return nil }
      var steps: [ClanStep<V>] = []
      while let (before, step) = origin {
        steps.append(step)
        origin = all[before] ?? nil
      }
      return steps.reversed()
    }
  }

  /// Finds all trees, breadth first, and shows each of them once.
  @discardableResult
  public func explore(_ show: (Tree) -> Void) -> [Tree: Origin?] {
    let boot = Tree.boot(numbers: universe.numbers)
    var found: [Tree: Origin?] = [:]
    found.updateValue(nil, forKey: boot)
    var queue = [boot]
    var next = 0
    while next < queue.count {
      let tree = queue[next]
      next += 1
      show(tree)
      for step in changes(of: tree) {
        var after = tree
        _ = after.take(step, universe.profile)
        if found[after] != nil { continue }
        found.updateValue((tree, step), forKey: after)
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
          + tasks.map { .donate(task, by: invoker, to: $0) }
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
