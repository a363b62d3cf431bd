import KernelPrograms

/// What an agent says besides its messages.
struct AgentLimits: Hashable {
  /// The largest payload that it can take.
  var largestPayload: Int
  /// What a tick of the stage takes on the kernel's clock.
  var microsecondsPerTick: Int
}

extension KernelMessage {
  private static let noProgram = UInt32.max

  /// Reads a frame of an agent; one with observations has as many messages.
  package static func messages(in frame: Frame) throws(MessageError) -> [KernelMessage] {
    var reader = WireReader(frame.payload)
    var messages: [KernelMessage] = []
    switch Frame.Kind(rawValue: frame.kind) {
    case .hello: messages = [try hello(&reader).message]
    case .observations:
      let program = try reader.program()
      let first = try reader.short()
      for step in 0..<Int(try reader.byte()) {
        messages.append(
          .observation(program: program, step: first + step, try reader.observation()))
      }
    case .done:
      let program = try reader.program()
      _ = try reader.short()
      messages = [.done(program: program)]
    case .refused:
      let program = try reader.program()
      _ = try reader.short()
      let kind: Transcript.Failure.Kind = try reader.byte() == 1 ? .audit : .refused
      messages = [.refused(program: program, .init(kind, try reader.text()))]
    case .heartbeat:
      let program = try reader.program()
      _ = try reader.number(bytes: 6)
      messages = [.heartbeat(program: program == noProgram ? nil : program)]
    case .damaged, .ask, .run, nil:
      throw MessageError("a frame of type 0x\(String(frame.kind, radix: 16)) is none of an agent")
    }
    try reader.end()
    return messages
  }

  static func hello(
    _ reader: inout WireReader
  ) throws(MessageError) -> (message: KernelMessage, AgentLimits?) {
    let version = try reader.short()
    guard version == ConformanceProtocol.version else {
      _ = try reader.take(reader.left)
      return (.hello(version: version, KernelDescription(name: "unknown")), nil)
    }
    let lacks = try reader.short()
    var description = KernelDescription(name: "")
    for (bit, feature) in Feature.allCases.enumerated() where lacks >> bit & 1 != 0 {
      description.lacks.insert(feature)
    }
    guard lacks >> Feature.allCases.count == 0 else {
      throw MessageError("it lacks something that the protocol does not know")
    }
    description.greatestTasks = Int(try reader.byte())
    description.greatestThreads = Int(try reader.byte())
    description.greatestPages = Int(try reader.byte())
    description.faultTicks = Array(try reader.take(Int(try reader.byte())))
    let limits = AgentLimits(
      largestPayload: try reader.short(),
      microsecondsPerTick: Int(try reader.number(bytes: 4)))
    description.name = try reader.text()
    description.profile = try reader.text()
    return (.hello(version: version, description), limits)
  }
}

extension WireReader {
  private enum Flag {
    static let skipped: UInt8 = 0x01, reply: UInt8 = 0x02, running: UInt8 = 0x04
    static let memory: UInt8 = 0x08
    static let deceived: UInt8 = 0x01, mapped: UInt8 = 0x02, redirected: UInt8 = 0x04
    static let fromInside: UInt8 = 0x08, word: UInt8 = 0x10, source: UInt8 = 0x20
    static let destination: UInt8 = 0x40, damage: UInt8 = 0x80
  }
  private static let none: UInt8 = 0xFF
  private static let foreign: UInt8 = 0xFE

  mutating func observation() throws(MessageError) -> Observation {
    let flags = try byte()
    var observation = Observation(isSkipped: flags & Flag.skipped != 0)
    guard flags & ~0x0F == 0 else {
      throw MessageError("an observation has flags 0x\(String(flags, radix: 16))")
    }
    let returns = try byte()
    let accesses = try byte()
    for _ in 0..<returns { observation.returns.append(try answer()) }
    for _ in 0..<accesses {
      let thread = Int(try byte())
      let frame = try byte()
      observation.accesses.append(
        Access(thread: thread, frame: frame == Self.none ? nil : Int(frame)))
    }
    if flags & Flag.reply != 0 { observation.reply = try reply() }
    if flags & Flag.running != 0 {
      let thread = try byte()
      observation.running = thread == Self.none ? .idle : .thread(Int(thread))
    }
    if flags & Flag.memory != 0 {
      var memory: [Holding] = []
      for _ in 0..<(try byte()) {
        let frame = try byte()
        let isWritable = try byte() != 0
        memory.append(
          frame == Self.none
            ? Holding()
            : Holding(frame: frame == Self.foreign ? -1 : Int(frame), isWritable: isWritable))
      }
      observation.memory = memory
    }
    return observation
  }

  private mutating func answer() throws(MessageError) -> Return {
    var answer = Return(thread: Int(try byte()), code: try byte())
    let flags = try byte()
    answer.isDeceived = flags & Flag.deceived != 0
    answer.isMapped = flags & Flag.mapped != 0
    answer.isRedirected = flags & Flag.redirected != 0
    answer.isFromInside = flags & Flag.fromInside != 0
    answer.word = flags & Flag.word != 0
    if flags & Flag.source != 0 { answer.source = try seen() }
    if flags & Flag.destination != 0 { answer.destination = try seen() }
    if flags & Flag.damage != 0 { answer.damage = try text() }
    return answer
  }

  private mutating func seen() throws(MessageError) -> SeenID? {
    let kind = try byte()
    let number = Int(try byte())
    switch kind {
    case OperationRecord.ID.absent: return nil
    case OperationRecord.ID.current: return .thread(number)
    case OperationRecord.ID.former: return .former(number)
    case OperationRecord.ID.interrupt: return .interrupt(number)
    case OperationRecord.ID.nobody: return .nobody
    case OperationRecord.ID.invalid: return .invalid
    case OperationRecord.ID.unknown: return .unknown(try self.number(bytes: 8))
    default: throw MessageError("\(kind) is no kind of id")
    }
  }

  private mutating func reply() throws(MessageError) -> Reply {
    switch try byte() {
    case 1:
      let type = try byte()
      guard let id = try seen() else { throw MessageError("a reply of id_nearest has no id") }
      return .nearest(type: type, id)
    case 2:
      let has = try byte()
      let priority = try byte()
      let slice = try byte()
      return .scheduled(
        priority: has & 1 != 0 ? priority : nil, slice: has & 2 != 0 ? slice : nil,
        preempter: try seen())
    case 3:
      let has = try byte()
      let registers = try byte()
      return .registers(has & 1 != 0 ? registers : nil, pager: try seen(), preempter: try seen())
    case 4: return .created(try byte() == 1)
    case let kind: throw MessageError("\(kind) is no kind of reply")
    }
  }
}
