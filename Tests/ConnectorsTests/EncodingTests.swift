import CConformance
import Connectors
import KernelPrograms
import Microkernel
import Testing

extension ConnectorsTests {
  /// What is written is read again: by us, and by the agent's C.
  @Suite struct EncodingTests {
    @Test func `programs survive as JSON`() throws {
      var random = RandomPrograms(seed: 1)
      for _ in 0..<300 {
        let message = KitMessage.run(
          id: UInt32.random(in: 0 ... .max, using: &random), random.program())
        let line = message.line
        #expect(!line.contains("\n"))
        #expect(try KitMessage(line: Array(line.utf8)) == message)
      }
    }

    @Test func `answers survive as JSON`() throws {
      var random = RandomPrograms(seed: 2)
      for step in 0..<1000 {
        let message = KernelMessage.observation(
          program: 7, step: step, random.observation(places: 6))
        #expect(try KernelMessage(line: Array(message.line.utf8)) == message)
      }
      let description = KernelDescription(
        name: "a \"kernel\"", profile: "fiasco", lacks: [.clans, .largeItems], greatestTasks: 3,
        greatestThreads: 4, greatestPages: 5, faultTicks: [])
      let others: [KernelMessage] = [
        .hello(version: 1, description), .done(program: 4_000_000_000), .heartbeat(program: nil),
        .heartbeat(program: 3), .refused(program: 1, .init(.audit, "a loop")),
        .refused(program: 1, .init(.refused, "no")),
      ]
      for message in others {
        #expect(try KernelMessage(line: Array(message.line.utf8)) == message)
      }
    }

    @Test func `programs survive as frames, and C reads them`() throws {
      var random = RandomPrograms(seed: 3)
      for _ in 0..<300 {
        let program = random.program()
        let payload = program.payload(id: 9)
        #expect(try KernelProgram.read(payload).1 == program)
        #expect(try readByC(payload) == program.stage.setup + program.operations)
        // No prefix is a program.
        for length in 0..<payload.count where length % 7 == 0 {
          #expect(throws: (any Error).self) { try KernelProgram.read(Array(payload[..<length])) }
          #expect(throws: (any Error).self) { try readByC(Array(payload[..<length])) }
        }
      }
    }

    struct Malformed: Error {}

    /// The operations of a program, as the agent reads them.
    private func readByC(_ payload: [UInt8]) throws -> [KernelOperation] {
      try payload.withUnsafeBufferPointer { bytes in
        var stage = l4c_stage()
        var program = l4c_program()
        guard l4c_read_stage(bytes.baseAddress, UInt32(bytes.count), &stage, &program) == 1 else {
          throw Malformed()
        }
        var operations: [KernelOperation] = []
        var operation = l4c_operation()
        while true {
          switch l4c_read_operation(&program, &operation) {
          case 0: return operations
          case 1:
            let record = withUnsafeBytes(of: &operation) { Array($0) }
            operations.append(try KernelOperation(record: record))
          default: throw Malformed()
          }
        }
      }
    }

    @Test func `answers that C writes are read`() throws {
      var random = RandomPrograms(seed: 4)
      for _ in 0..<300 {
        let answers = (0..<Int.random(in: 0..<12, using: &random)).map { _ in
          random.observation(places: 6)
        }
        var payload = [UInt8](repeating: 0, count: 16384)
        let length = payload.withUnsafeMutableBufferPointer { bytes in
          var writer = l4c_writer()
          l4c_writer_begin(&writer, bytes.baseAddress, UInt32(bytes.count))
          l4c_write_observations(&writer, 5, 300)
          for answer in answers {
            var raw = l4c_observation(answer)
            #expect(l4c_write_observation(&writer, &raw) == 1)
          }
          return Int(writer.length)
        }
        let frame = Frame(Frame.Kind.observations.rawValue, sequence: 0, Array(payload[..<length]))
        let expected = answers.enumerated().map {
          KernelMessage.observation(program: 5, step: 300 + $0.offset, $0.element)
        }
        #expect(try KernelMessage.messages(in: frame) == expected)
        if length > 8 {
          let cut = Frame(frame.kind, sequence: 0, Array(frame.payload.dropLast()))
          #expect(throws: MessageError.self) { try KernelMessage.messages(in: cut) }
        }
      }
    }

    @Test func `an answer that does not fit leaves the frame as it is`() {
      var bytes = [UInt8](repeating: 0, count: 16)
      bytes.withUnsafeMutableBufferPointer { bytes in
        var writer = l4c_writer()
        l4c_writer_begin(&writer, bytes.baseAddress, 16)
        l4c_write_observations(&writer, 5, 0)
        var raw = l4c_observation(Observation(returns: [Return(thread: 1, code: 0)]))
        #expect(l4c_write_observation(&writer, &raw) == 1)
        #expect(l4c_write_observation(&writer, &raw) == 0)
        #expect(writer.length == 13 && writer.is_full == 0 && bytes[6] == 1)
      }
    }
  }
}

extension l4c_seen {
  init(_ seen: SeenID?) {
    self.init()
    func set(_ kind: l4c_id_kind, _ number: Int = 0) -> (UInt8, UInt8) {
      (UInt8(kind.rawValue), UInt8(number))
    }
    switch seen {
    case .thread(let number): (kind, self.number) = set(L4C_CURRENT, number)
    case .former(let number): (kind, self.number) = set(L4C_FORMER, number)
    case .interrupt(let number): (kind, self.number) = set(L4C_INTERRUPT, number)
    case .nobody: (kind, number) = set(L4C_NOBODY)
    case .invalid: (kind, number) = set(L4C_INVALID)
    case .unknown(let bits):
      (kind, number) = set(L4C_UNKNOWN)
      value = bits
    case nil: (kind, number) = set(L4C_ABSENT)
    }
  }
}

extension l4c_observation {
  /// As an agent fills it in.
  init(_ seen: Observation) {
    self.init()
    skipped = seen.isSkipped ? 1 : 0
    return_count = UInt8(seen.returns.count)
    access_count = UInt8(seen.accesses.count)
    withUnsafeMutableBytes(of: &returns) { bytes in
      let rows = bytes.bindMemory(to: l4c_return.self)
      for (row, answer) in seen.returns.enumerated() {
        rows[row].thread = UInt8(answer.thread)
        rows[row].code = answer.code
        rows[row].flags =
          (answer.isDeceived ? 1 : 0) | (answer.isMapped ? 2 : 0) | (answer.isRedirected ? 4 : 0)
          | (answer.isFromInside ? 8 : 0) | (answer.word ? 16 : 0)
        rows[row].source = l4c_seen(answer.source)
        rows[row].destination = l4c_seen(answer.destination)
        withUnsafeMutableBytes(of: &rows[row].damage) {
          $0.copyBytes(from: Array((answer.damage ?? "").utf8))
        }
      }
    }
    withUnsafeMutableBytes(of: &accesses) { bytes in
      let rows = bytes.bindMemory(to: l4c_access.self)
      for (row, access) in seen.accesses.enumerated() {
        rows[row] = l4c_access(thread: UInt8(access.thread), frame: UInt8(access.frame ?? 255))
      }
    }
    switch seen.reply {
    case .nearest(let type, let id):
      reply.kind = UInt8(L4C_REPLY_NEAREST.rawValue)
      reply.type = type
      reply.id = l4c_seen(id)
    case .scheduled(let priority, let slice, let preempter):
      reply.kind = UInt8(L4C_REPLY_SCHEDULED.rawValue)
      reply.has = (priority == nil ? 0 : 1) | (slice == nil ? 0 : 2)
      reply.priority = priority ?? 0
      reply.slice = slice ?? 0
      reply.id = l4c_seen(preempter)
    case .registers(let registers, let pager, let preempter):
      reply.kind = UInt8(L4C_REPLY_REGISTERS.rawValue)
      reply.has = registers == nil ? 0 : 1
      reply.registers = registers ?? 0
      reply.id = l4c_seen(pager)
      reply.preempter = l4c_seen(preempter)
    case .created(let isCreated):
      reply.kind = UInt8(L4C_REPLY_CREATED.rawValue)
      reply.created = isCreated ? 1 : 0
    case nil: break
    }
    switch seen.running {
    case .thread(let thread): (has_running, running) = (1, UInt8(thread))
    case .idle: (has_running, running) = (1, 255)
    case nil: break
    }
    holding_count = UInt8(seen.memory?.count ?? 0)
    withUnsafeMutableBytes(of: &holdings) { bytes in
      let rows = bytes.bindMemory(to: l4c_holding.self)
      for (row, holding) in (seen.memory ?? []).enumerated() {
        let frame = holding.frame.map { $0 < 0 ? 254 : $0 } ?? 255
        rows[row] = l4c_holding(frame: UInt8(frame), writable: holding.isWritable ? 1 : 0)
      }
    }
  }
}
