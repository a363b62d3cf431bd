extension ConformanceReport {
  /// What a person should see: the verdict, what was done, the findings, and the coverage.
  public var text: String {
    var lines = ["\(verdict.rawValue)  \(kernel)"]
    lines.append(
      "  \(effort.programs) programs, \(effort.steps) steps, \(effort.probes) probes, "
        + "\(effort.audits) audits; seed \(seed)")
    for part in parts {
      lines.append(
        "  \(part.name): \(part.programs) programs in \(part.seconds.rounded(2)) s"
          + (part.seconds > 0 ? ", \(Int(Double(part.programs) / part.seconds * 60)) a minute" : "")
          + (part.deviating > 0 ? ", \(part.deviating) deviate" : ""))
    }
    if let stopped { lines.append("  stopped: \(stopped)") }
    for finding in findings { lines += finding.lines }
    for graph in graphs { lines.append("  \(graph.line)") }
    for path in paths { lines += path.lines }
    if !cases.isEmpty { lines += caseLines }
    return lines.map { $0 + "\n" }.joined()
  }

  private var caseLines: [String] {
    var lines = ["  cases that random programs came to"]
    var row = ""
    var kind = ""
    for count in cases {
      if count.operation != kind {
        if !row.isEmpty { lines.append("    \(row)") }
        kind = count.operation
        row = "\(kind):"
      }
      row += " \(count.result) \(count.count)"
    }
    if !row.isEmpty { lines.append("    \(row)") }
    return lines
  }
}

extension ConformanceReport.Finding {
  fileprivate var lines: [String] {
    let facts = deviation.facts.isEmpty ? "" : " (\(deviation.facts.joined(separator: ", ")))"
    return [
      "finding  \(group)\(facts), in \(programs) programs",
      "  \(deviation.sentence)",
      "  from \(origin), shrunk from \(length) to \(shrunkLength) operations"
        + (isReproducible ? "" : "; it did not deviate again: the kernel is not deterministic"),
    ] + file.split(separator: "\n").filter { $0.hasPrefix("  ") }.map { "  \($0)" }
      + (path.map { ["  replay: l4 replay \($0.shellWord)"] } ?? [])
  }
}

extension GraphCoverage {
  var line: String {
    "graph of \(universe): \(states) states\(isComplete ? "" : " (not all)"), "
      + "\(agreed) of \(classes) classes of operation and outcome agree"
  }
}

extension PathCoverage {
  fileprivate var lines: [String] {
    ["  paths of \(rule), \(universe): \(covered) of \(rows.count) covered"]
      + rows.map { "    \($0.result), if \($0.condition): \($0.outcome.rawValue): \($0.program)" }
  }
}

extension Double {
  func rounded(_ digits: Int) -> Double {
    var scale = 1.0
    for _ in 0..<digits { scale *= 10 }
    return (self * scale).rounded() / scale
  }
}
