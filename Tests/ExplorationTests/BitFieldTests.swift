import Exploration
import Testing

@Suite struct BitFieldTests {
  @Test(arguments: 0..<50) func whatIsWrittenIsRead(seed: UInt64) {
    var random = Random(seed: seed)
    var writer = CodeWriter<4>()
    var fields: [(value: UInt64, bits: Int)] = []
    var room = 256
    while room > 0 {
      let bits = Int.random(in: 1...min(64, room), using: &random)
      let value = UInt64.random(in: 0...UInt64.max, using: &random) >> UInt64(64 - bits)
      fields.append((value, bits))
      writer.append(value, bits: bits)
      room -= bits
    }
    var reader = CodeReader(writer.code)
    for field in fields { #expect(reader.next(bits: field.bits) == field.value, "seed \(seed)") }
  }

  @Test func fieldsAreSideBySide() {
    var writer = CodeWriter<2>()
    writer.append(0b101, bits: 3)
    writer.append(.max, bits: 64)
    #expect(writer.code[0] == ~0b010)
    #expect(writer.code[1] == 0b111)
  }
}
