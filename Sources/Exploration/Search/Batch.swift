/// A successor on its way to the table.
@usableFromInline
struct Pending<Code: StateCode> {
  @usableFromInline let code: Code
  @usableFromInline let hash: UInt64
  @usableFromInline let parent: UInt32

  @inlinable
  init(code: Code, hash: UInt64, parent: UInt32) {
    self.code = code
    self.hash = hash
    self.parent = parent
  }
}

/// Successors that are looked up together, so that the memory works on many of them at a time.
@usableFromInline
struct Batch<Code: StateCode>: ~Copyable {
  @usableFromInline private(set) var pending: UnsafeMutablePointer<Pending<Code>>
  @usableFromInline private(set) var entries: UnsafeMutablePointer<UInt32>
  @usableFromInline private(set) var capacity = 128
  @usableFromInline var count = 0

  init() {
    pending = .allocate(capacity: capacity)
    entries = .allocate(capacity: capacity)
  }

  @inlinable deinit {
    pending.deallocate()
    entries.deallocate()
  }

  /// For when there is no room in the table in the midst of a state's successors.
  @usableFromInline
  mutating func enlarge() {
    let larger = UnsafeMutablePointer<Pending<Code>>.allocate(capacity: 2 * capacity)
    larger.moveInitialize(from: pending, count: count)
    pending.deallocate()
    entries.deallocate()
    pending = larger
    capacity *= 2
    entries = .allocate(capacity: capacity)
  }

  /// Leaves only what begins at `first`.
  @usableFromInline
  mutating func drop(before first: Int) {
    for index in first..<count { pending[index - first] = pending[index] }
    count -= first
  }

  /// How many states the successors are of.
  var parents: Int {
    var parents = 0
    for index in 0..<count where index == 0 || pending[index].parent != pending[index - 1].parent {
      parents += 1
    }
    return parents
  }
}
