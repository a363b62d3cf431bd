import ClansAndChiefs
import ClansAndChiefsProofs
import Evidence
import Proving
import Testing

@Suite("Clan trees by induction")
struct ProofTests {
  @Test("everything is proved", arguments: ClanProof.instances.map(\.name))
  func everythingIsProved(instance: String) throws {
    let proof = try #require(ClanProof.instances.first { $0.name == instance }).proof
    var induction = proof.induction()
    induction.options.timeout = .seconds(120)
    let report = try induction.run()
    print(
      instance, report.queries.count, report.queries.count { !$0.isTrivial }, report.wallClock,
      report.solverTime)
    for query in report.queries.sorted(by: { $0.duration > $1.duration }).prefix(8) {
      print("  ", query.duration, query.name, query.status)
    }
    for rule in report.rules { print("  ", rule.name, rule.paths.map(\.name)) }
    for property in report.properties {
      #expect(property.verdict == .holds, "\(property.name): \(property.unknowns)")
      for found in property.counterexamples.prefix(2) {
        print(property.name, found.clauses, found.reachability, found.witness)
      }
    }
    #expect(report.verdict == .holds)
  }
}
