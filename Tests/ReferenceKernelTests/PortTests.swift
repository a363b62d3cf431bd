import ReferenceKernel
import Testing

@Suite("I/O ports (IO1 … IO6)")
struct PortTests {
  let all = ports(0, 16)

  func held(_ kernel: HostedKernel, _ task: Int) -> [UInt32] {
    (0..<300).filter { kernel.portAccess(task, port: $0) }
  }

  @Test("Only the ports in both fpages are mapped, at their own numbers (IO2)")
  func intersection() {
    let kernel = makeKernel()
    #expect(held(kernel, 0).count == 256)
    kernel.transfer(
      from: 0, sendBase: 0x7777, fpage: ports(0x20, 5), to: 1, window: ports(0x38, 2))
    #expect(held(kernel, 1) == [0x38, 0x39, 0x3A, 0x3B])
    kernel.transfer(from: 0, sendBase: 0, fpage: ports(0x10), to: 1, window: all)
    #expect(held(kernel, 1) == [0x10, 0x38, 0x39, 0x3A, 0x3B])
    kernel.transfer(from: 0, sendBase: 0, fpage: ports(0x11), to: 1, window: everywhere)
    #expect(held(kernel, 1).count == 5)
    #expect(held(kernel, 2).isEmpty)
    #expect(kernel.audit() == nil)
  }

  @Test("Grant keeps parent and children; unmap is recursive (AS6, UM6, M-AS27)")
  func tree() {
    let kernel = makeKernel()
    kernel.transfer(from: 0, sendBase: 0, fpage: ports(0x40, 3), to: 1, window: all)
    kernel.transfer(from: 1, sendBase: 0, fpage: ports(0x40, 1), to: 2, window: all)
    kernel.transfer(
      from: 1, sendBase: 0, fpage: ports(0x40, 0, grant: true), to: 3, window: all)
    #expect(held(kernel, 1) == Array(0x41...0x47))
    #expect(held(kernel, 2) == [0x40, 0x41])
    #expect(held(kernel, 3) == [0x40])
    kernel.unmap(3, fpage: ports(0x40), mask: Mask.flush)
    #expect(held(kernel, 2) == [0x41])
    kernel.unmap(1, fpage: ports(0x40, 3), mask: Mask.flush)
    #expect(held(kernel, 2).isEmpty)
    #expect(held(kernel, 1).count == 7)
    kernel.unmap(0, fpage: ports(0x40), mask: Mask.flush | Mask.own)
    #expect(held(kernel, 3).isEmpty)
    #expect(held(kernel, 0).count == 256)
    #expect(kernel.audit() == nil)
  }

  @Test("U6: read-only unmap has no effect, or unmaps")
  func readOnly() {
    for choice in [KernelProfile.PortReadOnlyUnmap.noEffect, .unmap] {
      var profile = KernelProfile()
      profile.portReadOnlyUnmap = choice
      let kernel = makeKernel(profile: profile)
      kernel.transfer(from: 0, sendBase: 0, fpage: ports(5), to: 1, window: all)
      kernel.unmap(0, fpage: ports(5), mask: Mask.readOnly)
      #expect(held(kernel, 1) == (choice == .noEffect ? [5] : []))
    }
  }

  @Test("U5: with sixteen ports as the unit, a smaller fpage is invalid")
  func granularity() {
    var profile = KernelProfile()
    profile.portGranularity = 4
    let kernel = makeKernel(profile: profile)
    let result = kernel.transfer(from: 0, sendBase: 0, fpage: ports(0x20, 3), to: 1, window: all)
    #expect(result.endsList)
    kernel.transfer(from: 0, sendBase: 0, fpage: ports(0x23, 4), to: 1, window: all)
    #expect(held(kernel, 1) == Array(0x20...0x2F))
  }
}
