import Evidence
import Exploration

/// The figures of one run, each printed under the same name in text and in JSON.
struct Summary {
  let verdict: Verdict
  /// Whether states and transitions are as many as the closed form of the model says.
  let isAsExpected: Bool
  private let figures: [(name: String, value: String)]

  init<M: Model>(_ report: Report<M>, size: Size, workers: Int) {
    verdict = report.verdict
    isAsExpected = report.distinct == size.states && report.generated == size.transitions
    let cost = report.cost
    figures = [
      ("workers", "\(workers)"),
      ("states", "\(report.distinct)"),
      ("transitions", "\(report.generated)"),
      ("depth", "\(report.depth)"),
      ("cpu_seconds", rounded(cost.cpuSeconds, 3)),
      ("wall_seconds", rounded(cost.wallSeconds, 3)),
      ("states_per_cpu_second", rounded(report.statesPerSecond, 0)),
      ("transitions_per_cpu_second", rounded(report.transitionsPerSecond, 0)),
      ("bytes_per_state", rounded(report.bytesPerState, 1)),
      ("store_bytes", "\(cost.storeBytes)"),
      ("resident_bytes", "\(cost.residentBytes)"),
    ]
  }

  func text(_ size: Size) -> String {
    let lines = figures.map { figure in
      figure.name + String(repeating: " ", count: 28 - figure.name.count) + figure.value
    }
    return (["mapping \(size.rawValue): \(verdict.rawValue)"] + lines).joined(separator: "\n")
  }

  func json(_ size: Size) -> String {
    let fields = figures.map { "\"\($0.name)\": \($0.value)" }
    return #"{"model": "mapping", "size": "\#(size.rawValue)", "verdict": "\#(verdict.rawValue)", "#
      + fields.joined(separator: ", ") + "}"
  }
}

/// With that many digits after the point.
private func rounded(_ value: Double, _ digits: Int) -> String {
  var scale = 1.0
  for _ in 0..<digits { scale *= 10 }
  let scaled = (value * scale).rounded()
  return digits == 0 ? "\(Int(scaled))" : "\(scaled / scale)"
}
