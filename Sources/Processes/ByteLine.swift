import Foundation

/// A line of bytes to a child process, or to a device: nothing here blocks longer than it is told to.
package final class ByteLine {
  package enum Event {
    case bytes([UInt8])
    case timeout
    /// The child has ended, or the line was closed, and all that it had said was read: how.
    case ended(String)
  }

  private var child: ChildProcess?
  private var readEnd: Int32
  private var writeEnd: Int32
  private var errorEnd: Int32 = -1
  /// Whether the ends of the line are its own, and not those of the child's standard streams.
  private let ownsEnds: Bool
  private var outgoing: [UInt8] = []
  private var sent = 0
  private var end: String?
  /// How the child ended by itself; nil while it has not.
  package private(set) var ending: ChildProcess.Ending?
  private var buffer = [UInt8](repeating: 0, count: 1 << 16)
  /// The last that was said on standard error, for people.
  package private(set) var errors: [UInt8] = []
  private static let longestErrors = 4096
  /// How long who has closed the line may take to end.
  private let grace: Duration
  package static let grace = Duration.milliseconds(300)

  /// A line to the standard streams of a program.
  package init(program words: [String], grace: Duration = grace) throws(ConnectionError) {
    self.grace = grace
    let child = try ChildProcess(words)
    readEnd = child.output
    writeEnd = child.input
    errorEnd = child.errors
    ownsEnds = false
    self.child = consume child
  }

  /// A line over an open device, which it closes at its end.
  package init(descriptor: Int32) {
    grace = Self.grace
    _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
    readEnd = descriptor
    writeEnd = descriptor
    ownsEnds = true
  }

  /// A line over a socket to a program that has been started already.
  package init(descriptor: Int32, child: consuming ChildProcess, grace: Duration) {
    self.grace = grace
    _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
    readEnd = descriptor
    writeEnd = descriptor
    ownsEnds = true
    errorEnd = child.errors
    self.child = consume child
  }

  deinit { if ownsEnds { _ = Foundation.close(readEnd) } }

  /// Puts bytes on the line; they go out while something is received.
  package func send(_ bytes: [UInt8]) { outgoing += bytes }

  /// Waits for bytes.
  package func receive(until deadline: ContinuousClock.Instant) -> Event {
    if let end { return .ended(end) }
    while true {
      let isOver = hasChildEnded ?? false
      let left = ContinuousClock.now.duration(to: deadline) / .milliseconds(1)
      // A child can end while others keep its pipes open, so it is looked after from time to time.
      let wait = isOver ? 0 : Int32(max(0, min(left.rounded(.up), 50)))
      var polled = [
        pollfd(fd: readEnd, events: Int16(POLLIN), revents: 0),
        pollfd(fd: errorEnd, events: Int16(POLLIN), revents: 0),
        pollfd(fd: sent < outgoing.count ? writeEnd : -1, events: Int16(POLLOUT), revents: 0),
      ]
      let count = poll(&polled, nfds_t(polled.count), wait)
      if count > 0 {
        if polled[2].revents != 0 { write() }
        if polled[1].revents != 0 { readErrors() }
        if polled[0].revents != 0 {
          let length = read(readEnd, &buffer, buffer.count)
          if length > 0 { return .bytes(Array(buffer[..<length])) }
          if length == 0 || (errno != EAGAIN && errno != EINTR) { return finish() }
        }
      } else if isOver {
        return finish()
      }
      if ContinuousClock.now >= deadline { return .timeout }
    }
  }

  /// The other side has closed the line, or is no more.
  private func finish() -> Event {
    // Who closes the line is about to end: give it the time, or it seems to be killed by this.
    let deadline = ContinuousClock.now + grace
    while hasChildEnded == false, ContinuousClock.now < deadline { usleep(2000) }
    let closed = hasChildEnded == false
    readErrors()
    let ending = child?.end()
    if !closed { self.ending = ending }
    let text =
      closed ? "it closed its output and went on" : ending?.description ?? "the line was closed"
    end = text
    return .ended(text)
  }

  /// Tells the child that nothing more will come.
  package func closeInput() {
    writeEnd = ownsEnds ? writeEnd : -1
    child?.closeInput()
  }

  /// Ends the other side now; or gives it a moment to end by itself, which it does as nothing more
  /// will come.
  package func close(gently: Bool = false) {
    guard end == nil else { return }
    if gently {
      closeInput()
      let deadline = ContinuousClock.now + .milliseconds(500)
      while hasChildEnded == false, ContinuousClock.now < deadline { usleep(1000) }
    }
    end = child?.end().description ?? "closed"
  }

  /// Whether the child has ended; nil if there is none.
  private var hasChildEnded: Bool? { child?.hasEnded }

  private func write() {
    let length = outgoing[sent...].withUnsafeBytes {
      Foundation.write(writeEnd, $0.baseAddress, $0.count)
    }
    if length > 0 {
      sent += length
      if sent == outgoing.count {
        outgoing.removeAll(keepingCapacity: true)
        sent = 0
      }
    } else if length < 0, errno != EAGAIN, errno != EINTR {
      // Nobody reads any more; what was said before is still to be read.
      outgoing = []
      sent = 0
    }
  }

  private func readErrors() {
    guard errorEnd >= 0 else { return }
    // A flood here must not keep the line waiting.
    for _ in 0..<16 {
      let length = read(errorEnd, &buffer, buffer.count)
      if length <= 0 {
        if length == 0 { errorEnd = -1 }
        return
      }
      errors = Array((errors + buffer[..<length]).suffix(Self.longestErrors))
    }
  }

  /// The last line of standard error that says something.
  package var lastError: String? { Self.lastLine(of: errors) }

  /// The last line that is not blank, as text that can be shown.
  package static func lastLine(of bytes: [UInt8]) -> String? {
    let lines = bytes.split(whereSeparator: { $0 == 10 || $0 == 13 })
    let last = lines.last { $0.contains { $0 > 0x20 && $0 < 0x7F } }
    return last.map { shown(Array($0)) }
  }

  /// What can be shown of bytes, shortened: nothing that moves the cursor, or turns the text around.
  package static func shown(_ bytes: [UInt8], most: Int = 120) -> String {
    let text = String(decoding: bytes.prefix(most), as: UTF8.self)
      .map { $0.unicodeScalars.allSatisfy(isShown) ? $0 : "·" }
    return String(text) + (bytes.count > most ? "…" : "")
  }

  private static func isShown(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned: false
    default: true
    }
  }
}
