import ArgumentParser
import Conformance
import Evidence
import Foundation
import KernelConformance
import KernelUniverses
import Systems

struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Explore, prove and conformance-test everything built in; one table of verdicts.",
    discussion: "This is 'l4 check', 'l4 prove' and 'l4 conform reference', each as it comes.")

  @OptionGroup var universes: UniverseFiles
  @OptionGroup var output: OutputOptions

  /// Programs for each combination of choices of the reference kernel, besides the usual one.
  private static let sample = 1000

  func run() throws {
    let line = ProgressLine(isShown: output.showsProgress)
    let files = try universes.builtIn().map(UniverseFiles.read)
    let systems = try universes.builtInSystems().map { try SystemFile(contentsOf: $0) }
    let quiet = output.quiet ? ["--quiet"] : []
    var rows: [Row] = []
    for file in files {
      let result = try Check.check(
        file, limits: try SearchLimits.parse([]), plain: false, line: line, traces: "out/traces",
        isText: output.format == .text)
      rows.append(Row(result))
    }
    for system in systems {
      let result = try Check.check(
        system, limits: try SearchLimits.parse([]), plain: false, line: line, traces: "out/traces",
        shows: output.format == .text ? .unexpected : .nothing)
      rows.append(Row(result))
    }
    for secret in SecrecyUniverse.all {
      rows.append(
        Row(
          try Check.check(
            secret, limits: try SearchLimits.parse([]), line: line,
            isText: output.format == .text)))
    }
    let proofs = try Prove.parse(quiet).prove()
    rows += Row.rows(proofs)
    let tests = try Conform.parse(quiet + ["--sample", "\(Self.sample)"]).conform()
    rows += tests.whole.map(Row.init) + Row.row(choices: tests.choices)
    rows += tests.memory.map(Row.init)
    switch output.format {
    case .text: show(rows, proofs)
    case .json: try Report.json(rows)
    }
    if let status = rows.first(where: { $0.exitStatus != 0 })?.exitStatus {
      Foundation.exit(status)
    }
  }

  private func show(_ rows: [Row], _ proofs: [ProofResult]) {
    for proof in proofs { proof.counterexamples.forEach { print($0.text) } }
    var table = Table(
      ["", "subject", "verdict", "expected", "seconds", "what was looked at"], figures: [4])
    for row in rows {
      table.add([
        row.engine, row.subject, row.verdict.rawValue,
        row.exitStatus == 0 ? "yes" : "NO, \(row.expected.rawValue)",
        String(format: "%.1f", row.seconds), row.scope,
      ])
    }
    table.show()
    let failed = rows.count { $0.exitStatus != 0 }
    print(
      failed == 0
        ? "every verdict is as expected" : "\(failed) of \(rows.count) verdicts are not as expected"
    )
  }

  /// One verdict.
  struct Row: Encodable {
    var engine: String
    var subject: String
    var verdict: Verdict
    var expected: Verdict
    var exitStatus: Int32
    var seconds: Double
    var scope: String

    init(_ check: CheckResult) {
      engine = "explored"
      subject = check.universe
      verdict = check.verdict
      expected = check.expected
      exitStatus = check.exitStatus
      seconds = check.wallSeconds
      scope =
        "\(grouped(check.distinct)) states, \(grouped(check.generated)) transitions, "
        + "\(check.goalsReached) of \(check.goals) goals"
    }

    init(_ report: KernelConformance.KernelReport) {
      engine = "tested"
      subject = report.kernel
      verdict = report.verdict
      expected = .holdsBounded
      exitStatus = report.exitStatus
      seconds = report.seconds
      scope =
        "\(grouped(report.passed + report.failed)) programs, \(grouped(report.steps)) steps, "
        + "seed \(report.seed), "
        + report.coverage.map { "\(grouped($0.reached)) \($0.name)" }.joined(separator: ", ")
    }

    init(_ report: ConformanceReport) {
      engine = "tested"
      subject = "\(report.kernel), memory"
      verdict = report.verdict
      expected = .holdsBounded
      exitStatus = report.exitStatus
      seconds = report.parts.reduce(0) { $0 + $1.seconds }
      scope =
        "\(grouped(report.effort.programs)) programs, \(grouped(report.effort.steps)) steps, "
        + "\(grouped(report.effort.probes)) probes, seed \(report.seed)"
      let paths = report.paths.reduce(0) { $0 + $1.rows.count }
      if paths > 0 {
        scope += ", \(report.paths.reduce(0) { $0 + $1.covered }) of \(paths) paths through rules"
      }
    }

    /// One row for all other choices that a kernel can be built with: the worst verdict.
    static func row(choices reports: [KernelConformance.KernelReport]) -> [Row] {
      guard let worst = reports.first(where: { $0.exitStatus != 0 }) ?? reports.first else {
        return []
      }
      var row = Row(worst)
      row.subject = "\(worst.kernel), \(reports.count) other choices"
      row.seconds = reports.reduce(0) { $0 + $1.seconds }
      let programs = reports.reduce(0) { $0 + $1.passed + $1.failed }
      row.scope =
        "\(grouped(programs)) programs, \(grouped(reports.reduce(0) { $0 + $1.steps })) steps, "
        + "all combinations of U2, U3, U4 and U6, \(grouped(programs / reports.count)) programs each"
      return [row]
    }

    /// A row an instance: the worst verdict of its statements.
    static func rows(_ proofs: [ProofResult]) -> [Row] {
      var instances: [String] = []
      for proof in proofs where !instances.contains(proof.instance) {
        instances.append(proof.instance)
      }
      return instances.map { instance in
        Row(instance, proofs.filter { $0.instance == instance })
      }
    }

    private init(_ instance: String, _ results: [ProofResult]) {
      engine = "proved"
      subject = instance
      verdict = results.map(\.verdict).first { $0 != .holds } ?? .holds
      expected = .holds
      exitStatus = verdict.exitStatus
      seconds = results.reduce(0) { $0 + $1.seconds }
      let places = results.reduce(0) { $0 + $1.places }
      scope = "\(results.count) statements, \(grouped(places)) paths and cases"
    }
  }
}
