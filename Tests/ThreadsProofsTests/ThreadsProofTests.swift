import ClansAndChiefs
import Evidence
import Logic
import Proving
import SMT
import Testing
import Threads
import ThreadsProofs

@Suite struct ThreadsProofTests {
  @Test(arguments: ThreadsProof.instances.map(\.name))
  func everythingIsProved(name: String) throws {
    let proof = try #require(ThreadsProof.instances.first { $0.name == name }?.proof)
    var induction = proof.induction()
    induction.options.workers = 2
    let report = try induction.run()
    for property in report.properties where property.verdict != .holds {
      Issue.record("\(property.name): \(property.verdict)")
      for each in property.counterexamples.prefix(2) {
        print(property.name, each.place, each.clauses, each.witness)
      }
      for each in property.unknowns.prefix(3) { print(each) }
    }
    for rule in report.rules {
      print(name, rule.name, rule.paths.map(\.outcome), rule.explorationTime)
    }
    print(name, report.verdict, report.wallClock, report.paths, report.queries.count)
    #expect(report.verdict == .holds)
  }
}
