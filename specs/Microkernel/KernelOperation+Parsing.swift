import AddressSpaces
import Vocabulary

extension KernelOperation {
  /// Reads the text form. Whether pages and sources of interrupts exist depends on the universe, so it
  /// is not asked here.
  public init(
    parsing text: String, in population: Population
  ) throws(OperationTextError) {
    var scanner = KernelOperationScanner(text, population)
    if scanner.skip("tick") {
      self = .tick
    } else if scanner.skip("interrupt") {
      self = .interrupt(Source(Int(try scanner.number(0...255))))
    } else if scanner.skip("timeout") {
      try scanner.word("of")
      self = .expire(try scanner.thread())
    } else if scanner.skip("copy") {
      try scanner.word("from")
      let sender = try scanner.thread()
      let senderFaults = scanner.skip(",", "sender", "faults")
      self = .copy(
        from: sender, senderFaults: senderFaults,
        receiverFaults: scanner.skip(",", "receiver", "faults"))
    } else {
      guard let thread = scanner.skipThread() else {
        throw scanner.error("a thread, tick, interrupt, timeout of, or copy from")
      }
      self = try scanner.operation(by: thread)
    }
    try scanner.end()
  }

  /// Reads a part of the text form.
  fileprivate static func parse<Part>(
    _ text: String, _ population: Population = Population(threadsOfTask: []),
    _ part: (inout KernelOperationScanner) throws(OperationTextError) -> Part
  ) throws(OperationTextError) -> Part {
    var scanner = KernelOperationScanner(text, population)
    let read = try part(&scanner)
    try scanner.end()
    return read
  }

  /// What a thread does, in the words of the text form.
  static let verbs = [
    "send", "receive", "wait", "call", "reply", "ipc", "id_nearest", "unmap", "thread_switch",
    "thread_schedule", "ex_regs", "task_new", "reads", "writes", "faults", "exception", "lidt",
  ]
}

extension KernelOperation.NamedPartner {
  /// Reads `t2.0`, `former t2.0`, `irq0`, `nobody` or `invalid`.
  public init(parsing text: String, in population: Population) throws(OperationTextError) {
    self = try KernelOperation.parse(text, population) { scanner throws(OperationTextError) in
      try scanner.partner()
    }
  }
}

extension KernelOperation.NamedTask {
  /// Reads `task2` or `former task2`.
  public init(parsing text: String, in population: Population) throws(OperationTextError) {
    self = try KernelOperation.parse(text, population) { scanner throws(OperationTextError) in
      try scanner.namedTask()
    }
  }
}

extension KernelOperation.Item {
  /// Reads `map p0 → p1 rw` or `grant p0+2 → p0 r-`.
  public init(parsing text: String) throws(OperationTextError) {
    self = try KernelOperation.parse(text) { scanner throws(OperationTextError) in
      guard let item = try scanner.item() else { throw scanner.error("map or grant") }
      return item
    }
  }
}

extension KernelOperationScanner {
  fileprivate mutating func operation(
    by thread: Thread
  ) throws(OperationTextError) -> KernelOperation {
    let verb = try choice(
      KernelOperation.verbs, "an operation: \(KernelOperation.verbs.joined(separator: ", "))")
    switch verb {
    case "id_nearest": return .idNearest(try partner(), by: thread)
    case "unmap":
      let page = try page()
      let isComplete = try choice(["flush", "remap"]) == "flush"
      let includesOwn = try choice(["all", "others"]) == "all"
      return .unmap(
        page: page, UnmapMask(isComplete: isComplete, includesOwn: includesOwn), by: thread)
    case "thread_switch": return .threadSwitch(try threadOrNobody(), by: thread)
    case "thread_schedule":
      let destination = try named()
      let priority = skip("priority") ? try number(0...255) : nil
      let slice = skip("slice") ? try number(0...255) : nil
      return .threadSchedule(
        destination, priority: priority, slice: slice,
        preempter: skip("preempter") ? try named() : nil, by: thread)
    case "ex_regs":
      let target = try self.thread()
      let registers = skip("registers") ? try number(0...255) : nil
      let pager: KernelOperation.NamedThread?? = skip("pager") ? .some(try threadOrNobody()) : nil
      return .exRegs(
        target, registers: registers, pager: pager,
        preempter: skip("preempter") ? .some(try threadOrNobody()) : nil, by: thread)
    case "task_new":
      let task = try namedTask()
      if skip("chief") { return .donate(task, to: try namedTask(), by: thread) }
      guard skip("mcp") else { throw error("mcp or chief") }
      let mcp = try number(0...255)
      let registers = skip("registers") ? try number(1...255) : 0
      try word("pager")
      return .create(task, mcp: mcp, registers: registers, pager: try named(), by: thread)
    case "reads", "writes": return .access(page: try page(), write: verb == "writes", by: thread)
    case "faults": return .fault(write: try choice(["read", "write"]) == "write", of: thread)
    case "exception": return .exception(of: thread)
    case "lidt":
      return .loadExceptionTable(isValid: try choice(["valid", "invalid"]) == "valid", of: thread)
    default: return .ipc(try call(verb, by: thread))
    }
  }

  private mutating func call(
    _ verb: String, by caller: Thread
  ) throws(OperationTextError) -> KernelOperation.ThreadCall {
    var call = KernelOperation.ThreadCall(caller, .nobody)
    switch verb {
    case "wait":
      if skip("naming") { call.partner = try partner() }
      call.receive = try receiving(isOpen: true)
    case "receive":
      call.partner = try partner()
      call.receive = try receiving(isOpen: false)
    case "ipc":
      call.partner = try partner()
      try word("without")
      try word("phases")
    default:
      call.partner = try partner()
      call.send = try sending()
      if verb == "reply" {
        try word("and")
        try word("wait")
        call.receive = try receiving(isOpen: true)
      } else if verb == "call" {
        _ = skip("and", "receive")
        call.receive = try receiving(isOpen: false)
      }
    }
    return call
  }

  private mutating func sending() throws(OperationTextError) -> KernelOperation.Sending {
    var send = KernelOperation.Sending()
    if skip("as") { send.virtual = try thread() }
    if skip("word") { send.word = try number(0...1) == 1 }
    if skip("parts") {
      send.parts = try number(1...255)
      send.isHeaderInPage = skip("header", "in", "page")
    }
    send.item = try item()
    send.timeout = try timeout()
    send.faultTimeout = try faultTimeout()
    return send
  }

  fileprivate mutating func item() throws(OperationTextError) -> KernelOperation.Item? {
    guard let verb = ["map", "grant"].first(where: { skip($0) }) else { return nil }
    let isSmall = skip("small")
    let (page, order) = try pages()
    guard skip("→") || skip("->") else { throw error("→ and the page of the receiver") }
    let base = try self.page()
    let rights = try choice([Rights.readWrite, .readOnly].map(\.description))
    return KernelOperation.Item(
      page: page, order: order, base: base, isSmall: isSmall, isGrant: verb == "grant",
      write: rights == Rights.readWrite.description)
  }

  private mutating func receiving(
    isOpen: Bool
  ) throws(OperationTextError) -> KernelOperation.Receiving {
    var receive = KernelOperation.Receiving(isOpen: isOpen)
    if skip("into") { receive.window = skip("all") ? .all : .page(try page("p0, io0, ... or all")) }
    if skip("buffer") {
      receive.buffer = .large
    } else if skip("short") {
      try word("buffer")
      receive.buffer = .short
    }
    receive.timeout = try timeout()
    receive.faultTimeout = try faultTimeout()
    return receive
  }
}
