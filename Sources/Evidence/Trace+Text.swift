// The text format: what a person should see of a failure first, then all that is needed to read the
// trace back. A field is bare where that is unambiguous, and otherwise quoted as in JSON.
extension Trace {
  /// What a person should see: the finding, the actions with what they changed, and how to see it
  /// again. `replay` is the file that the trace is in.
  public func summary(replay: String? = nil) -> String {
    var lines = [headline]
    lines += failed.map { "  failed  \(Self.field($0))" }
    if !start.isEmpty { lines.append("  0  \(Self.field(start))") }
    let actionWidth = Self.width(of: steps.map(\.action), atMost: 44)
    let changeWidth = Self.width(of: steps.compactMap(\.changes.last), atMost: 44)
    for (index, step) in steps.enumerated() {
      var cells = step.changes.map { Self.field($0) }
      if !step.note.isEmpty {
        let last = cells.popLast() ?? ""
        cells.append(Self.pad(last, changeWidth + 4) + "  ← \(Self.field(step.note))")
      }
      let first = Self.pad(Self.field(step.action), actionWidth + 4)
      lines.append("\(Self.number(index + 1))  \(first)  \(cells.first ?? "")")
      let blanks = String(repeating: " ", count: actionWidth + 11)
      lines += cells.dropFirst().map { blanks + $0 }
    }
    if let replay { lines.append("replay: l4 replay \(replay.shellWord)") }
    return lines.map { Self.trimmed($0) + "\n" }.joined()
  }

  /// The whole trace; `Trace(text:file:)` reads it back.
  public func text(replay: String? = nil) -> String {
    var text = "l4 trace \(Self.version)\n" + summary(replay: replay) + "states\n"
    for (index, state) in states.enumerated() {
      text += Self.number(index)
      if state.isEmpty { text += "\n" }
      for (position, variable) in state.enumerated() {
        let name = Self.field(variable.name, unless: " = ")
        text += "\(position == 0 ? "" : "   ")  \(name) = \(variable.value.json)\n"
      }
    }
    if let universe {
      text += "universe \(Self.field(universe.name))\n"
      for line in universe.text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
        text += line.isEmpty ? "  |\n" : "  | \(Substring(line))\n"
      }
    }
    return text + "end\n"
  }

  /// `violated  rights never grow (I-AS4)      shortest trace, 2 actions`
  private var headline: String {
    var text = verdict?.rawValue ?? "-"
    if let property {
      text +=
        "  \(Self.field(property.name, unless: " (")) (\(Self.field(property.number, unless: ")")))    "
    }
    text += "  \(isShortest ? "shortest trace" : "trace"), "
    text += steps.count == 1 ? "1 action" : "\(steps.count) actions"
    return loop.map { "\(text), back to \($0)" } ?? text
  }

  /// A field that the reader finds the end of: bare up to two blanks or a delimiter, or in quotes.
  /// The delimiter must not begin inside the field either, as that of ` = ` would in `x =`.
  private static func field(_ text: String, unless delimiter: String = "  ") -> String {
    let bytes = Array(text.utf8)
    let isBare =
      !bytes.isEmpty && bytes.first != 0x20 && bytes.last != 0x20
      && bytes.first != UInt8(ascii: "\"") && !bytes.contains { $0 < 0x20 || $0 == 0x7F }
      && !bytes.contains(Array("  ".utf8)) && !bytes.starts(with: "←".utf8)
      && (bytes + delimiter.utf8).firstRange(of: Array(delimiter.utf8))?.lowerBound == bytes.count
    return isBare ? text : JSON.quoted(text)
  }

  /// The number of a step or state, as wide as three digits.
  private static func number(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: " ", count: max(0, 3 - digits.count)) + digits
  }

  private static func width(of texts: [String], atMost limit: Int) -> Int {
    min(limit, texts.map(\.unicodeScalars.count).max() ?? 0)
  }

  private static func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.unicodeScalars.count))
  }

  private static func trimmed(_ line: String) -> Substring {
    let end = line.unicodeScalars.lastIndex { $0 != " " }
    return end.map { line[...$0] } ?? ""
  }
}
