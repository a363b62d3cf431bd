import Exploration

extension Mapping {
  @inline(__always)
  func successors(of state: State, _ body: (Action, State) -> Void) {
    let tree = Tree(state, of: self)
    for from in 0..<cells {
      let source = cell(from, in: state)
      if source == 0 { continue }
      let isOuter = from >= pages
      for to in pages..<cells {
        let keepsAll = tree.up[from] >> UInt16(to) & 1 == 1
        let flushed = state & ~tree.below[to]
        let child = source & 0b1100 | UInt64(from) << 4
        body(
          .map(from: from, to: to, rights: Self.read),
          keepsAll ? state : flushed | (child | Self.read) << shift(to))
        if source.rights == Self.readWrite {
          body(
            .map(from: from, to: to, rights: Self.readWrite),
            keepsAll ? state : flushed | (child | Self.readWrite) << shift(to))
        }
        if isOuter {
          body(
            .grant(from: from, to: to),
            keepsAll ? state : granted(source, from: from, to: to, in: flushed, tree))
        }
      }
      let below = tree.below[from]
      let itself: UInt64 = isOuter ? 0xff << shift(from) : 0
      body(.unmap(from, itself: false, onlyWrite: false), state & ~(below & ~itself))
      body(
        .unmap(from, itself: false, onlyWrite: true), state & ~(below & ~itself & Self.writeBits))
      if isOuter {
        body(.unmap(from, itself: true, onlyWrite: false), state & ~below)
        body(.unmap(from, itself: true, onlyWrite: true), state & ~(below & Self.writeBits))
      }
    }
  }

  /// The byte of `from` moves to `to`, and what was mapped from there follows.
  private func granted(
    _ source: UInt64, from: Int, to: Int, in flushed: State, _ tree: Tree
  ) -> State {
    let parents = tree.children[from] & flushed.mappedBytes & 0xf0f0_f0f0_f0f0_f0f0
    let adopted = flushed & ~parents | parents & (UInt64(to) << 4 &* 0x0101_0101_0101_0101)
    return adopted & ~(0xff << shift(from)) | source << shift(to)
  }

  private static var writeBits: UInt64 { 0x0202_0202_0202_0202 }
}

extension UInt64 {
  /// 0xff for each byte that is not 0; a mapped cell may be read, so bit 0 says it.
  fileprivate var mappedBytes: UInt64 { (self & 0x0101_0101_0101_0101) &* 0xff }
}

/// Who was mapped from whom in one state.
private struct Tree {
  /// Per cell, itself and all its ancestors as a set of cells.
  var up: [16 of UInt16]
  /// Per cell, the bytes of its descendants, and its own if it is an outer cell.
  var below: [16 of UInt64]
  /// Per cell, the bytes of the cells that were mapped from it.
  var children: [16 of UInt64]

  init(_ state: UInt64, of mapping: Mapping) {
    up = .init(repeating: 0)
    below = .init(repeating: 0)
    children = .init(repeating: 0)
    for cell in 0..<mapping.pages { up[cell] = 1 << UInt16(cell) }
    for cell in mapping.pages..<mapping.cells {
      let byte: UInt64 = 0xff << mapping.shift(cell)
      below[cell] |= byte
      up[cell] |= 1 << UInt16(cell)
      guard mapping.cell(cell, in: state) != 0 else { continue }
      var ancestor = mapping.cell(cell, in: state).parent
      children[ancestor] |= byte
      while true {
        below[ancestor] |= byte
        up[cell] |= 1 << UInt16(ancestor)
        if ancestor < mapping.pages { break }
        ancestor = mapping.cell(ancestor, in: state).parent
      }
    }
  }
}
