import Evidence
import Exploration
import KernelUniverses
import Universes

extension Check {
  /// Explores one universe of a whole kernel, and shows what it found if that was not expected.
  static func check(
    _ file: KernelRunFile, limits: SearchLimits, plain: Bool, line: ProgressLine, traces: String,
    isText: Bool
  ) throws -> CheckResult {
    let options = file.limits.applied(
      to: limits.options { line.show("\(file.name): \($0.sentence)") })
    let report = try file.universe.search(
      options, checking: KernelAgenda(numbers: file.properties), goals: file.goals,
      method: plain ? .plain : .fast)
    line.clear()
    var result = CheckResult(file, report, workers: options.workers)
    for violation in report.violations {
      let trace = Trace(violation, of: file)
      let path = try OutputFolder(path: traces).write(
        trace.itf, as: "\(file.name)-\(violation.failed.number).itf.json")
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

/// What the universes of whole kernels reach together.
struct KernelCoverage {
  /// What none of them reached, of all that can be.
  let missing: [String]
  private let required: Int

  /// Nil if there is no universe of a whole kernel among them.
  init?(_ results: [CheckResult]) {
    let reached = results.compactMap(\.reached)
    guard !reached.isEmpty else { return nil }
    let all = Set(reached.joined())
    required = KernelFeature.required.count
    missing = KernelFeature.required.filter { !all.contains($0) }
  }

  var sentence: String {
    missing.isEmpty
      ? "every error code, flag, state of a thread and case of a rule is reached: \(required) in all"
      : "reached \(required - missing.count) of \(required) error codes, flags, states of threads "
        + "and cases of rules; never: \(missing.joined(separator: ", "))"
  }
}
