import Exploration

extension Mapping {
  var properties: [Property<Self>] {
    [
      .always(
        "mappings form a forest, and rights never grow",
        explain: { state in
          let broken = outerCells.filter { !isSound($0, in: state) }
          return "broken at " + broken.map { "cell \($0)" }.joined(separator: ", ")
        },
        { state in outerCells.allSatisfy { isSound($0, in: state) } })
    ]
  }

  private var outerCells: Range<Int> { pages..<cells }

  /// The roots are not stored, so they are as in the beginning.
  private func isSound(_ cell: Int, in state: State) -> Bool {
    let contents = self.cell(cell, in: state)
    if contents == 0 { return true }
    let parent = self.cell(contents.parent, in: state)
    guard contents.parent != cell, contents.rights != 0,
      parent.rights & contents.rights == contents.rights, parent.frame == contents.frame
    else { return false }
    var ancestor = contents.parent
    for _ in 0..<cells where ancestor >= pages {
      ancestor = self.cell(ancestor, in: state).parent
    }
    return ancestor < pages
  }

  func describe(_ action: Action) -> String {
    switch action {
    case .map(let from, let to, let rights):
      "map \(from) → \(to) \(rights == Self.read ? "r-" : "rw")"
    case .grant(let from, let to): "grant \(from) → \(to)"
    case .unmap(let cell, let itself, let onlyWrite):
      "unmap \(onlyWrite ? "write of " : "")\(itself ? "" : "below ")\(cell)"
    }
  }

  func describe(_ state: State) -> String {
    outerCells.map { outer in
      let contents = cell(outer, in: state)
      if contents == 0 { return "\(outer): ∅" }
      let rights = contents.rights == Self.read ? "r-" : "rw"
      return "\(outer): f\(contents.frame) \(rights) from \(contents.parent)"
    }.joined(separator: ", ")
  }
}
