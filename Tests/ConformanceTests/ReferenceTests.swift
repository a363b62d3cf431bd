import AddressSpaces
import Conformance
import Foundation
import ReferenceKernel
import Testing

@Suite struct ReferenceTests {
  /// Random programs in all universes and with all profiles; the seed is printed when one deviates.
  @Test(arguments: ReferenceConnector.all)
  func agreesWithTheSpecification(connector: ReferenceConnector) throws {
    var options = Campaign<ReferenceConnector>.Options()
    options.seed = 20_260_101
    options.programs = connector.pageSize == .small ? 8_000 : 2_000
    options.auditInterval = connector.pageSize == .small ? 1 : 20
    options.coversGraphs = false
    options.coversPaths = false
    let report = try Campaign(connector, options: options).run()
    #expect(report.verdict == .holdsBounded, "\(report.text)")
    #expect(report.effort.programs == options.programs)
    print(report.text)
  }

  @Test func aReportIsEncodedAndDecoded() throws {
    var options = Campaign<LyingConnector>.Options()
    options.programs = 200
    options.coversGraphs = false
    options.coversPaths = false
    let report = try Campaign(LyingConnector(lie: .dropsWriteBit), options: options).run()
    let data = try JSONEncoder().encode(report)
    #expect(try JSONDecoder().decode(ConformanceReport.self, from: data) == report)
    #expect(!report.findings.isEmpty)
  }

  @Test func aReportDependsOnTheSeedAlone() throws {
    var options = Campaign<LyingConnector>.Options()
    options.programs = 300
    options.coversGraphs = false
    options.coversPaths = false
    let reports = try (0..<2).map { _ in
      var report = try Campaign(LyingConnector(lie: .grantCopies), options: options).run()
      report.parts = []
      return report
    }
    #expect(reports[0] == reports[1])
  }
}
