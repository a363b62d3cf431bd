import Foundation

/// What a child has started and what has left its process group: it is known by a word in the
/// environment, which every process hands on that does not take care to hide it. Only where there is
/// a `/proc`; elsewhere only the group is ended.
struct Descendants {
  /// The word: a variable that nobody reads.
  let word: String

  /// A word that no other child has.
  init() {
    let number = Self.last.next()
    word = "L4_KIT_CHILD=\(ProcessInfo.processInfo.processIdentifier).\(number)."
  }

  /// The environment of this process, and the word.
  var environment: [String] {
    ProcessInfo.processInfo.environment.filter { $0.key != "L4_KIT_CHILD" }
      .map { "\($0.key)=\($0.value)" } + [word]
  }

  /// Ends them all. Who starts others faster than they are found is not waited for without end.
  func end() {
    #if os(Linux)
      for _ in 0..<100 {
        let found = living
        if found.isEmpty { return }
        for id in found { kill(id, SIGKILL) }
        usleep(1000)
      }
    #endif
  }

  /// A process that has ended has no environment any more, even before it is reaped.
  private var living: [pid_t] {
    let sign = Array(word.utf8)
    let own = ProcessInfo.processInfo.processIdentifier
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return names.compactMap { name in
      guard let id = pid_t(name), id != own,
        let words = FileManager.default.contents(atPath: "/proc/\(name)/environ")
      else { return nil }
      return words.firstRange(of: sign) == nil ? nil : id
    }
  }

  private static let last = Counter()

  private final class Counter: @unchecked Sendable {
    private let lock = NSLock()
    private var value = 0

    func next() -> Int {
      lock.withLock {
        value += 1
        return value
      }
    }
  }
}
