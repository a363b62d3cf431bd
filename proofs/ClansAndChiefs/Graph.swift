import ClansAndChiefs
import Logic
import Vocabulary

// The graph of those who can send to each other directly. It is written in other words than the rules,
// which it is to judge: by who is above whom, not by clans and members. (CC-5)
extension Clans {
  /// Whether `chief` is the chief of `task`: the two are inside of the same clans, but for the
  /// chief's.
  @inlinable
  func isChief(_ chief: V.Bits, of task: V.Bits) -> V.Truth {
    above(task) == (above(chief) | chief) && !chief.isEmpty
  }

  /// For every task: its neighbours. They are inside of the same clans, or one is the other's chief.
  @inlinable
  var neighbours: Table<V, Task, tasks> {
    var lines = Table<V, Task, tasks>()
    for task in 0..<tasks { lines[row: task] = above(V.Bits(id: task)) }
    var graph = Table<V, Task, tasks>()
    for one in 0..<tasks {
      for other in 0..<one {
        let (line, otherLine) = (lines[row: one], lines[row: other])
        let (name, otherName) = (V.Bits(id: one), V.Bits(id: other))
        let isNear =
          line == otherLine || line == (otherLine | otherName) || otherLine == (line | name)
        graph[row: one] |= otherName.when(isNear)
        graph[row: other] |= name.when(isNear)
      }
    }
    return graph
  }
}
