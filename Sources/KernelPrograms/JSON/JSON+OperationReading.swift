import Evidence
import Microkernel
import Vocabulary

extension KernelOperation {
  /// Reads an operation from its fields; the text is not looked at.
  package init(_ json: JSON, _ place: String) throws(MessageError) {
    var fields = try Fields(json, place)
    let name = try fields.need("operation", try fields.string("operation"))
    _ = fields.take("text")
    self = try Self.read(name, &fields)
    try fields.end()
  }

  private static func read(
    _ name: String, _ fields: inout Fields
  ) throws(MessageError) -> KernelOperation {
    func by(_ fields: inout Fields, _ key: String = "by") throws(MessageError) -> Thread {
      Thread(rawValue: try fields.need(key, try fields.byte(key)))
    }
    switch name {
    case "ipc": return .ipc(try ThreadCall(&fields))
    case "id_nearest":
      return .idNearest(
        try fields.need("partner", try fields.partner("partner")), by: try by(&fields))
    case "fpage_unmap":
      let mask = UnmapMask(
        isComplete: try fields.truth("complete") ?? false,
        includesOwn: try fields.truth("own") ?? false)
      return .unmap(page: try fields.need("at", try fields.place("at")), mask, by: try by(&fields))
    case "thread_switch":
      return .threadSwitch(
        try fields.need("to", try fields.threadOrNobody("to")), by: try by(&fields))
    case "thread_schedule":
      guard let thread = try fields.need("thread", try fields.threadOrNobody("thread")) else {
        throw fields.error("thread", "a thread")
      }
      return .threadSchedule(
        thread, priority: try fields.byte("priority"), slice: try fields.byte("slice"),
        preempter: try fields.threadOrNobody("preempter") ?? nil, by: try by(&fields))
    case "lthread_ex_regs":
      return .exRegs(
        try by(&fields, "thread"), registers: try fields.byte("registers"),
        pager: try fields.threadOrNobody("pager"),
        preempter: try fields.threadOrNobody("preempter"), by: try by(&fields))
    case "task_new":
      let task = try fields.need("task", try fields.task("task"))
      if let chief = try fields.task("chief") {
        return .donate(task, to: chief, by: try by(&fields))
      }
      guard let pager = try fields.need("pager", try fields.threadOrNobody("pager")) else {
        throw fields.error("pager", "a thread")
      }
      return .create(
        task, mcp: try fields.need("mcp", try fields.byte("mcp")),
        registers: try fields.byte("registers") ?? 0, pager: pager, by: try by(&fields))
    case "access":
      return .access(
        page: try fields.need("at", try fields.place("at")),
        write: try fields.need("write", try fields.truth("write")), by: try by(&fields))
    case "page_fault":
      return .fault(
        write: try fields.need("write", try fields.truth("write")), of: try by(&fields))
    case "exception": return .exception(of: try by(&fields))
    case "load_exception_table":
      return .loadExceptionTable(
        isValid: try fields.need("valid", try fields.truth("valid")), of: try by(&fields))
    case "copy":
      return .copy(
        from: try by(&fields, "from"), senderFaults: try fields.truth("sender_faults") ?? false,
        receiverFaults: try fields.truth("receiver_faults") ?? false)
    case "timeout": return .expire(try by(&fields, "thread"))
    case "tick": return .tick
    case "interrupt": return .interrupt(Source(rawValue: try by(&fields, "source").rawValue))
    default: throw MessageError("\"\(name)\" is no operation of the protocol")
    }
  }
}

extension Fields {
  /// The kind and the number of an id.
  package mutating func id(
    _ key: String, _ kinds: [String]
  ) throws(MessageError) -> (kind: String, number: UInt8)? {
    guard var id = try fields(key) else { return nil }
    let kind = try id.need("kind", try id.string("kind"))
    guard kinds.contains(kind) else {
      throw MessageError("\(name(key)) must be of kind \(kinds.joined(separator: ", "))")
    }
    let number = try id.byte("number")
    if number == nil, kind != "nobody", kind != "invalid" { _ = try id.need("number", number) }
    try id.end()
    return (kind, number ?? 0)
  }

  package mutating func partner(
    _ key: String
  ) throws(MessageError) -> KernelOperation.NamedPartner? {
    let kinds = ["thread", "former", "interrupt", "nobody", "invalid"]
    guard let id = try id(key, kinds) else { return nil }
    return switch id.kind {
    case "interrupt": .interrupt(Source(rawValue: id.number))
    case "nobody": .nobody
    case "invalid": .invalid
    default: .thread(.init(Thread(rawValue: id.number), isFormer: id.kind == "former"))
    }
  }

  /// A thread, or nil for nobody, where the key is there.
  package mutating func threadOrNobody(
    _ key: String
  ) throws(MessageError) -> KernelOperation.NamedThread?? {
    guard let id = try id(key, ["thread", "former", "nobody"]) else { return nil }
    if id.kind == "nobody" { return .some(nil) }
    return .init(Thread(rawValue: id.number), isFormer: id.kind == "former")
  }

  package mutating func task(_ key: String) throws(MessageError) -> KernelOperation.NamedTask? {
    try id(key, ["task", "former"]).map {
      .init(Task(rawValue: $0.number), isFormer: $0.kind == "former")
    }
  }

  package mutating func place(_ key: String) throws(MessageError) -> Int? {
    guard var place = try fields(key) else { return nil }
    let last = KernelOperation.leastPort - 1
    let page = try place.integer("page", 0...last)
    let port = try place.integer("port", 0...last)
    try place.end()
    guard (page == nil) != (port == nil) else { throw error(key, "a page or a port") }
    return page ?? port.map(KernelOperation.port)
  }

  package mutating func timeout(_ key: String) throws(MessageError) -> KernelOperation.Timeout {
    guard let value = take(key) else { return .never }
    switch value.content {
    case .string("never"): return .never
    case .number("0"): return .zero
    case .number(let digits):
      if let ticks = UInt8(digits), ticks <= KernelOperation.Timeout.longest {
        return .ticks(ticks)
      }
    default: break
    }
    throw error(key, "\"never\", or ticks from 0 to \(KernelOperation.Timeout.longest)")
  }
}

extension KernelOperation.ThreadCall {
  package init(_ fields: inout Fields) throws(MessageError) {
    let caller = try fields.need("by", try fields.byte("by"))
    let partner = try fields.need("partner", try fields.partner("partner"))
    self.init(Thread(rawValue: caller), partner)
    if var send = try fields.fields("send") {
      self.send = try KernelOperation.Sending(&send)
      try send.end()
    }
    if var receive = try fields.fields("receive") {
      self.receive = try KernelOperation.Receiving(&receive)
      try receive.end()
    }
  }
}

extension KernelOperation.Sending {
  package init(_ fields: inout Fields) throws(MessageError) {
    self.init(
      virtual: try fields.byte("as").map { Thread(rawValue: $0) },
      word: try fields.integer("word", 0...1) == 1, parts: try fields.byte("parts") ?? 0,
      isHeaderInPage: try fields.truth("header_in_page") ?? false)
    if var item = try fields.fields("item") {
      self.item = KernelOperation.Item(
        page: try item.need("from", try item.place("from")),
        order: try item.integer("order", 0...5) ?? 0,
        base: try item.need("base", try item.place("base")),
        isSmall: try item.truth("small") ?? false, isGrant: try item.truth("grant") ?? false,
        write: try item.truth("write") ?? false)
      try item.end()
    }
    timeout = try fields.timeout("timeout")
    faultTimeout = try fields.timeout("fault_timeout")
  }
}

extension KernelOperation.Receiving {
  package init(_ fields: inout Fields) throws(MessageError) {
    self.init(isOpen: try fields.need("open", try fields.truth("open")))
    if let value = fields.take("window") {
      if case .string("all") = value.content {
        window = .all
      } else {
        var pair = try Fields(.object([.init("window", value)]), "\"receive\"")
        window = .page(try pair.need("window", try pair.place("window")))
      }
    }
    if let name = try fields.string("buffer") {
      guard let buffer = KernelOperation.Buffer(rawValue: name) else {
        throw fields.error("buffer", "none, large or short")
      }
      self.buffer = buffer
    }
    timeout = try fields.timeout("timeout")
    faultTimeout = try fields.timeout("fault_timeout")
  }
}
