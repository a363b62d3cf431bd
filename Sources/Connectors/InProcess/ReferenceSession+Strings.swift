import KernelPrograms
import Microkernel
import ReferenceKernel
import Vocabulary

/// The strings of messages: what they hold, and what arrives of them. (IPC-51)
extension ReferenceSession {
  /// The strings that a thread has sent last.
  struct SentStrings {
    var count: UInt32 = 0
    /// The frames that they were filled in; nil where no memory was.
    var frames: [UInt32?] = []
  }

  /// Fills the strings of a message with what only this thread sends, where there is memory for it.
  func fillStrings(_ count: UInt8, of thread: Thread) {
    var sent = SentStrings(count: UInt32(count))
    for part in 0..<Int(count) {
      let frame = frame(ofString: part, of: thread)
      sent.frames.append(frame)
      guard let frame else { continue }
      let start = frame << 12 | layout.string(part, of: thread) & 0xFFF
      for word in 0..<StageLayout.stringBytes / 4 {
        kernel.pokePhysical(start + word * 4, Self.content(part, of: thread, word: word))
      }
    }
    sentStrings[Int(thread.rawValue)] = sent
  }

  /// What is wrong with the strings that a receiver got, just now; nil if nothing is.
  ///
  /// Nothing is said of a string whose memory was not there when it was filled, or has changed.
  ///
  /// - Parameter dope: The result of the receive phase, which tells how many have come. (IPC-40)
  func damage(ofStrings dope: UInt32, from sender: Thread, to receiver: Thread) -> String? {
    let count = dope >> 8 & 31
    let sent = sentStrings[Int(sender.rawValue)]
    if dope & 0xF0 == 0, count != sent.count {
      return "\(count) strings have come of \(sent.count) (IPC-40)"
    }
    let task = layout.number(of: stage.population.task(of: receiver))
    for (part, frame) in sent.frames.enumerated() where part < count {
      guard let frame, frame == self.frame(ofString: part, of: sender) else { continue }
      let start = layout.string(part, of: receiver)
      for word in 0..<StageLayout.stringBytes / 4 {
        guard let seen = kernel.peek(task, start + word * 4) else { break }
        if seen != Self.content(part, of: sender, word: word) {
          return "word \(word) of string \(part) is 0x\(String(seen, radix: 16)) (IPC-51)"
        }
      }
    }
    return nil
  }

  private static func content(_ part: Int, of thread: Thread, word: UInt32) -> UInt32 {
    UInt32(thread.rawValue) << 24 | UInt32(part) << 16 | word
  }

  private func frame(ofString part: Int, of thread: Thread) -> UInt32? {
    let task = layout.number(of: stage.population.task(of: thread))
    return kernel.translation(of: task, page: layout.string(part, of: thread) >> 12)?.frame
  }
}
