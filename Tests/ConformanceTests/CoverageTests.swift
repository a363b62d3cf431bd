import AddressSpaces
import Conformance
import Testing

@Suite struct CoverageTests {
  @Test func everyPathOfEveryRuleHasAProgramOrAReason() throws {
    var options = Campaign<ReferenceConnector>.Options()
    options.programs = 0
    options.coversGraphs = false
    let report = try Campaign(ReferenceConnector(tags: .tagged), options: options).run()
    print(report.text)
    #expect(report.verdict == .holdsBounded)
    let rows = report.paths.flatMap(\.rows)
    #expect(rows.count > 100)
    #expect(!rows.contains { $0.outcome == .unreachable })
  }

  @Test func everyClassOfTheExploredGraphsAgrees() throws {
    var options = Campaign<ReferenceConnector>.Options()
    options.programs = 0
    options.coversPaths = false
    let report = try Campaign(ReferenceConnector(tags: .tagged), options: options).run()
    print(report.text)
    #expect(report.verdict == .holdsBounded)
    #expect(report.graphs.allSatisfy { $0.isComplete && $0.agreed == $0.classes })
  }
}
