/// Reads JSON (RFC 8259) strictly: one value, no key twice, not nested more than 200 levels.
package struct JSONReader {
  private let source: Source
  private(set) var position: Int
  private let end: Int
  private var depth = 0
  private static let maximalDepth = 200
  private static let digits = UInt8(ascii: "0")...UInt8(ascii: "9")

  init(_ source: Source, in range: Range<Int>? = nil) {
    self.source = source
    position = range?.lowerBound ?? 0
    end = range?.upperBound ?? source.bytes.count
  }

  /// The one value of a text that came from another program; `name` is what messages call it.
  package static func read(_ bytes: [UInt8], named name: String) throws(InputError) -> JSON {
    try read(Source(bytes, file: name))
  }

  /// The one value of the text.
  static func read(_ source: Source) throws(InputError) -> JSON {
    var reader = JSONReader(source)
    let value = try reader.value()
    reader.skipBlanks()
    if reader.position < reader.end { throw reader.unexpected("nothing more") }
    return value
  }

  mutating func value() throws(InputError) -> JSON {
    skipBlanks()
    let start = position
    switch current {
    case UInt8(ascii: "{"): return JSON(.object(try members()), offset: start)
    case UInt8(ascii: "["): return JSON(.array(try items()), offset: start)
    case UInt8(ascii: "\""): return JSON(.string(try string()), offset: start)
    case let byte? where byte == UInt8(ascii: "-") || Self.digits.contains(byte):
      return JSON(.number(try number()), offset: start)
    default:
      if skip("true") { return JSON(.truth(true), offset: start) }
      if skip("false") { return JSON(.truth(false), offset: start) }
      if skip("null") { return JSON(.null, offset: start) }
      throw unexpected("a value")
    }
  }

  private mutating func members() throws(InputError) -> [JSON.Member] {
    try enter()
    defer { depth -= 1 }
    var members: [JSON.Member] = []
    var keys: Set<String> = []
    skipBlanks()
    if skip("}") { return [] }
    repeat {
      skipBlanks()
      let start = position
      guard current == UInt8(ascii: "\"") else { throw unexpected("a key in quotes") }
      let key = try string()
      guard keys.insert(key).inserted else {
        throw source.error(at: start, "there is more than one key \"\(key)\"")
      }
      skipBlanks()
      guard skip(":") else { throw unexpected("a colon") }
      members.append(JSON.Member(key, try value()))
      skipBlanks()
    } while skip(",")
    guard skip("}") else { throw unexpected("a comma or }") }
    return members
  }

  private mutating func items() throws(InputError) -> [JSON] {
    try enter()
    defer { depth -= 1 }
    var items: [JSON] = []
    skipBlanks()
    if skip("]") { return [] }
    repeat {
      items.append(try value())
      skipBlanks()
    } while skip(",")
    guard skip("]") else { throw unexpected("a comma or ]") }
    return items
  }

  private mutating func enter() throws(InputError) {
    depth += 1
    guard depth <= Self.maximalDepth else {
      throw source.error(at: position, "this is nested more than \(Self.maximalDepth) levels")
    }
    position += 1
  }

  /// The string that begins at the quotation mark here.
  mutating func string() throws(InputError) -> String {
    let start = position
    position += 1
    var text: [UInt8] = []
    while let byte = current, byte >= 0x20 {
      position += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): text += Array(String(try escaped()).utf8)
      default: text.append(byte)
      }
    }
    if position < end { throw unexpected("no control character in a string") }
    throw source.error(at: end, "the string that begins at \(place(start)) has no end")
  }

  private mutating func escaped() throws(InputError) -> Unicode.Scalar {
    let start = position - 1
    let byte = current
    position += 1
    switch byte {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      if let high = hexadecimal() {
        if let scalar = Unicode.Scalar(high) { return scalar }
        if (0xD800..<0xDC00).contains(high), skip("\\u"), let low = hexadecimal(),
          (0xDC00..<0xE000).contains(low),
          let scalar = Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
        {
          return scalar
        }
      }
    default: break
    }
    throw source.error(at: start, "this escape is none that JSON has")
  }

  private mutating func hexadecimal() -> UInt32? {
    var number: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = current, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        return nil
      }
      number = number << 4 | UInt32(digit)
      position += 1
    }
    return number
  }

  private mutating func number() throws(InputError) -> String {
    let start = position
    _ = skip("-")
    let first = current
    guard skipDigits() > 0 else { throw unexpected("a digit") }
    if first == UInt8(ascii: "0"), position - start > (source.bytes[start] == first ? 1 : 2) {
      throw source.error(at: start, "a number does not begin with 0")
    }
    if skip("."), skipDigits() == 0 { throw unexpected("a digit") }
    if skip("e") || skip("E") {
      if !skip("+") { _ = skip("-") }
      if skipDigits() == 0 { throw unexpected("a digit") }
    }
    return String(decoding: source.bytes[start..<position], as: UTF8.self)
  }

  private mutating func skipDigits() -> Int {
    let start = position
    while let byte = current, Self.digits.contains(byte) { position += 1 }
    return position - start
  }

  private var current: UInt8? { position < end ? source.bytes[position] : nil }

  private mutating func skip(_ text: StaticString) -> Bool {
    let next = position + text.utf8CodeUnitCount
    guard next <= end, source.bytes[position..<next].elementsEqual(text.description.utf8) else {
      return false
    }
    position = next
    return true
  }

  mutating func skipBlanks() {
    while let byte = current, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      position += 1
    }
  }

  private func place(_ offset: Int) -> String {
    let error = source.error(at: offset, "")
    return "\(error.line ?? 0):\(error.column ?? 0)"
  }

  private func unexpected(_ expected: String) -> InputError {
    guard position < end else {
      return source.error(at: position, "expected \(expected), but the text ends here")
    }
    let rest = String(decoding: source.bytes[position..<min(end, position + 40)], as: UTF8.self)
    let word = rest.prefix(1) + rest.dropFirst().prefix { $0.isLetter || $0.isNumber }
    return source.error(at: position, "expected \(expected), found \(JSON.quoted(String(word)))")
  }
}
