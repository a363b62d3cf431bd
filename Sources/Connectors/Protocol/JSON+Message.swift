import AddressSpaces
import Evidence
import KernelPrograms
import Microkernel

extension KitMessage {
  /// One line, without its end.
  package var line: String {
    var object = Members()
    switch self {
    case .run(let id, let program):
      let population = program.stage.population
      object.add("message", "run")
      object.add("program", Int(id))
      object.add("stage", program.stage.json)
      object.add("setup", .array(program.stage.setup.map { $0.json(in: population) }))
      object.add("operations", .array(program.operations.map { $0.json(in: population) }))
    }
    return object.json.description
  }

  /// Reads a line, as a kernel does. `profile` becomes that of the stage, for kernels that are asked
  /// through `Stage`.
  package init(line: [UInt8], profile: Profile = .v2) throws(MessageError) {
    var fields = try Fields(JSON(line: line), "the message")
    let name = try fields.need("message", try fields.string("message"))
    guard name == "run" else { throw MessageError("\"\(name)\" is no message of the kit") }
    let id = try fields.need("program", try fields.integer("program", 0...Int(UInt32.max)))
    var stage = try Stage(try fields.need("stage", fields.take("stage")), profile: profile)
    func operations(_ key: String, _ fields: inout Fields) throws(MessageError) -> [KernelOperation]
    {
      var operations: [KernelOperation] = []
      for (number, json) in (try fields.list(key) ?? []).enumerated() {
        let operation = try KernelOperation(json, "number \(number) of \"\(key)\"")
        if let defect = operation.defect(on: stage) {
          throw MessageError("number \(number) of \"\(key)\" \(defect)")
        }
        operations.append(operation)
      }
      return operations
    }
    stage.setup = try operations("setup", &fields)
    let program = KernelProgram(stage, try operations("operations", &fields))
    try fields.end()
    self = .run(id: UInt32(id), program)
  }
}

extension KernelMessage {
  /// One line, without its end.
  package var line: String {
    var object = Members()
    switch self {
    case .hello(let version, let description):
      object.add("message", "hello")
      object.add("protocol", version)
      description.write(to: &object)
    case .observation(let program, let step, let observation):
      object.add("message", "observation")
      object.add("program", Int(program))
      object.add("step", step)
      observation.write(to: &object)
    case .done(let program):
      object.add("message", "done")
      object.add("program", Int(program))
    case .refused(let program, let failure):
      object.add("message", "refused")
      object.add("program", Int(program))
      object.add("kind", failure.kind == .refused ? nil : failure.kind.rawValue)
      object.add("reason", failure.detail)
    case .heartbeat(let program):
      object.add("message", "heartbeat")
      object.add("program", program.map { Int($0) })
    }
    return object.json.description
  }

  package init(line: [UInt8]) throws(MessageError) {
    var fields = try Fields(JSON(line: line), "the message")
    let name = try fields.need("message", try fields.string("message"))
    func program(_ fields: inout Fields) throws(MessageError) -> UInt32 {
      UInt32(try fields.need("program", try fields.integer("program", 0...Int(UInt32.max))))
    }
    switch name {
    case "hello":
      let version = try fields.need("protocol", try fields.integer("protocol", 0...65535))
      guard version == ConformanceProtocol.version else {
        // Of another version nothing else can be understood.
        self = .hello(version: version, KernelDescription(name: "unknown"))
        return
      }
      self = .hello(version: version, try KernelDescription(&fields))
    case "observation":
      let program = try program(&fields)
      let step = try fields.need("step", try fields.integer("step", 0...65535))
      self = .observation(
        program: program, step: step, try Observation(&fields, "the observation"))
    case "done": self = .done(program: try program(&fields))
    case "refused":
      let name = try fields.string("kind") ?? "refused"
      guard let kind = Transcript.Failure.Kind(rawValue: name) else {
        throw fields.error("kind", "a kind of failure")
      }
      self = .refused(
        program: try program(&fields),
        .init(kind, try fields.string("reason") ?? "no reason given"))
    case "heartbeat":
      self = .heartbeat(
        program: try fields.integer("program", 0...Int(UInt32.max)).map { UInt32($0) })
    default: throw MessageError("\"\(name)\" is no message of a kernel")
    }
    try fields.end()
  }
}

extension JSON {
  init(line: [UInt8]) throws(MessageError) {
    do {
      self = try JSONReader.read(line, named: "the line")
    } catch {
      throw MessageError("it is not JSON: \(error.message)")
    }
  }
}
