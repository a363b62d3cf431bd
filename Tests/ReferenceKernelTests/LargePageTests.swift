import ReferenceKernel
import Testing

@Suite("Pages of 4 MB: one node and one entry, with the effect of 1024 pages (AS19)")
struct LargePageTests {
  let four: UInt32 = 0x40_0000

  /// sigma0 owns 8 MB in large pages; task 1 has the second at 12 MB, task 2 from there at 16 MB.
  func chain(nodes: Int = 5000, tables: Int = 16, tags: TranslationTags = .untagged) -> HostedKernel
  {
    let kernel = makeKernel(frames: 2048, nodes: nodes, tables: tables, large: true, tags: tags)
    kernel.map(0, four, to: 1, 3 * four, size: 22)
    kernel.map(1, 3 * four, to: 2, 4 * four, size: 22)
    return kernel
  }

  @Test("A whole large page takes one node and one word")
  func whole() {
    let kernel = chain()
    #expect(kernel.counters.nodesTaken == 2)
    #expect(kernel.counters.splits == 0)
    #expect(kernel.view(2, 4 * four + 0x12_3000) == "0x523000 rw")
    kernel.unmap(1, fpage: fpage(3 * four, 22), mask: Mask.readOnly)
    #expect(kernel.view(2, 4 * four + 0x12_3000) == "0x523000 r")
    #expect(kernel.view(1, 3 * four) == "0x400000 rw")
    kernel.map(1, 3 * four, to: 2, 4 * four, size: 22)
    #expect(kernel.view(2, 4 * four) == "0x400000 rw")
    kernel.map(1, 3 * four, to: 3, 0, grant: true, size: 22)
    #expect(kernel.view(1, 3 * four) == nil)
    #expect(kernel.view(3, 0x5000) == "0x405000 rw")
    #expect(kernel.counters.nodesTaken == 2)
    kernel.unmap(3, fpage: fpage(0, 22), mask: Mask.flush)
    #expect(kernel.view(2, 4 * four) == nil)
    #expect(kernel.counters.splits == 0)
    #expect(kernel.audit() == nil)
  }

  @Test("A part of a large page is mapped without splitting it")
  func part() {
    let kernel = chain()
    kernel.map(2, 4 * four + 0x7000, to: 3, 0x1000)
    #expect(kernel.view(3, 0x1000) == "0x407000 rw")
    kernel.unmap(0, fpage: fpage(four, 22), mask: Mask.readOnly)
    #expect(kernel.view(3, 0x1000) == "0x407000 r")
    #expect(kernel.counters.splits == 0)
    kernel.unmap(1, fpage: fpage(3 * four, 22), mask: Mask.flush)
    #expect(kernel.view(3, 0x1000) == nil)
    #expect(kernel.audit() == nil)
  }

  @Test(
    "What loses a part is split, what keeps all is not",
    arguments: [TranslationTags.untagged, .tagged])
  func unmapPart(tags: TranslationTags) {
    let kernel = chain(tags: tags)
    _ = kernel.view(2, 4 * four + 0x7000)
    kernel.map(2, 4 * four + 0x7000, to: 3, 0x1000)
    kernel.unmap(1, fpage: fpage(3 * four + 0x7000), mask: Mask.flush)
    #expect(kernel.counters.splits == 1)
    #expect(kernel.view(1, 3 * four + 0x7000) == "0x407000 rw")
    #expect(kernel.view(2, 4 * four + 0x7000) == nil)
    #expect(kernel.view(2, 4 * four + 0x8000) == "0x408000 rw")
    #expect(kernel.view(3, 0x1000) == nil)
    kernel.unmap(1, fpage: fpage(3 * four + 0x9000), mask: Mask.own)
    #expect(kernel.counters.splits == 2)
    #expect(kernel.view(1, 3 * four + 0x9000) == "0x409000 r")
    #expect(kernel.view(2, 4 * four + 0x9000) == "0x409000 r")
    #expect(kernel.view(1, 3 * four + 0xA000) == "0x40a000 rw")
    #expect(kernel.audit() == nil)
  }

  @Test("A part of a large page is granted; the rest stays, with its children")
  func grantPart() {
    let kernel = chain()
    kernel.map(1, 3 * four + 0x7000, to: 3, 0x1000, grant: true)
    #expect(kernel.view(1, 3 * four + 0x7000) == nil)
    #expect(kernel.view(3, 0x1000) == "0x407000 rw")
    kernel.unmap(3, fpage: fpage(0x1000), mask: Mask.flush)
    #expect(kernel.view(2, 4 * four + 0x7000) == nil)
    #expect(kernel.view(2, 4 * four + 0x6000) == "0x406000 rw")
    kernel.unmap(1, fpage: fpage(3 * four, 22), mask: Mask.flush)
    #expect(kernel.view(2, 4 * four + 0x6000) == nil)
    #expect(kernel.audit() == nil)
  }

  @Test("Splitting never lacks nodes or tables; a large page that might is mapped in parts (UM14)")
  func reservation() {
    let kernel = chain(nodes: 2048 + 10, tables: 2)
    #expect(kernel.map(0, 0, to: 3, 0, size: 22).codes == .mapFailed)
    #expect(kernel.audit() == nil)
    kernel.unmap(1, fpage: fpage(3 * four), mask: Mask.flush | Mask.own)
    #expect(kernel.counters.splits == 2)
    #expect(kernel.view(2, 4 * four) == nil)
    #expect(kernel.view(2, 4 * four + 0x1000) == "0x401000 rw")
    #expect(kernel.audit() == nil)
    let partly = chain(nodes: 2048 + 10)
    #expect(partly.map(0, 0, to: 3, 0, size: 22).codes == .mapFailed)
    #expect(partly.view(3, 0x9000) == "0x9000 rw")
    #expect(partly.view(3, 0xA000) == nil)
    #expect(partly.audit() == nil)
  }

  @Test("Another part of the same large page is another page (AS11)")
  func otherPart() {
    for overmapping in [KernelProfile.Overmapping.keep, .replace] {
      var profile = KernelProfile()
      profile.overmapping = overmapping
      let kernel = makeKernel(frames: 2048, nodes: 5000, large: true, profile: profile)
      kernel.map(0, four, to: 1, 3 * four, size: 22)
      kernel.map(1, 3 * four + 0x1000, to: 2, 0x8000, write: false)
      kernel.map(1, 3 * four + 0x2000, to: 2, 0x8000)
      #expect(kernel.view(2, 0x8000) == (overmapping == .keep ? "0x401000 r" : "0x402000 rw"))
      kernel.map(1, 3 * four, to: 2, 4 * four, size: 22)
      kernel.map(2, 4 * four + 0x1000, to: 1, 3 * four + 0x2000)
      #expect(kernel.audit() == nil)
      let isKept = overmapping == .keep
      #expect(kernel.view(1, 3 * four + 0x2000) == (isKept ? "0x402000 rw" : "0x401000 rw"))
      #expect(kernel.view(2, 4 * four + 0x2000) == (isKept ? "0x402000 rw" : nil))
      kernel.unmap(2, fpage: fpage(4 * four + 0x1000), mask: Mask.flush)
      #expect(kernel.view(1, 3 * four + 0x2000) == (isKept ? "0x402000 rw" : nil))
      #expect(kernel.view(1, 3 * four + 0x1000) == "0x401000 rw")
    }
  }

  @Test("Widening one page of a large page leaves the others as they are (AS11)")
  func widenPart() {
    let kernel = makeKernel(frames: 2048, nodes: 5000, large: true)
    kernel.map(0, four, to: 1, 3 * four, size: 22)
    kernel.map(1, 3 * four, to: 2, 4 * four, write: false, size: 22)
    _ = kernel.view(2, 4 * four)
    kernel.map(1, 3 * four + 0x1000, to: 2, 4 * four + 0x1000, write: false)
    #expect(kernel.counters.splits == 0)
    kernel.map(1, 3 * four + 0x1000, to: 2, 4 * four + 0x1000)
    #expect(kernel.view(2, 4 * four + 0x1000) == "0x401000 rw")
    #expect(kernel.view(2, 4 * four + 0x2000) == "0x402000 r")
    #expect(kernel.view(2, 4 * four) == "0x400000 r")
    #expect(kernel.audit() == nil)
  }
}
