import Logic
import Vocabulary

/// Who is who in a universe, which never changes: the threads of each task. (A1, A2, A5)
public struct Roster<V: Values, let threads: Int, let tasks: Int>: Sendable {
  /// For every thread: its task.
  public var task: Table<V, Thread, threads>
  /// For every task: its threads, active or not.
  public var members: Table<V, Task, tasks>
  /// For every task: its lthread 0, which has the id of the task. (A3)
  public var first: Table<V, Task, tasks>
  /// All threads that are lthread 0 of their task.
  public var firsts: V.Bits
  /// All task numbers of the universe.
  public var everybody: V.Bits

  /// A universe with so many threads in each of its tasks, numbered task by task; lthread 0 is the
  /// first of a task.
  public init(_ threadsOfTask: [Int]) {
    precondition(
      threadsOfTask.count <= tasks && threadsOfTask.reduce(0, +) <= threads,
      "the universe is too large")
    task = Table()
    members = Table()
    first = Table()
    firsts = .empty
    everybody = .empty
    var thread = 0
    for (number, size) in threadsOfTask.enumerated() {
      everybody |= V.Bits(id: number)
      first[row: number] = V.Bits(id: thread)
      firsts |= V.Bits(id: thread)
      for _ in 0..<size {
        task[row: thread] = V.Bits(id: number)
        members[row: number] |= V.Bits(id: thread)
        thread += 1
      }
    }
  }
}
