import Evidence
import Proving
import Testing
import ThreadsProofs

@Suite("Threads by induction")
struct ThreadsProofTests {
  /// In every instance everything is proved; and of every rule all cases occur in some instance.
  @Test("everything is proved, and no case is left out")
  func everythingIsProved() throws {
    var cases: Set<String> = []
    for (instance, proof) in ThreadsProof.instances {
      let report = try proof.induction().run()
      for property in report.properties {
        #expect(property.verdict == .holds, "\(instance): \(property.name): \(property.unknowns)")
        for found in property.counterexamples {
          Issue.record("\(instance): \(found.place): \(found.clauses), \(found.witness)")
        }
      }
      #expect(report.verdict == .holds)
      for rule in report.rules {
        cases.formUnion(rule.paths.map { "\(rule.name): \($0.outcome)" })
      }
    }
    #expect(cases.isSuperset(of: Self.cases))
  }

  static let cases = [
    "create: created", "create: notChief", "create: tooDeep", "donate: donated",
    "donate: belowItself", "donate: noSuchChief", "donate: notChief", "ex_regs: changed",
    "ex_regs: created", "ex_regs: elsewhere", "ex_regs others: inactive", "schedule: done",
    "schedule: onlyPreempter", "schedule: tooHigh", "schedule: outOfReach",
    "schedule: notExistent", "switch: switched", "switch: yielded", "exception: mirrored",
    "exception: shutDown",
  ]
}
