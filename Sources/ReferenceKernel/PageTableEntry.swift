/// One word of a two-level i386 page table or directory.
struct PageTableEntry: Equatable {
  var word: UInt32

  static let present: UInt32 = 1 << 0
  static let writable: UInt32 = 1 << 1
  static let user: UInt32 = 1 << 2
  static let accessed: UInt32 = 1 << 5
  static let dirty: UInt32 = 1 << 6
  static let large: UInt32 = 1 << 7
  static let frameMask: UInt32 = 0xFFFF_F000

  static let empty = PageTableEntry(word: 0)

  /// A directory entry that leads to a page table; the table's entries decide about the rights.
  static func table(at address: UInt32) -> PageTableEntry {
    PageTableEntry(word: address | present | writable | user)
  }

  /// An entry that leads to memory: 4 KB in a table, 4 MB in a directory.
  static func memory(frame: UInt32, isWritable: Bool, isLarge: Bool) -> PageTableEntry {
    PageTableEntry(
      word: frame << 12 | present | user | (isWritable ? writable : 0) | (isLarge ? large : 0))
  }

  var isPresent: Bool { word & Self.present != 0 }
  var isWritable: Bool { word & Self.writable != 0 }
  var isUser: Bool { word & Self.user != 0 }
  var isLarge: Bool { word & Self.large != 0 }
  var address: UInt32 { word & Self.frameMask }
  var frame: UInt32 { word >> 12 }

  /// The entry without the bits that the hardware sets by itself, which nobody may ask for. (AS18)
  var withoutHistory: PageTableEntry {
    PageTableEntry(word: word & ~(Self.accessed | Self.dirty))
  }
}
