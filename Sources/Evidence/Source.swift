/// The bytes of an input file, and the places in it.
struct Source {
  let file: String
  let bytes: [UInt8]

  init(_ text: String, file: String) {
    self.file = file
    bytes = Array(text.utf8)
  }

  /// Bytes from outside, which must be UTF-8.
  init(_ bytes: [UInt8], file: String) throws(InputError) {
    self.file = file
    self.bytes = bytes
    var valid = bytes[...]
    while String(validating: valid, as: UTF8.self) == nil {
      // What is decoded up to the first defect is at least as long as what is valid.
      valid = valid.prefix(Self.validLength(of: valid))
    }
    if valid.count < bytes.count { throw error(at: valid.count, "this is not UTF-8 text") }
  }

  private static func validLength(of bytes: ArraySlice<UInt8>) -> Int {
    var length = 0
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    while case .valid(let scalar) = parser.parseScalar(from: &iterator) { length += scalar.count }
    return length
  }

  /// A mistake at a byte: its line, and its column in Unicode scalars.
  func error(at offset: Int, _ message: String, allowed: [String] = []) -> InputError {
    let before = bytes[..<min(offset, bytes.count)]
    let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    return InputError(
      file: file, line: before.count { $0 == UInt8(ascii: "\n") } + 1,
      column: before[lineStart...].count { $0 & 0xC0 != 0x80 } + 1, message: message,
      allowed: allowed)
  }
}
