/// The memory management unit.
extension HostedMachine {
  /// A user access in the current space: through the translation buffer, else through the tables. (AS21)
  ///
  /// A write that the buffer forbids faults without a look at the tables, as on the 486, and drops the
  /// entry; so a kernel that widens rights and does not invalidate shows a fault too many.
  public mutating func access(_ address: UInt32, write: Bool) -> Access {
    let page = address >> 12
    if let index = buffer.find(page, directory: directory) {
      let entry = buffer.entries[index]
      if !write || entry.isDirty {
        return .hit(physicalAddress: (entry.frame + (page - entry.page)) << 12 | address & 0xFFF)
      }
      buffer.drop(at: index)
      if !entry.isWritable { return .fault }
    }
    return walk(address, write: write)
  }

  /// Walks the two levels, sets the accessed and dirty bits, and remembers the translation.
  private mutating func walk(_ address: UInt32, write: Bool) -> Access {
    let page = address >> 12
    var place = directory + (page >> 10) << 2
    var entry = PageTableEntry(word: tableWord(at: place))
    guard entry.isPresent, entry.isUser else { return .fault }
    let isLarge = entry.isLarge
    var isWritable = entry.isWritable
    if !isLarge {
      setTableWord(at: place, to: entry.word | PageTableEntry.accessed)
      place = entry.address + (page & 1023) << 2
      entry = PageTableEntry(word: tableWord(at: place))
      guard entry.isPresent, entry.isUser else { return .fault }
      isWritable = isWritable && entry.isWritable
    }
    if write && !isWritable { return .fault }
    entry.word |= PageTableEntry.accessed | (write ? PageTableEntry.dirty : 0)
    setTableWord(at: place, to: entry.word)
    let remembered = TranslationBuffer.Entry(
      directory: directory, page: isLarge ? page & ~1023 : page, frame: entry.frame,
      isWritable: isWritable, isDirty: isWritable && entry.word & PageTableEntry.dirty != 0)
    buffer.insert(remembered, isLarge: isLarge)
    return .hit(
      physicalAddress: (entry.frame + (page - remembered.page)) << 12 | address & 0xFFF)
  }

  /// The translation in the tables, without a trace in buffer or tables: page number of the frame, rights.
  func translation(
    of page: UInt32, directory: UInt32
  ) -> (frame: UInt32, isWritable: Bool)? {
    var entry = PageTableEntry(word: tableWord(at: directory + (page >> 10) << 2))
    guard entry.isPresent, entry.isUser else { return nil }
    if entry.isLarge { return (entry.frame + page & 1023, entry.isWritable) }
    let upper = entry
    entry = PageTableEntry(word: tableWord(at: upper.address + (page & 1023) << 2))
    guard entry.isPresent, entry.isUser else { return nil }
    return (entry.frame, upper.isWritable && entry.isWritable)
  }

  /// Reads a word of physical memory; nil outside the frames.
  func load(physicalAddress: UInt32) -> UInt32? {
    guard physicalAddress >= frameAddress else { return nil }
    let index = Int(physicalAddress - frameAddress) >> 2
    return index < frames.count ? frames[index] : nil
  }

  /// Writes a word of physical memory; nothing happens outside the frames.
  mutating func store(_ word: UInt32, physicalAddress: UInt32) {
    guard physicalAddress >= frameAddress else { return }
    let index = Int(physicalAddress - frameAddress) >> 2
    guard index < frames.count else { return }
    frames[index] = word
    dirtyFrames[index >> 10] = true
  }
}
