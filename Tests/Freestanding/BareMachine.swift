/// The hardware of a bare 32-bit PC, as little as the memory part of the kernel asks for.
///
/// Page-table memory is mapped one to one. What needs instructions that Swift has no words for (loading
/// CR3, INVLPG) is left to the boot code, which provides these symbols.
@_silgen_name("bare_load_cr3") func loadCR3(_ directory: UInt32)
@_silgen_name("bare_invlpg") func invalidate(_ address: UInt32)
@_silgen_name("bare_port_bitmap") func portBitmap(_ task: Int) -> UnsafeMutablePointer<UInt32>
@_silgen_name("bare_select_port_bitmap") func selectPortBitmap(_ task: Int)

@_silgen_name("bare_interrupt_requested") func isInterruptRequested() -> Bool
@_silgen_name("bare_copy") func copyBytes(_ source: UInt32, _ destination: UInt32, _ count: UInt32)
@_silgen_name("bare_mask") func maskLine(_ line: Int)
@_silgen_name("bare_unmask") func unmaskLine(_ line: Int)

struct BareMachine: Machine, ~Copyable {
  var loaded: UInt32 = 0

  var keepsOtherSpaces: Bool { false }
  var hasTimeBetweenTicks: Bool { true }

  func tableWord(at address: UInt32) -> UInt32 { word(address).pointee }

  mutating func setTableWord(at address: UInt32, to value: UInt32) { word(address).pointee = value }

  mutating func loadSpace(directory: UInt32) {
    loaded = directory
    loadCR3(directory)
  }

  mutating func invalidatePage(_ address: UInt32, directory: UInt32) {
    if directory == loaded { invalidate(address) }
  }

  mutating func invalidateSpace(directory: UInt32) {
    if directory == loaded { loadCR3(directory) }
  }

  mutating func loadPortBitmap(task: Int) { selectPortBitmap(task) }

  func portWord(task: Int, index: Int) -> UInt32 { portBitmap(task)[index] }

  mutating func setPortWord(task: Int, index: Int, to word: UInt32) {
    portBitmap(task)[index] = word
  }

  var isInterruptPending: Bool { isInterruptRequested() }

  func physicalWord(at address: UInt32) -> UInt32 { word(address).pointee }

  mutating func setPhysicalWord(at address: UInt32, to value: UInt32) {
    word(address).pointee = value
  }

  mutating func copyPhysical(from source: UInt32, to destination: UInt32, count: UInt32) {
    copyBytes(source, destination, count)
  }

  mutating func maskInterrupt(line: Int) { maskLine(line) }

  mutating func unmaskInterrupt(line: Int) { unmaskLine(line) }

  mutating func takeInterrupt(line: Int) -> Bool { false }

  private func word(_ address: UInt32) -> UnsafeMutablePointer<UInt32> {
    guard let pointer = UnsafeMutablePointer<UInt32>(bitPattern: UInt(address)) else {
      preconditionFailure("no page table lies at address 0")
    }
    return pointer
  }
}
