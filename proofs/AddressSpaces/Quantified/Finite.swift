import AddressSpaces
import Logic
import Vocabulary

extension Quantified {
  /// A universe as a structure: its things are counted, and a quantifier goes through them all.
  public struct Finite: Structure {
    public typealias Truth = ConcreteTruth
    public typealias V = Concrete<UInt8>
    public typealias Spaces = AddressSpaces<V, 8, 4>

    /// A thing, by its number among those of its kind.
    public struct Position: Individual {
      public typealias Truth = ConcreteTruth

      public let number: Int

      public init(_ number: Int) { self.number = number }

      public static func == (left: Self, right: Self) -> ConcreteTruth {
        ConcreteTruth(left.number == right.number)
      }
    }

    public let shape: Shape
    public let layout: Layout<V, 8, 4>
    let slots: Int
    let frames: Int

    /// The universe of a shape of at most 8 slots and 4 frames and ports.
    public init(_ shape: Shape) {
      self.shape = shape
      layout = Layout(shape)
      slots = shape.slots
      frames = shape.frames + shape.ports
    }

    public func forAllSlots(_ body: (Position) -> Truth) -> Truth {
      !isThere(below: slots) { !body($0) }
    }

    public func forAllFrames(_ body: (Position) -> Truth) -> Truth {
      !isThere(below: frames) { !body($0) }
    }

    public func forSomeSlot(_ body: (Position) -> Truth) -> Truth { isThere(below: slots, body) }
    public func forSomeFrame(_ body: (Position) -> Truth) -> Truth { isThere(below: frames, body) }

    private func isThere(below count: Int, _ body: (Position) -> Truth) -> Truth {
      for number in 0..<count where body(Position(number)).value { return Truth(true) }
      return Truth(false)
    }

    /// The members of a set, as bits.
    func members(_ contains: (Position) -> Truth) -> UInt8 {
      (0..<slots).reduce(0) { contains(Position($1)).value ? $0 | 1 << UInt8($1) : $0 }
    }

    public func set(_ contains: @escaping (Position) -> Truth) -> (Position) -> Truth {
      let mask = members(contains)
      return { Truth(mask >> UInt8($0.number) & 1 == 1) }
    }

    public func relation(
      _ holds: @escaping (Position, Position) -> Truth
    ) -> (Position, Position) -> Truth {
      let rows = (0..<slots).map { y in members { holds($0, Position(y)) } }
      return { Truth(rows[$1.number] >> UInt8($0.number) & 1 == 1) }
    }

    public func placement(
      _ holds: @escaping (Position, Position) -> Truth
    ) -> (Position, Position) -> Truth {
      let rows = (0..<frames).map { f in members { holds($0, Position(f)) } }
      return { Truth(rows[$1.number] >> UInt8($0.number) & 1 == 1) }
    }

    public func root(of frame: Position) -> Position {
      Position(layout.root[row: frame.number].knownID ?? 0)
    }

    public func task(of slot: Position) -> Position { Position(slot.number / shape.slotsPerTask) }

    public var sigma0: Position { Position(0) }

    public func mayMap(_ frame: Position, at slot: Position) -> Truth {
      layout.places[row: frame.number].contains(id: slot.number)
    }

    public func isPort(_ slot: Position) -> Truth { layout.ports.contains(id: slot.number) }

    public func isBooted(_ task: Position) -> Truth { Truth(true) }

    public var choices: Choices<Truth> {
      let profile = shape.profile
      return Choices(
        overmappingReplaces: Truth(profile.overmapping == .replaces),
        grantRestricts: Truth(profile.grantWithoutWrite == .restricts),
        selfMappingAliases: Truth(profile.selfMapping == .aliases),
        readOnlyUnmapsPorts: Truth(profile.readOnlyUnmapOfPorts == .unmaps))
    }
  }
}

extension Quantified.Forest where S == Quantified.Finite {
  /// A state of the executable specification, as relations.
  public init(_ spaces: S.Spaces, in universe: S) {
    self.init(
      universe,
      isBelow: { spaces.below[row: $1.number].contains(id: $0.number) },
      maps: { spaces.holders[row: $1.number].contains(id: $0.number) },
      isWritable: { spaces.writable.contains(id: $0.number) },
      isLive: { spaces.live.contains(id: $0.number) })
  }

  /// Whether the relations are those of a state.
  public func agrees(with spaces: S.Spaces) -> Bool {
    for slot in 0..<structure.slots {
      let row = structure.members { isBelow($0, S.Position(slot)) }
      if row != spaces.below[row: slot].mask { return false }
    }
    for frame in 0..<structure.frames {
      let row = structure.members { maps($0, S.Position(frame)) }
      if row != spaces.holders[row: frame].mask { return false }
    }
    return structure.members(isWritable) == spaces.writable.mask
      && structure.members(isLive) == spaces.live.mask
  }
}
