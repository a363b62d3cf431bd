import AddressSpaces
import AddressSpacesProofs
import Logic
import Testing

/// A case of the rules put wrong, in the formula: the proof fails at the invariant or property that
/// forbids it, and the link to the specification fails too.
protocol Mutant: Sendable {
  static var name: String { get }
  /// The rule's case that is put wrong, and a number that then cannot be proved of it.
  static var operation: Operation.Kind { get }
  static var result: PageCase { get }
  static var broken: Set<String> { get }
  static func mutated<S>(
    _ forest: Quantified.Forest<S>, _ step: Quantified.Step<S>
  ) -> Quantified.Case<S>?
}

extension Mutant {
  static func cases<S>(
    _ forest: Quantified.Forest<S>, _ step: Quantified.Step<S>
  ) -> [Quantified.Case<S>] {
    let cases = forest.cases(of: step)
    guard let wrong = mutated(forest, step) else { return cases }
    return cases.map { one in
      guard one.result == result else { return one }
      return Quantified.Case(result, when: one.condition || wrong.condition, after: wrong.after)
    }
  }
}

@Suite("Seeded bugs are refuted for any number")
struct QuantifiedMutantTests {
  /// Pages mapped by others are widened too. (M-AS6)
  enum WideningWithoutParent: Mutant {
    static let name = "M-AS6"
    static let operation = Operation.Kind.map
    static let result = PageCase.widened
    static let broken: Set<String> = ["I-AS4", "AS5", "T-AS7"]

    static func mutated<S>(
      _ forest: Quantified.Forest<S>, _ step: Quantified.Step<S>
    ) -> Quantified.Case<S>? {
      guard case .map(let gift) = step else { return nil }
      let structure = forest.structure
      let isSameFrame = structure.forSomeFrame {
        forest.maps(gift.source, $0) && forest.maps(gift.destination, $0)
      }
      let isReached = forest.obstacles(to: gift).reduce(S.Truth(true)) { $0 && !$1.condition }
      return Quantified.Case(result, when: isReached && isSameFrame) {
        forest.widening(
          gift.destination,
          canWrite: forest.asksToWrite(gift) && forest.isWritable(gift.source))
      }
    }
  }

  /// A grant without the write bit narrows the page, and not what was derived from it. (M-AS8)
  enum NarrowingTheNodeOnly: Mutant {
    static let name = "M-AS8"
    static let operation = Operation.Kind.grant
    static let result = PageCase.granted
    static let broken: Set<String> = ["I-AS4", "T-AS4"]

    static func mutated<S>(
      _ forest: Quantified.Forest<S>, _ step: Quantified.Step<S>
    ) -> Quantified.Case<S>? {
      guard case .grant(let gift) = step else { return nil }
      let isRestricted = forest.structure.choices.grantRestricts && !forest.asksToWrite(gift)
      return Quantified.Case(result, when: S.Truth(false)) {
        forest.restricting { isRestricted && $0 == gift.source }
          .renaming(gift.source, to: gift.destination)
      }
    }
  }

  /// A granted page has forgotten where it came from. (M-AS1)
  enum GrantAsNewRoot: Mutant {
    static let name = "M-AS1"
    static let operation = Operation.Kind.grant
    static let result = PageCase.granted
    static let broken: Set<String> = ["I-AS2", "I-AS3", "T-AS4"]

    static func mutated<S>(
      _ forest: Quantified.Forest<S>, _ step: Quantified.Step<S>
    ) -> Quantified.Case<S>? {
      guard case .grant(let gift) = step else { return nil }
      return Quantified.Case(result, when: S.Truth(false)) {
        let moved = forest.moving(gift)
        var after = moved
        after.isBelow = forest.structure.relation { x, y in
          moved.isBelow(x, y) && x != gift.destination
        }
        return after
      }
    }
  }

  /// Only children are unmapped, not what was derived from them. (M-AS2)
  enum UnmapOfChildrenOnly: Mutant {
    static let name = "M-AS2"
    static let operation = Operation.Kind.unmap
    static let result = PageCase.unmapped
    static let broken: Set<String> = ["T-AS5", "T-AS7"]

    static func mutated<S>(
      _ forest: Quantified.Forest<S>, _ step: Quantified.Step<S>
    ) -> Quantified.Case<S>? {
      guard case .unmap(let pages, let isComplete, _) = step else { return nil }
      return Quantified.Case(result, when: S.Truth(false)) {
        forest.removing { x in
          isComplete
            && forest.structure.forSomeSlot { y in pages(y) && forest.isParent(y, of: x) }
        }
      }
    }
  }

  /// A deleted task's pages go, and not what others have from it. (M-AS20)
  enum DeletionOfOwnPagesOnly: Mutant {
    static let name = "M-AS20"
    static let operation = Operation.Kind.delete
    static let result = PageCase.deleted
    static let broken: Set<String> = ["T-AS9"]

    static func mutated<S>(
      _ forest: Quantified.Forest<S>, _ step: Quantified.Step<S>
    ) -> Quantified.Case<S>? {
      guard case .delete(let task) = step else { return nil }
      let structure = forest.structure
      return Quantified.Case(result, when: S.Truth(false)) {
        var after = forest.removing { structure.task(of: $0) == task }
        after.isLive = structure.set { forest.isLive($0) && structure.task(of: $0) != task }
        return after
      }
    }
  }

  @Test("the proof fails, with a counterexample, where it should")
  func proofs() throws {
    try expectRefuted(WideningWithoutParent.self)
    try expectRefuted(NarrowingTheNodeOnly.self)
    try expectRefuted(GrantAsNewRoot.self)
    try expectRefuted(UnmapOfChildrenOnly.self)
    try expectRefuted(DeletionOfOwnPagesOnly.self)
  }

  func expectRefuted<M: Mutant>(_ mutant: M.Type) throws {
    var refuted: Set<String> = []
    for obligation in try Quantified.obligations({ M.cases($0, $1) })
    where obligation.rule?.operation == M.operation && obligation.rule?.result == M.result {
      if case .refuted = try obligation.decide().outcome { refuted.insert(obligation.number) }
    }
    #expect(refuted == M.broken, "\(M.name)")
  }

  @Test("the link to the specification fails")
  func links() {
    expectDisagreement(WideningWithoutParent.self)
    expectDisagreement(NarrowingTheNodeOnly.self)
    expectDisagreement(GrantAsNewRoot.self)
    expectDisagreement(UnmapOfChildrenOnly.self)
    expectDisagreement(DeletionOfOwnPagesOnly.self)
  }

  func expectDisagreement<M: Mutant>(_ mutant: M.Type) {
    let link = Quantified.Link(Shape(tasks: 4, pages: 1, frames: 1))
    #expect(!link.check { M.cases($0, $1) }.agrees, "\(M.name)")
  }
}
