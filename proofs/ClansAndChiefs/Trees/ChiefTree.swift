/// A clan tree in the plainest words: who is whose chief. What the rules say by sets is said here by
/// following the chiefs, and by looking for paths, so that there are two to compare. (CC-1, CC-5)
public struct ChiefTree: Sendable, CustomStringConvertible {
  /// For every task: its chief, if it has one.
  public let chiefs: [Int?]

  public init(_ chiefs: [Int?]) { self.chiefs = chiefs }

  public var tasks: Range<Int> { chiefs.indices }
  /// Whether there is one outermost task only.
  public var hasOneRoot: Bool { chiefs.count { $0 == nil } == 1 }
  public var description: String {
    chiefs.map { $0.map(String.init) ?? "-" }.joined(separator: " ")
  }

  /// All trees of so many tasks in which every chief comes before its clan: with other names for the
  /// tasks, these are all there are.
  public static func all(tasks: Int) -> [ChiefTree] {
    var trees: [[Int?]] = [[]]
    for task in 0..<tasks {
      trees = trees.flatMap { tree in ([nil] + (0..<task).map(\.self)).map { tree + [$0] } }
    }
    return trees.map(ChiefTree.init)
  }

  /// The chief, the chief's chief, and so on.
  public func line(of task: Int) -> [Int] {
    var line: [Int] = []
    var above = chiefs[task]
    while let chief = above {
      line.append(chief)
      above = chiefs[chief]
    }
    return line
  }

  public func isInside(_ task: Int, of chief: Int) -> Bool { line(of: task).contains(chief) }

  /// Whether the two can send to each other directly: members of a clan, or a chief and a member.
  public func areNeighbours(_ one: Int, _ other: Int) -> Bool {
    one != other
      && (chiefs[one] == chiefs[other] || chiefs[one] == other || chiefs[other] == one)
  }

  /// Every shortest path, both ends included: breadth first, by neighbours.
  public func shortestPaths(from source: Int, to destination: Int) -> [[Int]] {
    var paths = [[source]]
    var seen: Set<Int> = [source]
    while !paths.isEmpty {
      let complete = paths.filter { $0.last == destination }
      if !complete.isEmpty { return complete }
      let longer = paths.flatMap { path in
        tasks.filter { task in
          !seen.contains(task) && path.last.map { areNeighbours($0, task) } == true
        }.map { path + [$0] }
      }
      seen.formUnion(longer.compactMap(\.last))
      paths = longer
    }
    return []
  }

  /// Fact CC-4, case by case.
  public func firstHop(from source: Int, to destination: Int) -> (next: Int?, side: Side) {
    if source == destination || areNeighbours(source, destination) { return (destination, .same) }
    let line = line(of: destination)
    if let child = line.first(where: { chiefs[$0] == source }) { return (child, .inner) }
    let sibling = line.first { $0 != source && chiefs[$0] == chiefs[source] }
    if let sibling { return (sibling, .inner) }
    return (chiefs[source], .outer)
  }

  /// Where a destination is, seen from a task. (CC-4)
  public enum Side: Sendable {
    case same, inner, outer
  }
}
