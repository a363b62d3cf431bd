import Processes
import Synchronization

/// A process that answers every text that it is given with one line. It is started when it is needed,
/// and again when it has crashed or was ended because it hung.
package final class AnsweringChild: Sendable {
  package enum Answer: Hashable, Sendable {
    case line(String)
    /// It ended before it had answered: how.
    case crashed(String)
    /// There was no answer in the time that it has; it is ended.
    case hung
  }

  private let words: [String]
  private let patience: Duration
  private let line = Mutex<ByteLine?>(nil)

  /// - Parameter patience: How long an answer may take, that to the first text somewhat longer.
  package init(_ words: [String], patience: Duration) {
    self.words = words
    self.patience = patience
  }

  /// The answer to a text.
  package func ask(_ text: String) -> Answer {
    line.withLock { line in
      let isNew = line == nil
      let child: ByteLine
      do { child = try line ?? ByteLine(program: words) } catch {
        return .crashed("\(error)")
      }
      line = child
      child.send(Array(text.utf8))
      let answer = Self.receive(child, until: .now + patience + (isNew ? Self.start : .zero))
      if case .line = answer { return answer }
      child.close()
      line = nil
      return answer
    }
  }

  /// How long a process may take to start.
  private static let start = Duration.seconds(5)

  private static func receive(
    _ child: ByteLine, until deadline: ContinuousClock.Instant
  ) -> Answer {
    var bytes: [UInt8] = []
    while true {
      switch child.receive(until: deadline) {
      case .bytes(let more):
        bytes += more
        if bytes.last == UInt8(ascii: "\n") {
          return .line(String(decoding: bytes.dropLast(), as: UTF8.self))
        }
      case .timeout: return .hung
      case .ended(let how):
        return .crashed(how + (child.lastError.map { "; the last that it said: \($0)" } ?? ""))
      }
    }
  }
}
