import Evidence
import Exploration

/// What came of doing a run of a system again.
public struct SystemReplay: Sendable {
  /// A statement that the run breaks.
  public struct Finding: Sendable {
    public let text: String
    public let number: String
    public let explanation: [String]
  }

  public let run: SystemRun
  /// In the order of the file; statements about states in that of the run.
  public let findings: [Finding]
}

/// Why a run cannot be done again.
public struct SystemReplayError: Error, CustomStringConvertible, Sendable {
  public let description: String
}

extension SystemFile {
  /// Executes actions by their names, from where the threads begin, and asks every statement on the
  /// way. With `loop`, the run goes back to that state for ever; to the last one, it ends there.
  public func replay(_ actions: [String], loop: Int?) throws -> SystemReplay {
    let model = try SystemModel(self)
    var trace = Exploration.Trace<SystemModel>(initial: model.start, steps: [])
    var findings = findings(in: model.start, after: nil, of: model)
    for (index, name) in actions.enumerated() {
      var step: Exploration.Trace<SystemModel>.Step?
      var others: [String] = []
      model.successors(of: trace.last) { action, next in
        others.append(model.describe(action))
        if step == nil, model.describe(action) == name { step = .init(action: action, state: next) }
      }
      guard let step else {
        throw SystemReplayError(
          description: "action \(index + 1), \"\(name)\", is not possible in this state; possible: "
            + others.joined(separator: ", "))
      }
      findings += self.findings(in: step.state, after: (trace.last, step.action), of: model)
      trace = .init(initial: trace.initial, steps: trace.steps + [step])
    }
    if let loop { findings += self.findings(of: trace, loop: loop, in: model) }
    return SystemReplay(
      run: SystemRun(
        trace, of: model, loop: loop == trace.count ? nil : loop, isEndless: loop != nil),
      findings: findings)
  }

  /// The statements that are not true of a state, or of the step that led to it.
  private func findings(
    in state: SystemState, after before: (state: SystemState, action: SystemAction)?,
    of model: SystemModel
  ) -> [SystemReplay.Finding] {
    model.properties.compactMap { property in
      let holds =
        switch property.kind {
        case .always(let test): test(state)
        case .alwaysStep(let test): before.map { test($0.state, $0.action, state) } ?? true
        case .sometimes, .sometimesStep, .outcomes: true
        }
      guard !holds else { return nil }
      return SystemReplay.Finding(
        text: property.name, number: property.number,
        explanation: property.explain.map { [$0(nil, state)] } ?? [])
    }
  }

  /// The promises that a run without end breaks.
  private func findings(
    of trace: Exploration.Trace<SystemModel>, loop: Int, in model: SystemModel
  ) -> [SystemReplay.Finding] {
    promises(in: model.scene).compactMap { promise in
      let back = loop == trace.count ? nil : loop
      let isBroken = (0...loop).contains { since in
        Lasso(trace: trace, loop: back, since: since).defect(of: promise, in: model, fairness)
          == nil
      }
      guard isBroken else { return nil }
      return SystemReplay.Finding(
        text: promise.name, number: promise.number,
        explanation: SystemRun(trace, of: model, loop: back, isEndless: true).end)
    }
  }
}
