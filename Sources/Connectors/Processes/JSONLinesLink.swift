import KernelPrograms
import Processes

/// A program that speaks JSON lines on its standard streams.
final class JSONLinesLink: KernelLink {
  private let line: ByteLine
  private let patience: Patience
  /// What was read and is no whole line yet.
  private var pending: [UInt8] = []
  /// Where in `pending` the first line begins.
  private var start = 0
  /// What was looked at and has no end of a line.
  private var searched = 0
  /// Bytes since the last program was sent, and how many there may be.
  private var received = 0
  private var most: Int

  /// Starts the program and waits until it says what it is.
  static func open(
    _ words: [String], _ patience: Patience
  ) throws(StartError) -> (JSONLinesLink, KernelDescription) {
    let link: JSONLinesLink
    do {
      link = JSONLinesLink(try ByteLine(program: words, grace: patience.ending), patience)
    } catch {
      throw .unreachable(error)
    }
    do {
      return (link, try link.greet())
    } catch {
      // Nothing was found where the library should be, or nothing that can be loaded.
      if link.line.ending == .exited(LibraryHost.cannotLoad) {
        throw .unreachable(ConnectionError(error.detail))
      }
      throw .failed(error)
    }
  }

  private func greet() throws(Transcript.Failure) -> KernelDescription {
    let message: KernelMessage?
    do {
      message = try receive(until: .now + patience.boot)
    } catch {
      throw .init(error.kind, "before it said what it is: \(error.detail)")
    }
    switch message {
    case .hello(ConformanceProtocol.version, let description): return description
    case .hello(let version, _):
      throw .init(
        .garbled,
        "it speaks version \(version) of the protocol, and not \(ConformanceProtocol.version)")
    case nil:
      throw .init(.hung, "it did not say hello in \(patience.boot.inSeconds)")
    default: throw .init(.garbled, "the first that it said was no hello")
    }
  }

  private init(_ line: ByteLine, _ patience: Patience) {
    self.line = line
    self.patience = patience
    most = patience.mostOutput
  }

  deinit { line.close(gently: true) }

  func kill() { line.close() }

  func send(_ id: UInt32, _ program: KernelProgram) {
    received = pending.count - start
    most =
      patience.mostOutput
      + (program.stage.setup.count + program.operations.count) * Self.longestAnswer
    line.send(Array((KitMessage.run(id: id, program).line + "\n").utf8))
  }

  /// More than the longest answer to one step: all threads return, and all memory is shown.
  private static let longestAnswer = 1 << 14

  func receive(
    until deadline: ContinuousClock.Instant
  ) throws(Transcript.Failure) -> KernelMessage? {
    while true {
      if let text = nextLine() {
        guard text.contains(where: { $0 > 0x20 }) else { continue }
        do {
          return try KernelMessage(line: text)
        } catch {
          throw .init(.garbled, "\(error.description): \(ByteLine.shown(text))")
        }
      }
      guard pending.count <= patience.longestLine else {
        throw .init(.flooded, "a line of more than \(patience.longestLine) bytes")
      }
      guard received <= most else {
        throw .init(.flooded, "\(received) bytes about one program")
      }
      switch line.receive(until: deadline) {
      case .bytes(let bytes):
        pending += bytes
        received += bytes.count
      case .timeout: return nil
      case .ended(let how):
        let said = overheard.map { "; the last that it said: \($0)" } ?? ""
        throw .init(.crashed, how + said)
      }
    }
  }

  private func nextLine() -> [UInt8]? {
    guard let end = pending[searched...].firstIndex(of: UInt8(ascii: "\n")) else {
      pending.removeSubrange(..<start)
      start = 0
      searched = pending.count
      return nil
    }
    defer {
      start = end + 1
      searched = start
    }
    return Array(pending[start..<end])
  }

  func isFlooding(_ patience: Patience) -> Bool {
    let deadline = ContinuousClock.now + patience.listening
    var count = pending.count - start
    while count <= patience.mostOutput, ContinuousClock.now < deadline {
      guard case .bytes(let bytes) = line.receive(until: deadline) else { return false }
      count += bytes.count
    }
    return count > patience.mostOutput
  }

  /// Whatever is no message has been thrown.
  var nonsense: String? { nil }

  var overheard: String? { line.lastError }
}
