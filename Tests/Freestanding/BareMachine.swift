/// The hardware of a bare 32-bit PC, as little as the memory part of the kernel asks for.
///
/// Page-table memory is mapped one to one. What needs instructions that Swift has no words for (loading
/// CR3, INVLPG) is left to the boot code, which provides these symbols.
@_silgen_name("bare_load_cr3") func loadCR3(_ directory: UInt32)
@_silgen_name("bare_invlpg") func invalidate(_ address: UInt32)
@_silgen_name("bare_port_bitmap") func portBitmap(_ task: Int) -> UnsafeMutablePointer<UInt32>
@_silgen_name("bare_select_port_bitmap") func selectPortBitmap(_ task: Int)

struct BareMachine: Machine, ~Copyable {
  var loaded: UInt32 = 0

  var keepsOtherSpaces: Bool { false }

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

  private func word(_ address: UInt32) -> UnsafeMutablePointer<UInt32> {
    guard let pointer = UnsafeMutablePointer<UInt32>(bitPattern: UInt(address)) else {
      preconditionFailure("no page table lies at address 0")
    }
    return pointer
  }
}
