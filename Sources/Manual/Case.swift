import Logic

/// One path through a rule: what was decided on it, and what comes of it.
package struct Case: Sendable, Hashable {
  /// What could have gone either way, in order.
  package let decisions: [Choice]
  /// The path's id, as where it is taken by machine words; nil if a question had no sentence.
  package let id: PathID?
  package let result: Result

  /// A condition of the rule, and whether it is true on the path.
  package struct Choice: Sendable, Hashable {
    package let sentence: String
    package let taken: Bool
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

/// Something that comes of a path, as a sentence.
package struct Notice: Sendable, Hashable {
  package let sentence: String
  /// Whose ipc ends with which code, if it is that. (IPC-41)
  package let code: Code?
  /// Whether it is about others than the one that the rule is about.
  let isOfOthers: Bool

  package struct Code: Sendable, Hashable {
    package let who: String
    package let code: UInt8
  }

  init(_ sentence: String, code: Code? = nil, isOfOthers: Bool = false) {
    self.sentence = sentence
    self.code = code
    self.isOfOthers = isOfOthers
  }
}
