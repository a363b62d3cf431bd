import Logic

extension Quantified {
  /// All address spaces at one moment, as relations: the quantified view of `AddressSpaces`.
  public struct Forest<S: Structure> {
    public let structure: S
    /// Whether the first slot's node was derived from the second's, directly or through others. (UM6)
    public var isBelow: (S.Slot, S.Slot) -> S.Truth
    /// Whether a slot holds a node of a frame.
    public var maps: (S.Slot, S.Frame) -> S.Truth
    /// Whether a slot's node has the right to write. (AS7)
    public var isWritable: (S.Slot) -> S.Truth
    /// Whether a slot's task is active. (I-AS6)
    public var isLive: (S.Slot) -> S.Truth

    public init(
      _ structure: S, isBelow: @escaping (S.Slot, S.Slot) -> S.Truth,
      maps: @escaping (S.Slot, S.Frame) -> S.Truth,
      isWritable: @escaping (S.Slot) -> S.Truth, isLive: @escaping (S.Slot) -> S.Truth
    ) {
      self.structure = structure
      self.isBelow = isBelow
      self.maps = maps
      self.isWritable = isWritable
      self.isLive = isLive
    }

    /// The state after boot: sigma0 holds every frame with all rights, and nobody else any. (AS1, IO5)
    public static func boot(_ structure: S) -> Self {
      Self(
        structure, isBelow: { _, _ in S.Truth(false) },
        maps: { slot, frame in slot == structure.root(of: frame) },
        isWritable: structure.isRoot,
        isLive: { structure.isBooted(structure.task(of: $0)) })
    }
  }
}

// What can be asked of a state.
extension Quantified.Forest {
  /// Whether a slot holds a node.
  public func isMapped(_ slot: S.Slot) -> S.Truth { structure.forSomeFrame { maps(slot, $0) } }

  /// Whether `child` was mapped from `node` itself, with nothing in between.
  public func isParent(_ node: S.Slot, of child: S.Slot) -> S.Truth {
    isBelow(child, node) && !structure.forSomeSlot { isBelow(child, $0) && isBelow($0, node) }
  }

  /// Whether a slot holds a node in `pages`, or one that was derived from those.
  public func isInSubtree(_ slot: S.Slot, of pages: (S.Slot) -> S.Truth) -> S.Truth {
    (pages(slot) && isMapped(slot)) || isDerived(slot, from: pages)
  }

  public func isDerived(_ slot: S.Slot, from pages: (S.Slot) -> S.Truth) -> S.Truth {
    structure.forSomeSlot { pages($0) && isBelow(slot, $0) }
  }
}

// How a state changes: the effects that the operations are made of, point by point.
extension Quantified.Forest {
  public typealias Slots = (S.Slot) -> S.Truth

  /// A new node at the empty slot `destination`, a child of `source`. (AS5)
  public func inserting(_ destination: S.Slot, under source: S.Slot, canWrite: S.Truth) -> Self {
    var after = self
    after.isBelow = structure.relation { x, y in
      isBelow(x, y) || (x == destination && (y == source || isBelow(source, y)))
    }
    after.maps = structure.placement { x, f in maps(x, f) || (x == destination && maps(source, f)) }
    after.isWritable = structure.set { x in isWritable(x) || (x == destination && canWrite) }
    return after
  }

  /// The node at `source` gets another name, that of an empty slot; parent and children stay. (AS6)
  public func renaming(_ source: S.Slot, to destination: S.Slot) -> Self {
    var after = self
    after.isBelow = structure.relation { x, y in
      x != source && y != source
        && (isBelow(x, y) || (x == destination && isBelow(source, y))
          || (y == destination && isBelow(x, source)))
    }
    after.maps = structure.placement { x, f in
      x != source && (maps(x, f) || (x == destination && maps(source, f)))
    }
    after.isWritable = structure.set { x in
      x != source && (isWritable(x) || (x == destination && isWritable(source)))
    }
    return after
  }

  /// The nodes of a set that is closed under derivation go.
  public func removing(_ nodes: @escaping Slots) -> Self {
    let nodes = structure.set(nodes)
    var after = self
    after.isBelow = structure.relation { x, y in isBelow(x, y) && !nodes(x) && !nodes(y) }
    after.maps = structure.placement { x, f in maps(x, f) && !nodes(x) }
    after.isWritable = structure.set { x in isWritable(x) && !nodes(x) }
    return after
  }

  /// The nodes can only be read from now on.
  public func restricting(_ nodes: @escaping Slots) -> Self {
    var after = self
    after.isWritable = structure.set { x in isWritable(x) && !nodes(x) }
    return after
  }
}
