/// The lists that belong to no thread, by their place behind the control blocks.
enum ListHead {
  /// A ring a priority. (SC1)
  static let rings = 0
  /// The timeouts, by the low bits of the tick in which they pass; there is room for 256 lists.
  static let timeouts = 256
  /// The timeouts that have come.
  static let due = 512
  /// The transfers that were interrupted, by their senders.
  static let transfers = 513
  static let count = 514
}

/// Circular lists through the control blocks: entering and leaving take a few instructions and no
/// decision, for each list has a head that is a link too.
extension Kernel where Hardware: ~Copyable {
  /// The links at a distance from the first control block.
  @inline(__always)
  func links(_ place: UInt32) -> UnsafeMutablePointer<Link> {
    Self.links(place, UnsafeMutableRawPointer(blocks))
  }

  /// The same for who has the address of the first control block at hand.
  @inline(__always)
  static func links(
    _ place: UInt32, _ base: UnsafeMutableRawPointer
  ) -> UnsafeMutablePointer<Link> {
    (base + Int(truncatingIfNeeded: place)).assumingMemoryBound(to: Link.self)
  }

  @inline(__always)
  func place(_ block: Block) -> UInt32 {
    UInt32(truncatingIfNeeded: UnsafeRawPointer(block) - UnsafeRawPointer(blocks))
  }

  @inline(__always)
  func task(_ thread: Block) -> TaskNumber { TaskNumber(truncatingIfNeeded: thread.pointee.task) }

  /// The number of a thread, as control blocks name others.
  @inline(__always)
  func number(_ thread: Block) -> UInt32 { UInt32(truncatingIfNeeded: thread - blocks) }

  func partner(of thread: Block) -> Block {
    blocks + Int(truncatingIfNeeded: thread.pointee.partner)
  }

  func pagerPartner(of thread: Block) -> Block {
    blocks + Int(truncatingIfNeeded: thread.pointee.pagerPartner)
  }

  /// The place of the head of a list that belongs to no thread.
  @inline(__always)
  func head(_ list: Int) -> UInt32 {
    heads &+ UInt32(truncatingIfNeeded: list) &<< 3
  }

  /// The thread whose links are at `place`, which are the ones `offset` bytes inside.
  @inline(__always)
  func block(of place: UInt32, _ offset: UInt32) -> Block {
    blocks + Int(truncatingIfNeeded: (place &- offset) >> 8)
  }

  /// Puts a link at the end of a list.
  @inline(__always)
  func append(_ place: UInt32, to head: UInt32) {
    let last = links(head).pointee.previous
    links(place).pointee.next = head
    links(place).pointee.previous = last
    links(last).pointee.next = place
    links(head).pointee.previous = place
  }

  /// Takes a link out of its list.
  @inline(__always)
  func remove(_ place: UInt32) {
    let next = links(place).pointee.next
    let previous = links(place).pointee.previous
    links(previous).pointee.next = next
    links(next).pointee.previous = previous
    links(place).pointee.next = 0
  }

  @inline(__always)
  func isEmpty(_ head: UInt32) -> Bool { links(head).pointee.next == head }

  func clearList(_ head: UInt32) { links(head).pointee = Link(next: head, previous: head) }

  func initializeLists() {
    for list in 0..<ListHead.count { clearList(head(list)) }
    clearList(place(idle) &+ ThreadControlBlock.senders)
  }
}
