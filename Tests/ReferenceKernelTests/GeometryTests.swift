import ReferenceKernel
import Testing

/// One line of FP9: where the pages come from and go to.
struct HotSpot: Sendable, CustomTestStringConvertible {
  var size: UInt32
  var base: UInt32
  var windowSize: UInt32
  var window: UInt32
  var sendBase: UInt32
  var source: UInt32
  var destination: UInt32
  var pages: UInt32

  var testDescription: String { "s=\(size) r=\(windowSize) h=0x\(String(sendBase, radix: 16))" }
}

@Suite("Hot spot and clipping (FP1 … FP10, AS17)")
struct GeometryTests {
  static let vectors = [
    HotSpot(
      size: 12, base: 0x40000, windowSize: 16, window: 0x80_0000, sendBase: 0x5678,
      source: 0x40000, destination: 0x80_5000, pages: 1),
    HotSpot(
      size: 16, base: 0x40_0000, windowSize: 12, window: 0x9000, sendBase: 0x1ABCD,
      source: 0x40_A000, destination: 0x9000, pages: 1),
    HotSpot(
      size: 12, base: 0x8000, windowSize: 32, window: 0, sendBase: 0x123_4567,
      source: 0x8000, destination: 0x123_4000, pages: 1),
    HotSpot(
      size: 22, base: 0xC0_0000, windowSize: 32, window: 0, sendBase: 0x123_4567,
      source: 0xC0_0000, destination: 0x100_0000, pages: 1024),
    HotSpot(
      size: 14, base: 0x4000, windowSize: 14, window: 0x20000, sendBase: 0xFFFF_FFFF,
      source: 0x4000, destination: 0x20000, pages: 4),
    HotSpot(
      size: 14, base: 0x10000, windowSize: 13, window: 0x20000, sendBase: 0x3000,
      source: 0x12000, destination: 0x20000, pages: 2),
    HotSpot(
      size: 32, base: 0, windowSize: 12, window: 0x7000, sendBase: 0x5FFF,
      source: 0x5000, destination: 0x7000, pages: 1),
  ]

  @Test("The vectors of FP9", arguments: vectors, [false, true])
  func hotSpot(vector: HotSpot, large: Bool) {
    let kernel = makeKernel(frames: 4096, nodes: 2048, large: large)
    let result = kernel.transfer(
      from: 0, sendBase: vector.sendBase, fpage: fpage(vector.base, vector.size), to: 1,
      window: fpage(vector.window, vector.windowSize, write: false))
    #expect(result == TransferResult(codes: .ok, mapBit: true))
    for page in 0..<vector.pages {
      let frame = String(vector.source + page << 12, radix: 16)
      #expect(kernel.view(1, vector.destination + page << 12) == "0x\(frame) rw")
    }
    #expect(kernel.view(1, vector.destination &- 0x1000) == nil)
    #expect(kernel.view(1, vector.destination + vector.pages << 12) == nil)
    #expect(kernel.audit() == nil)
  }

  @Test("Unaligned bases are rounded down (FP1)")
  func rounding() {
    let kernel = makeKernel()
    kernel.transfer(
      from: 0, sendBase: 0, fpage: fpage(0x7000, 14), to: 1, window: fpage(0x2F000, 14))
    #expect(kernel.view(1, 0x2C000) == "0x4000 rw")
    #expect(kernel.view(1, 0x2F000) == "0x7000 rw")
  }

  @Test("The whole space into the whole window maps every page at its place (FP10)")
  func fork() {
    let kernel = makeKernel(frames: 1100, nodes: 2400, large: true)
    kernel.transfer(from: 0, sendBase: 0, fpage: fpage(0, 32), to: 1, window: everywhere)
    kernel.transfer(
      from: 1, sendBase: 0, fpage: fpage(0, 32, write: false), to: 2, window: everywhere)
    #expect(kernel.view(2, 0x0) == "0x0 r")
    #expect(kernel.view(2, 1099 << 12) == "0x44b000 r")
    #expect(kernel.view(2, 1100 << 12) == nil)
    #expect(kernel.audit() == nil)
  }

  @Test("Pages at or above the user limit stay as they are, at both ends (AS17)")
  func clipping() {
    let kernel = makeKernel(limit: 0x50_0000)
    kernel.map(0, 0, to: 1, 0x4F_C000, size: 15)
    #expect(kernel.view(1, 0x4F_F000) == "0x7000 rw")
    #expect(kernel.audit() == nil)
    kernel.transfer(
      from: 0, sendBase: 0, fpage: fpage(0, 15), to: 1, window: fpage(0x50_0000, 15))
    #expect(kernel.view(1, 0x50_0000) == nil)
    kernel.unmap(1, fpage: fpage(0, 32), mask: Mask.own | Mask.flush)
    #expect(kernel.view(1, 0x4F_F000) == nil)
  }

  @Test("An invalid fpage ends the list, an invalid window cuts (FP7)", arguments: [0, 11 << 2])
  func invalid(word: UInt32) {
    let kernel = makeKernel()
    let ended = kernel.transfer(
      from: 0, sendBase: 0, fpage: word, to: 1, window: everywhere)
    #expect(ended == TransferResult(codes: .ok, mapBit: true, endsList: true))
    let cut = kernel.transfer(
      from: 0, sendBase: 0, fpage: fpage(0x1000), to: 1, window: word)
    #expect(cut == TransferResult(codes: .cut))
    #expect(kernel.view(1, 0) == nil)
  }
}
