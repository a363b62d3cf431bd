import ArgumentParser
import Conformance
import Dispatch
import Evidence
import Foundation
import Synchronization

struct Conform: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Test whether a kernel does what the specification says.",
    discussion: """
      Programs of operations and probes are run on the kernel and beside it on the specification, \
      and compared after every step: programs for every class of operation and outcome in explored \
      graphs, for every path through every rule, and random ones. A program that deviates is \
      shrunk, shown with what was observed and what is allowed, and stored for 'l4 replay'. \
      Kernels: \(ReferenceConnector.all.map(\.name).joined(separator: ", ")); 'reference' tests \
      the others too, as its variants, by random programs.
      """)

  @Argument(help: "The kernel.")
  var kernel = "reference"
  @Option(help: "The seed of the random programs. The same seed makes the same programs.")
  var seed: UInt64 = 1
  @Option(help: "Random programs for each kernel.")
  var programs = 10_000
  @Option(help: "Operations of each random program.")
  var steps = 20
  @Option(help: "After how many steps the kernel looks at its own structures; 0 is never.")
  var audit = 1
  @Option(help: "Stop making random programs after this many seconds.")
  var seconds: Double?
  @Flag(inversion: .prefixedNo, help: "Programs for the classes of explored graphs.")
  var graphs = true
  @Flag(inversion: .prefixedNo, help: "Programs for the paths through the rules; needs libz3.")
  var paths = true
  @Flag(help: "Programs for graphs and paths for every variant, not only for the kernel as it is.")
  var full = false
  @Flag(help: "Only this kernel, without its variants.")
  var only = false
  @Flag(help: "List the paths and the cases that were covered.")
  var coverage = false
  @Option(help: "The folder in which programs that deviate are stored.")
  var findings = "out/findings"
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard ReferenceConnector(named: kernel) != nil else {
      throw ValidationError(
        "there is no kernel '\(kernel)'; there are "
          + ReferenceConnector.all.map(\.name).joined(separator: ", "))
    }
    for (name, value, least) in [("programs", programs, 0), ("audit", audit, 0)]
    where value < least {
      throw ValidationError("--\(name) must be at least \(least), not \(value)")
    }
    guard (1...ProgramFile.limit).contains(steps) else {
      throw ValidationError("--steps must be 1 to \(ProgramFile.limit), not \(steps)")
    }
    try validateTime("seconds", seconds)
  }

  func run() throws {
    let reports = try conform()
    switch output.format {
    case .text: for report in reports { print(coverage ? report.text : report.shortText) }
    case .json: try Report.json(reports.map(Judged.init))
    }
    if let worst = reports.first(where: { $0.exitStatus != 0 }) {
      Foundation.exit(worst.exitStatus)
    }
  }

  /// Runs the campaigns, one a kernel.
  func conform() throws -> [ConformanceReport] {
    let connectors = ReferenceConnector.all.filter {
      $0.name == kernel || (!only && kernel == "reference")
    }
    let line = ProgressLine(isShown: output.showsProgress)
    defer { line.clear() }
    let results = Mutex<[Int: Result<ConformanceReport, any Error>]>([:])
    // A kernel is tested on one core: the kernels, not the programs, are what is done at once.
    DispatchQueue.concurrentPerform(iterations: connectors.count) { position in
      let result = Result { try campaign(connectors[position], line).run() }
      results.withLock { $0[position] = result }
    }
    let found = results.withLock { $0 }
    return try connectors.indices.compactMap { try found[$0]?.get() }.map(store)
  }

  private func campaign(
    _ connector: ReferenceConnector, _ line: ProgressLine
  ) -> Campaign<ReferenceConnector> {
    var options = Campaign<ReferenceConnector>.Options()
    options.seed = seed
    options.programs = programs
    options.length = steps
    options.auditInterval = audit
    options.limit = seconds.map { .seconds($0) }
    let isVariant = connector.name != kernel
    options.coversGraphs = graphs && (full || !isVariant)
    options.coversPaths = paths && (full || !isVariant)
    var campaign = Campaign(connector, options: options)
    let total = programs
    campaign.progress = { done in
      line.show("\(connector.name): \(grouped(done)) of \(grouped(total)) random programs")
    }
    return campaign
  }

  private func store(_ report: ConformanceReport) throws -> ConformanceReport {
    var report = report
    guard !report.findings.isEmpty else { return report }
    for index in report.findings.indices {
      report.findings[index].path = try OutputFolder(path: findings).write(
        report.findings[index].file, as: "\(report.kernel)-\(index + 1).program")
    }
    return report
  }
}

/// A report with its verdict, for those who read JSON.
private struct Judged: Encodable {
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
