import CConformance
import Connectors
import Testing

extension ConnectorsTests {
  /// Frames are found in any stream, by us and by the agent's C, and damaged ones are not.
  @Suite struct FrameTests {
    @Test func `checksums are those that they are called`() {
      let digits = Array("123456789".utf8)
      #expect(Checksum.crc16(digits) == 0x29B1)
      #expect(Checksum.crc32(digits) == 0xCBF4_3926)
      #expect(l4c_crc16(digits, 9) == 0x29B1)
      #expect(l4c_crc32(digits, 9) == 0xCBF4_3926)
    }

    @Test func `C makes the same frames`() {
      var random = RandomPrograms(seed: 5)
      for length in [0, 1, 2, 100, 300] {
        let payload = Self.bytes(length, &random)
        var bytes = [UInt8](repeating: 0, count: length + 12)
        bytes.replaceSubrange(8..<8 + length, with: payload)
        #expect(l4c_frame_close(&bytes, 0x82, 7, UInt16(length)) == UInt32(length + 12))
        #expect(bytes == Frame(0x82, sequence: 7, payload).bytes)
      }
    }

    private static func bytes(_ count: Int, _ random: inout RandomPrograms) -> [UInt8] {
      (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
    }

    /// Garbage with many bytes that could begin a frame.
    private static func garbage(_ random: inout RandomPrograms) -> [UInt8] {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0..<30, using: &random) {
        switch Int.random(in: 0..<5, using: &random) {
        case 0: bytes.append(0xA5)
        case 1: bytes += [0xA5, 0x5A]
        case 2: bytes += Array("jdb: ".utf8)
        default: bytes.append(UInt8.random(in: 0...255, using: &random))
        }
      }
      return bytes
    }

    /// What our reader finds when it is fed in pieces.
    private static func found(_ stream: [UInt8], piece: Int) -> [Frame] {
      var reader = FrameReader()
      var frames: [Frame] = []
      var rest = stream[...]
      while !rest.isEmpty {
        reader.feed(Array(rest.prefix(piece)))
        rest = rest.dropFirst(piece)
        while let frame = reader.next() { frames.append(frame) }
      }
      return frames
    }

    /// What the agent's reader finds.
    private static func foundByC(_ stream: [UInt8], capacity: Int = 1024) -> [Frame] {
      var memory = [UInt8](repeating: 0, count: capacity)
      return memory.withUnsafeMutableBufferPointer { memory in
        var reader = l4c_frame_reader()
        var raw = l4c_frame()
        var frames: [Frame] = []
        l4c_frame_reader_begin(&reader, memory.baseAddress, UInt32(capacity))
        for byte in stream {
          var isFound = l4c_frame_feed(&reader, byte, &raw)
          while isFound == 1 {
            let payload = UnsafeBufferPointer(start: raw.payload, count: Int(raw.length))
            frames.append(Frame(raw.type, sequence: raw.sequence, Array(payload)))
            isFound = l4c_frame_next(&reader, &raw)
          }
        }
        return frames
      }
    }

    @Test func `frames are found among garbage`() {
      var random = RandomPrograms(seed: 6)
      for round in 0..<300 {
        var stream: [UInt8] = []
        var frames: [Frame] = []
        for number in 0..<5 {
          stream += Self.garbage(&random)
          let frame = Frame(
            UInt8(number), sequence: UInt8(round & 255),
            Self.bytes(Int.random(in: 0..<200, using: &random), &random))
          frames.append(frame)
          stream += frame.bytes
        }
        #expect(Self.found(stream, piece: 1 + round % 17) == frames)
        #expect(Self.foundByC(stream) == frames)
      }
    }

    @Test func `a damaged frame is not one, and does not hide the next`() {
      var random = RandomPrograms(seed: 7)
      for _ in 0..<300 {
        let first = Frame(1, sequence: 1, Self.bytes(40, &random))
        let second = Frame(2, sequence: 2, Self.bytes(60, &random))
        var stream = first.bytes
        let place = Int.random(in: 0..<stream.count, using: &random)
        stream[place] ^= UInt8(1) << UInt8.random(in: 0..<8, using: &random)
        // A length that is damaged and still checked right would be needed to lose the second.
        stream += second.bytes
        #expect(Self.found(stream, piece: 64) == [second])
        #expect(Self.foundByC(stream) == [second])
        let cut =
          first.bytes.prefix(place) + second.bytes
          + Array(repeating: 0, count: first.bytes.count)
        // What follows can be what was cut off.
        guard !cut.starts(with: first.bytes) else { continue }
        #expect(Self.found(Array(cut), piece: 64) == [second])
        #expect(Self.foundByC(Array(cut)) == [second])
      }
    }

    @Test func `a frame that does not fit is passed over by C`() {
      let large = Frame(1, sequence: 1, Array(repeating: 7, count: 100))
      let small = Frame(2, sequence: 2, [1, 2, 3])
      #expect(Self.foundByC(large.bytes + small.bytes, capacity: 64) == [small])
      #expect(Self.foundByC(large.bytes + small.bytes, capacity: 112) == [large, small])
    }
  }
}
