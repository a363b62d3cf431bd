import KernelPrograms

/// Writes the numbers and texts of a payload.
struct WireWriter {
  private(set) var bytes: [UInt8] = []

  mutating func put(_ number: some BinaryInteger, bytes count: Int) {
    for shift in 0..<count { bytes.append(UInt8(truncatingIfNeeded: number >> (8 * shift))) }
  }

  mutating func put(_ more: some Sequence<UInt8>) { bytes += more }
}

/// Reads the numbers and texts of a payload.
struct WireReader {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var left: Int { bytes.count - position }

  mutating func number(bytes count: Int) throws(MessageError) -> UInt64 {
    try take(count).reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  mutating func byte() throws(MessageError) -> UInt8 { try UInt8(number(bytes: 1)) }
  mutating func short() throws(MessageError) -> Int { try Int(number(bytes: 2)) }
  mutating func program() throws(MessageError) -> UInt32 { try UInt32(number(bytes: 4)) }

  mutating func take(_ count: Int) throws(MessageError) -> ArraySlice<UInt8> {
    guard count <= left else {
      throw MessageError(
        "the payload ends after \(bytes.count) bytes, and \(count - left) are missing")
    }
    position += count
    return bytes[position - count..<position]
  }

  mutating func text() throws(MessageError) -> String {
    let length = Int(try byte())
    return String(decoding: try take(length), as: UTF8.self)
  }

  func end() throws(MessageError) {
    if left > 0 { throw MessageError("the payload has \(left) bytes too many") }
  }
}
