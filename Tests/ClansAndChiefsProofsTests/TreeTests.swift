import ClansAndChiefs
import ClansAndChiefsProofs
import Logic
import Testing

@Suite("Every clan tree")
struct TreeTests {
  @Test("of up to six tasks")
  func everyTree() {
    let report = EveryTree(upTo: 6).check()
    #expect(report.failures.isEmpty, "\(report.failures)")
    // A task in a tree of n comes below one of those before it, or of none: n! trees.
    #expect(report.trees == 1 + 2 + 6 + 24 + 120 + 720)
    // The figure that fact CC-5 has; the rest is of trees without a common root.
    #expect(report.deceitsBelowOneRoot == 2566)
    #expect(report.deceits == 17_672)
    #expect(Set(report.cases.keys) == Set(ClanProperty.ofMessages))
  }

  @Test("that a run comes to", arguments: 3...6)
  func everyRun(numbers: Int) {
    let report = EveryRun(numbers: numbers, .v2).check()
    #expect(report.failures.isEmpty, "\(report.failures)")
    #expect(report.trees == Self.trees(numbers - 2))
  }

  @Test("that a run comes to, with the other choices")
  func options() throws {
    for (name, proof) in ClanProof.instances {
      let report = EveryRun(numbers: 6, proof.profile).check()
      #expect(report.failures.isEmpty, "\(name): \(report.failures)")
      let statements = ClanInvariant.allCases.map(\.number) + ClanProperty.allCases.map(\.number)
      #expect(Set(report.cases.keys) == Set(statements))
    }
  }

  /// How many trees there are of sigma0, the root, and some numbers: some of these are active, in a
  /// forest that hangs below sigma0 and the root (2 (m+2)^(m-1) of m tasks); each of the others is
  /// below one of the active ones.
  private static func trees(_ numbers: Int) -> Int {
    func power(_ base: Int, _ exponent: Int) -> Int {
      (0..<exponent).reduce(1) { power, _ in power * base }
    }
    func choose(_ n: Int, _ k: Int) -> Int { (0..<k).reduce(1) { $0 * (n - $1) / ($1 + 1) } }
    return (0...numbers).reduce(0) { sum, active in
      let forests = active == 0 ? 1 : 2 * power(active + 2, active - 1)
      return sum + choose(numbers, active) * forests * power(active + 2, numbers - active)
    }
  }

  @Test("a tree in plain words and one in sets are the same")
  func plain() {
    for tree in ChiefTree.all(tasks: 5) {
      let clans = Clans<Concrete<UInt8>, 8>(tree)
      for task in tree.tasks {
        let name = ConcreteBits<UInt8>(id: task)
        #expect(clans.above(name).ids == tree.line(of: task).sorted())
        #expect(clans.chief(of: name).knownID == tree.chiefs[task])
        #expect(Int(clans.depth(of: name).value) == tree.line(of: task).count)
        #expect(clans.members(of: name).ids == tree.tasks.filter { tree.chiefs[$0] == task })
        #expect(
          clans.clan(of: name).ids.filter(tree.tasks.contains)
            == tree.tasks.filter { tree.chiefs[$0] == tree.chiefs[task] })
      }
    }
  }
}
