import Exploration

/// Mapping, granting and unmapping as written down, with no thought of speed: arrays of cells, and walks up the chain of parents.
struct MappingTwin: Model {
  struct Cell: Hashable, Sendable {
    var rights = 0
    var frame = 0
    var parent = 0
  }
  struct Action: Hashable, Sendable {
    var name: String
    var from: Int
    var to: Int
  }

  let spaces: Int
  let pages: Int
  let frames: Int
  var count: Int { spaces * pages }

  var initialStates: [[Cell]] {
    [(0..<count).map { $0 < frames ? Cell(rights: 3, frame: $0, parent: $0) : Cell() }]
  }

  /// Eight bits a cell, as many words as that takes.
  var codeWords: Int { (count + 7) / 8 }
  func encode(_ state: [Cell]) -> Words<2> {
    Words(count: codeWords) { word in
      state.indices.filter { $0 / 8 == word }.reduce(0) { bits, index in
        let cell = state[index]
        return bits | UInt64(cell.rights | cell.frame << 2 | cell.parent << 4) << (8 * (index % 8))
      }
    }
  }
  func decode(_ code: Words<2>) -> [Cell] {
    (0..<count).map { index in
      let bits = Int(code[index / 8] >> (8 * (index % 8)) & 0xff)
      return Cell(rights: bits & 3, frame: bits >> 2 & 3, parent: bits >> 4)
    }
  }

  private func up(_ cell: Int, _ state: [Cell]) -> [Int] {
    var (all, here) = ([cell], cell)
    while here >= pages, state[here].rights != 0 {
      here = state[here].parent
      all.append(here)
    }
    return all
  }

  private func below(_ cell: Int, _ state: [Cell]) -> [Int] {
    state.indices.filter { state[$0].rights != 0 && up($0, state).contains(cell) }
  }

  private func flushed(_ to: Int, _ state: [Cell]) -> [Cell] {
    var next = state
    for cell in below(to, state) { next[cell] = Cell() }
    return next
  }

  func successors(of state: [Cell], _ body: (Action, [Cell]) -> Void) {
    for from in 0..<count where state[from].rights != 0 {
      for to in pages..<count {
        let keepsAll = up(from, state).contains(to)
        for rights in state[from].rights == 3 ? [1, 3] : [1] {
          var next = keepsAll ? state : flushed(to, state)
          if !keepsAll { next[to] = Cell(rights: rights, frame: state[from].frame, parent: from) }
          body(Action(name: "map", from: from, to: to), next)
        }
        guard from >= pages else { continue }
        var next = keepsAll ? state : flushed(to, state)
        if !keepsAll {
          next[to] = state[from]
          for cell in pages..<count where cell != to {
            if next[cell].rights != 0, next[cell].parent == from { next[cell].parent = to }
          }
          next[from] = Cell()
        }
        body(Action(name: "grant", from: from, to: to), next)
      }
      for itself in from >= pages ? [false, true] : [false] {
        var (all, write) = (state, state)
        for cell in below(from, state) where cell >= pages && (itself || cell != from) {
          all[cell] = Cell()
          write[cell].rights &= 1
        }
        body(Action(name: "unmap", from: from, to: from), all)
        body(Action(name: "unmap", from: from, to: from), write)
      }
    }
  }

  let actionKinds = ["map", "grant", "unmap"]
  func kind(of action: Action) -> Int { action.name == "map" ? 0 : action.name == "grant" ? 1 : 2 }

  var properties: [Property<MappingTwin>] {
    [
      .always("forest") { state in
        state.indices.allSatisfy { cell in
          if cell < pages { return state[cell] == initialStates[0][cell] }
          if state[cell].rights == 0 { return true }
          let parent = state[state[cell].parent]
          return parent.rights & state[cell].rights == state[cell].rights
            && parent.frame == state[cell].frame && state[cell].parent != cell
        }
      },
      .sometimes("every outer cell is mapped") { state in
        state.dropFirst(pages).allSatisfy { $0.rights != 0 }
      },
      .sometimesStep("something is granted to below itself") { before, action, _ in
        action.name == "grant" && up(action.to, before).dropFirst().contains(action.from)
      },
    ]
  }
}
