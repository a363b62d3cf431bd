import KernelPrograms
import Processes

/// An agent at the other end of a serial line, on which the kernel may speak too.
final class SerialLink: KernelLink {
  private let line: ByteLine
  private let patience: Patience
  private var reader = FrameReader()
  private var messages: [KernelMessage] = []
  private var limits = AgentLimits(largestPayload: 0, microsecondsPerTick: 0)
  private var sequence: UInt8 = 0
  /// The sequence number of the agent's last frame.
  private var heard: UInt8?
  /// What is sent again if the agent says that it came damaged.
  private var last: [UInt8] = []
  private var repetitions = 0
  /// Frames that came damaged before the agent was heard: boot messages, or a line that has just begun.
  private var damagedBefore = 0
  private static let mostRepetitions = 3
  /// Bytes since the last program was sent, and how many there may be.
  private var received = 0
  private var most: Int

  /// What kernel debuggers say when they wait for a key: then no agent will be heard again. Those of
  /// Fiasco, of L4Ka kernels, and of others.
  private static let prompts = ["jdb:", "--- \"", "KD#", "kdb>", "KDB>", "(gdb)"]

  /// Boots the machine and waits for the agent to say what it is.
  static func open(
    _ place: SerialPlace, _ patience: Patience
  ) throws(StartError) -> (SerialLink, KernelDescription) {
    let line: ByteLine
    do throws(ConnectionError) {
      line = try place.open(patience)
    } catch {
      throw .unreachable(error)
    }
    let link = SerialLink(line, patience)
    do throws(Transcript.Failure) {
      return (link, try link.greet(asksAtOnce: place.isDevice))
    } catch {
      line.close()
      throw .failed(.init(error.kind, "before the agent said hello: \(error.detail)"))
    }
  }

  private init(_ line: ByteLine, _ patience: Patience) {
    self.line = line
    self.patience = patience
    most = .max
  }

  deinit { line.close(gently: true) }

  func kill() { line.close() }

  /// An agent says hello by itself when it is booted. It is asked only later, for what is sent before
  /// may be taken for keys by a boot loader.
  private func greet(asksAtOnce: Bool) throws(Transcript.Failure) -> KernelDescription {
    let end = ContinuousClock.now + patience.boot
    var nextQuestion = asksAtOnce ? ContinuousClock.now : .now + .seconds(3)
    while ContinuousClock.now < end {
      if ContinuousClock.now >= nextQuestion {
        write(.ask, [UInt8(ConformanceProtocol.version), 0])
        nextQuestion = .now + .seconds(1)
      }
      switch try receive(until: min(end, nextQuestion)) {
      case .hello(ConformanceProtocol.version, var description):
        most = patience.mostOutput
        // A program on the line does not say them.
        description.lacks.insert(.limits)
        return description
      case .hello(let version, _):
        throw .init(
          .garbled,
          "it speaks version \(version) of the protocol, and not \(ConformanceProtocol.version)")
      case .heartbeat, nil: continue
      default: throw .init(.garbled, "it answers what nobody asked")
      }
    }
    let said = overheard.map { "; the last that was heard: \($0)" } ?? ""
    throw .init(.hung, "nothing in \(patience.boot.inSeconds)\(said)")
  }

  func send(_ id: UInt32, _ program: KernelProgram) throws(Transcript.Failure) {
    let payload = program.payload(id: id)
    guard payload.count <= limits.largestPayload else {
      throw .init(
        .refused,
        "the program has \(payload.count) bytes; the agent takes \(limits.largestPayload)")
    }
    reader.forgetNoise()
    received = 0
    most = patience.mostOutput
    repetitions = 0
    write(.run, payload)
  }

  private func write(_ kind: Frame.Kind, _ payload: [UInt8]) {
    last = Frame(kind.rawValue, sequence: sequence, payload).bytes
    sequence &+= 1
    line.send(last)
  }

  func receive(
    until deadline: ContinuousClock.Instant
  ) throws(Transcript.Failure) -> KernelMessage? {
    while true {
      if !messages.isEmpty { return messages.removeFirst() }
      if let frame = reader.next() {
        try take(frame)
        continue
      }
      try checkNoise()
      switch line.receive(until: deadline) {
      case .bytes(let bytes):
        reader.feed(bytes)
        received += bytes.count
      case .timeout: return nil
      case .ended(let how):
        throw .init(.crashed, how + (overheard.map { "; the last that was heard: \($0)" } ?? ""))
      }
    }
  }

  private func take(_ frame: Frame) throws(Transcript.Failure) {
    if let heard, frame.sequence != heard &+ 1, frame.sequence != 0 || !frame.isHello {
      let why = reader.damaged > damagedBefore ? ": a frame came damaged" : ""
      throw .init(.garbled, "frame \(frame.sequence) follows frame \(heard)\(why)")
    }
    let isFirst = heard == nil
    if isFirst { damagedBefore = reader.damaged }
    heard = frame.sequence
    do throws(MessageError) {
      switch Frame.Kind(rawValue: frame.kind) {
      case .damaged:
        repetitions += 1
        guard repetitions <= Self.mostRepetitions else {
          throw MessageError("what it was sent came damaged \(repetitions) times")
        }
        line.send(last)
      case .hello:
        var reader = WireReader(frame.payload)
        let (message, limits) = try KernelMessage.hello(&reader)
        try reader.end()
        if let limits { self.limits = limits }
        // One that is not the first of its agent answers a question that was asked twice.
        if isFirst || frame.sequence == 0 { messages.append(message) }
      default: messages += try KernelMessage.messages(in: frame)
      }
    } catch {
      throw .init(.garbled, error.description)
    }
  }

  /// What is no frame: boot messages are, and the kernel's own console is.
  private func checkNoise() throws(Transcript.Failure) {
    guard received <= most else {
      throw .init(.flooded, "\(received) bytes about one program")
    }
    guard heard != nil else { return }
    guard reader.damaged == damagedBefore else { throw .init(.garbled, "a frame came damaged") }
    if reader.noiseCount > 0, let text = ByteLine.lastLine(of: reader.noise),
      Self.prompts.contains(where: text.contains)
    {
      throw .init(.crashed, "a kernel debugger is heard, and not the agent: \(text)")
    }
  }

  func isFlooding(_ patience: Patience) -> Bool {
    let deadline = ContinuousClock.now + patience.listening
    var count = received
    while count <= patience.mostOutput, ContinuousClock.now < deadline {
      guard case .bytes(let bytes) = line.receive(until: deadline) else { return false }
      count += bytes.count
    }
    return count > patience.mostOutput
  }

  var nonsense: String? {
    reader.noiseCount > 0
      ? ByteLine.lastLine(of: reader.noise) ?? "\(reader.noiseCount) bytes" : nil
  }

  var overheard: String? { ByteLine.lastLine(of: reader.noise) ?? line.lastError }
}

extension Frame {
  fileprivate var isHello: Bool { kind == Kind.hello.rawValue }
}
