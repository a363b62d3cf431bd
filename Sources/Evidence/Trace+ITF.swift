// The informal trace format (ITF): JSON that Apalache and Quint write and viewers show.
// Source: Apalache, ADR-015. What it has no place for is in `#meta`, which other tools ignore.
extension Trace {
  /// The trace in the informal trace format. The actions are a variable, so that viewers show them.
  public var itf: String {
    let names = variables
    let action = names.contains("action") ? nil : "action"
    var lines = [
      "{", " \"#meta\": \(meta(action: action)),",
      " \"vars\": \(JSON.array((names + (action.map { [$0] } ?? [])).map { .string($0) })),",
    ]
    if let loop { lines.append(" \"loop\": \(loop),") }
    lines.append(" \"states\": [")
    var states = [state(0, initial, ("action", start), action: action, [])]
    for (index, step) in steps.enumerated() {
      let changes = JSON.array(step.changes.map { .string($0) })
      let more = [JSON.Member("changes", changes)]
      let note = step.note.isEmpty ? [] : [JSON.Member("note", .string(step.note))]
      states.append(
        state(index + 1, step.state, ("action", step.action), action: action, more + note))
    }
    lines.append(states.map { "  \($0)" }.joined(separator: ",\n"))
    return (lines + [" ]", "}", ""]).joined(separator: "\n")
  }

  /// The names of all variables in the order in which they come first.
  private var variables: [String] {
    var seen: Set<String> = []
    return states.joined().map(\.name).filter { seen.insert($0).inserted }
  }

  private func meta(action: String?) -> JSON {
    var own: [JSON.Member] = [.init("version", .number(Self.version))]
    if let universe {
      let text = JSON.string(universe.text)
      own.append(
        .init("universe", .object([.init("name", .string(universe.name)), .init("text", text)])))
    }
    if let verdict { own.append(.init("verdict", .string(verdict.rawValue))) }
    if let property {
      let name = JSON.string(property.name)
      own.append(
        .init(
          "property", .object([.init("number", .string(property.number)), .init("name", name)])))
    }
    own.append(.init("failed", .array(failed.map { .string($0) })))
    own.append(.init("shortest", JSON(.truth(isShortest))))
    own.append(.init("actions", .number(steps.count)))
    if let action { own.append(.init("action-variable", .string(action))) }
    return .object([
      .init("format", .string("ITF")),
      .init("format-description", .string("https://apalache-mc.org/docs/adr/015adr-trace.html")),
      .init("l4", .object(own)),
    ])
  }

  private func state(
    _ index: Int, _ variables: [Variable], _ label: (key: String, text: String), action: String?,
    _ more: [JSON.Member]
  ) -> JSON {
    let meta = [JSON.Member("index", .number(index)), .init(label.key, .string(label.text))] + more
    let values = variables.map { JSON.Member($0.name, $0.value.json) }
    let shown = action.map { [JSON.Member($0, .string(label.text))] } ?? []
    return .object([.init("#meta", .object(meta))] + values + shown)
  }
}
