import Synchronization

/// What a worker needs to know of the store. It is valid until the table is replaced, which happens while no worker runs.
///
/// Every worker has an arena of its own: codes in the order in which they were found, and beside each the number of the state that
/// it was first reached from. The number of a state is its index in the arena, followed by the number of the worker in the
/// low bits. One table of 32-bit entries finds states by their codes: the low bits of an entry are a state's number plus 1, and
/// the bits above are some of its hash, so that hardly ever another state's code is fetched in vain. 0 is a free entry.
@usableFromInline
struct StoreView<Code: StateCode>: @unchecked Sendable {
  @usableFromInline let codes: UnsafeMutablePointer<UInt64>
  @usableFromInline let parents: UnsafeMutablePointer<UInt32>
  @usableFromInline let words: Int
  @usableFromInline let workerBits: UInt32
  /// States that an arena has address space for.
  @usableFromInline let arenaCapacity: Int
  @usableFromInline var entries: UnsafeMutablePointer<Atomic<UInt32>>
  @usableFromInline var entryCount: UInt64
  @usableFromInline var numberBits: UInt32

  @usableFromInline
  init(
    codes: Region, parents: Region, words: Int, workerBits: UInt32, arenaCapacity: Int,
    table: Region, entryCount: Int, numberBits: UInt32
  ) {
    self.codes = codes.base.assumingMemoryBound(to: UInt64.self)
    self.parents = parents.base.assumingMemoryBound(to: UInt32.self)
    self.words = words
    self.workerBits = workerBits
    self.arenaCapacity = arenaCapacity
    entries = table.base.assumingMemoryBound(to: Atomic<UInt32>.self)
    self.entryCount = UInt64(entryCount)
    self.numberBits = numberBits
  }

  /// The parent of an initial state.
  @inlinable static var root: UInt32 { .max }

  @inlinable @inline(__always)
  func number(worker: Int, index: Int) -> UInt32 {
    UInt32(truncatingIfNeeded: index) &<< workerBits | UInt32(truncatingIfNeeded: worker)
  }

  /// Where in the arenas, taken as one array, a state is.
  @inlinable @inline(__always)
  func position(_ number: UInt32) -> Int {
    let worker = Int(number & (1 &<< workerBits &- 1))
    return worker &* arenaCapacity &+ Int(number &>> workerBits)
  }

  @inlinable @inline(__always)
  func code(_ number: UInt32) -> Code {
    let source = codes + position(number) &* words
    return Code(count: words) { source[$0] }
  }

  @inlinable @inline(__always)
  func holds(_ code: Code, at number: UInt32) -> Bool {
    let stored = codes + position(number) &* words
    var difference = stored[0] ^ code.word(0)
    var index = 1
    while index < words {
      difference |= stored[index] ^ code.word(index)
      index &+= 1
    }
    return difference == 0
  }

  @inlinable
  func write(_ code: Code, parent: UInt32, at number: UInt32) {
    let position = position(number)
    for index in 0..<words { codes[position &* words &+ index] = code.word(index) }
    parents[position] = parent
  }

  @inlinable @inline(__always)
  func home(_ hash: UInt64) -> Int {
    Int(truncatingIfNeeded: hash.multipliedFullWidth(by: entryCount).high)
  }

  /// The part of an entry that is taken from the hash.
  @inlinable @inline(__always)
  func tag(_ hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash) &<< numberBits }

  @inlinable @inline(__always)
  func after(_ slot: Int) -> Int { slot &+ 1 == Int(entryCount) ? 0 : slot &+ 1 }

  /// The state's number, if `entry`, which is not 0, is that of the state with this code.
  @inlinable @inline(__always)
  func number(in entry: UInt32, tag: UInt32, code: Code) -> UInt32? {
    guard (entry ^ tag) &>> numberBits == 0 else { return nil }
    let number = (entry & (1 &<< numberBits &- 1)) &- 1
    return holds(code, at: number) ? number : nil
  }

  /// The number of the state with this code.
  @inlinable
  func find(_ code: Code) -> UInt32? {
    let hash = stateHash(code, words: words)
    let tag = tag(hash)
    var slot = home(hash)
    while true {
      let entry = entries[slot].load(ordering: .acquiring)
      if entry == 0 { return nil }
      if let number = number(in: entry, tag: tag, code: code) { return number }
      slot = after(slot)
    }
  }

  /// Enters a state that is known not to be in the table, as when the table has been replaced.
  @inlinable
  func reenter(_ number: UInt32) {
    let hash = stateHash(code(number), words: words)
    let entry = tag(hash) | (number &+ 1)
    var slot = home(hash)
    while !entries[slot].compareExchange(expected: 0, desired: entry, ordering: .relaxed).exchanged
    {
      slot = after(slot)
    }
  }

  /// The codes from an initial state to this one, along the states that each was first reached from.
  @inlinable
  func path(to number: UInt32) -> [Code] {
    var path = [code(number)]
    var parent = parents[position(number)]
    while parent != StoreView.root {
      path.append(code(parent))
      parent = parents[position(parent)]
    }
    return path.reversed()
  }
}
