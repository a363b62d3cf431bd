import Evidence
import Exploration

/// What was found out about a system.
public struct SystemReport: Sendable {
  /// What became of a check, or of a hazard.
  public struct Finding: Sendable {
    /// As in the file.
    public let text: String
    /// The number of the fact that it is about; may be empty.
    public let number: String
    /// Whether it is not to be so.
    public let isHazard: Bool
    /// `holds`, `violated`, `vacuous` (nothing was ever due) or `incomplete`.
    public let verdict: Verdict
    /// A run that breaks it, executed again; and what is wrong at its end.
    public let run: SystemRun?
    public let explanation: [String]
    public let isShortest: Bool

    /// Checks hold, and hazards do not.
    public var isExpected: Bool { verdict == (isHazard ? .violated : .holds) }
  }

  public let findings: [Finding]
  /// Of the goals and instructions, what no run reaches.
  public let unreached: [String]
  /// How many goals and instructions there are.
  public let goals: Int
  public let distinct: Int
  public let generated: Int
  public let depth: Int
  public let actions: [ActionCount]
  public let coverage: Coverage
  public let cpuSeconds: Double
  public let wallSeconds: Double
  public let bytesPerState: Double

  /// What the system comes to: violated where any statement is, check or hazard.
  public var verdict: Verdict {
    if findings.contains(where: { $0.verdict == .violated }) { return .violated }
    return unexpected ?? .holds
  }

  /// The verdict that the file expects: its hazards are there.
  public var expected: Verdict {
    findings.contains(where: \.isHazard) ? .violated : .holds
  }

  /// What is not as the file says, as a verdict; nil if everything is.
  public var unexpected: Verdict? {
    let unexpected = findings.filter { !$0.isExpected }
    if unexpected.contains(where: { !$0.isHazard && $0.verdict == .violated }) { return .violated }
    if case .limit = coverage.end { return .incomplete }
    if unexpected.contains(where: { $0.verdict == .incomplete }) { return .incomplete }
    if !unreached.isEmpty || unexpected.contains(where: { $0.verdict == .vacuous }) {
      return .vacuous
    }
    return unexpected.isEmpty ? nil : .holds
  }
}

extension SystemReport.Finding {
  /// What a person should see of it: the statement, and the run that breaks it.
  public func summary(replay: String?) -> String {
    var text = "\(verdict.rawValue)  \(self.text)" + (number.isEmpty ? "" : " (\(number))")
    guard let run else { return text + "\n" }
    text += "      \(isShortest ? "shortest run" : "run"), "
    text += run.count == 1 ? "1 action" : "\(run.count) actions"
    if isHazard { text += ", a hazard that is expected" }
    text += "\n"
    text += run.ladder
    if !run.isEndless { text += explanation.map { "  \($0)\n" }.joined() }
    if let replay { text += "replay: l4 replay \(replay.shellWord)\n" }
    return text
  }
}
