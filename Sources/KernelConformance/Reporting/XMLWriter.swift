/// XML as a text, element by element.
///
/// FoundationXML would bring libxml2 for a handful of tags, and writes characters that XML 1.0 does
/// not have as they are, so that no parser reads the result; this is smaller than the care it takes.
struct XMLWriter {
  private(set) var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
  private var depth = 0

  /// An element with what it contains.
  mutating func element(
    _ name: String, _ attributes: [(String, String)] = [], _ content: (inout Self) -> Void
  ) {
    text += indentation + "<\(name)\(Self.list(attributes))>\n"
    depth += 1
    content(&self)
    depth -= 1
    text += indentation + "</\(name)>\n"
  }

  /// An element with nothing but text in it, which is kept as it is.
  mutating func element(
    _ name: String, _ attributes: [(String, String)] = [], text content: String = ""
  ) {
    text += indentation + "<\(name)\(Self.list(attributes))"
    text += content.isEmpty ? "/>\n" : ">\(Self.escaped(content))</\(name)>\n"
  }

  private var indentation: String { String(repeating: " ", count: 2 * depth) }

  private static func list(_ attributes: [(String, String)]) -> String {
    attributes.map { " \($0)=\"\(escaped($1, inAttribute: true))\"" }.joined()
  }

  /// A text in which every character is one of XML 1.0; a replacement character stands for others.
  static func escaped(_ text: String, inAttribute: Bool = false) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped.append(contentsOf: "&amp;".unicodeScalars)
      case "<": escaped.append(contentsOf: "&lt;".unicodeScalars)
      case ">": escaped.append(contentsOf: "&gt;".unicodeScalars)
      case "\"" where inAttribute: escaped.append(contentsOf: "&quot;".unicodeScalars)
      // Parsers make a blank of the first two in attributes, and a line feed of the last anywhere.
      case "\n" where inAttribute: escaped.append(contentsOf: "&#10;".unicodeScalars)
      case "\t" where inAttribute: escaped.append(contentsOf: "&#9;".unicodeScalars)
      case "\r": escaped.append(contentsOf: "&#13;".unicodeScalars)
      case "\n", "\t", " "..."\u{D7FF}", "\u{E000}"..."\u{FFFD}", "\u{10000}"..."\u{10FFFF}":
        escaped.append(scalar)
      default: escaped.append("\u{FFFD}")
      }
    }
    return String(escaped)
  }
}
