import ReferenceKernel
import Testing

@Suite("The mapping tree, with both kinds of translation buffer (AS1 … AS15)")
struct MappingTests {
  static let tags: [TranslationTags] = [.untagged, .tagged]

  @Test("sigma0 owns every frame at its own address (AS1)")
  func boot() {
    let kernel = makeKernel(frames: 8)
    #expect(kernel.view(0, 0x7000) == "0x7000 rw")
    #expect(kernel.view(0, 0x8000) == nil)
    #expect(kernel.view(1, 0) == nil)
    #expect(kernel.view(6, 0) == nil)
    #expect(kernel.audit() == nil)
  }

  @Test("A child has the requested rights that its parent has (AS5, AS8)", arguments: tags)
  func rights(tags: TranslationTags) {
    let kernel = makeKernel(tags: tags)
    kernel.map(0, 0x3000, to: 1, 0x1000, write: false)
    kernel.map(1, 0x1000, to: 2, 0x2000, write: true)
    #expect(kernel.view(2, 0x2000) == "0x3000 r")
    kernel.store(7, 0, address: 0x3004)
    #expect(kernel.load(2, address: 0x2004) == 7)
    #expect(kernel.store(8, 2, address: 0x2004) == false)
  }

  @Test(
    "S5: a grant does not shield from the parent, and takes the children along", arguments: tags)
  func grantChain(tags: TranslationTags) {
    let kernel = makeKernel(tags: tags)
    kernel.map(0, 0x5000, to: 1, 0x1000)
    kernel.map(1, 0x1000, to: 2, 0x2000)
    _ = kernel.view(1, 0x1000)
    kernel.map(1, 0x1000, to: 3, 0x3000, grant: true)
    #expect(kernel.view(1, 0x1000) == nil)
    #expect(kernel.view(3, 0x3000) == "0x5000 rw")
    kernel.unmap(1, fpage: fpage(0x1000), mask: Mask.own | Mask.flush)
    #expect(kernel.view(2, 0x2000) == "0x5000 rw")
    kernel.unmap(3, fpage: fpage(0x3000), mask: Mask.flush)
    #expect(kernel.view(2, 0x2000) == nil)
    kernel.map(3, 0x3000, to: 2, 0x2000)
    #expect(kernel.view(2, 0x2000) == "0x5000 rw")
    kernel.unmap(0, fpage: fpage(0x5000), mask: Mask.flush | Mask.own)
    #expect(kernel.view(3, 0x3000) == nil)
    #expect(kernel.view(2, 0x2000) == nil)
    #expect(kernel.view(0, 0x5000) == "0x5000 rw")
    #expect(kernel.audit() == nil)
  }

  @Test("S6: read-only unmap reaches all descendants and cannot be undone below", arguments: tags)
  func readOnly(tags: TranslationTags) {
    let kernel = makeKernel(tags: tags)
    kernel.map(0, 0x5000, to: 1, 0x1000)
    kernel.map(1, 0x1000, to: 2, 0x2000)
    kernel.map(2, 0x2000, to: 3, 0x3000)
    kernel.map(1, 0x1000, to: 4, 0x4000, write: false)
    #expect(kernel.view(3, 0x3000) == "0x5000 rw")
    kernel.unmap(1, fpage: fpage(0x1000), mask: Mask.readOnly)
    #expect(kernel.view(2, 0x2000) == "0x5000 r")
    #expect(kernel.view(3, 0x3000) == "0x5000 r")
    #expect(kernel.view(4, 0x4000) == "0x5000 r")
    #expect(kernel.view(1, 0x1000) == "0x5000 rw")
    kernel.unmap(1, fpage: fpage(0x1000), mask: Mask.own)
    #expect(kernel.view(1, 0x1000) == "0x5000 r")
    kernel.map(1, 0x1000, to: 5, 0x5000)
    #expect(kernel.view(5, 0x5000) == "0x5000 r")
    kernel.map(0, 0x5000, to: 1, 0x1000)
    #expect(kernel.view(1, 0x1000) == "0x5000 rw")
    #expect(kernel.audit() == nil)
  }

  @Test("S7: a page mapped back goes with the mapping that it came from", arguments: tags)
  func mapBack(tags: TranslationTags) {
    let kernel = makeKernel(tags: tags)
    kernel.map(0, 0x5000, to: 1, 0x1000)
    kernel.map(1, 0x1000, to: 2, 0x2000)
    kernel.map(2, 0x2000, to: 1, 0x9000)
    #expect(kernel.view(1, 0x9000) == "0x5000 rw")
    kernel.map(2, 0x2000, to: 1, 0x1000)
    kernel.map(2, 0x2000, to: 1, 0x1000, grant: true)
    #expect(kernel.view(2, 0x2000) == "0x5000 rw")
    kernel.unmap(1, fpage: fpage(0x1000), mask: Mask.flush)
    #expect(kernel.view(1, 0x1000) == "0x5000 rw")
    #expect(kernel.view(1, 0x9000) == nil)
    #expect(kernel.view(2, 0x2000) == nil)
    #expect(kernel.audit() == nil)
  }

  @Test("S18: with no node left, the pages before the failure remain (AS15)")
  func exhaustion() {
    let kernel = makeKernel(nodes: 3)
    let result = kernel.map(0, 0, to: 1, 0x8000, size: 14)
    #expect(result.codes == .mapFailed)
    #expect(result.codes.sender == 0x70 && result.codes.receiver == 0x60)
    #expect(kernel.view(1, 0xA000) == "0x2000 rw")
    #expect(kernel.view(1, 0xB000) == nil)
    #expect(kernel.audit() == nil)
    #expect(kernel.map(0, 0, to: 1, 0x8000, write: true).codes == .ok)
    kernel.unmap(0, fpage: fpage(0x1000), mask: Mask.flush)
    #expect(kernel.map(0, 0x3000, to: 1, 0xB000).codes == .ok)
    #expect(kernel.audit() == nil)
  }

  @Test("With no page table left, nothing is half installed, and tables come back (AS15)")
  func tableExhaustion() {
    let kernel = makeKernel(tables: 2)
    #expect(kernel.map(0, 0, to: 1, 0x40_0000).codes == .ok)
    #expect(kernel.map(0, 0, to: 1, 0x80_0000).codes == .ok)
    #expect(kernel.map(0, 0, to: 1, 0xC0_0000).codes == .mapFailed)
    #expect(kernel.map(1, 0x40_0000, to: 2, 0, grant: true).codes == .mapFailed)
    #expect(kernel.audit() == nil)
    #expect(kernel.view(1, 0x40_0000) == "0x0 rw")
    kernel.unmap(1, fpage: fpage(0x80_0000), mask: Mask.own | Mask.flush)
    #expect(kernel.map(1, 0x40_0000, to: 2, 0, grant: true).codes == .ok)
    #expect(kernel.map(0, 0, to: 1, 0xC0_0000).codes == .ok)
    #expect(kernel.audit() == nil)
  }

  @Test("Holes are skipped and page i goes to place i (AS10, FP6)")
  func holes() {
    let kernel = makeKernel()
    kernel.map(0, 0x1000, to: 1, 0x1000)
    kernel.map(0, 0x3000, to: 1, 0x3000)
    let result = kernel.map(1, 0, to: 2, 0x10000, size: 14)
    #expect(result == TransferResult(codes: .ok, mapBit: true))
    #expect(kernel.view(2, 0x10000) == nil)
    #expect(kernel.view(2, 0x11000) == "0x1000 rw")
    #expect(kernel.view(2, 0x12000) == nil)
    #expect(kernel.view(2, 0x13000) == "0x3000 rw")
  }

  @Test("Deleting a task takes back all that came from it (AS16, T-AS9)", arguments: tags)
  func deletion(tags: TranslationTags) {
    let kernel = makeKernel(tags: tags)
    kernel.map(0, 0x5000, to: 1, 0x1000)
    kernel.map(1, 0x1000, to: 2, 0x2000)
    kernel.map(0, 0x6000, to: 2, 0x3000)
    kernel.transfer(from: 0, sendBase: 0, fpage: ports(8, 3), to: 1, window: ports(0, 16))
    kernel.transfer(from: 1, sendBase: 0, fpage: ports(8, 1), to: 2, window: ports(0, 16))
    #expect(kernel.view(2, 0x2000) == "0x5000 rw")
    #expect(kernel.view(1, 0x1000) == "0x5000 rw")
    #expect(kernel.deleteTask(1))
    #expect(kernel.audit() == nil)
    #expect(kernel.view(1, 0x1000) == nil)
    #expect(kernel.view(2, 0x2000) == nil)
    #expect(kernel.view(2, 0x3000) == "0x6000 rw")
    #expect(!kernel.portAccess(2, port: 9))
    #expect(kernel.map(0, 0, to: 1, 0).codes == .notExistent)
    #expect(!kernel.deleteTask(1) && !kernel.deleteTask(0) && !kernel.createTask(2))
    #expect(kernel.createTask(1))
    #expect(kernel.view(1, 0x1000) == nil)
    #expect(kernel.audit() == nil)
  }
}
