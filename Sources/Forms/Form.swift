/// What the value of a key looks like. The parser checks against it, and errors and the reference
/// page print it, so the three cannot drift apart.
package enum Form: Sendable {
  case text
  case number(ClosedRange<Int>)
  case choice([String])
  /// A list of what the sentence says; one item may stand for a list of one.
  case list(String)
  case mapping([String])
  /// Anything else, as a sentence.
  case other(String)

  package static func choice<Choice: RawRepresentable<String> & CaseIterable>(
    of: Choice.Type
  ) -> Form {
    .choice(Choice.allCases.map(\.rawValue))
  }

  package static func mapping<Key: Keys>(of: Key.Type) -> Form { .mapping(Key.names) }

  package static let truth = Form.choice(["true", "false"])
}

extension Form: CustomStringConvertible {
  package var description: String {
    switch self {
    case .text: "a text"
    case .number(let range) where range.upperBound == .max:
      "a whole number, at least \(range.lowerBound)"
    case .number(let range):
      "a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .choice(let choices): "one of: \(choices.joined(separator: ", "))"
    case .list(let items): "one or a list of: \(items)"
    case .mapping(let keys): "a mapping with the keys \(keys.joined(separator: ", "))"
    case .other(let sentence): sentence
    }
  }
}

/// The keys of one kind of mapping in a file.
package protocol Keys: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
  var form: Form { get }
  /// What it is for, for the reference page.
  var meaning: String { get }
  /// What holds where the key is left out; nil where it must be there.
  var absent: String? { get }
}

extension Keys {
  package static var names: [String] { allCases.map(\.rawValue) }
}
