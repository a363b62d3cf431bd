import AddressSpaces
import Evidence
import KernelPrograms
import Microkernel
import Vocabulary

extension LogEvent {
  /// The keys that tell what an event is, in the order of the document.
  static let keys = [
    "call", "tick", "interrupt", "return", "access", "reply", "run", "memory", "gap",
  ]

  /// Reads a line behind the header.
  init(_ line: LogLine, on stage: Stage) throws(InputError) {
    let found = line.members.filter { Self.keys.contains($0.key) }
    guard let first = found.first else {
      throw line.error(line.json, "this is no event", allowed: Self.keys)
    }
    if found.count > 1 {
      throw line.error(
        found[1].value, "this is an event of \"\(first.key)\" and of \"\(found[1].key)\" at once")
    }
    let value = first.value
    switch first.key {
    case "call":
      try line.allow("call")
      self = .operation(try line.operation(value, on: stage))
    case "tick":
      try line.allow("tick")
      self = .operation(.tick, times: try line.number(value, "tick", 1...100_000))
    case "interrupt":
      try line.allow("interrupt")
      let source = try line.number(value, "interrupt", 0...255)
      guard source < stage.sources else {
        throw line.error(value, "the stage has \(stage.sources) sources of interrupts")
      }
      self = .operation(.interrupt(Source(source)))
    case "return": self = .returned(try line.result(value, on: stage))
    case "access":
      try line.allow("access", "frame")
      let frame = try line.required("frame", "f0, port0 and so on, or null")
      self = .accessed(
        Access(
          thread: try line.thread(value, on: stage), frame: try line.frame(frame, on: stage)))
    case "reply": self = .replied(try line.reply(value, on: stage))
    case "run":
      try line.allow("run")
      if case .string("idle") = value.content {
        self = .runs(.idle)
      } else {
        self = .runs(.thread(try line.thread(value, on: stage, "idle")))
      }
    case "memory":
      try line.allow("memory", "all")
      let isAll = try line["all"].map { all throws(InputError) in try line.truth(all, "all") }
      self = .memory(try line.holdings(value, on: stage), all: isAll ?? false)
    default:
      try line.allow("gap")
      self = .gap(try line.optionalNumber(value, "gap", 1...1_000_000_000))
    }
  }
}

extension LogLine {
  fileprivate func thread(
    _ value: JSON, on stage: Stage, _ others: String...
  ) throws(InputError) -> Int {
    let population = stage.population
    guard case .string(let name) = value.content, let thread = population.thread(named: name)
    else {
      let names = (0..<population.threads).map { population.name(Thread($0)) }
      throw error(value, "expected a thread", allowed: names + others)
    }
    return Int(thread.rawValue)
  }

  fileprivate func frame(_ value: JSON, on stage: Stage) throws(InputError) -> Int? {
    if case .null = value.content { return nil }
    let names = (0..<stage.shape.frames + stage.shape.ports).map { stage.shape.name(Frame($0)) }
    guard case .string(let name) = value.content, let frame = names.firstIndex(of: name) else {
      throw error(value, "expected a frame or port", allowed: names + ["null"])
    }
    return frame
  }

  /// An id as a kernel saw it; nil for what is not known.
  fileprivate func id(_ value: JSON?, on stage: Stage) throws(InputError) -> SeenID? {
    guard let value else { return nil }
    switch value.content {
    case .null: return nil
    case .string("nobody"): return .nobody
    case .string("invalid"): return .invalid
    case .string(let text):
      if text.hasPrefix("irq"), let source = Int(text.dropFirst(3)) { return .interrupt(source) }
      if text.hasPrefix("0x"), let id = UInt64(text.dropFirst(2), radix: 16) {
        return .unknown(id)
      }
      let isFormer = text.hasPrefix("former ")
      let name = isFormer ? text.dropFirst("former ".count) : text[...]
      if let thread = stage.population.thread(named: name) {
        return isFormer ? .former(Int(thread.rawValue)) : .thread(Int(thread.rawValue))
      }
    default: break
    }
    throw error(
      value, "expected an id",
      allowed: [
        "t2.0 and so on", "former t2.0", "irq0 and so on", "nobody", "invalid", "0x1234", "null",
      ])
  }

  fileprivate func result(_ value: JSON, on stage: Stage) throws(InputError) -> Return {
    try allow("return", "code", "source", "flags", "word", "destination", "damage")
    let code = try number(
      try required("code", "the error field, 0 to 0xF0"), "code", 0...255)
    var result = Return(thread: try thread(value, on: stage), code: UInt8(code))
    result.source = try id(self["source"], on: stage)
    if let value = self["flags"] {
      let letters = try text(value, "some of the letters d, m, r and i")
      guard letters.allSatisfy({ "dmri".contains($0) }) else {
        throw error(value, "flags are some of the letters d, m, r and i")
      }
      result.isDeceived = letters.contains("d")
      result.isMapped = letters.contains("m")
      result.isRedirected = letters.contains("r")
      result.isFromInside = letters.contains("i")
    }
    if let value = self["word"] { result.word = try number(value, "word", 0...1) == 1 }
    result.destination = try id(self["destination"], on: stage)
    result.damage = try self["damage"].map { value throws(InputError) in
      try text(value, "what is wrong with the message")
    }
    return result
  }

  fileprivate func reply(_ value: JSON, on stage: Stage) throws(InputError) -> Reply {
    func byte(_ key: String) throws(InputError) -> UInt8? {
      try optionalNumber(self[key], key, 0...255).map { UInt8($0) }
    }
    switch value.content {
    case .string("nearest"):
      try allow("reply", "type", "id")
      let type = try number(try required("type", "0, 4 or 12"), "type", 0...12)
      let nearest = try id(try required("id", "an id"), on: stage)
      guard let nearest else { throw error(value, "an id that is not known is no reply") }
      return .nearest(type: UInt8(type), nearest)
    case .string("scheduled"):
      try allow("reply", "priority", "slice", "preempter")
      return .scheduled(
        priority: try byte("priority"), slice: try byte("slice"),
        preempter: try id(self["preempter"], on: stage))
    case .string("registers"):
      try allow("reply", "registers", "pager", "preempter")
      return .registers(
        try byte("registers"), pager: try id(self["pager"], on: stage),
        preempter: try id(self["preempter"], on: stage))
    case .string("created"):
      try allow("reply", "created")
      return .created(try truth(try required("created", "true or false"), "created"))
    default:
      throw error(
        value, "this is no reply", allowed: ["nearest", "scheduled", "registers", "created"])
    }
  }

  fileprivate func holdings(
    _ value: JSON, on stage: Stage
  ) throws(InputError) -> [Int: Holding] {
    guard case .object(let members) = value.content else {
      throw error(value, "expected places and what they hold, as {\"s2.p0\": \"f0 rw\"}")
    }
    let names = (0..<stage.shape.slots).map { stage.shape.name(Slot($0)) }
    var holdings: [Int: Holding] = [:]
    for member in members {
      guard let slot = names.firstIndex(of: member.key) else {
        throw error(member.value, "there is no place \"\(member.key)\"", allowed: names)
      }
      holdings[slot] = try holding(member.value, on: stage)
    }
    return holdings
  }

  private func holding(_ value: JSON, on stage: Stage) throws(InputError) -> Holding {
    switch value.content {
    case .null: return Holding()
    case .string("?"): return Holding(frame: -1)
    case .string(let text):
      let words = text.split(separator: " ")
      let frames = (0..<stage.shape.frames + stage.shape.ports)
      if words.count == 2, ["rw", "r-"].contains(words[1]),
        let frame = frames.first(where: { stage.shape.name(Frame($0)) == words[0] })
      {
        return Holding(frame: frame, isWritable: words[1] == "rw")
      }
    default: break
    }
    throw error(value, "expected a frame and rights, as \"f0 rw\" or \"f0 r-\", \"?\" or null")
  }
}
