import PCHardware

/// What a general protection fault of user code was about. (IO6, EXC-1, EXC-2)
enum ProtectionFault {
  /// A port that the task does not hold.
  case port(UInt32)
  /// LIDT, with the address of its operand and the address of the next instruction.
  case loadTable(operand: UInt32, next: UInt32)
  /// Anything else.
  case other

  /// Decodes the instruction at the thread's instruction pointer.
  init(_ registers: Registers) {
    var code = InstructionBytes(next: registers.eip)
    var width: UInt32 = 4
    var opcode = code.byte()
    while Self.isPrefix(opcode) {
      if opcode == 0x66 { width = 2 }
      opcode = code.byte()
    }
    switch opcode {
    case 0xE4...0xE7:
      self = Self.deniedPort(from: code.byte(), width: opcode & 1 == 0 ? 1 : width)
    case 0x6C...0x6F, 0xEC...0xEF:
      self = Self.deniedPort(from: registers.edx & 0xFFFF, width: opcode & 1 == 0 ? 1 : width)
    case 0x0F:
      self = .other
      guard code.byte() == 0x01 else { return }
      let form = code.byte()
      guard form >> 3 & 7 == 3, form >> 6 != 3 else { return }
      let operand = code.operand(form, registers)
      self = .loadTable(operand: operand, next: code.next)
    default:
      self = .other
    }
  }

  private static func isPrefix(_ opcode: UInt32) -> Bool {
    switch opcode {
    case 0x26, 0x2E, 0x36, 0x3E, 0x64, 0x65, 0x66, 0x67, 0xF0, 0xF2, 0xF3: true
    default: false
    }
  }

  /// The first of these ports that the current task does not hold; its bitmap lies in its window.
  private static func deniedPort(from first: UInt32, width: UInt32) -> ProtectionFault {
    for port in first..<first + width {
      let bits = pc_read8(PCLayout.portWindow + 0x1000 + port >> 3)
      if port > 0xFFFF || bits & 1 << UInt8(port & 7) != 0 { return .port(port & 0xFFFF) }
    }
    return .other
  }
}

/// The bytes of an instruction of the current space. It has just been executed, so they can be read;
/// where another thread has unmapped them meanwhile, they read as 0.
struct InstructionBytes {
  private(set) var next: UInt32

  init(next: UInt32) { self.next = next }

  mutating func byte() -> UInt32 {
    let address = next
    next = next &+ 1
    return UserMemory.byte(at: address) ?? 0
  }

  private mutating func word() -> UInt32 {
    byte() | byte() << 8 | byte() << 16 | byte() << 24
  }

  /// The effective address of a memory operand: 32-bit forms only.
  mutating func operand(_ form: UInt32, _ registers: Registers) -> UInt32 {
    let mode = form >> 6
    var address: UInt32 = 0
    if form & 7 == 4 {
      let scaled = byte()
      let index = scaled >> 3 & 7
      if index != 4 { address = registers[index] << (scaled >> 6) }
      address &+= scaled & 7 == 5 && mode == 0 ? word() : registers[scaled & 7]
    } else {
      address = form & 7 == 5 && mode == 0 ? word() : registers[form & 7]
    }
    if mode == 1 {
      let byte = self.byte()
      address &+= byte & 0x80 != 0 ? byte | 0xFFFF_FF00 : byte
    } else if mode == 2 {
      address &+= word()
    }
    return address
  }
}

extension Registers {
  /// A general register by the number that instructions have for it.
  fileprivate subscript(_ number: UInt32) -> UInt32 {
    switch number {
    case 0: eax
    case 1: ecx
    case 2: edx
    case 3: ebx
    case 4: esp
    case 5: ebp
    case 6: esi
    default: edi
    }
  }
}

/// The memory of the loaded space, as its user code sees it.
enum UserMemory {
  /// Nil where no page is mapped.
  static func byte(at address: UInt32) -> UInt32? {
    guard address < PCLayout.kernelArea else { return nil }
    let directory = PCLayout.virtual(pc_directory() & ~0xFFF)
    let entry = pc_read32(directory + (address >> 22) << 2)
    guard entry & 1 != 0 else { return nil }
    if entry & 0x80 != 0 {
      return UInt32(pc_read8(PCLayout.virtual(entry & 0xFFC0_0000 | address & 0x3F_FFFF)))
    }
    let page = pc_read32(PCLayout.virtual(entry & ~0xFFF) + (address >> 12 & 0x3FF) << 2)
    guard page & 1 != 0 else { return nil }
    return UInt32(pc_read8(PCLayout.virtual(page & ~0xFFF | address & 0xFFF)))
  }

  /// Nil where a part is not mapped.
  static func word(at address: UInt32) -> UInt32? {
    var word: UInt32 = 0
    for offset in (0..<4 as Range<UInt32>).reversed() {
      guard let byte = byte(at: address &+ offset) else { return nil }
      word = word << 8 | byte
    }
    return word
  }
}
