import Foundation
import Logic
import Testing

@Suite struct TrailTests {
  typealias V = Traced<UInt8>

  private func rule<W: Values>(_: W.Type, _ set: W.Bits) -> Int {
    guard W.holds(!set.isEmpty, "the set has ids") else { return 0 }
    var found = 0
    for id in 0..<2 where W.holds(set.contains(id: id), "the next id is in it") { found += 1 }
    return found
  }

  @Test func aPathIsNamedByItsCases() throws {
    let (result, path) = Trail.record { rule(V.self, V.Bits(mask: 2)) }
    #expect(result == 1)
    let name = try #require(path.flatMap(Trail.name))
    #expect(name.id == path)
    #expect(
      name.description
        == "the set has ids, not: the next id is in it, the next id is in it")
    #expect(Trail.sentences(of: name.id)?.map(\.taken) == [true, false, true])
  }

  /// What is said of the hash, by a second hand.
  @Test func anIDIsTheSameInEveryProcess() throws {
    let path = try #require(Trail.record { rule(V.self, .empty) }.path)
    let bytes = Array("the set has ids".utf8) + [0]
    let expected = bytes.reduce(14_695_981_039_346_656_037 as UInt64) {
      ($0 ^ UInt64($1)) &* 1_099_511_628_211
    }
    #expect(path.rawValue == expected)
    #expect(Trail.record {}.path == .start)
    #expect(Trail.name(of: .start)?.description == "always")
  }

  @Test func everyPathHasItsOwnID() {
    var paths: [PathID?: Set<UInt8>] = [:]
    for mask in UInt8(0)...7 {
      let path = Trail.record { rule(V.self, V.Bits(storage: mask)) }.path
      paths[path, default: []].insert(mask)
    }
    #expect(paths[nil] == nil)
    #expect(Set(paths.values) == [[0], [1, 5], [2, 6], [3, 7], [4]])
  }

  @Test func withoutASentenceThereIsNoName() {
    for _ in 0..<2 {
      let path = Trail.record { V.holds(.init(true), "a") && V.holds(.init(true), "") }.path
      #expect(path == nil)
    }
  }

  /// A sentence of one character is stored in another way.
  @Test func oneCharacterIsASentence() throws {
    func path(_ truth: Bool) throws -> PathID {
      try #require(Trail.record { _ = V.holds(.init(truth), "é") }.path)
    }
    #expect(try path(true) != path(false))
    #expect(try Trail.name(of: path(false))?.description == "not: é")
  }

  @Test func aRecordingInsideAnotherIsItsOwn() {
    let alone = Trail.record { rule(V.self, V.Bits(mask: 1)) }.path
    var inner: PathID?
    let outer = Trail.record {
      _ = V.holds(.init(true), "before")
      inner = Trail.record { rule(V.self, V.Bits(mask: 1)) }.path
      _ = V.holds(.init(true), "after")
    }.path
    #expect(inner == alone)
    #expect(outer.flatMap(Trail.name)?.description == "before, after")
  }

  @Test func anErrorEndsARecording() {
    struct Refusal: Error {}
    let outer = Trail.record {
      #expect(throws: Refusal.self) {
        try Trail.record {
          _ = V.holds(.init(true), "lost")
          throw Refusal()
        }
      }
    }.path
    #expect(outer == .start)
    // Outside of a recording nothing is kept.
    _ = V.holds(.init(true), "outside")
    #expect(Trail.decisions { V.holds(.init(false), "inside") }.decisions.map(\.taken) == [false])
  }

  @Test func machineWordsWithoutTraceTellNothing() {
    let trail = Trail.decisions { rule(Concrete<UInt8>.self, ConcreteBits(mask: 3)) }
    #expect(trail.result == 2)
    #expect(trail.decisions.isEmpty)
  }

  @Test func everyThreadHasItsOwnRecording() {
    let expected = (0..<8).map { mask in
      Trail.record { rule(V.self, V.Bits(mask: mask)) }.path
    }
    DispatchQueue.concurrentPerform(iterations: 8) { number in
      for round in 0..<2000 {
        let mask = (number + round) % 8
        let path = Trail.record { rule(V.self, V.Bits(mask: UInt32(mask))) }.path
        if path != expected[mask] { Issue.record("of \(mask): \(String(describing: path))") }
      }
    }
    // A thread that ends gives back what it recorded with.
    let thread = Thread { _ = Trail.record { rule(V.self, V.Bits(mask: 1)) } }
    thread.start()
    while !thread.isFinished { Thread.sleep(forTimeInterval: 0.001) }
  }

  @Test func idsAreReadBack() throws {
    for id in [PathID(rawValue: 0), PathID(rawValue: 0xABC), PathID(rawValue: .max), .start] {
      #expect(PathID("\(id)") == id)
      #expect(try JSONDecoder().decode(PathID.self, from: JSONEncoder().encode(id)) == id)
    }
    #expect(PathID("abc") == nil)
    #expect(PathID("+000000000000abc") == nil)
  }
}
