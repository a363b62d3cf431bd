import Logic
import Testing

@Suite struct ConcreteTests {
  typealias V = Concrete<UInt8>

  struct Row: SmallID {
    var rawValue: UInt8
  }

  /// Every operation of a table against the plainest loop, on every relation of a sample.
  @Test func tablesAgainstLoops() {
    let seed = UInt64.random(in: 0...UInt64.max)
    print("seed \(seed)")
    var random = Xorshift(seed)
    for _ in 0..<2000 {
      var table = Table<V, Row, 8>()
      let rows = (0..<8).map { _ in UInt8(truncatingIfNeeded: random.next()) }
      for (id, row) in rows.enumerated() { table[Row(id)] = V.Bits(storage: row) }
      let set = UInt8(truncatingIfNeeded: random.next())
      let ids = (0..<8).filter { set >> $0 & 1 == 1 }
      let bits = V.Bits(storage: set)
      #expect(table.union.mask == rows.reduce(0, |))
      #expect(table.union(over: bits).mask == ids.reduce(0) { $0 | rows[$1] })
      #expect(table.ids(meeting: bits).ids == (0..<8).filter { rows[$0] & set != 0 })
      for id in 0..<8 { #expect(table[at: V.Bits(id: id)].mask == rows[id]) }
      #expect(table[at: bits].mask == ids.reduce(0) { $0 | rows[$1] })
      let more = V.Bits(storage: UInt8(truncatingIfNeeded: random.next()))
      var grown = table
      grown.insert(more, intoRowsOf: bits)
      for id in 0..<8 {
        #expect(grown[row: id].mask == (ids.contains(id) ? rows[id] | more.mask : rows[id]))
      }
      var shrunk = table
      shrunk.remove(more)
      shrunk.clearRows(of: bits)
      for id in 0..<8 {
        #expect(shrunk[row: id].mask == (ids.contains(id) ? 0 : rows[id] & ~more.mask))
      }
    }
  }

  /// A shift by the width or more gives 0, as a bit vector's does.
  @Test func shifts() {
    #expect((V.Word(1) << V.Word(31)).value == 0x8000_0000)
    #expect((V.Word(1) << V.Word(32)).value == 0)
    #expect((V.Word(1) << V.Word(4_000_000_000)).value == 0)
  }
}

/// A small generator with a seed, so that a failure can be run again.
struct Xorshift: RandomNumberGenerator {
  var state: UInt64
  init(_ seed: UInt64) { state = seed | 1 }
  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }
}
