import Evidence
import Exploration
import KernelUniverses

extension Check {
  /// Searches all pairs of runs that differ in a secret, and shows one that an observer can tell apart.
  static func check(
    _ secret: SecrecyUniverse, limits: SearchLimits, line: ProgressLine, isText: Bool
  ) throws -> CheckResult {
    let options = limits.options { progress in
      line.show(
        "\(secret.name): level \(progress.level), \(grouped(progress.distinct)) pairs of states, "
          + "\(grouped(progress.generated)) generated")
    }
    let result = try secret.search(options)
    line.clear()
    if isText, !result.leak.isEmpty {
      print("violated  \(secret.claim) (T-CC5)      shortest pair of runs")
      print("  failed  \(result.explanation)")
      for (step, action) in result.leak.enumerated() { print("  \(step + 1)  \(action)") }
    }
    return CheckResult(secret, result, workers: options.workers)
  }
}

extension CheckResult {
  init(_ secret: SecrecyUniverse, _ result: SecrecyUniverse.Result, workers: Int) {
    universe = secret.name
    file = ""
    verdict = result.verdict
    expected = .holds
    distinct = result.distinct
    generated = result.generated
    depth = result.depth
    actions = []
    deadActions = []
    goals = 3
    unreachedGoals = result.unreachedGoals
    goalsReached = goals - unreachedGoals.count
    covered = verdict == .holds ? "every pair of runs" : "up to the violation"
    self.workers = workers
    cpuSeconds = result.cpuSeconds
    wallSeconds = result.wallSeconds
    bytesPerState = result.bytesPerState
    reached = []
  }
}
