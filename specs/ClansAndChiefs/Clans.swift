import Logic
import Vocabulary

/// The tree of clans and chiefs at one moment. (CC-1, CC-2)
///
/// Every task number has a chief: of an active task it is its creator, of an inactive number the
/// task that may create it (TN4, TN15). As in the mapping forest the tree is kept as sets of
/// descendants: `below` has, for every task, its clan, the clans of its members, and so on. sigma0
/// and the root task are the outermost members: nobody is above them.
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

  /// How kernels start: sigma0 and the root task are active, and all other numbers are the root
  /// task's to create. (TN14)
  @inlinable
  public static func boot(numbers: V.Bits) -> Self {
    var clans = Self()
    clans.active = V.Bits(id: Task.sigma0) | V.Bits(id: Task.root)
    clans.below[.root] = numbers - clans.active
    return clans
  }
}

extension Clans: Equatable where V.Bits: Equatable {}
extension Clans: Hashable where V.Bits: Hashable {}

extension Task {
  /// The task that the machine is given to. (TN14)
  public static let root = Task(rawValue: 1)
}

extension BitSet {
  @inlinable
  init(id task: Task) { self.init(id: Int(task.rawValue)) }
}

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

  /// The active tasks that end when `task` does: itself, its clan, and the clans of those. (TN7)
  @inlinable
  public func ending(with task: V.Bits) -> V.Bits { (task | below[at: task]) & active }

  /// The tasks and the numbers whose ids are of a former incarnation when `task` ends or is made anew:
  /// active ones below it end too, and numbers get another chief, which their ids name. (A2, A5, TN9)
  @inlinable
  public func renewed(with task: V.Bits) -> V.Bits { task | below[at: task] }
}

// How the tree changes: the two effects that the operations are made of.
extension Clans {
  /// A task ends, with everybody below it; what they might have created is the chief's again, or
  /// nobody's. Of a task that is not active nothing ends. (TN7, TN9)
  @inlinable
  mutating func end(_ task: V.Bits, _ profile: ClansProfile) {
    let ending = ending(with: task)
    if profile.numbersOfDeleted == .lost {  // U11
      let lost = below.union(over: task & active)
      below.clearRows(of: lost)
      below.remove(lost)
    }
    below.clearRows(of: ending)
    active -= ending
  }

  /// A task number, with those that are below it already, gets another chief. (TN4)
  @inlinable
  mutating func move(_ number: V.Bits, under chief: V.Bits) {
    let moved = number | below[at: number]
    below.remove(moved, fromRowsOf: above(number))
    below.insert(moved, intoRowsOf: above(chief) | chief)
  }
}
