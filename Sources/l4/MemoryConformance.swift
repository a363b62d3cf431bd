import ArgumentParser
import Conformance
import Dispatch
import Evidence
import Foundation
import Synchronization

/// The memory of the reference kernel, which has windows, ports and pages of every size to be tested
/// with: all its variants, with programs of map, grant, unmap and deletion only.
struct MemoryConformance: ParsableArguments {
  @Flag(inversion: .prefixedNo, help: "Programs for the classes of explored graphs of memory.")
  var graphs = true
  @Flag(
    inversion: .prefixedNo,
    help: "Programs for the paths through the rules of memory; needs libz3.")
  var paths = true
  @Flag(help: "Programs for graphs and paths for every variant, not only for the kernel as it is.")
  var full = false
  @Flag(help: "List the paths and the cases of memory that were covered.")
  var coverage = false
  @Option(parsing: .unconditional, help: "Random programs about memory for each variant.")
  var memoryPrograms = 10_000

  func validate() throws {
    if memoryPrograms < 0 {
      throw ValidationError("--memory-programs must be at least 0, not \(memoryPrograms)")
    }
  }

  /// Runs the campaigns, one a variant.
  ///
  /// - Parameter apart: If the kernels are in processes of their own, how long a program may take.
  func run(
    _ kernel: String, alone: Bool, apart: Duration?, audit: Int, seed: UInt64, seconds: Double?,
    line: ProgressLine
  ) throws -> [ConformanceReport] {
    let connectors = ReferenceConnector.all.filter {
      $0.name == kernel || kernel == "reference" && !alone
    }
    let results = Mutex<[Int: Result<ConformanceReport, any Error>]>([:])
    // A kernel is tested on one core: the kernels, not the programs, are what is done at once.
    DispatchQueue.concurrentPerform(iterations: connectors.count) { position in
      let connector = connectors[position]
      let result = Result {
        var campaign = campaign(
          connector, isVariant: connector.name != kernel, audit: audit, seed: seed,
          seconds: seconds, line)
        if let apart {
          campaign.options.isolation = MemoryApart(connector, audit: audit, patience: apart)
          campaign.options.keeps = 8
        }
        return try campaign.run()
      }
      results.withLock { $0[position] = result }
    }
    let found = results.withLock { $0 }
    return try connectors.indices.compactMap { try found[$0]?.get() }
  }

  private func campaign(
    _ connector: ReferenceConnector, isVariant: Bool, audit: Int, seed: UInt64,
    seconds: Double?, _ line: ProgressLine
  ) -> Campaign<ReferenceConnector> {
    var options = Campaign<ReferenceConnector>.Options()
    options.seed = seed
    options.programs = memoryPrograms
    options.auditInterval = audit
    options.limit = seconds.map { .seconds($0) }
    options.coversGraphs = graphs && (full || !isVariant)
    options.coversPaths = paths && (full || !isVariant)
    var campaign = Campaign(connector, options: options)
    let total = memoryPrograms
    campaign.progress = { done in
      line.show(
        "\(connector.name), memory: \(grouped(done)) of \(grouped(total)) random programs")
    }
    return campaign
  }

  /// Writes the programs that deviate.
  func store(
    _ report: inout ConformanceReport, in findings: String, _ unwritten: inout [OutputError]
  ) throws {
    for index in report.findings.indices {
      try OutputError.collect(&unwritten) {
        report.findings[index].path = try OutputFolder(path: findings).write(
          report.findings[index].file, as: "\(report.kernel.inFileName)-\(index + 1).program")
      }
    }
  }
}

/// A report with its verdict, for those who read JSON.
struct JudgedMemory: Encodable {
  enum Key: CodingKey { case verdict }

  let report: ConformanceReport

  func encode(to encoder: any Encoder) throws {
    try report.encode(to: encoder)
    var keys = encoder.container(keyedBy: Key.self)
    try keys.encode(report.verdict, forKey: .verdict)
  }
}

extension ConformanceReport {
  /// The report without the lists of what was covered: how much of it was.
  var shortText: String {
    var short = self
    short.paths = []
    short.cases = []
    let paths = self.paths
    let covered = paths.reduce(0) { $0 + $1.covered }
    let rows = paths.reduce(0) { $0 + $1.rows.count }
    return short.text + (rows > 0 ? "  paths through rules: \(covered) of \(rows) covered\n" : "")
  }

  /// As much was tested as was asked for, without a deviation: that is success, however bounded.
  var exitStatus: Int32 { verdict == .holdsBounded ? 0 : verdict.exitStatus }
}
