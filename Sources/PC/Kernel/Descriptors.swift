import PCHardware

/// The interrupt table and the task state segment; the descriptors of the segments are in boot.S.
enum Descriptors {
  private static let lastVector: UInt32 = 0x37
  private static var table: UInt32 { pc_interrupt_table_address() }

  /// Gates to all entries; user code may use those of system calls, breakpoints and overflow. (EXC-2)
  static func start() {
    pc_load_descriptors()
    pc_write32(PCLayout.taskState + 8, PCLayout.kernelData)
    pc_write16(PCLayout.taskState + 102, 104)
    for vector in 0...lastVector {
      let entry = pc_vector_entry(vector)
      let isCallable = vector >= 0x30 || vector == 3 || vector == 4
      let gate = table + vector << 3
      pc_write32(gate, PCLayout.kernelCode << 16 | entry & 0xFFFF)
      pc_write32(gate + 4, entry & 0xFFFF_0000 | 0x8E00 | (isCallable ? 0x6000 : 0))
    }
    pc_load_interrupt_table(table, (lastVector + 1) << 3 - 1)
  }
}
