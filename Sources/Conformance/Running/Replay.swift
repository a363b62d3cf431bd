/// A program file, run again.
public struct Replay: Hashable, Sendable {
  public let file: ProgramFile
  public let transcript: Transcript

  /// Runs the program of a file on a kernel fresh from boot.
  public static func run<C: Connector>(
    _ file: ProgramFile, on connector: C
  ) throws(ConformanceError) -> Replay {
    Replay(file: file, transcript: try Trial(connector).transcript(of: file.program))
  }

  /// The deviation that shows now.
  public var deviation: Deviation? { transcript.deviation }

  /// Whether the program shows what the file says that it shows.
  public var isAsRecorded: Bool {
    file.finding == (deviation?.sentence ?? "")
  }

  /// What a person should see: every operation with its answer and what it changed, then what is
  /// not as the specification says.
  public var text: String {
    var lines = ["program of \(file.origin), on \(file.kernel)"]
    for (index, step) in transcript.steps.enumerated() {
      let digits = String(index + 1)
      let number = String(repeating: " ", count: max(0, 3 - digits.count)) + digits
      lines.append(
        "\(number)  \(step.operation)  → \(step.answer)"
          + (step.cases.isEmpty ? "" : " [\(step.cases.joined(separator: ", "))]"))
      lines += step.changes.map { "       \($0)" }
    }
    if transcript.left > 0 {
      lines.append("  \(transcript.left) operations were left out, or not come to")
    }
    lines.append(deviation.map { "deviates  \($0.sentence)" } ?? "agrees at every step")
    if !isAsRecorded {
      lines.append(
        "the file says otherwise: \(file.finding.isEmpty ? "no deviation" : file.finding)")
    }
    return lines.map { $0 + "\n" }.joined()
  }
}
