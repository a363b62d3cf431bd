import ClansAndChiefs
import ClansAndChiefsProofs
import Evidence
import Testing

@Suite("Clan trees by induction")
struct ProofTests {
  @Test("everything is proved, and every case of every rule occurs")
  func everythingIsProved() throws {
    var outcomes: Set<String> = []
    for (name, proof) in ClanProof.instances {
      let report = try proof.induction().run()
      for property in report.properties {
        #expect(
          property.verdict == .holds,
          "\(name), \(property.name): \(property.counterexamples.map(\.witness))")
      }
      #expect(report.verdict == .holds)
      outcomes.formUnion(report.rules.flatMap(\.paths).map(\.outcome))
    }
    let cases =
      ClanCase.allCases.map { "\($0)" }
      + NearestCase.allCases.filter { $0 != .oneself }.map { "\($0)" }
    #expect(outcomes.isSuperset(of: cases))
  }

  /// Where all that does not exist is outside, a chief can take the name of one of its clan that was
  /// deleted, and write to another. (U34)
  @Test("an option that breaks statements does so in a tree that a run leads to")
  func outsiders() throws {
    let profile = ClansProfile(unknownSenders: .outside)
    let reachable = ReachableClans(profile)
    let report = try ClanProof(profile).induction().run()
    let broken = report.properties.filter { $0.verdict != .holds }
    #expect(broken.map { $0.name.prefix { $0 != " " } } == ["T-CC2", "T-CC3", "I-CC2"])
    for property in broken {
      #expect(property.verdict == .notInductiveReachable)
      let found = try #require(property.counterexamples.first)
      let (before, step) = (found.witness.before, try #require(found.witness.step))
      guard case .deceive(by: let chief, to: _, as: let virtual) = step else {
        Issue.record("\(found.witness)")
        continue
      }
      #expect(!before.active.contains(virtual).value)
      #expect(before.below[at: chief].contains(virtual).value)
      // The run is one: taken step by step, it leads there.
      var tree = FailedClanStep.Tree.boot(numbers: reachable.universe.numbers)
      for step in reachable.run(to: before).1 { _ = tree.take(step, profile) }
      #expect(tree == before)
    }
  }
}
