import Evidence
import Exploration

extension SystemFile {
  /// Searches all states for those that break a statement, and all fair runs for those on which what
  /// is promised does not come.
  public func search(
    _ options: Options = Options(), isPlain: Bool = false
  ) throws -> SystemReport {
    let model = try SystemModel(self)
    var options = self.options(options)
    options.stopsAtViolation = false
    options.permitsDeadActions = true
    let report =
      isPlain
      ? try PlainChecker(model, options: options).run()
      : try Explorer(model, options: options).run()
    let promises = promises(in: model.scene)
    var endless: LivenessReport<SystemModel>?
    if !promises.isEmpty {
      endless = try LivenessChecker(
        model, fairness: fairness, promises: promises, options: options
      ).run()
    }
    if let endless, endless.end == .complete, report.coverage.end == .complete,
      endless.distinct != report.distinct || endless.generated != report.generated
    {
      throw ExplorationError.replayDisagrees(
        "two searches of \(name) found \(report.distinct) and \(endless.distinct) states")
    }
    return SystemReport(
      findings: findings(model, report, endless),
      unreached: report.unreachedGoals.map(\.name), goals: report.goals.count,
      distinct: report.distinct, generated: report.generated, depth: report.depth,
      actions: report.actions, coverage: report.coverage,
      cpuSeconds: report.cost.cpuSeconds + (endless?.cpuSeconds ?? 0),
      wallSeconds: report.cost.wallSeconds + (endless?.cpuSeconds ?? 0),
      bytesPerState: report.bytesPerState)
  }

  /// The limits of the file, where the command gives no others.
  private func options(_ given: Options) -> Options {
    var options = given
    if options.maxStates == nil { options.maxStates = maxStates }
    if options.maxSeconds == nil { options.maxSeconds = maxSeconds.map(Double.init) }
    return options
  }

  /// In the order of the file, checks before hazards.
  private func findings(
    _ model: SystemModel, _ report: Report<SystemModel>, _ endless: LivenessReport<SystemModel>?
  ) -> [SystemReport.Finding] {
    var promises = (endless?.findings ?? [])[...]
    /// The index of a statement about states among the properties.
    var property = 0
    var isComplete = true
    if case .limit = report.coverage.end { isComplete = false }
    return statements.enumerated().map { index, statement in
      var verdict = isComplete ? Verdict.holds : .incomplete
      var run: SystemRun?
      var explanation: [String] = []
      if statement.isPromise, let finding = promises.popFirst() {
        verdict = finding.verdict
        run = finding.lasso.map {
          SystemRun($0.trace, of: model, loop: $0.loop, isEndless: true)
        }
        explanation = run?.end ?? []
      } else {
        let violation = report.violations.first { $0.property == property }
        property += 1
        if let violation {
          verdict = .violated
          run = SystemRun(violation.trace, of: model)
          explanation = violation.explanation.map { [$0] } ?? run?.end ?? []
        }
      }
      return SystemReport.Finding(
        text: statement.text, number: statement.number, isHazard: index >= checks.count,
        verdict: verdict, run: run, explanation: explanation, isShortest: !statement.isPromise)
    }
  }
}
