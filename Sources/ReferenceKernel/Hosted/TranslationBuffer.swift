/// A translation lookaside buffer: what the processor remembers of page tables until told otherwise.
///
/// It never looks whether the tables have changed; that is the kernel's business. (UM11)
struct TranslationBuffer {
  struct Entry: BitwiseCopyable {
    var directory: UInt32 = 0
    /// The (first) page number; for a large entry a multiple of 1024.
    var page: UInt32 = 0
    var frame: UInt32 = 0
    /// An entry of another epoch is empty.
    var epoch: UInt32 = 0
    var isWritable = false
    /// Whether the dirty bit in memory is known to be set.
    var isDirty = false
  }

  static let sets = 64
  static let ways = 4
  static let largeWays = 8

  /// The small entries set by set, then the large ones.
  let entries: UnsafeMutableBufferPointer<Entry>
  /// The way of each set to replace next: round robin, hence deterministic.
  let turns: UnsafeMutableBufferPointer<UInt8>
  private(set) var epoch: UInt32 = 1

  init() {
    entries = .allocate(capacity: Self.sets * Self.ways + Self.largeWays)
    entries.initialize(repeating: Entry())
    turns = .allocate(capacity: Self.sets + 1)
    turns.initialize(repeating: 0)
  }

  func deallocate() {
    entries.deallocate()
    turns.deallocate()
  }

  /// The place of a usable entry for a page of a space.
  func find(_ page: UInt32, directory: UInt32) -> Int? {
    let start = start(of: page, directory: directory)
    for index in start..<start + Self.ways where matches(index, page, directory) { return index }
    let region = page & ~1023
    let large = Self.sets * Self.ways
    for index in large..<large + Self.largeWays where matches(index, region, directory) {
      return index
    }
    return nil
  }

  /// Whether the entry at `index` is a large one.
  func isLarge(at index: Int) -> Bool { index >= Self.sets * Self.ways }

  /// Remembers a translation in the place of the oldest one of its set.
  mutating func insert(_ entry: Entry, isLarge: Bool) {
    var entry = entry
    entry.epoch = epoch
    let set = isLarge ? Self.sets : set(of: entry.page, directory: entry.directory)
    let ways = isLarge ? Self.largeWays : Self.ways
    let way = Int(turns[set])
    turns[set] = UInt8((way + 1) % ways)
    entries[set * Self.ways + way] = entry
  }

  mutating func drop(at index: Int) { entries[index].epoch = 0 }

  /// Forgets a page of a space, small and large.
  mutating func drop(_ page: UInt32, directory: UInt32) {
    while let index = find(page, directory: directory) { drop(at: index) }
  }

  /// Forgets a space.
  mutating func drop(directory: UInt32) {
    for index in entries.indices where entries[index].directory == directory { drop(at: index) }
  }

  /// Forgets everything, at no cost but once in four thousand million times.
  mutating func dropAll() {
    epoch &+= 1
    if epoch == 0 {
      entries.update(repeating: Entry())
      epoch = 1
    }
  }

  private func matches(_ index: Int, _ page: UInt32, _ directory: UInt32) -> Bool {
    let entry = entries[index]
    return entry.page == page && entry.directory == directory && entry.epoch == epoch
  }

  private func set(of page: UInt32, directory: UInt32) -> Int {
    Int(page ^ page >> 6 ^ directory >> 12) & (Self.sets - 1)
  }

  private func start(of page: UInt32, directory: UInt32) -> Int {
    set(of: page, directory: directory) * Self.ways
  }
}
