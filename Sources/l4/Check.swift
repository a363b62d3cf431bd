import ArgumentParser
import Evidence
import Exploration
import Foundation
import KernelUniverses
import Systems
import Universes

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Explore universes: check every invariant in every reachable state.",
    discussion: """
      Without files, all built-in universes and systems. A run file says how large the universe \
      is, what can happen in it, what must hold and what must be reached; specs/universes has \
      examples. A system file has threads that run little programs over the system calls; \
      specs/Systems has examples. 'l4 check --keys' lists what can be written in them. A \
      counterexample has been executed again before it is shown, is a shortest one unless it is a \
      run without end, and is stored for 'l4 replay'.
      """)

  @Argument(help: "Run files and system files (YAML).")
  var files: [String] = []
  @OptionGroup var universes: UniverseFiles
  @OptionGroup var limits: SearchLimits
  @OptionGroup var output: OutputOptions
  @Flag(
    help: "Use the plainest search there is, the oracle of the fast one; it stops only at a depth.")
  var plain = false
  @Option(help: "The folder in which traces are stored.")
  var traces = "out/traces"
  @Flag(help: "Print what can be written in a run file, and in a system file.")
  var keys = false
  @Flag(
    help: "Run the rules of threads and ipc at random, until each of their paths is taken.")
  var paths = false

  func validate() throws {
    if paths, !files.isEmpty {
      throw ValidationError("--paths is about the rules, not about files")
    }
    if plain, limits.states != nil || limits.memory != nil || limits.seconds != nil {
      throw ValidationError("--plain heeds no limit but --depth")
    }
  }

  func run() throws {
    if keys {
      print(RunFile.reference)
      print(KernelRunFile.reference)
      print(SystemFile.reference)
      return
    }
    if self.paths {
      let coverage = try PathCoverage()
      try coverage.show(output.format)
      if coverage.verdict != .holds { Foundation.exit(coverage.verdict.exitStatus) }
      return
    }
    let paths = files.isEmpty ? try universes.builtIn() + universes.builtInSystems() : files
    // All files are read before the first is run: a mistake in the last is not found after an hour.
    let inputs = try paths.map(CheckInput.init)
    var results: [CheckResult] = []
    for input in inputs { results.append(try check(input)) }
    if files.isEmpty {
      let line = ProgressLine(isShown: output.showsProgress)
      for secret in SecrecyUniverse.all {
        results.append(
          try Self.check(
            secret, limits: limits, line: line, isText: output.format == .text))
      }
    }
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

  private func check(_ input: CheckInput) throws -> CheckResult {
    let line = ProgressLine(isShown: output.showsProgress)
    switch input {
    case .universe(let file):
      return try Self.check(
        file, limits: limits, plain: plain, line: line, traces: traces,
        isText: output.format == .text)
    case .system(let file):
      // Expected hazards are drawn for whoever asks for the system by name.
      return try Self.check(
        file, limits: limits, plain: plain, line: line, traces: traces,
        shows: output.format != .text ? .nothing : files.isEmpty ? .unexpected : .everything)
    }
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
  /// The goals that were reached; in a whole kernel also those that were not asked for.
  var reached: [String]
  /// Of a system: its checks and hazards, and what is not as the file says.
  var statements: [Statement]?
  var unexpected: Verdict?

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
    reached = report.goals.filter { $0.run != nil }.map(\.name)
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
    if statements == nil ? verdict == expected : unexpected == nil { return 0 }
    let verdict = unexpected ?? verdict
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
        result.exitStatus == 0 ? "yes" : "NO, \(result.expected.rawValue)",
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
