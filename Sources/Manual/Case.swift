import Logic

/// One path through a rule: what was decided on it, and what comes of it.
package struct Case: Sendable, Hashable {
  /// What could have gone either way, in order.
  package let decisions: [Choice]
  /// The path's id, as where it is taken by machine words; nil if a question had no sentence.
  package let id: PathID?
  package let result: Result
  /// What results can say beside their codes. (IPC-40)
  let flags: [Notice]

  /// A condition of the rule, and whether it is true on the path.
  package struct Choice: Sendable, Hashable {
    package let sentence: String
    package let taken: Bool
  }

  /// What is decided on the path, as sentences.
  package var name: String {
    decisions.isEmpty
      ? "always"
      : decisions.map { $0.taken ? $0.sentence : "not: \($0.sentence)" }.joined(separator: ", ")
  }

  /// What comes of a path.
  package enum Result: Sendable, Hashable {
    /// One of these lists of notices, depending on the state.
    case oneOf([[Notice]])
    /// Any of these, where there are too many ways to put them together.
    case any([Notice])

    /// All notices that there can be.
    package var notices: [Notice] {
      switch self {
      case .oneOf(let lists): lists.flatMap { $0 }
      case .any(let notices): notices
      }
    }
  }
}

/// Something that comes of a path: a sentence in two parts.
package struct Notice: Sendable, Hashable {
  let who: String
  let what: String
  /// The code that an ipc of theirs ends with, if it is that. (IPC-41)
  let code: UInt8?
  /// Whether it is about others than the one that the rule is about.
  let isOfOthers: Bool

  init(_ who: String, _ what: String, code: UInt8? = nil, isOfOthers: Bool = false) {
    self.who = who
    self.what = what
    self.code = code
    self.isOfOthers = isOfOthers
  }
}
