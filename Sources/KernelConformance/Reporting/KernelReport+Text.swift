import Evidence

extension KernelReport {
  /// What a person should see: the verdict, what was done, the findings, and the coverage.
  package var text: String {
    var lines = ["\(verdict.rawValue)  \(kernel), profile \(profile)"]
    let programs = passed + failed
    let rate = seconds > 0 ? ", \(Int(Double(programs) / seconds * 60)) programs a minute" : ""
    lines.append(
      "  \(programs) programs, \(steps) steps in \(seconds.tenths) s\(rate); seed \(seed)")
    if let stopped { lines.append("  stopped: \(stopped)") }
    if let next { lines.append("  goes on with --seed \(seed) --first \(next)") }
    if !missing.isEmpty {
      lines.append(
        "  programs do without what the kernel lacks: \(missing.joined(separator: ", "))")
    }
    for part in parts { lines.append("  \(part.line)") }
    if void > 0 { lines.append("  \(void) programs need not end, and say nothing") }
    for (reason, count) in skipped.sorted(by: { $0.key < $1.key }) {
      lines.append("  skipped: \(count), for \(reason)")
    }
    for finding in findings { lines += finding.text }
    lines += unseen.map(\.text)
    lines.append("  by chapter")
    lines += chapters.map { "    \($0.line)" }
    let failing = facts.filter { $0.failed > 0 }
    lines.append(
      "  facts: of \(facts.count) that a step can speak for, "
        + "\(facts.count { $0.passed > 0 && $0.failed == 0 }) came up and passed"
        + (failing.isEmpty ? "" : ", \(failing.count) failed")
        + "; \(Facts.creditable) of them are on the fact sheet, which has \(Facts.onSheet)"
    )
    lines += failing.map { "    \($0.line)" }
    for coverage in coverage { lines.append("  \(coverage.line)") }
    let sorted = codes.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
    if !sorted.isEmpty { lines.append("  codes: " + sorted.joined(separator: ", ")) }
    lines.append("  at most \(largest) states possible at once")
    return lines.map { $0 + "\n" }.joined()
  }
}

extension KernelReport {
  /// The same in a line.
  package var line: String {
    let counts = parts.map(\.line).joined(separator: "; ")
    return "\(verdict.rawValue)  \(kernel), profile \(profile): \(counts); \(steps) steps"
      + (stopped.map { "; stopped: \($0)" } ?? "")
  }
}

extension KernelReport.Count {
  fileprivate var line: String {
    "\(name): \(passed) passed" + (failed > 0 ? ", \(failed) failed" : "")
      + (skipped > 0 ? ", \(skipped) skipped" : "")
  }
}

extension KernelReport.Coverage {
  fileprivate var line: String {
    "\(name): \(reached)" + (known.map { " of \($0)" } ?? "") + (basis.map { " \($0)" } ?? "")
  }
}

extension KernelReport.Finding {
  package var text: [String] {
    let about = facts.isEmpty ? "" : " (\(facts.prefix(6).joined(separator: ", ")))"
    let size = "\(shrunkLength) operation\(shrunkLength == 1 ? "" : "s")"
    var text = [
      "\(reason == nil ? "finding" : "declared")  \(group)\(about)      shortest program, \(size)"
    ]
    if let reason { text.append("  known: \(reason)") }
    text += lines.map { "  \($0)" }
    text.append(
      "  in \(programs) programs; from \(origin), shrunk from \(length)")
    if let predecessor {
      text.append(
        "  only behind another program (\(predecessor)): boot leaves something of what was")
    } else if !isReproducible {
      text.append("  it did not happen again: the kernel is not deterministic, or its boot leaves")
      text.append("  something of the programs before")
    }
    if let replay = replay ?? path.map({ "l4 replay \($0.shellWord)" }) {
      text.append("  replay: \(replay)")
    }
    return text
  }
}

extension Double {
  fileprivate var tenths: Double { (self * 10).rounded() / 10 }
}
