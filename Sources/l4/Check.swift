import ArgumentParser
import Evidence
import Exploration
import Foundation
import KernelUniverses
import Universes

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Explore universes: check every invariant in every reachable state.",
    discussion: """
      Without files, all built-in universes. A run file says how large the universe is, what can \
      happen in it, what must hold and what must be reached; specs/universes has examples, and \
      'l4 check --keys' lists what can be written in one. A counterexample is a shortest one, has \
      been executed again before it is shown, and is stored for 'l4 replay'.
      """)

  @Argument(help: "Run files (YAML).")
  var files: [String] = []
  @OptionGroup var universes: UniverseFiles
  @OptionGroup var limits: SearchLimits
  @OptionGroup var output: OutputOptions
  @Flag(
    help: "Use the plainest search there is, the oracle of the fast one; it stops only at a depth.")
  var plain = false
  @Option(help: "The folder in which traces are stored.")
  var traces = "out/traces"
  @Flag(help: "Print what can be written in a run file.")
  var keys = false

  func validate() throws {
    if plain, limits.states != nil || limits.memory != nil || limits.seconds != nil {
      throw ValidationError("--plain heeds no limit but --depth")
    }
  }

  func run() throws {
    if keys {
      print(RunFile.reference)
      print(KernelRunFile.reference)
      return
    }
    let paths = files.isEmpty ? try universes.builtIn() : files
    // All files are read before the first is run: a mistake in the last is not found after an hour.
    let runs = try paths.map(UniverseFiles.read)
    var results: [CheckResult] = []
    for run in runs { results.append(try check(run)) }
    switch output.format {
    case .text: CheckResult.table(results).show()
    case .json: try Report.json(results)
    }
    // Of all built-in universes together is said what they reach; of some it would say nothing.
    let coverage = files.isEmpty ? KernelCoverage(results) : nil
    if let coverage, output.format == .text { print(coverage.sentence) }
    if let status = results.first(where: { $0.exitStatus != 0 })?.exitStatus {
      Foundation.exit(status)
    }
    if let coverage, !coverage.missing.isEmpty { Foundation.exit(Verdict.vacuous.exitStatus) }
  }

  private func check(_ file: AnyRunFile) throws -> CheckResult {
    try Self.check(
      file, limits: limits, plain: plain, line: ProgressLine(isShown: output.showsProgress),
      traces: traces, isText: output.format == .text)
  }

  /// Explores one universe of either kind.
  static func check(
    _ file: AnyRunFile, limits: SearchLimits, plain: Bool, line: ProgressLine, traces: String,
    isText: Bool
  ) throws -> CheckResult {
    switch file {
    case .spaces(let file):
      try check(
        file, limits: limits, plain: plain, line: line, traces: traces, isText: isText)
    case .kernel(let file):
      try check(
        file, limits: limits, plain: plain, line: line, traces: traces, isText: isText)
    }
  }

  /// Explores one universe, and shows what it found if that was not expected.
  static func check(
    _ file: RunFile, limits: SearchLimits, plain: Bool, line: ProgressLine, traces: String,
    isText: Bool
  ) throws -> CheckResult {
    let options = file.limits.applied(
      to: limits.options { line.show("\(file.name): \($0.sentence)") })
    let report = try Universe(file).search(options, method: plain ? .plain : .fast)
    line.clear()
    var result = CheckResult(file, report, workers: options.workers)
    for violation in report.violations {
      let trace = Trace(violation, of: file)
      let path = try OutputFolder(path: traces).write(
        trace.itf, as: "\(file.name)-\(violation.number).itf.json")
      result.traces.append(path)
      if isText { print(trace.summary(replay: path)) }
    }
    if isText, report.verdict == .vacuous {
      for action in report.deadActions { print("\(file.name): no \(action) ever happens") }
      for goal in report.goals where goal.run == nil {
        print("\(file.name): the goal \"\(goal.name)\" is never reached")
      }
    }
    return result
  }
}

/// What came of exploring one universe.
struct CheckResult: Encodable {
  var universe: String
  var file: String
  var verdict: Verdict
  var expected: Verdict
  var distinct: Int
  var generated: Int
  var depth: Int
  var actions: [Action]
  var deadActions: [String]
  var goalsReached: Int
  var goals: Int
  var unreachedGoals: [String]
  var covered: String
  var workers: Int
  var cpuSeconds: Double
  var wallSeconds: Double
  var bytesPerState: Double
  var traces: [String] = []
  /// Of a whole kernel: all that was reached, asked for or not.
  var reached: [String]?

  struct Action: Encodable {
    var kind: String
    var generated: Int
    var changed: Int
  }

  init(_ file: RunFile, _ report: SearchReport, workers: Int) {
    universe = file.name
    self.file = file.file
    verdict = report.verdict
    expected = file.expect
    distinct = report.distinct
    generated = report.generated
    depth = report.depth
    actions = report.actions.map {
      Action(kind: $0.kind, generated: $0.generated, changed: $0.changed)
    }
    deadActions = report.deadActions
    goals = report.goals.count
    unreachedGoals = report.goals.filter { $0.run == nil }.map(\.name)
    goalsReached = goals - unreachedGoals.count
    covered = report.coverage.sentence
    self.workers = workers
    cpuSeconds = report.cost.cpuSeconds
    wallSeconds = report.cost.wallSeconds
    bytesPerState = report.bytesPerState
  }

  init(_ file: KernelRunFile, _ report: KernelReport, workers: Int) {
    universe = file.name
    self.file = file.file
    verdict = report.verdict
    expected = file.expect
    distinct = report.distinct
    generated = report.generated
    depth = report.depth
    actions = report.actions.map {
      Action(kind: $0.kind, generated: $0.generated, changed: $0.changed)
    }
    deadActions = report.deadActions
    goals = report.goals.count
    unreachedGoals = report.goals.filter { $0.run == nil }.map(\.name)
    goalsReached = goals - unreachedGoals.count
    covered = report.coverage.sentence
    self.workers = workers
    cpuSeconds = report.cost.cpuSeconds
    wallSeconds = report.cost.wallSeconds
    bytesPerState = report.bytesPerState
    reached = report.reached.sorted()
  }

  /// 0 if the verdict is the expected one. An unexpected `holds` has no status of its own.
  var exitStatus: Int32 {
    if verdict == expected { return 0 }
    return verdict == .holds ? Failure.unexpectedVerdict : verdict.exitStatus
  }

  static func table(_ results: [CheckResult]) -> Table {
    var table = Table(
      [
        "universe", "verdict", "expected", "distinct", "generated", "depth", "goals", "cpu s",
        "gen/s", "B/state", "covered",
      ], figures: [3, 4, 5, 6, 7, 8, 9])
    for result in results {
      table.add([
        result.universe, result.verdict.rawValue,
        result.verdict == result.expected ? "yes" : "NO, \(result.expected.rawValue)",
        grouped(result.distinct), grouped(result.generated), "\(result.depth)",
        "\(result.goalsReached)/\(result.goals)", String(format: "%.2f", result.cpuSeconds),
        grouped(Int(Double(result.generated) / max(result.cpuSeconds, 1e-6))),
        String(format: "%.1f", result.bytesPerState), result.covered,
      ])
    }
    return table
  }
}

extension Progress {
  /// How far a search has come.
  var sentence: String {
    "level \(level), \(grouped(distinct)) states, \(grouped(generated)) generated, "
      + "\(grouped(Int(rate)))/s, \(frontier - taken) to expand, \(bytes >> 20) MB"
  }
}

extension Coverage {
  /// What was looked at, as a person says it.
  var sentence: String {
    switch end {
    case .complete: "everything"
    case .violation: "up to the violation, \(depth) steps"
    case .depthBound(let bound): "runs of \(bound) steps; \(grouped(frontier)) states go on"
    case .limit(let limit):
      "stopped by the limit of \(limit.rawValue): runs of \(depth) steps, "
        + "\(grouped(frontier)) states not expanded"
    }
  }
}
