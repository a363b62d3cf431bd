import CAgent
import CConformance
import Testing

/// What the agent says of ids, by what it has heard of task_new.
@Suite(.serialized) struct NamesTests {
  private func seen(_ id: UInt64) -> String {
    let seen = CAgent_see(id)
    let number = seen >> 8
    return switch UInt32(seen & 0xFF) {
    case L4C_CURRENT.rawValue: "current \(number)"
    case L4C_FORMER.rawValue: "former \(number)"
    case L4C_INTERRUPT.rawValue: "interrupt \(number)"
    case L4C_NOBODY.rawValue: "nobody"
    case L4C_INVALID.rawValue: "invalid"
    default: "unknown"
    }
  }

  @Test func `names of boot`() {
    CAgent_begin(4)
    for task in UInt8(0)..<4 { #expect(seen(CAgent_nameOf(task)) == "current \(task)") }
    #expect(seen(CAgent_formerNameOf(3)) == "former 3")
    #expect(seen(0) == "nobody" && seen(~0) == "invalid" && seen(2) == "interrupt 1")
    #expect(seen(CAgent_id(3, 1, 1, 7)) == "unknown")
    #expect(seen(CAgent_id(3, 2, 1, 3)) == "unknown", "a version that is still to come")
  }

  /// Task 3 is chief of 2, which nobody has made a task of; 3 ends, and 2 falls to the root task. (TN9)
  @Test func `a number that falls to another chief has another id`() {
    CAgent_begin(4)
    CAgent_created(3, 1, 2)
    CAgent_donated(2, 1, 3, 2)
    let below = CAgent_nameOf(2)
    CAgent_created(3, 1, 3)
    #expect(CAgent_nameOf(2) != below)
    #expect(seen(CAgent_nameOf(2)) == "current 2")
    #expect(seen(below) == "former 2")
    CAgent_created(2, 1, 3)
    #expect(seen(below) == "former 2")
  }

  /// The same, but there is a task of the number: it ends with its chief, and the version goes up. (TN12)
  @Test func `a task that ends with its chief is former`() {
    CAgent_begin(4)
    CAgent_created(3, 1, 2)
    CAgent_donated(2, 1, 3, 2)
    CAgent_created(2, 3, 3)
    let below = CAgent_nameOf(2)
    CAgent_created(3, 1, 3)
    #expect(seen(below) == "former 2")
    #expect(CAgent_nameOf(2) == CAgent_id(2, 4, 1, 3))
  }

  @Test func `checksums are those of the standards`() {
    let text = Array("123456789".utf8)
    #expect(l4c_crc16(text, 9) == 0x29B1 && l4c_crc32(text, 9) == 0xCBF4_3926)
  }

  /// Byte by byte, a large frame takes about as long per byte as a small one.
  @Test func `the frame reader does not move what stays where it is`() {
    func seconds(_ length: Int) -> Double {
      var bytes = [UInt8](repeating: 0, count: length + Int(L4C_FRAME_OVERHEAD))
      let total = l4c_frame_close(&bytes, 1, 0, UInt16(length))
      var memory = [UInt8](repeating: 0, count: bytes.count)
      var best = Double.infinity
      for _ in 0..<5 {
        memory.withUnsafeMutableBufferPointer { memory in
          var reader = l4c_frame_reader()
          var frame = l4c_frame()
          var frames = 0
          l4c_frame_reader_begin(&reader, memory.baseAddress, UInt32(memory.count))
          let time = ContinuousClock().measure {
            for byte in bytes[..<Int(total)] {
              frames += Int(l4c_frame_feed(&reader, byte, &frame))
            }
          }
          #expect(frames == 1)
          best = min(best, time / .seconds(1))
        }
      }
      return best / Double(length)
    }
    #expect(seconds(32_000) < 20 * seconds(1000))
  }
}
