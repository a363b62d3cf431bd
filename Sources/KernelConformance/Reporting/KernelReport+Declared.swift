import Evidence
import KernelPrograms

extension KernelReport {
  /// A deviation that is declared, but did not occur.
  package struct Unseen: Hashable, Sendable, Codable {
    /// What was declared, in a few words.
    package var deviation: String
    package var reason: String
    package var file: String
    /// Where it is declared, from 1.
    package var line: Int

    package var text: String {
      "\(file):\(line): this declared deviation did not occur: \(deviation) (\(reason))"
    }
  }

  /// The findings that nobody has declared.
  package var undeclared: [Finding] { findings.filter { $0.reason == nil } }

  /// Takes declared deviations into account: findings that they are about fail the verdict no more,
  /// and those that did not occur are told, if the programs that could have shown them were all run.
  package mutating func declare(_ known: KnownDeviations) {
    let own = known.entries.filter { $0.kernel == nil || $0.kernel == kernel }
    var seen: Set<Int> = []
    for index in findings.indices {
      for (position, entry) in own.enumerated() where entry.covers(findings[index]) {
        seen.insert(position)
        if findings[index].reason == nil { findings[index].reason = entry.reason }
      }
    }
    // A campaign that was ended says nothing of what it has not come to.
    guard stopped == nil else { return }
    unseen += own.enumerated().filter { !seen.contains($0) && couldShow($1) }.map { _, entry in
      Unseen(
        deviation: entry.words, reason: entry.reason, file: known.file, line: entry.line)
    }
  }

  /// Whether programs were run that could have shown a deviation.
  private func couldShow(_ entry: KnownDeviations.Entry) -> Bool {
    let about = entry.facts + (entry.kind.map { Facts.of($0) } ?? [])
    let counted = facts.filter { about.contains($0.name) }
    // Facts that no step of a program is counted for, and failures, are of any program.
    if counted.isEmpty { return passed + failed > 0 }
    return counted.contains { $0.passed + $0.failed > 0 }
  }

  /// That of a command that has nothing else to say. As much was tested as was asked for: that is
  /// success, however bounded.
  package var exitStatus: Int32 {
    guard verdict == .holdsBounded else { return verdict.exitStatus }
    return unseen.isEmpty ? 0 : Failure.declaredUnseen
  }
}
