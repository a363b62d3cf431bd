import Evidence

/// What was found out about a log.
package struct LogReport: Hashable, Sendable, Encodable {
  /// A line of the log.
  package struct Place: Hashable, Sendable, Encodable {
    package var line: Int
    package var text: String
  }

  /// An answer that is allowed, and why it is not what the log has.
  package struct Candidate: Hashable, Sendable, Encodable {
    package var answer: String
    package var differences: [String]
  }

  /// The first event that no state explains.
  package struct Mismatch: Hashable, Sendable, Encodable {
    /// The event; where something is missing, the one after which it is.
    package var place: Place
    /// Whether nothing is wrong with the event, but another one should follow.
    package var isMissing: Bool
    /// The last event that is explained; nil where none is.
    package var last: Place?
    /// The operation that the event belongs to.
    package var operation: String
    /// Who cannot do it in any state; nil where it can be done.
    package var blocked: String?
    /// The states before that operation, in words, and how many they are.
    package var states: [String]
    package var stateCount: Int
    package var candidates: [Candidate]
    package var facts: [String]
  }

  package var file: String
  package var kernel: String
  package var profile: String
  package var stage: String
  package var verdict: Verdict
  package var lines = 0
  /// Whether the last line was cut off in the middle, and left out.
  package var isCutOff = false
  /// How often the kernel booted: headers.
  package var boots = 0
  /// Steps that states explain.
  package var steps = 0
  /// Steps of which only that could be said that the log does not contradict itself.
  package var unsure = 0
  package var gaps = 0
  /// The most states that were possible at once.
  package var largest = 1
  /// The first step that is wrong, or if none is, the first one that no state explains.
  package var mismatch: Mismatch?
  /// How many there are besides.
  package var otherMismatches = 0
  /// Why nothing can be said; nil where something is.
  package var reason: String?

  /// Adds what was found behind one boot. What is wrong goes before what is not known.
  mutating func add(_ mismatch: Mismatch?, as judgement: (verdict: Verdict, reason: String?)) {
    let isFirst = verdict == .holdsBounded
    let isWorse = judgement.verdict == .deviates && verdict != .deviates
    if mismatch != nil, self.mismatch != nil { otherMismatches += 1 }
    guard isFirst || isWorse else { return }
    verdict = judgement.verdict
    reason = judgement.reason
    self.mismatch = mismatch ?? self.mismatch
  }

  /// As much was looked at as there is: that is success.
  package var exitStatus: Int32 { verdict == .holdsBounded ? 0 : verdict.exitStatus }
}

extension LogReport {
  /// What a person should see.
  package var text: String {
    var lines = [
      "\(verdict.rawValue)  \(file): \(kernel.isEmpty ? "" : "\(kernel), ")"
        + "profile \(profile), stage \(stage)"
    ]
    let lost = gaps == 0 ? "" : ", \(gaps) gap\(gaps == 1 ? "" : "s")"
    lines.append(
      "  \(self.lines) lines, \(boots > 1 ? "\(boots) boots, " : "")\(steps) steps\(lost); "
        + "at most \(largest) states possible at once")
    if isCutOff { lines.append("  the last line is cut off, and was left out") }
    if unsure > 0 { lines.append("  \(unsure) steps more do not contradict the log itself") }
    if let reason { lines.append("  \(reason)") }
    if let mismatch { lines += mismatch.text.map { "  \($0)" } }
    if otherMismatches > 0 { lines.append("  and \(otherMismatches) besides") }
    return lines.map { $0 + "\n" }.joined()
  }
}

extension LogReport.Mismatch {
  fileprivate var text: [String] {
    var text: [String] = []
    if isMissing {
      text.append("behind line \(place.line) an event is missing: \(place.text)")
    } else {
      text.append("line \(place.line) is not explained: \(place.text)")
    }
    text.append(
      "last explained: " + (last.map { "line \($0.line): \($0.text)" } ?? "nothing"))
    text.append("step: \(operation)" + (facts.isEmpty ? "" : " (\(facts.joined(separator: ", ")))"))
    if stateCount > 0 {
      text.append("possible before it: \(stateCount) state\(stateCount == 1 ? "" : "s")")
    } else {
      text.append("possible before it: nothing is known; this is so in no state")
    }
    text += states.map { "  \($0)" }
    if let blocked { text.append(blocked) }
    for candidate in candidates.prefix(8) {
      text.append("allowed: \(candidate.answer)")
      text += candidate.differences.map { "  but: \($0)" }
    }
    if candidates.count > 8 { text.append("and \(candidates.count - 8) other answers") }
    return text
  }
}
