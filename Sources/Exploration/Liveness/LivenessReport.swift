import Evidence

/// What became of the promises of a model.
public struct LivenessReport<M: Model>: Sendable {
  public struct Finding: Sendable {
    /// The index of the promise.
    public let promise: Int
    public let name: String
    public let number: String
    /// `holds`, `violated`, `incomplete`; `vacuous` where nothing is ever due.
    public let verdict: Verdict
    /// A run on which it is broken, which has been executed again.
    public let lasso: Lasso<M>?
  }

  /// One for each promise, in their order.
  public let findings: [Finding]
  /// The number of distinct states.
  public let distinct: Int
  /// The number of transitions.
  public let generated: Int
  /// Complete, or the limit that ended the search.
  public let end: Coverage.End
  /// Processor seconds.
  public let cpuSeconds: Double

  /// The worst of the verdicts.
  public var verdict: Verdict {
    let order: [Verdict] = [.violated, .incomplete, .vacuous]
    return order.first { verdict in findings.contains { $0.verdict == verdict } } ?? .holds
  }
}
