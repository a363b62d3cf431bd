import Evidence

// Observations as JSON. What is absent was not there: nothing came, nothing was asked, or the kernel
// cannot show it.

extension Observation {
  package var json: JSON {
    var object = Members()
    write(to: &object)
    return object.json
  }

  package func write(to object: inout Members) {
    object.add("skipped", if: isSkipped)
    if !returns.isEmpty { object.add("returns", .array(returns.map(\.json))) }
    if !accesses.isEmpty { object.add("accesses", .array(accesses.map(\.json))) }
    object.add("reply", reply?.json)
    switch running {
    case .thread(let thread): object.add("running", thread)
    case .idle: object.add("running", "idle")
    case nil: break
    }
    object.add("memory", memory.map { .array($0.map(\.json)) })
  }

  package init(_ fields: inout Fields, _ place: String) throws(MessageError) {
    self.init(isSkipped: try fields.truth("skipped") ?? false)
    for json in try fields.list("returns") ?? [] {
      returns.append(try Return(json, "a return of \(place)"))
    }
    for json in try fields.list("accesses") ?? [] {
      accesses.append(try Access(json, "an access of \(place)"))
    }
    if let reply = fields.take("reply") { self.reply = try Reply(reply, "the reply of \(place)") }
    if let value = fields.take("running") {
      switch value.content {
      case .string("idle"): running = .idle
      case .number(let digits):
        guard let thread = UInt8(digits) else { throw fields.error("running", "a thread") }
        running = .thread(Int(thread))
      default: throw fields.error("running", "a thread, or \"idle\"")
      }
    }
    if let list = try fields.list("memory") {
      var memory: [Holding] = []
      for json in list { memory.append(try Holding(json, "the memory of \(place)")) }
      self.memory = memory
    }
  }

  /// Reads an observation alone.
  package init(_ json: JSON) throws(MessageError) {
    var fields = try Fields(json, "the observation")
    try self.init(&fields, "the observation")
    try fields.end()
  }
}

extension SeenID {
  package var json: JSON {
    var object = Members()
    switch self {
    case .thread(let thread):
      object.add("kind", "thread")
      object.add("number", thread)
    case .former(let thread):
      object.add("kind", "former")
      object.add("number", thread)
    case .interrupt(let source):
      object.add("kind", "interrupt")
      object.add("number", source)
    case .nobody: object.add("kind", "nobody")
    case .invalid: object.add("kind", "invalid")
    case .unknown(let bits):
      object.add("kind", "unknown")
      object.add("value", "0x" + String(bits, radix: 16))
    }
    return object.json
  }
}

extension Fields {
  /// An id that a kernel gave.
  package mutating func seen(_ key: String) throws(MessageError) -> SeenID? {
    guard var id = try fields(key) else { return nil }
    let kind = try id.need("kind", try id.string("kind"))
    let seen: SeenID
    switch kind {
    case "thread": seen = .thread(try id.need("number", try id.integer("number", 0...255)))
    case "former": seen = .former(try id.need("number", try id.integer("number", 0...255)))
    case "interrupt": seen = .interrupt(try id.need("number", try id.integer("number", 0...255)))
    case "nobody": seen = .nobody
    case "invalid": seen = .invalid
    case "unknown":
      let text = try id.need("value", try id.string("value"))
      guard text.hasPrefix("0x"), let bits = UInt64(text.dropFirst(2), radix: 16) else {
        throw id.error("value", "\"0x\" and hexadecimal digits, 64 bits at most")
      }
      seen = .unknown(bits)
    default:
      throw id.error("kind", "thread, former, interrupt, nobody, invalid or unknown")
    }
    try id.end()
    return seen
  }
}

extension Return {
  package var json: JSON {
    var object = Members()
    object.add("thread", thread)
    object.add("code", code)
    object.add("source", source?.json)
    object.add("deceived", if: isDeceived)
    object.add("mapped", if: isMapped)
    object.add("redirected", if: isRedirected)
    object.add("from_inside", if: isFromInside)
    object.add("word", if: word)
    object.add("destination", destination?.json)
    object.add("damage", damage)
    return object.json
  }

  package init(_ json: JSON, _ place: String) throws(MessageError) {
    var fields = try Fields(json, place)
    self.init(
      thread: try fields.need("thread", try fields.integer("thread", 0...255)),
      code: try fields.need("code", try fields.byte("code")), source: try fields.seen("source"),
      isDeceived: try fields.truth("deceived") ?? false,
      isMapped: try fields.truth("mapped") ?? false,
      isRedirected: try fields.truth("redirected") ?? false,
      isFromInside: try fields.truth("from_inside") ?? false,
      word: try fields.truth("word") ?? false, destination: try fields.seen("destination"),
      damage: try fields.string("damage"))
    try fields.end()
  }
}

extension Access {
  package var json: JSON {
    var object = Members()
    object.add("thread", thread)
    object.add("frame", orNull: frame)
    return object.json
  }

  package init(_ json: JSON, _ place: String) throws(MessageError) {
    var fields = try Fields(json, place)
    guard fields.has("frame") else { throw MessageError("\(place) has no \"frame\"") }
    self.init(
      thread: try fields.need("thread", try fields.integer("thread", 0...255)),
      frame: try fields.integer("frame", 0...255))
    try fields.end()
  }
}

extension Reply {
  package var json: JSON {
    var object = Members()
    switch self {
    case .nearest(let type, let id):
      object.add("kind", "nearest")
      object.add("type", type)
      object.add("id", id.json)
    case .scheduled(let priority, let slice, let preempter):
      object.add("kind", "scheduled")
      object.add("priority", orNull: priority.map { Int($0) })
      object.add("slice", orNull: slice.map { Int($0) })
      object.add("preempter", preempter?.json)
    case .registers(let registers, let pager, let preempter):
      object.add("kind", "registers")
      object.add("registers", orNull: registers.map { Int($0) })
      object.add("pager", pager?.json)
      object.add("preempter", preempter?.json)
    case .created(let isCreated):
      object.add("kind", "created")
      object.add("created", always: isCreated)
    }
    return object.json
  }

  package init(_ json: JSON, _ place: String) throws(MessageError) {
    var fields = try Fields(json, place)
    switch try fields.need("kind", try fields.string("kind")) {
    case "nearest":
      self = .nearest(
        type: try fields.need("type", try fields.byte("type")),
        try fields.need("id", try fields.seen("id")))
    case "scheduled":
      self = .scheduled(
        priority: try fields.byte("priority"), slice: try fields.byte("slice"),
        preempter: try fields.seen("preempter"))
    case "registers":
      self = .registers(
        try fields.byte("registers"), pager: try fields.seen("pager"),
        preempter: try fields.seen("preempter"))
    case "created":
      self = .created(try fields.need("created", try fields.truth("created")))
    default: throw fields.error("kind", "nearest, scheduled, registers or created")
    }
    try fields.end()
  }
}

extension Holding {
  package var json: JSON {
    guard let frame else { return JSON(.null) }
    var object = Members()
    object.add("frame", frame)
    object.add("writable", if: isWritable)
    return object.json
  }

  package init(_ json: JSON, _ place: String) throws(MessageError) {
    if case .null = json.content {
      self.init()
      return
    }
    var fields = try Fields(json, place)
    self.init(
      frame: try fields.need("frame", try fields.integer("frame", -1...255)),
      isWritable: try fields.truth("writable") ?? false)
    try fields.end()
  }
}
