// Reading the informal trace format, as this tool and others write it.
extension Trace {
  /// Reads a trace in the informal trace format, of this tool or of another. Of other tools' traces
  /// the actions are those of a variable `action`, `action_taken` or `mbt::actionTaken`, if there is
  /// one; unknown meta data and constants (`params`) are ignored.
  public init(itf text: String, file: String) throws(InputError) {
    try self.init(itf: Source(text, file: file))
  }

  init(itf source: Source) throws(InputError) {
    let json = try JSONReader.read(source)
    guard case .object = json.content else {
      throw source.error(at: json.offset, "a trace must be an object with vars and states")
    }
    let own = json["#meta"]?["l4"]
    let reader = ITFStates(
      source: source, variables: try Self.names(of: json, source), isOwn: own != nil,
      own: try own?["action-variable"]?.string(in: source))
    guard let list = json["states"] else {
      throw source.error(at: json.offset, "missing \"states\", the list of states")
    }
    let states = try list.items(in: source)
    guard let first = states.first else {
      throw source.error(at: list.offset, "a trace must have at least one state")
    }
    let initial = try reader.step(first, 0)
    var steps: [Step] = []
    for (index, state) in states.enumerated().dropFirst() {
      steps.append(try reader.step(state, index))
    }
    self.init(
      universe: nil, verdict: nil, property: nil, start: initial.action, initial: initial.state,
      steps: steps)
    if let loop = json["loop"] {
      let state = try loop.integer(in: source)
      guard states.indices.contains(state) else {
        throw source.error(at: loop.offset, "there is no state \(state) to go back to")
      }
      self.loop = state
    }
    if let own { try read(own, source) }
  }

  private static func names(of json: JSON, _ source: Source) throws(InputError) -> [String] {
    guard let list = json["vars"] else {
      throw source.error(at: json.offset, "missing \"vars\", the list of variables")
    }
    var names: [String] = []
    for name in try list.items(in: source) { names.append(try name.string(in: source)) }
    return names
  }

  /// What the format itself has no place for.
  private mutating func read(_ own: JSON, _ source: Source) throws(InputError) {
    func required(_ key: String, in json: JSON) throws(InputError) -> JSON {
      guard let value = json[key] else {
        throw source.error(at: json.offset, "missing \"\(key)\"")
      }
      return value
    }
    let version = try required("version", in: own)
    guard try version.integer(in: source) == Self.version else {
      throw source.error(
        at: version.offset, "this version of the format is not known",
        allowed: [String(Self.version)])
    }
    let actions = try required("actions", in: own)
    guard try actions.integer(in: source) == steps.count else {
      throw source.error(
        at: actions.offset, "the trace has \(steps.count) actions, not \(actions)")
    }
    if let json = own["universe"] {
      universe = Universe(
        name: try required("name", in: json).string(in: source),
        text: try required("text", in: json).string(in: source))
    }
    if let json = own["verdict"] {
      guard let verdict = Verdict(rawValue: try json.string(in: source)) else {
        throw source.error(
          at: json.offset, "unknown verdict \(json)", allowed: Verdict.allCases.map(\.rawValue))
      }
      self.verdict = verdict
    }
    if let json = own["property"] {
      property = Property(
        number: try required("number", in: json).string(in: source),
        name: try required("name", in: json).string(in: source))
    }
    for item in try required("failed", in: own).items(in: source) {
      failed.append(try item.string(in: source))
    }
    isShortest = try required("shortest", in: own).truth(in: source)
  }
}

/// Reads the states of a trace.
private struct ITFStates {
  let source: Source
  let variables: [String]
  /// Whether this tool wrote the trace.
  let isOwn: Bool
  /// The variable that this tool added to show the actions.
  let own: String?

  func step(_ json: JSON, _ index: Int) throws(InputError) -> Trace.Step {
    guard case .object(let members) = json.content else {
      throw source.error(at: json.offset, "state \(index) must be an object")
    }
    let meta = json["#meta"]
    if let number = meta?["index"], try number.integer(in: source) != index {
      throw source.error(at: number.offset, "state \(index) has the index \(number)")
    }
    for member in members where member.key != "#meta" && !variables.contains(member.key) {
      throw source.error(
        at: member.value.offset, "\"\(member.key)\" is not a variable", allowed: variables)
    }
    var state: [Trace.Variable] = []
    for name in variables where name != own {
      guard let value = json[name] else {
        throw source.error(at: json.offset, "state \(index) has no \"\(name)\"")
      }
      state.append(Trace.Variable(name, try Value(value, in: source)))
    }
    var step = Trace.Step(action: "", changes: [], state: state)
    if isOwn {
      guard let action = meta?["action"] else {
        throw source.error(at: json.offset, "state \(index) does not say its action")
      }
      step.action = try action.string(in: source)
      for change in try meta?["changes"]?.items(in: source) ?? [] {
        step.changes.append(try change.string(in: source))
      }
      step.note = try meta?["note"]?.string(in: source) ?? ""
    } else {
      for name in ["action", "action_taken", "mbt::actionTaken"] {
        if case .string(let action)? = json[name]?.content {
          step.action = action
          break
        }
      }
    }
    return step
  }
}
