/// The kinds of steps that some search has come to, on all stages, of kernels of profile v2: what there
/// is to be reached, as far as anybody knows.
///
/// The words are made by `l4 transitions`, which searches much longer than for a corpus. A class that
/// the rules do not have any more goes when they are made again; a new one counts when it is reached.
package enum KnownTransitions {
  package static let all: Set<TransitionClass> = Set(
    words.split(whereSeparator: \.isWhitespace).compactMap {
      UInt64($0, radix: 36).map(TransitionClass.init(rawValue:))
    })

  /// What a search with each of some seeds comes to.
  package static func found(
    seeds: ClosedRange<UInt64>, steps: Int, progress: (String) -> Void
  ) -> Set<TransitionClass> {
    var found: Set<TransitionClass> = []
    for seed in seeds {
      var search = CorpusSearch(profile: .v2, stages: Stages.all(for: .v2), seed: seed)
      _ = search.run(steps: steps)
      found.formUnion(search.transitions)
      progress("seed \(seed): \(found.count) classes")
    }
    return found
  }

  /// The source file with the words of some classes.
  package static func source(_ classes: Set<TransitionClass>) -> String {
    var lines: [String] = []
    var line = ""
    for word in classes.inOrder.map({ String($0.rawValue, radix: 36) }) {
      if line.count + word.count > 96 {
        lines.append(line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    lines.append(line)
    return """
      extension KnownTransitions {
        /// \(classes.count) classes, each as a number to the base 36, in their order.
        static let words = \"\"\"
      \(lines.map { "    \($0)\n" }.joined())    \"\"\"
      }

      """
  }
}

extension Collection where Element == TransitionClass {
  /// By the operation, and then by what came of it.
  package var inOrder: [TransitionClass] {
    let bits = 0x1F as UInt64
    return sorted {
      ($0.rawValue & bits, $0.rawValue) < ($1.rawValue & bits, $1.rawValue)
    }
  }
}
