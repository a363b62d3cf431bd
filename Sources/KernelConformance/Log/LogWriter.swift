import AddressSpaces
import Evidence
import KernelPrograms
import Microkernel
import Vocabulary

/// Writes logs as a kernel would that knows the names of the specification. (docs/log-files.md)
package struct LogWriter: Sendable {
  package let header: LogHeader
  private var memory: [Holding]?
  private var running: Running?

  package init(_ header: LogHeader) { self.header = header }

  /// The log of a program: the header, and the events of every step, one a line, without line feeds.
  package static func lines(
    _ header: LogHeader, _ operations: [KernelOperation], _ transcript: Transcript
  ) -> [String] {
    var writer = LogWriter(header)
    var lines = [header.line]
    for (operation, seen) in zip(operations, transcript.observations) {
      lines += writer.lines(of: operation, seen)
    }
    return lines
  }

  /// The events of a step. Nothing was done in one that was skipped, and no kernel would write it; what
  /// comes to threads in it belongs to the one before.
  package mutating func lines(
    of operation: KernelOperation, _ seen: Observation
  ) -> [String] {
    let stage = header.stage
    let records = header.records
    var events: [JSON] = []
    func add(_ members: [JSON.Member]) { events.append(.object(members)) }
    if !seen.isSkipped { add(operation.members(on: stage)) }
    if records.contains(.replies), let reply = seen.reply { add(reply.members(on: stage)) }
    if records.contains(.accesses) {
      for access in seen.accesses {
        let frame = access.frame.map { JSON.string(stage.shape.name(Frame($0 & 0xFF))) }
        add([
          .init("access", .string(stage.name(of: access.thread))),
          .init("frame", frame ?? JSON(.null)),
        ])
      }
    }
    if records.contains(.returns) {
      for result in seen.returns { add(result.members(on: stage)) }
    }
    if records.contains(.memory), let new = seen.memory, new != memory {
      add(members(of: new))
      memory = new
    }
    if records.contains(.running), let new = seen.running, new != running {
      switch new {
      case .thread(let thread): add([.init("run", .string(stage.name(of: thread)))])
      case .idle: add([.init("run", .string("idle"))])
      }
      running = new
    }
    return events.map(\.description)
  }

  /// What is different from before, or everything that there is.
  private func members(of new: [Holding]) -> [JSON.Member] {
    var places: [JSON.Member] = []
    for (slot, holding) in new.enumerated() {
      if let memory, memory[slot] == holding { continue }
      if memory == nil, holding.frame == nil { continue }
      places.append(.init(header.stage.shape.name(Slot(slot)), holding.json(on: header.stage)))
    }
    let members = [JSON.Member("memory", .object(places))]
    return memory == nil ? members + [.init("all", JSON(.truth(true)))] : members
  }
}

extension LogHeader {
  /// The first line, without a line feed.
  package var line: String {
    var members: [JSON.Member] = [.init("l4-log", .number(Self.version))]
    if !kernel.isEmpty { members.append(.init("kernel", .string(kernel))) }
    members.append(.init("profile", .string(profile)))
    var plain = stage
    plain.shape.profile = .v2
    let isBuiltIn = Stages.named(stage.name) == plain
    members.append(.init("stage", isBuiltIn ? .string(stage.name) : stage.whole))
    let names = Record.allCases.filter { records.contains($0) }.map { JSON.string($0.rawValue) }
    members.append(.init("records", .array(names)))
    members.append(.init("complete", JSON(.truth(isComplete))))
    if beginsAfterSetup { members.append(.init("from", .string("setup"))) }
    if let operations {
      let list = operations.map { $0.json(in: stage.population) }
      members.append(.init("operations", .array(list)))
    }
    return JSON.object(members).description
  }
}

extension Stage {
  /// A stage in full, with its setup.
  fileprivate var whole: JSON {
    guard case .object(let members) = json.content, !setup.isEmpty else { return json }
    let list = setup.map { $0.json(in: population) }
    return .object(members + [.init("setup", .array(list))])
  }
}

extension KernelOperation {
  fileprivate func members(on stage: Stage) -> [JSON.Member] {
    switch self {
    case .tick: [.init("tick", .number(1))]
    case .interrupt(let source): [.init("interrupt", .number(Int(source.rawValue)))]
    default: [.init("call", json(in: stage.population))]
    }
  }
}

extension SeenID {
  fileprivate func json(on stage: Stage) -> JSON {
    guard case .unknown(let id) = self else { return .string(words(on: stage)) }
    return .string("0x" + String(id, radix: 16))
  }
}

extension Return {
  fileprivate func members(on stage: Stage) -> [JSON.Member] {
    var members: [JSON.Member] = [
      .init("return", .string(stage.name(of: thread))), .init("code", .number(Int(code))),
    ]
    if let source {
      members.append(.init("source", source.json(on: stage)))
      let flags = zip("dmri", [isDeceived, isMapped, isRedirected, isFromInside])
      let letters = String(flags.filter(\.1).map(\.0))
      if !letters.isEmpty { members.append(.init("flags", .string(letters))) }
      if word { members.append(.init("word", .number(1))) }
    }
    if let destination { members.append(.init("destination", destination.json(on: stage))) }
    if let damage { members.append(.init("damage", .string(damage))) }
    return members
  }
}

extension Reply {
  fileprivate func members(on stage: Stage) -> [JSON.Member] {
    func id(_ id: SeenID?) -> JSON { id.map { $0.json(on: stage) } ?? JSON(.null) }
    func number(_ number: UInt8?) -> JSON { number.map { .number(Int($0)) } ?? JSON(.null) }
    switch self {
    case .nearest(let type, let nearest):
      return [
        .init("reply", .string("nearest")), .init("type", .number(Int(type))),
        .init("id", nearest.json(on: stage)),
      ]
    case .scheduled(let priority, let slice, let preempter):
      return [
        .init("reply", .string("scheduled")), .init("priority", number(priority)),
        .init("slice", number(slice)), .init("preempter", id(preempter)),
      ]
    case .registers(let registers, let pager, let preempter):
      return [
        .init("reply", .string("registers")), .init("registers", number(registers)),
        .init("pager", id(pager)), .init("preempter", id(preempter)),
      ]
    case .created(let isCreated):
      return [.init("reply", .string("created")), .init("created", JSON(.truth(isCreated)))]
    }
  }
}

extension Holding {
  fileprivate func json(on stage: Stage) -> JSON {
    guard let frame else { return JSON(.null) }
    guard frame >= 0, frame < stage.shape.frames + stage.shape.ports else { return .string("?") }
    let rights: Rights = isWritable ? .readWrite : .readOnly
    return .string("\(stage.shape.name(Frame(frame))) \(rights)")
  }
}
