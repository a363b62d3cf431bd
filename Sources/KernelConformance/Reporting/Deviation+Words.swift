import KernelPrograms
import Microkernel
import Vocabulary

extension Deviation {
  /// The program, step by step, with what was seen, up to the step that is wrong, and all that would
  /// have been allowed there.
  package func lines(of program: KernelProgram, _ transcript: Transcript) -> [String] {
    let stage = program.stage
    let setup = stage.setup.count
    let operations = isInSetup ? stage.setup : program.operations
    let texts = operations.prefix(step).map { $0.text(in: stage.population) }
    let width = texts.map(\.count).max() ?? 0
    var lines = ["stage \(stage.name)" + (isInSetup ? ", in its setup" : "")]
    for (index, text) in texts.enumerated() {
      let position = index + (isInSetup ? 0 : setup)
      let number = String(repeating: " ", count: index < 9 ? 1 : 0) + "\(index + 1)"
      let isLast = index + 1 == step
      guard !isLast, position < transcript.observations.count else {
        lines.append("\(number)  \(text)" + (isLast ? "     ← here" : ""))
        continue
      }
      let before = position > 0 ? transcript.observations[position - 1].memory : nil
      let seen = transcript.observations[position].words(on: stage, after: before)
      lines.append("\(number)  \(text.padded(to: width))  \(seen)")
    }
    let position = step - 1 + (isInSetup ? 0 : setup)
    let before =
      position > 0 && position - 1 < transcript.observations.count
      ? transcript.observations[position - 1].memory : nil
    return lines + end(on: stage, before)
  }

  private func end(on stage: Stage, _ before: [Holding]?) -> [String] {
    switch cause {
    case .failed(let failure): return ["    the kernel \(failure.kind.deed): \(failure.detail)"]
    case .rejected(let rejection):
      var lines = ["    observed  \(rejection.observed.words(on: stage, after: before))"]
      var seen: Set<String> = []
      for allowed in [rejection.nearest] + rejection.allowed {
        var allowed = allowed
        // What the kernel did not show is of no interest.
        if rejection.observed.memory == nil { allowed.memory = nil }
        if rejection.observed.running == nil { allowed.running = nil }
        let words = allowed.words(on: stage, after: before)
        if seen.insert(words).inserted { lines.append("    allowed   \(words)") }
      }
      if rejection.allowed.isEmpty { lines.append("    allowed   nothing at all") }
      return lines
    }
  }
}

extension String {
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: Swift.max(0, width - count))
  }
}

extension Transcript.Failure.Kind {
  /// What the kernel did, as a sentence goes on.
  fileprivate var deed: String {
    switch self {
    case .crashed: "crashed"
    case .hung: "hung"
    case .late: "was late"
    case .flooded: "flooded the line"
    case .garbled: "gave an answer that is none"
    case .forged: "named what is not there"
    case .audit: "found its own structures broken"
    case .refused: "refused"
    }
  }
}
