import Logic
import SMT
import Testing

/// A path has the same name whether solver terms or machine words go it.
@Suite struct PathNameTests {
  /// Asks what is known, what is open, what earlier answers force, and the same again and again.
  private func rule<V: Values>(_: V.Type, _ x: V.Bits, _ y: V.Count, isOpen: Bool) -> Int {
    guard V.holds(V.Truth(isOpen), "the gate is open") else { return 0 }
    if V.holds(x.isEmpty, "x is empty") { return V.holds(x.contains(id: 1), "1 is in x") ? 1 : 2 }
    var found = 2
    for id in 0..<3 where V.holds(x.contains(id: id), "the next id is in x") { found += 1 }
    return V.holds(x.count <= y, "x has at most y ids") ? found : -found
  }

  @Test(arguments: [true, false]) func theNamesAreTheSame(_ isOpen: Bool) throws {
    typealias V = Traced<UInt8>
    let context = try Context()
    let x = Symbolic.bits("x", width: 3, in: context)
    let y = Symbolic.count("y", in: context)
    let paths = try context.paths { rule(Symbolic.self, x, y, isOpen: isOpen) }
    var symbolic: [PathID: [Int]] = [:]
    for path in paths {
      let name = try #require(path.name)
      #expect(symbolic[name.id] == nil, "\(name)")
      symbolic[name.id] = [path.result]
    }
    var concrete: [PathID: [Int]] = [:]
    for mask in UInt32(0)..<8 {
      for bound in UInt32(0)..<5 {
        let (result, path) = Trail.record {
          rule(V.self, V.Bits(mask: mask), V.Count(bound), isOpen: isOpen)
        }
        concrete[try #require(path)] = [result]
      }
    }
    #expect(symbolic == concrete)
    #expect(paths.count == (isOpen ? 15 : 1))
    for path in paths {
      #expect(path.name == path.name.flatMap { Trail.name(of: $0.id) })
    }
  }

  @Test func theTrailSaysWhyAnAnswerWasGiven() throws {
    let context = try Context()
    let x = Symbolic.bits("x", width: 3, in: context)
    let paths = try context.paths { rule(Symbolic.self, x, Symbolic.Count(3), isOpen: true) }
    let empty = try #require(paths.first { $0.result == 2 })
    #expect(empty.name?.description == "the gate is open, x is empty, not: 1 is in x")
    #expect(empty.trail.map(\.isKnown) == [true, false, false])
    #expect(empty.trail.map(\.isForced) == [false, false, true])
    let again = try context.path(along: empty.choices) {
      rule(Symbolic.self, x, Symbolic.Count(3), isOpen: true)
    }
    #expect(again.name == empty.name)
  }

  @Test func withoutASentenceThereIsNoName() throws {
    let context = try Context()
    let p = Symbolic.truth("p", in: context)
    let paths = try context.paths { Symbolic.holds(p, "p") && Symbolic.holds(.known(true), "") }
    #expect(paths.map { $0.name?.description } == [nil, "not: p"])
    #expect(paths.map { $0.trail.map { "\($0.sentence)" } } == [["p", ""], ["p"]])
  }

  /// The questions of an exploration inside of another are its own, unless they ask the outer one.
  @Test func explorationsInOneAnother() throws {
    let (outer, inner) = (try Context(), try Context())
    let p = Symbolic.truth("p", in: outer)
    let q = Symbolic.truth("q", in: inner)
    let paths = try outer.paths {
      _ = Symbolic.holds(p, "p")
      return try inner.paths { Symbolic.holds(q, "q") }.map { $0.name?.description }
    }
    #expect(paths.map { $0.name?.description } == ["p", "not: p"])
    #expect(paths.map(\.result) == [["q", "not: q"], ["q", "not: q"]])
    let crossed = try outer.paths {
      try inner.paths { Symbolic.holds(p, "p") }.map { $0.name?.description }
    }
    #expect(crossed.map { $0.name?.description } == [nil, nil])
    #expect(crossed.map(\.result) == [[nil], [nil]])
  }
}
