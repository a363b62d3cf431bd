import Logic
import Vocabulary

/// All address spaces at one moment: the mapping forest, and what the hardware has cached of it.
///
/// Every frame has a tree of nodes whose root is sigma0's (AS1, AS4); a node is named by its slot.
/// The forest is kept as sets, one word each, so that what reaches through a whole subtree is one
/// operation, concretely and for a solver. In particular `below` has, for every node, *all* that was
/// derived from it, not only its children: that is what an unmap removes. (AS2, UM6)
public struct AddressSpaces<V: Values, let slots: Int, let frames: Int>: Sendable {
  /// For every node: the nodes that were mapped from it, directly or through others.
  public var below: Table<V, Slot, slots>
  /// For every frame: the nodes that map it.
  public var holders: Table<V, Frame, frames>
  /// The nodes with the right to write; the others can only be read. (AS7)
  public var writable: V.Bits
  /// The slots of the tasks that are active. (I-AS6)
  public var live: V.Bits
  /// How many more nodes the kernel has memory for. (AS15, I-AS8)
  public var free: V.Count
  /// For every frame: the slots at which the TLB still translates to it. (UM11, I-AS5)
  public var cached: Table<V, Frame, frames>
  /// The slots through which the TLB still lets write.
  public var cachedWritable: V.Bits

  /// Nothing at all: no task, no node. `Layout.boot` is where kernels start.
  @inlinable
  public init() {
    below = Table()
    holders = Table()
    writable = .empty
    live = .empty
    free = V.Count(0)
    cached = Table()
    cachedWritable = .empty
  }

  /// The same state among other values with the same sets and numbers: a copy.
  @inlinable
  public init<W: Values>(_ other: AddressSpaces<W, slots, frames>)
  where W.Bits == V.Bits, W.Count == V.Count {
    below = Table(other.below)
    holders = Table(other.holders)
    writable = other.writable
    live = other.live
    free = other.free
    cached = Table(other.cached)
    cachedWritable = other.cachedWritable
  }
}

extension AddressSpaces: Equatable where V.Bits: Equatable, V.Count: Equatable {
  @inlinable
  public static func == (left: Self, right: Self) -> Bool {
    let forest: Bool =
      left.below == right.below && left.holders == right.holders
      && left.writable == right.writable && left.live == right.live && left.free == right.free
    return forest && left.cached == right.cached && left.cachedWritable == right.cachedWritable
  }
}

extension AddressSpaces: Hashable where V.Bits: Hashable, V.Count: Hashable {
  @inlinable
  public func hash(into hasher: inout Hasher) {
    hasher.combine(below)
    hasher.combine(holders)
    hasher.combine(writable)
    hasher.combine(live)
    hasher.combine(free)
    hasher.combine(cached)
    hasher.combine(cachedWritable)
  }
}

// What can be asked of a state.
extension AddressSpaces {
  /// The slots that hold a node.
  @inlinable
  public var mapped: V.Bits { holders.union }

  /// The nodes that `node` was derived from.
  @inlinable
  public func above(_ node: V.Bits) -> V.Bits { below.ids(meeting: node) }

  /// The nodes in `pages`, and all that was derived from them.
  @inlinable
  public func subtree(_ pages: V.Bits) -> V.Bits { (pages & mapped) | below.union(over: pages) }

  /// Whether `child` was mapped from `node` itself, with nothing in between.
  @inlinable
  public func isParent(_ node: V.Bits, of child: V.Bits) -> V.Truth {
    below[at: node].contains(child) && (above(child) & below[at: node]).isEmpty
  }
}

// How a state changes: the four effects that the operations are made of.
extension AddressSpaces {
  /// A new node at the empty slot `destination`, a child of `source`. (AS5)
  @inlinable
  mutating func insert(_ destination: V.Bits, under source: V.Bits, canWrite: V.Truth) {
    below.insert(destination, intoRowsOf: above(source) | source)
    holders.insert(destination, intoRowsMeeting: source)
    writable |= destination.when(canWrite)
    free = free &- V.Count(1)
  }

  /// The node at `source` gets another name, `destination`; parent and children stay. (AS6)
  @inlinable
  mutating func rename(_ source: V.Bits, to destination: V.Bits) {
    let derived = below[at: source]
    below.insert(destination, intoRowsMeeting: source)
    holders.insert(destination, intoRowsMeeting: source)
    writable |= destination.when(writable.contains(source))
    below.insert(derived, intoRowsOf: destination)
    below.clearRows(of: source)
    below.remove(source)
    holders.remove(source)
    writable -= source
    forget(source)
  }

  /// The nodes of a set that is closed under derivation go, and their memory is free again. (I-AS8)
  @inlinable
  mutating func remove(_ nodes: V.Bits) {
    free = free &+ nodes.count
    below.remove(nodes)
    below.clearRows(of: nodes)
    holders.remove(nodes)
    writable -= nodes
    forget(nodes)
  }

  /// The nodes can only be read from now on.
  @inlinable
  mutating func restrict(_ nodes: V.Bits) {
    writable -= nodes
    forget(nodes)
  }

  /// The TLB has nothing of these slots any more: what was removed or restricted must not be
  /// reached through an old translation once the operation has returned. (UM11)
  @inlinable
  mutating func forget(_ changed: V.Bits) {
    cached.remove(changed)
    cachedWritable -= changed
  }
}
