/// JSON whose every value knows its place, so that what is wrong with the meaning of a file can be
/// shown as exactly as what is wrong with its syntax. Foundation's parsers tell neither on all
/// platforms, and keep only one of two equal keys without a word.
package struct JSON: Sendable {
  package indirect enum Content: Sendable {
    case null
    case truth(Bool)
    /// The digits as they are, for integers may be of any size.
    case number(String)
    case string(String)
    case array([JSON])
    case object([Member])
  }

  package struct Member: Sendable {
    package var key: String
    package var value: JSON
    package init(_ key: String, _ value: JSON) {
      self.key = key
      self.value = value
    }
  }

  package var content: Content
  /// The byte where the value begins; 0 in what was not read from a file.
  package var offset = 0

  package init(_ content: Content, offset: Int = 0) {
    self.content = content
    self.offset = offset
  }

  package static func string(_ text: String) -> JSON { JSON(.string(text)) }
  package static func number(_ number: Int) -> JSON { JSON(.number(String(number))) }
  package static func array(_ items: [JSON]) -> JSON { JSON(.array(items)) }
  package static func object(_ members: [Member]) -> JSON { JSON(.object(members)) }

  package subscript(_ key: String) -> JSON? {
    guard case .object(let members) = content else { return nil }
    return members.first { $0.key == key }?.value
  }
}

// Writing: on one line, keys in their order.
extension JSON: CustomStringConvertible {
  package var description: String {
    switch content {
    case .null: "null"
    case .truth(let truth): truth ? "true" : "false"
    case .number(let digits): digits
    case .string(let text): Self.quoted(text)
    case .array(let items): "[\(items.map(\.description).joined(separator: ", "))]"
    case .object(let members):
      "{\(members.map { "\(Self.quoted($0.key)): \($0.value)" }.joined(separator: ", "))}"
    }
  }

  package static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case "\r": quoted += "\\r"
      case "\u{0}"..<" ", "\u{7F}":
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
