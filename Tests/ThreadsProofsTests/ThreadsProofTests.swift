import Evidence
import Proving
import Testing
import ThreadsProofs

@Suite("Threads by induction")
struct ThreadsProofTests {
  @Test("everything is proved", arguments: ThreadsProof.instances.map(\.name))
  func everythingIsProved(instance: String) throws {
    let proof = try #require(ThreadsProof.instances.first { $0.name == instance }).proof
    let report = try proof.induction().run()
    for property in report.properties {
      #expect(property.verdict == .holds, "\(property.name): \(property.unknowns)")
      for found in property.counterexamples {
        Issue.record("\(found.place): \(found.clauses), \(found.witness)")
      }
    }
    #expect(report.verdict == .holds)
  }

  /// Of every rule all cases occur in some instance.
  @Test("no case is left out")
  func noCaseIsLeftOut() throws {
    var found: Set<String> = []
    for (_, proof) in ThreadsProof.instances {
      var induction = proof.induction()
      induction.options.portion = .place
      let report = try induction.run()
      for rule in report.rules { found.formUnion(rule.paths.map { "\(rule.name): \($0.outcome)" }) }
    }
    let expected = [
      "create: created", "create: notChief", "create: tooDeep", "donate: donated",
      "donate: belowItself", "donate: noSuchChief", "donate: notChief", "ex_regs: changed",
      "ex_regs: created", "ex_regs: elsewhere", "ex_regs others: inactive", "schedule: done",
      "schedule: onlyPreempter", "schedule: tooHigh", "schedule: outOfReach",
      "schedule: notExistent", "switch: switched", "switch: yielded", "exception: mirrored",
      "exception: shutDown",
    ]
    #expect(found.isSuperset(of: expected))
  }
}
