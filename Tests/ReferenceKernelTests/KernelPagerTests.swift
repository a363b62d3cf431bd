import ReferenceKernel
import Testing

@Suite("Page faults and what their pagers answer")
struct KernelPagerTests {
  let stage = Stage()
  let root = Stage.root
  let a = 3 * 128
  let b = 4 * 128

  private func map(_ address: UInt32, to task: Int) {
    stage.kernel.transfer(
      from: 0, sendBase: address, fpage: fpage(address), to: task, window: everywhere)
  }

  /// The root task gets a message of two fpages, at 0x1000 with the head at 0x8000, from `first` on.
  private func twoPages(_ pages: [UInt32]) -> (UInt32, UInt32) {
    for address in pages + [0x8000] { map(address, to: 2) }
    stage.kernel.poke(2, 0x8004, 6 << 13)
    stage.kernel.poke(2, 0x8008, 6 << 13)
    stage.kernel.poke(2, 0x8014, pages[1])
    stage.kernel.poke(2, 0x8018, fpage(pages[1]))
    return (pages[0], fpage(pages[0]))
  }

  @Test("An answer to a page fault, and what a window takes, can be several fpages (IPC-4, PF-3)")
  func severalPages() {
    let words = twoPages([0x5000, 0x6000])
    stage.wait(root)
    stage.kernel.run(a)
    #expect(!stage.kernel.touch(0x5000, write: false))
    stage.ipc(root, stage.id(a), send: 0x8002, words: words)
    #expect(stage.registers(root).eax == 0 && stage.state(a) == .ready)
    #expect(stage.kernel.peek(3, 0x5000) != nil && stage.kernel.peek(3, 0x6000) != nil)

    stage.wait(b, receive: everywhere | 3)
    stage.ipc(root, stage.id(b), send: 0x8002, words: words)
    #expect(stage.registers(b).eax == 2 && stage.registers(root).eax == 0)
    #expect(stage.kernel.peek(4, 0x5000) != nil && stage.kernel.peek(4, 0x6000) != nil)

    // Words have no place in a window.
    stage.wait(b, receive: everywhere | 3)
    stage.ipc(root, stage.id(b), send: 0x8000, words: words)
    #expect(stage.registers(b).code == 0xE0 && stage.registers(root).code == 0xF0)
    #expect(stage.kernel.audit() == nil)
  }

  @Test("Who answers a page fault at user level has for ever (PF-4)")
  func answersInTime() {
    let words = twoPages([0x5000, 0x6000])
    stage.wait(root)
    stage.kernel.run(a)
    var registers = stage.registers(a)
    registers.ecx = 0xFFFF  // whatever a program keeps there
    stage.kernel.setRegisters(of: a, to: registers)
    #expect(!stage.kernel.touch(0x5000, write: false))
    stage.kernel.isInterruptPending = true
    stage.ipc(root, stage.id(a), send: 0x8002, words: words)
    #expect(stage.state(root) == .sending && stage.kernel.peek(3, 0x5000) != nil)
    #expect(stage.kernel.peek(3, 0x6000) == nil)
    stage.kernel.unmap(0, fpage: fpage(0x8000), mask: 0x2)
    stage.kernel.isInterruptPending = false
    stage.kernel.timerTick()
    #expect(stage.state(root) == .sending && stage.kernel.pagerCall(of: root) != .none)
    #expect(stage.kernel.audit() == nil)
  }

  @Test("An exception waits for the page of the stack that it needs (EXC-1)")
  func exceptionWaits() {
    map(0x5000, to: 3)
    stage.kernel.poke(3, 0x5000 + 3 * 8, 0x1B_1234)
    stage.kernel.poke(3, 0x5004 + 3 * 8, 0xEE00)
    stage.kernel.run(a)
    stage.kernel.loadExceptionTable(address: 0x5000)
    stage.wait(root)
    stage.kernel.run(a)
    let before = stage.registers(a)
    stage.kernel.exception(vector: 3)
    #expect(stage.state(a) == .faulting && stage.registers(a).eip == before.eip)
    map(0x1000, to: 2)
    stage.ipc(root, stage.id(a), send: 2, words: (0x1000, fpage(0x1000)))
    stage.kernel.run(a)
    let after = stage.registers(a)
    #expect(after.eip == 0x1234 && after.esp == before.esp - 8)
    #expect(stage.kernel.peek(3, after.esp) == before.eip)
    #expect(stage.kernel.audit() == nil)
  }

  @Test("One that is sent elsewhere meanwhile has no exception any more (EX2)")
  func exceptionIsLeft() {
    map(0x5000, to: 3)
    stage.kernel.poke(3, 0x5000 + 3 * 8, 0x1B_1234)
    stage.exRegs(1, by: a, ip: 0x100, sp: 0x2000, pager: stage.id(root))
    stage.kernel.run(a + 1)
    stage.kernel.loadExceptionTable(address: 0x5000)
    stage.kernel.exception(vector: 3)
    #expect(stage.state(a + 1) == .faulting)
    stage.exRegs(1, by: a, ip: 0x300)
    stage.kernel.run(a + 1)
    #expect(stage.registers(a + 1).eip == 0x300 && stage.kernel.currentThread == a + 1)
    #expect(stage.kernel.audit() == nil)
  }
}
