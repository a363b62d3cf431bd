import AddressSpaces
import Conformance
import ReferenceKernel
import Testing

@Suite struct ReferenceTests {
  /// Random programs in all universes and with all profiles; the seed is printed when one deviates.
  @Test(arguments: ReferenceConnector.all)
  func agreesWithTheSpecification(connector: ReferenceConnector) throws {
    var options = Campaign<ReferenceConnector>.Options()
    options.seed = 20_260_101
    options.programs = connector.pageSize == .small ? 12_000 : 3_000
    options.auditInterval = connector.pageSize == .small ? 1 : 20
    options.coversGraphs = false
    options.coversPaths = false
    let report = try Campaign(connector, options: options).run()
    #expect(report.verdict == .holdsBounded, "\(report.text)")
    #expect(report.effort.programs == options.programs)
    print(report.text)
  }

  @Test func isFastEnough() throws {
    for interval in [1, 20] {
      var options = Campaign<ReferenceConnector>.Options()
      options.programs = 20_000
      options.auditInterval = interval
      options.coversGraphs = false
      options.coversPaths = false
      let report = try Campaign(ReferenceConnector(), options: options).run()
      for part in report.parts {
        print(interval, part.name, Double(part.programs) / part.seconds * 60, "programs a minute")
      }
    }
  }
}
