import ReferenceKernel
import Testing

@Suite("The translation buffer, and how the kernel keeps it true (UM11)")
struct TranslationTests {
  let directory: UInt32 = 0xC000_0000
  let table: UInt32 = 0xC000_1000

  /// A machine with one page, at 0x5000, in a space made by hand.
  func machine(_ tags: TranslationTags, frame: UInt32 = 0x9000, rights: UInt32) -> HostedMachine {
    var machine = HostedMachine(KernelConfiguration(), tags: tags)
    machine.setTableWord(at: directory, to: table | 7)
    machine.setTableWord(at: table + 5 * 4, to: frame | rights)
    machine.loadSpace(directory: directory)
    return machine
  }

  @Test(
    "A translation stays until it is invalidated", arguments: [TranslationTags.untagged, .tagged])
  func stale(tags: TranslationTags) {
    var machine = machine(tags, rights: 7)
    #expect(machine.access(0x5123, write: true) == .hit(physicalAddress: 0x9123))
    machine.setTableWord(at: table + 5 * 4, to: 0)
    #expect(machine.access(0x5000, write: true) == .hit(physicalAddress: 0x9000))
    machine.invalidatePage(0x6000, directory: directory)
    #expect(machine.access(0x5000, write: false) == .hit(physicalAddress: 0x9000))
    machine.invalidatePage(0x5000, directory: directory)
    #expect(machine.access(0x5000, write: false) == .fault)
  }

  @Test("A switch forgets translations unless they are tagged")
  func tags() {
    for tags in [TranslationTags.untagged, .tagged] {
      var machine = machine(tags, rights: 7)
      _ = machine.access(0x5000, write: false)
      machine.setTableWord(at: table + 5 * 4, to: 0)
      machine.loadSpace(directory: 0xC000_2000)
      #expect(machine.access(0x5000, write: false) == .fault)
      machine.loadSpace(directory: directory)
      let isStale = machine.access(0x5000, write: false) != .fault
      #expect(isStale == (tags == .tagged))
      machine.invalidateSpace(directory: directory)
      #expect(machine.access(0x5000, write: false) == .fault)
    }
  }

  @Test("Accesses leave their marks in the tables: accessed 0x20, dirty 0x40")
  func marks() {
    var machine = machine(.untagged, rights: 7)
    _ = machine.access(0x5000, write: false)
    #expect(machine.tableWord(at: table + 5 * 4) == 0x9027)
    _ = machine.access(0x5000, write: true)
    #expect(machine.tableWord(at: table + 5 * 4) == 0x9067)
    #expect(machine.tableWord(at: directory) == table | 0x27)
  }

  @Test("Rights count at both levels, and kernel pages are not for users")
  func rights() {
    var readOnly = machine(.untagged, rights: 5)
    #expect(readOnly.access(0x5000, write: true) == .fault)
    #expect(readOnly.access(0x5000, write: false) == .hit(physicalAddress: 0x9000))
    var kernelPage = machine(.untagged, rights: 3)
    #expect(kernelPage.access(0x5000, write: false) == .fault)
    var upper = machine(.untagged, rights: 7)
    upper.setTableWord(at: directory, to: table | 5)
    #expect(upper.access(0x5000, write: true) == .fault)
  }

  @Test("The kernel invalidates what was mapped in a space that the buffer may know, nothing else")
  func cost() {
    let kernel = makeKernel()
    kernel.map(0, 0x1000, to: 1, 0x1000)
    kernel.map(1, 0x1000, to: 2, 0x2000)
    #expect(kernel.counters.pageInvalidations == 0)
    _ = kernel.view(2, 0x2000)
    kernel.unmap(0, fpage: fpage(0x1000), mask: Mask.flush)
    #expect(kernel.counters.pageInvalidations == 1)
    let tagged = makeKernel(tags: .tagged)
    tagged.map(0, 0x1000, to: 1, 0x1000)
    tagged.map(1, 0x1000, to: 2, 0x2000)
    tagged.unmap(0, fpage: fpage(0x1000), mask: Mask.readOnly)
    #expect(tagged.counters.pageInvalidations == 2)
    tagged.deleteTask(1)
    #expect(tagged.counters.spaceInvalidations == 1)
  }
}
