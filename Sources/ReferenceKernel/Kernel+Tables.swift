/// The place of one word: the number of its table (or directory) and its offset in it.
struct Slot {
  var table: UInt32
  var offset: UInt32

  /// The place among the shadows.
  var index: Int { Int(table << 10 | offset) }
}

/// Page tables, the shadows beside them, and the translation buffer.
extension Kernel where Hardware: ~Copyable {
  /// How many page tables a new mapping may still take. (AS15)
  var availableTables: UInt32 { freeTables - reservedTables }

  func tableAddress(_ table: UInt32) -> UInt32 { configuration.tableAddress + table << 12 }

  func directoryAddress(of task: TaskNumber) -> UInt32 { tableAddress(UInt32(task)) }

  func directorySlot(_ task: TaskNumber, _ page: UInt32) -> Slot {
    Slot(table: UInt32(task), offset: page >> 10)
  }

  func word(_ slot: Slot) -> PageTableEntry {
    PageTableEntry(word: machine.tableWord(at: tableAddress(slot.table) + slot.offset << 2))
  }

  mutating func setWord(_ slot: Slot, to entry: PageTableEntry) {
    machine.setTableWord(at: tableAddress(slot.table) + slot.offset << 2, to: entry.word)
    counters.tableWrites += 1
  }

  /// The word that maps a page: in a table, or in the directory for a large page; nil without a table.
  func slot(of task: TaskNumber, _ page: UInt32) -> Slot? {
    let directory = directorySlot(task, page)
    let entry = word(directory)
    guard entry.isPresent else { return nil }
    if entry.isLarge { return directory }
    return Slot(table: tableNumber(entry), offset: page & Large.mask)
  }

  func tableNumber(_ entry: PageTableEntry) -> UInt32 {
    (entry.address - configuration.tableAddress) >> 12
  }

  /// The node of a page; 0 if the task does not hold it. (I-AS1)
  func lookUp(_ task: TaskNumber, _ page: UInt32) -> NodeIndex {
    guard let slot = slot(of: task, page) else { return 0 }
    return pools.shadows[slot.index]
  }

  func entry(for node: Node) -> PageTableEntry {
    .memory(frame: node.frame, isWritable: node.isWritable, isLarge: node.isLarge)
  }

  /// Fills an empty word.
  mutating func fill(_ slot: Slot, with node: NodeIndex, entry: PageTableEntry) {
    setWord(slot, to: entry)
    pools.shadows[slot.index] = node
    pools.tableUse[Int(slot.table)] += 1
  }

  /// Empties a word.
  mutating func clear(_ slot: Slot) {
    setWord(slot, to: .empty)
    pools.shadows[slot.index] = 0
    pools.tableUse[Int(slot.table)] -= 1
  }

  /// Whether a small page could be entered: there is a table, or there could be one.
  func canEnter(_ task: TaskNumber, _ page: UInt32) -> Bool {
    word(directorySlot(task, page)).isPresent || availableTables > 0
  }

  /// Enters a node into its task's tables; the place is empty, and `canEnter` was true. (I-AS5)
  ///
  /// Nothing to invalidate: the translation buffer never holds absent entries.
  mutating func enter(node index: NodeIndex) {
    let node = pools.nodes[Int(index)]
    var slot = directorySlot(TaskNumber(node.task), node.page)
    if !node.isLarge {
      let entry = word(slot)
      let table = entry.isPresent ? tableNumber(entry) : takeTable()
      if !entry.isPresent { fill(slot, with: 0, entry: .table(at: tableAddress(table))) }
      slot = Slot(table: table, offset: node.page & Large.mask)
    }
    fill(slot, with: index, entry: entry(for: node))
  }

  /// Removes a node from its task's tables, with the table if it was the last, and then from the
  /// translation buffer: in this order even a cached directory entry is gone on return. (UM11)
  mutating func leave(node index: NodeIndex) {
    let node = pools.nodes[Int(index)]
    let directory = directorySlot(TaskNumber(node.task), node.page)
    if node.isLarge {
      clear(directory)
    } else {
      let table = tableNumber(word(directory))
      clear(Slot(table: table, offset: node.page & Large.mask))
      if pools.tableUse[Int(table)] == 0 {
        clear(directory)
        releaseTable(table)
      }
    }
    invalidate(TaskNumber(node.task), node.page)
  }

  /// Writes the rights of a node into its task's tables. (M-AS14)
  ///
  /// Invalidates after widening too: else a write would fault and be sent to the pager in vain.
  mutating func setRights(of index: NodeIndex, isWritable: Bool) {
    pools.nodes[Int(index)].isWritable = isWritable
    let node = pools.nodes[Int(index)]
    guard let slot = slot(of: TaskNumber(node.task), node.page) else { return }
    setWord(slot, to: entry(for: node))
    invalidate(TaskNumber(node.task), node.page)
  }

  /// Forgets the translation of a page, where the hardware may have one. (UM11, M-AS12, M-AS13)
  ///
  /// A space that is not loaded has none in an untagged buffer; a dying task's are gone already.
  mutating func invalidate(_ task: TaskNumber, _ page: UInt32) {
    guard task == currentTask || machine.keepsOtherSpaces else { return }
    guard pools.tasks[task].state == .active else { return }
    machine.invalidatePage(page << 12, directory: directoryAddress(of: task))
    counters.pageInvalidations += 1
  }

  mutating func takeTable() -> UInt32 {
    precondition(freeTables > 0, "the caller has counted the free tables")
    freeTables -= 1
    return pools.freeTables[Int(freeTables)]
  }

  mutating func releaseTable(_ table: UInt32) {
    pools.freeTables[Int(freeTables)] = table
    freeTables += 1
  }
}
