import AddressSpaces

/// A test of a kernel: programs made in several ways, run beside the specification.
public struct Campaign<C: Connector> {
  public struct Options: Sendable {
    public var seed: UInt64 = 1
    /// Random programs.
    public var programs = 10_000
    /// Operations of each random program.
    public var length = 20
    /// The universes of random programs; nil for all that the kernel can be compared in.
    public var shapes: [Shape]?
    /// After how many steps the kernel audits itself; 0 is never. (I-AS5)
    public var auditInterval = 1
    /// Whether there is a program for each class of operation and outcome in explored graphs.
    public var coversGraphs = true
    /// Whether there is a program for each path through each rule; needs Z3.
    public var coversPaths = true
    /// How long the random programs may take; nil is as long as it takes.
    public var limit: Duration?
    /// How many deviating programs are kept, to be grouped and shrunk.
    public var keeps = 64
    /// Told of every program, for a watch on kernels that never return.
    public var heartbeat: Heartbeat?
    /// Where the kernel is, if not in this process. Then audits are as often as it makes them.
    public var isolation: (any Isolation)?

    public init() {}
  }

  public let connector: C
  public var options: Options
  /// Called now and then with the number of random programs that are done.
  public var progress: ((Int) -> Void)?

  public init(_ connector: C, options: Options = Options()) {
    self.connector = connector
    self.options = options
  }

  /// Runs all that was asked for.
  @specialized(where C == ReferenceConnector)
  public func run() throws -> ConformanceReport {
    var report = ConformanceReport(kernel: connector.name, seed: options.seed)
    var collector = Collector(
      trial: Trial(
        connector, auditInterval: max(1, options.auditInterval), heartbeat: options.heartbeat,
        isolation: options.isolation))
    if options.coversGraphs { try coverGraphs(&report, &collector) }
    if options.coversPaths { try coverPaths(&report, &collector) }
    if options.programs > 0 { try runRandom(&report, &collector) }
    report.findings = try collector.findings()
    return report
  }

  private func runRandom(
    _ report: inout ConformanceReport, _ collector: inout Collector<C>
  ) throws {
    let shapes = (options.shapes ?? RandomPrograms.shapes()).filter {
      options.shapes != nil || connector.defect(of: $0) == nil
    }
    for shape in shapes { try connector.check(shape) }
    guard !shapes.isEmpty else { throw ConformanceError.unsuitable("no universe suits the kernel") }
    let programs = RandomPrograms(seed: options.seed, length: options.length, shapes: shapes)
    let clock = ContinuousClock()
    let start = clock.now
    var tally = Tally()
    var number = 0
    while number < options.programs {
      if options.isolation != nil, collector.count >= options.keeps {
        report.stopped = "\(collector.count) programs deviate"
        break
      }
      if let limit = options.limit, clock.now - start > limit {
        report.stopped = "the time was over after \(number) of \(options.programs) programs"
        break
      }
      let end = min(options.programs, number + RandomPrograms.block)
      var block = RandomBlock(
        connector: connector, programs: programs, numbers: number..<end,
        auditInterval: options.auditInterval, heartbeat: options.heartbeat,
        isolation: options.isolation, tally: tally,
        findingLimit: options.keeps - collector.count)
      try programs.shape(of: number).withOracle(&block)
      tally = block.tally
      for finding in block.findings {
        collector.add(
          finding.program, finding.deviation,
          origin: programs.origin(of: finding.number))
      }
      number = end
      progress?(number)
    }
    report.effort += tally.effort
    report.cases = tally.cases
    report.parts.append(
      .init(
        name: "random", programs: number, deviating: tally.deviating,
        seconds: (clock.now - start) / .seconds(1)))
  }
}

/// Deviating programs, grouped by what is likely one mistake.
struct Collector<C: Connector> {
  private struct Group {
    var programs = 0
    var shortest: Program
    var deviation: Deviation
    var origin: String
  }

  let trial: Trial<C>
  private var groups: [(name: String, group: Group)] = []
  private(set) var count = 0

  init(trial: Trial<C>) { self.trial = trial }

  mutating func add(_ program: Program, _ deviation: Deviation, origin: String) {
    count += 1
    let name = deviation.group
    let index = groups.firstIndex { $0.name == name } ?? groups.count
    if index == groups.count {
      groups.append((name, Group(shortest: program, deviation: deviation, origin: origin)))
    }
    groups[index].group.programs += 1
    if deviation.step < groups[index].group.deviation.step {
      groups[index].group.shortest = program
      groups[index].group.deviation = deviation
      groups[index].group.origin = origin
    }
  }

  /// The groups, shrunk; what shrinks to the same program is one finding.
  func findings() throws(ConformanceError) -> [ConformanceReport.Finding] {
    var findings: [ConformanceReport.Finding] = []
    var seen: [(program: Program, index: Int)] = []
    for (name, group) in groups {
      let again = try trial.run(group.shortest)
      let shrunk =
        again == nil
        ? (group.shortest, group.deviation)
        : try trial.shrink(group.shortest, again ?? group.deviation)
      if let same = seen.first(where: { $0.program == shrunk.0 }), again != nil {
        findings[same.index].programs += group.programs
        continue
      }
      seen.append((shrunk.0, findings.count))
      let file = ProgramFile(
        shrunk.0, kernel: trial.connector.name, origin: group.origin, finding: shrunk.1.sentence)
      findings.append(
        ConformanceReport.Finding(
          group: again == nil ? name : shrunk.1.group, programs: group.programs,
          deviation: shrunk.1, origin: group.origin, length: group.shortest.operations.count,
          shrunkLength: shrunk.0.operations.count, isReproducible: again != nil, file: file.text,
          path: nil))
    }
    return findings
  }
}
