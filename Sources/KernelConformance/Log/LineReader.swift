import Evidence

/// Takes a file apart line by line, without ever holding more than a few lines of it.
package struct LineReader {
  /// The next bytes of a file; nil at its end.
  package typealias Chunks = () throws -> [UInt8]?

  /// No event is longer: what is has no line feeds where they should be.
  package static let longestLine = 1 << 20

  private let file: String
  private let chunks: Chunks
  private var buffer: [UInt8] = []
  private var start = 0
  private var isAtEnd = false
  /// Whether the last line that was read had no line feed: it may have been cut off.
  package private(set) var isCutOff = false
  /// The number of the last line that was read, from 1.
  package private(set) var number = 0

  package init(file: String, _ chunks: @escaping Chunks) {
    self.file = file
    self.chunks = chunks
  }

  /// The next line, without its line feed; nil at the end.
  package mutating func next() throws -> [UInt8]? {
    var searched = start
    while true {
      if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
        let line = Array(buffer[start..<end])
        start = end + 1
        number += 1
        return line
      }
      searched = buffer.count
      guard searched - start <= Self.longestLine else {
        throw InputError(
          file: file, line: number + 1, column: 1,
          message: "the line is longer than \(Self.longestLine) bytes")
      }
      guard !isAtEnd, let more = try chunks() else {
        isAtEnd = true
        guard start < buffer.count else { return nil }
        let line = Array(buffer[start...])
        start = buffer.count
        number += 1
        isCutOff = true
        return line
      }
      buffer.removeFirst(start)
      searched -= start
      start = 0
      buffer += more
    }
  }
}
