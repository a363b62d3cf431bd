extension Trace {
  /// Reads the text that `text(replay:)` writes.
  public init(text: String, file: String) throws(InputError) {
    try self.init(text: Source(text, file: file))
  }

  init(text source: Source) throws(InputError) {
    var lines = TraceLines(source)
    guard lines.skip("l4 trace ") else {
      throw lines.error("this is no trace: a trace begins with \"l4 trace \(Self.version)\"")
    }
    guard lines.number() == Self.version, lines.isAtEnd else {
      throw lines.error(
        "this version of the format is not known", allowed: [String(Self.version)])
    }
    try lines.next()
    let (trace, count) = try lines.headline()
    self = trace
    try lines.next()
    while lines.skip("  failed  ") {
      failed.append(try lines.field())
      try lines.finish()
    }
    var steps: [Step] = []
    try lines.summary(start: &start, steps: &steps)
    guard steps.count == count else {
      throw lines.error("the trace has \(steps.count) actions, not \(count)")
    }
    if lines.skip("replay: ") { try lines.next() }
    guard lines.skip("states"), lines.isAtEnd else { throw lines.error("expected \"states\"") }
    try lines.next()
    initial = try lines.state(0)
    for index in steps.indices { steps[index].state = try lines.state(index + 1) }
    self.steps = steps
    universe = try lines.universe()
    guard lines.skip("end"), lines.isAtEnd else { throw lines.error("expected \"end\"") }
    guard lines.isLastLine else {
      try lines.next()
      throw lines.error("there is something after the end")
    }
  }
}

/// The lines of a trace, and a place in one of them.
private struct TraceLines {
  private let source: Source
  private var position = 0
  private var lineEnd = 0
  private var lineStart = 0

  init(_ source: Source) {
    self.source = source
    lineEnd = end(from: 0)
  }

  var isAtEnd: Bool { position == lineEnd }
  /// Whether nothing follows but the end of this line.
  var isLastLine: Bool { lineEnd + 1 >= source.bytes.count }

  func error(_ message: String, allowed: [String] = []) -> InputError {
    source.error(at: position, message, allowed: allowed)
  }

  /// Goes to the next line.
  mutating func next() throws(InputError) {
    position = lineEnd
    guard lineEnd < source.bytes.count else { throw error("the text ends here: it was cut off") }
    lineStart = lineEnd + 1
    position = lineStart
    lineEnd = end(from: position)
  }

  /// Goes to the next line from the end of this one.
  mutating func finish() throws(InputError) {
    guard isAtEnd else { throw error("there is something more on this line") }
    try next()
  }

  private func end(from start: Int) -> Int {
    source.bytes[start...].firstIndex(of: 0x0A) ?? source.bytes.count
  }

  mutating func skip(_ text: String) -> Bool {
    let rest = source.bytes[position..<lineEnd]
    guard rest.starts(with: text.utf8) else { return false }
    position += text.utf8.count
    return true
  }

  private mutating func skipBlanks() -> Int {
    let start = position
    while position < lineEnd, source.bytes[position] == 0x20 { position += 1 }
    return position - start
  }

  mutating func number() -> Int? {
    let digits = source.bytes[position..<lineEnd].prefix { (48...57).contains($0) }
    position += digits.count
    return Int(String(decoding: digits, as: UTF8.self))
  }

  /// A field in quotes, or up to `delimiter`, two blanks or the end of the line.
  mutating func field(before delimiter: String = "  ") throws(InputError) -> String {
    if position < lineEnd, source.bytes[position] == UInt8(ascii: "\"") {
      var reader = JSONReader(source, in: position..<lineEnd)
      let text = try reader.string()
      position = reader.position
      return text
    }
    let rest = source.bytes[position..<lineEnd]
    let ends = ["  ", delimiter].compactMap { rest.firstRange(of: Array($0.utf8))?.lowerBound }
    let end = ends.min() ?? lineEnd
    guard end > position else { throw error("a field is missing here") }
    defer { position = end }
    return String(decoding: source.bytes[position..<end], as: UTF8.self)
  }

  /// The finding, and how many actions there should be.
  mutating func headline() throws(InputError) -> (Trace, actions: Int) {
    var trace = Trace(universe: nil, verdict: nil, property: nil, initial: [], steps: [])
    let start = position
    let word = try field()
    if word != "-" {
      guard let verdict = Verdict(rawValue: word) else {
        throw source.error(
          at: start, "unknown verdict \"\(word)\"", allowed: Verdict.allCases.map(\.rawValue))
      }
      trace.verdict = verdict
    }
    _ = skipBlanks()
    let cell = position
    let name = try field(before: " (")
    if skip(" (") {
      trace.property = Trace.Property(number: try field(before: ")"), name: name)
      guard skip(")") else { throw error("expected )") }
      _ = skipBlanks()
    } else {
      position = cell
    }
    trace.isShortest = skip("shortest ")
    guard skip("trace, "), let count = number(), skip(count == 1 ? " action" : " actions") else {
      throw error("expected the length, as \"trace, 2 actions\"")
    }
    if skip(", back to ") {
      let place = position
      guard let state = number(), state <= count else {
        throw source.error(at: place, "expected a state to go back to, 0 to \(count)")
      }
      trace.loop = state
    }
    guard isAtEnd else { throw error("there is something more on this line") }
    return (trace, count)
  }

  /// The actions with their changes and notes.
  mutating func summary(start: inout String, steps: inout [Trace.Step]) throws(InputError) {
    while position < lineEnd, source.bytes[position] == 0x20 || steps.count >= 99 && isAtDigit {
      let indent = skipBlanks()
      if indent < 4 {
        let place = position
        guard let index = number() else { throw error("expected the number of an action") }
        guard index == steps.count + 1 || (index == 0 && steps.isEmpty && start.isEmpty) else {
          throw source.error(at: place, "expected action \(steps.count + 1), found \(index)")
        }
        _ = skipBlanks()
        if index == 0 {
          start = try field()
          try finish()
          continue
        }
        steps.append(Trace.Step(action: try field(), changes: [], state: []))
        _ = skipBlanks()
      }
      guard let last = steps.indices.last else { throw error("expected an action first") }
      if !isAtEnd, !isAtNote { steps[last].changes.append(try field()) }
      _ = skipBlanks()
      if skip("← ") { steps[last].note = try field() }
      try finish()
    }
  }

  private var isAtDigit: Bool { (48...57).contains(source.bytes[position]) }
  private var isAtNote: Bool { source.bytes[position..<lineEnd].starts(with: "← ".utf8) }

  /// A state: its number, and a variable a line.
  mutating func state(_ index: Int) throws(InputError) -> [Trace.Variable] {
    _ = skipBlanks()
    guard number() == index else {
      position = lineStart
      throw error("expected state \(index)")
    }
    var variables: [Trace.Variable] = []
    if isAtEnd {
      try next()
      return []
    }
    repeat {
      _ = skipBlanks()
      let name = try field(before: " = ")
      guard skip(" = ") else { throw error("expected = and the value of \"\(name)\"") }
      var reader = JSONReader(source, in: position..<lineEnd)
      variables.append(Trace.Variable(name, try Value(reader.value(), in: source)))
      position = reader.position
      try finish()
    } while source.bytes[position..<lineEnd].starts(with: "     ".utf8)
    return variables
  }

  /// The universe, if there is one.
  mutating func universe() throws(InputError) -> Trace.Universe? {
    guard skip("universe ") else { return nil }
    let name = try field()
    try finish()
    var text: [String] = []
    while skip("  |") {
      _ = skip(" ")
      text.append(String(decoding: source.bytes[position..<lineEnd], as: UTF8.self))
      try next()
    }
    guard !text.isEmpty else { throw error("expected the text of the universe after \"  | \"") }
    return Trace.Universe(name: name, text: text.joined(separator: "\n"))
  }
}
