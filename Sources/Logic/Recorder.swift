import CThread

/// What a thread records with. A recording in a recording is the end of the same list.
@usableFromInline
struct Recorder {
  /// Where a recording begins, and what to go back to when it ends.
  @usableFromInline
  struct Mark {
    @usableFromInline let start: Int
    @usableFromInline let hash: UInt64
    @usableFromInline let isActive: Bool

    @inlinable
    init(start: Int, hash: UInt64, isActive: Bool) {
      self.start = start
      self.hash = hash
      self.isActive = isActive
    }
  }

  @usableFromInline var isActive = false
  /// A hash of the innermost recording, for this process only: it takes where a sentence lies for
  /// what it says, and so needs not read it.
  @usableFromInline var hash: UInt64 = 0
  @usableFromInline var count = 0
  /// Room for questions; the first `count` are there. An array would ask at each whether it is
  /// shared.
  @usableFromInline var decisions = UnsafeMutableBufferPointer<Decision>.allocate(capacity: 64)
  @usableFromInline var paths = PathTable()

  /// The recorder of this thread, once there is one.
  @inlinable
  static var current: UnsafeMutablePointer<Self>? {
    CThread_kept()?.assumingMemoryBound(to: Self.self)
  }

  /// The recorder of this thread, which lasts until the thread ends.
  @inlinable
  static func ofThread() -> UnsafeMutablePointer<Self> { current ?? made() }

  @usableFromInline
  static func made() -> UnsafeMutablePointer<Self> {
    let recorder = UnsafeMutablePointer<Self>.allocate(capacity: 1)
    recorder.initialize(to: Self())
    CThread_keep(recorder) { pointer in
      let recorder = pointer.assumingMemoryBound(to: Recorder.self)
      recorder.pointee.decisions.deallocate()
      recorder.deinitialize(count: 1)
      recorder.deallocate()
    }
    return recorder
  }

  @inlinable
  mutating func begin() -> Mark {
    let mark = Mark(start: count, hash: hash, isActive: isActive)
    hash = 0x9E37_79B9_7F4A_7C15
    isActive = true
    return mark
  }

  @inlinable
  mutating func end(_ mark: Mark) {
    count = mark.start
    hash = mark.hash
    isActive = mark.isActive
  }

  @inlinable
  mutating func append(_ decision: Decision) {
    if count == decisions.count { grow() }
    decisions.initializeElement(at: count, to: decision)
    count += 1
    let sentence = decision.sentence
    let place =
      sentence.hasPointerRepresentation
      ? UInt64(UInt(bitPattern: sentence.utf8Start)) : UInt64(sentence.unicodeScalar.value)
    hash = (hash ^ (place << 1 | (decision.taken ? 1 : 0))) &* 0xD6E8_FEB8_6659_FD93
    hash ^= hash >> 32
  }

  @usableFromInline
  mutating func grow() {
    let larger = UnsafeMutableBufferPointer<Decision>.allocate(capacity: 2 * decisions.count)
    _ = larger.moveInitialize(fromContentsOf: decisions)
    decisions.deallocate()
    decisions = larger
  }

  @usableFromInline
  func decisions(since mark: Mark) -> [Decision] { Array(decisions[mark.start..<count]) }

  /// The id of the innermost recording. Its sentences are read when they are first met only.
  @inlinable
  mutating func path(since mark: Mark) -> PathID? {
    if let known = paths.find(hash) { return known }
    return learnPath(since: mark)
  }

  @usableFromInline
  mutating func learnPath(since mark: Mark) -> PathID? {
    let name = PathName(decisions(since: mark))
    if let name { Trail.keep(name) }
    paths.insert(hash, name?.id)
    return name?.id
  }
}

/// Paths by hashes that are good enough to be places: open addressing, at most half full.
@usableFromInline
struct PathTable {
  @usableFromInline
  struct Entry {
    /// 0 if the entry is empty.
    @usableFromInline var hash: UInt64
    @usableFromInline var path: PathID?
  }

  @usableFromInline var entries = [Entry](repeating: Entry(hash: 0, path: nil), count: 64)
  private var count = 0

  @inlinable
  func find(_ hash: UInt64) -> PathID?? {
    let mask = entries.count - 1
    var place = Int(truncatingIfNeeded: hash) & mask
    while entries[place].hash != 0 {
      if entries[place].hash == hash { return .some(entries[place].path) }
      place = (place + 1) & mask
    }
    return nil
  }

  mutating func insert(_ hash: UInt64, _ path: PathID?) {
    if 2 * (count + 1) > entries.count {
      let old = entries
      entries = Array(repeating: Entry(hash: 0, path: nil), count: 2 * old.count)
      for entry in old where entry.hash != 0 { place(entry) }
    }
    place(Entry(hash: hash, path: path))
    count += 1
  }

  private mutating func place(_ entry: Entry) {
    let mask = entries.count - 1
    var place = Int(truncatingIfNeeded: entry.hash) & mask
    while entries[place].hash != 0 { place = (place + 1) & mask }
    entries[place] = entry
  }
}
