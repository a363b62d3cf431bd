import ReferenceKernel
import Testing

@Suite("Choices where the manual is silent (U2 … U6)")
struct ProfileTests {
  @Test("U3: keep leaves another mapping, replace flushes it with its subtree")
  func overmapping() {
    for overmapping in [KernelProfile.Overmapping.keep, .replace] {
      var profile = KernelProfile()
      profile.overmapping = overmapping
      let kernel = makeKernel(nodes: 3, profile: profile)
      kernel.map(0, 0x1000, to: 1, 0x8000)
      kernel.map(1, 0x8000, to: 2, 0x8000)
      kernel.map(0, 0x2000, to: 3, 0x8000)
      #expect(kernel.map(0, 0x4000, to: 1, 0x8000).codes == .ok)
      let isKept = overmapping == .keep
      #expect(kernel.view(1, 0x8000) == (isKept ? "0x1000 rw" : "0x4000 rw"))
      #expect(kernel.view(2, 0x8000) == (isKept ? "0x1000 rw" : nil))
      #expect(kernel.audit() == nil)
    }
  }

  @Test("Only a direct child is widened (AS11, M-AS6)")
  func widening() {
    let kernel = makeKernel()
    kernel.map(0, 0x1000, to: 1, 0x1000, write: false)
    kernel.map(0, 0x1000, to: 2, 0x2000)
    kernel.map(1, 0x1000, to: 3, 0x3000)
    kernel.map(2, 0x2000, to: 3, 0x3000)
    #expect(kernel.view(3, 0x3000) == "0x1000 r")
    kernel.map(0, 0x1000, to: 1, 0x1000)
    #expect(kernel.view(1, 0x1000) == "0x1000 rw")
    #expect(kernel.view(3, 0x3000) == "0x1000 r")
    kernel.map(1, 0x1000, to: 3, 0x3000)
    #expect(kernel.view(3, 0x3000) == "0x1000 rw")
    kernel.map(1, 0x1000, to: 3, 0x3000, write: false)
    #expect(kernel.view(3, 0x3000) == "0x1000 rw")
    #expect(kernel.audit() == nil)
  }

  @Test("U2: a grant without the write bit restricts the subtree, or ignores the bit (M-AS8)")
  func grantWithoutWrite() {
    for choice in [KernelProfile.GrantWithoutWrite.restrict, .ignore] {
      var profile = KernelProfile()
      profile.grantWithoutWrite = choice
      let kernel = makeKernel(profile: profile)
      kernel.map(0, 0x1000, to: 1, 0x1000)
      kernel.map(1, 0x1000, to: 2, 0x2000)
      _ = kernel.view(2, 0x2000)
      kernel.map(1, 0x1000, to: 3, 0x3000, write: false, grant: true)
      let rights = choice == .restrict ? "0x1000 r" : "0x1000 rw"
      #expect(kernel.view(3, 0x3000) == rights)
      #expect(kernel.view(2, 0x2000) == rights)
      #expect(kernel.audit() == nil)
    }
  }

  @Test("U4: within one task a mapping is skipped, an alias, or cut")
  func selfMapping() {
    for choice in [KernelProfile.SelfMapping.skip, .alias, .cut] {
      var profile = KernelProfile()
      profile.selfMapping = choice
      let kernel = makeKernel(profile: profile)
      kernel.map(0, 0x1000, to: 1, 0x1000)
      let result = kernel.map(1, 0x1000, to: 1, 0x9000)
      #expect(result.codes == (choice == .cut ? .cut : .ok))
      #expect(result.mapBit == (choice == .alias))
      #expect(kernel.view(1, 0x9000) == (choice == .alias ? "0x1000 rw" : nil))
      kernel.unmap(1, fpage: fpage(0x1000), mask: Mask.flush)
      #expect(kernel.view(1, 0x9000) == nil)
      #expect(kernel.audit() == nil)
    }
  }

  @Test("sigma0's own pages are neither granted nor over-mapped (I-AS2)")
  func roots() {
    var profile = KernelProfile()
    profile.overmapping = .replace
    let kernel = makeKernel(profile: profile)
    kernel.map(0, 0x1000, to: 1, 0x1000, grant: true)
    #expect(kernel.view(1, 0x1000) == nil)
    kernel.map(0, 0x1000, to: 1, 0x1000)
    kernel.map(1, 0x1000, to: 0, 0x2000)
    kernel.map(1, 0x1000, to: 0, 0x2000, grant: true)
    #expect(kernel.view(0, 0x2000) == "0x2000 rw")
    kernel.map(1, 0x1000, to: 0, 0x20_0000)
    #expect(kernel.view(0, 0x20_0000) == "0x1000 rw")
    kernel.unmap(0, fpage: fpage(0, 32), mask: Mask.own)
    #expect(kernel.view(0, 0x20_0000) == "0x1000 r")
    #expect(kernel.view(0, 0x1000) == "0x1000 rw")
    kernel.reset()
    #expect(kernel.view(0, 0x20_0000) == nil)
    #expect(kernel.audit() == nil)
  }
}
