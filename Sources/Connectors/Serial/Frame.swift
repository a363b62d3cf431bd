/// A frame of the serial line. (docs/conformance-protocol.md, Agent/include/frame.h)
package struct Frame: Hashable, Sendable {
  package enum Kind: UInt8, Sendable {
    case ask = 0x01
    case run = 0x02
    case hello = 0x81
    case observations = 0x82
    case done = 0x83
    case refused = 0x84
    case heartbeat = 0x85
    case damaged = 0x86
  }

  package var kind: UInt8
  package var sequence: UInt8
  package var payload: [UInt8]

  package init(_ kind: UInt8, sequence: UInt8, _ payload: [UInt8]) {
    self.kind = kind
    self.sequence = sequence
    self.payload = payload
  }

  static let sync: [UInt8] = [0xA5, 0x5A]
  static let head = 8
  static let overhead = 12

  /// What goes over the line. The payload is shorter than 65536 bytes.
  package var bytes: [UInt8] {
    var bytes = Self.sync + [kind, sequence]
    bytes += [
      UInt8(truncatingIfNeeded: payload.count), UInt8(truncatingIfNeeded: payload.count >> 8),
    ]
    let head = Checksum.crc16(bytes[2...])
    bytes += [UInt8(truncatingIfNeeded: head), UInt8(truncatingIfNeeded: head >> 8)]
    bytes += payload
    let sum = Checksum.crc32(bytes[2...])
    for shift in stride(from: 0, to: 32, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: sum >> UInt32(shift)))
    }
    return bytes
  }
}

package enum Checksum {
  /// CRC-16/CCITT-FALSE.
  package static func crc16(_ bytes: some Sequence<UInt8>) -> UInt16 {
    bytes.reduce(0xFFFF) { crc, byte in
      (0..<8).reduce(crc ^ UInt16(byte) << 8) { crc, _ in
        crc & 0x8000 != 0 ? crc << 1 ^ 0x1021 : crc << 1
      }
    }
  }

  /// CRC-32 of Ethernet and zip.
  package static func crc32(_ bytes: some Sequence<UInt8>) -> UInt32 {
    ~bytes.reduce(0xFFFF_FFFF) { crc, byte in
      crc >> 8 ^ table[Int(UInt8(truncatingIfNeeded: crc) ^ byte)]
    }
  }

  private static let table: [UInt32] = (0..<256).map { number in
    (0..<8).reduce(UInt32(number)) { crc, _ in crc & 1 != 0 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
  }
}

/// Finds frames in a stream of bytes. What is none goes past byte by byte, so that no boot message and no
/// damaged frame can hide the beginning of the next one.
package struct FrameReader {
  private var bytes: [UInt8] = []
  private var start = 0
  /// What was no frame, the last of it.
  package private(set) var noise: [UInt8] = []
  /// How much was no frame.
  package private(set) var noiseCount = 0
  /// Frames whose head is right and whose payload is not. A head that is wrong may be none.
  package private(set) var damaged = 0
  private static let longestNoise = 4096

  package init() {}

  package mutating func feed(_ more: [UInt8]) {
    bytes.removeSubrange(..<start)
    start = 0
    bytes += more
  }

  package mutating func forgetNoise() {
    noise = []
    noiseCount = 0
  }

  /// The next frame that is complete.
  package mutating func next() -> Frame? {
    while start < bytes.count {
      let left = bytes.count - start
      guard bytes[start] == Frame.sync[0], left < 2 || bytes[start + 1] == Frame.sync[1] else {
        skip()
        continue
      }
      guard left >= Frame.head else { return nil }
      guard Checksum.crc16(bytes[start + 2..<start + 6]) == number(at: start + 6) else {
        skip()
        continue
      }
      let length = Int(number(at: start + 4))
      guard left >= length + Frame.overhead else { return nil }
      let end = start + Frame.head + length
      let sum = UInt32(number(at: end)) | UInt32(number(at: end + 2)) << 16
      guard Checksum.crc32(bytes[start + 2..<end]) == sum else {
        damaged += 1
        skip()
        continue
      }
      let frame = Frame(
        bytes[start + 2], sequence: bytes[start + 3], Array(bytes[start + Frame.head..<end]))
      start = end + 4
      return frame
    }
    return nil
  }

  private func number(at place: Int) -> UInt16 {
    UInt16(bytes[place]) | UInt16(bytes[place + 1]) << 8
  }

  private mutating func skip() {
    noise.append(bytes[start])
    if noise.count > 2 * Self.longestNoise { noise.removeFirst(Self.longestNoise) }
    noiseCount += 1
    start += 1
  }
}
