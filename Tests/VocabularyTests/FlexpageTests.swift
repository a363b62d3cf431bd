import Logic
import Testing
import Vocabulary

@Suite struct FlexpageTests {
  typealias V = Concrete<UInt32>

  struct Vector: CustomTestStringConvertible, Sendable {
    var sent: (size: UInt32, base: UInt32)
    var window: (size: UInt32, base: UInt32)
    var hotSpots: [UInt32]
    var source: UInt32
    var destination: UInt32
    var pages: Int
    var testDescription: String { "s=\(sent.size) r=\(window.size)" }
  }

  /// FP9, number by number.
  static let vectors = [
    Vector(
      sent: (12, 0x40000), window: (16, 0x800000), hotSpots: [0x5678], source: 0x40000,
      destination: 0x805000, pages: 1),
    Vector(
      sent: (16, 0x400000), window: (12, 0x9000), hotSpots: [0x1ABCD], source: 0x40A000,
      destination: 0x9000, pages: 1),
    Vector(
      sent: (12, 0x77000), window: (32, 0), hotSpots: [0x1234567], source: 0x77000,
      destination: 0x1234000, pages: 1),
    Vector(
      sent: (22, 0xC00000), window: (32, 0), hotSpots: [0x1234567], source: 0xC00000,
      destination: 0x1000000, pages: 1024),
    Vector(
      sent: (14, 0x10000), window: (14, 0x20000), hotSpots: [0, 0x1234, 0xFFFFFFFF],
      source: 0x10000, destination: 0x20000, pages: 4),
    Vector(
      sent: (14, 0x10000), window: (13, 0x20000), hotSpots: [0x3000], source: 0x12000,
      destination: 0x20000, pages: 2),
    Vector(
      sent: (32, 0), window: (12, 0x7000), hotSpots: [0x5FFF], source: 0x5000, destination: 0x7000,
      pages: 1),
  ]

  @Test(arguments: vectors) func hotSpot(_ vector: Vector) {
    for hotSpot in vector.hotSpots {
      let range = Correspondence<V>(
        sending: Flexpage(base: V.Word(vector.sent.base), size: V.Word(vector.sent.size)),
        to: Flexpage(base: V.Word(vector.window.base), size: V.Word(vector.window.size)),
        hotSpot: V.Word(hotSpot))
      #expect(range.source.value == vector.source)
      #expect(range.destination.value == vector.destination)
      #expect(1 << Int(range.size.value - 12) == vector.pages)
    }
  }

  /// FP1: low bits of an unaligned base are ignored. FP7: sizes that are no flexpage.
  @Test func geometry() {
    let page = Flexpage<V>(base: V.Word(0x12345), size: V.Word(13))
    #expect(page.base.value == 0x12000)
    #expect(page.contains(V.Word(0x13FFF)).value)
    #expect(!page.contains(V.Word(0x14000)).value)
    let sizes: [UInt32] = [0, 11, 12, 32, 33]
    let valid = sizes.map { Flexpage<V>(base: V.Word(0), size: V.Word($0)).isValid.value }
    #expect(valid == [false, false, true, true, false])
  }

  /// UM1: the four masks of the manual.
  @Test func masks() {
    #expect(Set(UnmapMask.all.map(\.word)) == [0x0, 0x2, 0x8000_0000, 0x8000_0002])
    for mask in UnmapMask.all { #expect(UnmapMask(mask.description) == mask) }
  }
}
