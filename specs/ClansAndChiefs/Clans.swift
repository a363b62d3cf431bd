import Logic
import Vocabulary

/// The tree of clans and chiefs at one moment. (CC-1, CC-2)
///
/// Every task number has a chief: of an active task it is its creator, of an inactive number the
/// task that may create it (TN4, TN15). As in the mapping forest the tree is kept as sets of
/// descendants: `below` has, for every task, its clan, the clans of its members, and so on. sigma0
/// and the root task are the outermost members: nothing is above them.
public struct Clans<V: Values, let tasks: Int>: Sendable {
  /// For every task: the tasks and the task numbers below it.
  public var below: Table<V, Task, tasks>
  /// The tasks that are active: they have a space and threads. (A9)
  public var active: V.Bits

  /// Nobody below anybody, nobody active.
  @inlinable
  public init() {
    below = Table()
    active = .empty
  }
}

extension Clans: Equatable where V.Bits: Equatable {}
extension Clans: Hashable where V.Bits: Hashable {}

// What can be asked of the tree. `task` is one task everywhere.
extension Clans {
  /// The chief, the chief's chief, and so on.
  @inlinable
  public func above(_ task: V.Bits) -> V.Bits { below.ids(meeting: task) }

  /// The chief; nobody for the outermost tasks.
  @inlinable
  public func chief(of task: V.Bits) -> V.Bits {
    let above = above(task)
    return above - below.ids(meeting: above)
  }

  /// The clan that a task heads: those whose chief it is. The chief is not a member. (CC-1)
  @inlinable
  public func members(of chief: V.Bits) -> V.Bits {
    let all = below[at: chief]
    return all - below.union(over: all)
  }

  /// The tasks with the same chief as `task`, itself included.
  @inlinable
  public func clan(of task: V.Bits) -> V.Bits {
    let chief = chief(of: task)
    return members(of: chief) | outermost.when(chief.isEmpty)
  }

  /// The tasks without a chief.
  @inlinable
  public var outermost: V.Bits {
    var everybody = V.Bits.empty
    for position in 0..<tasks { everybody |= V.Bits(id: position) }
    return everybody - below.union
  }

  /// How many clans a task is inside of. (A9, CC-2)
  @inlinable
  public func depth(of task: V.Bits) -> V.Count { above(task).count }
}
