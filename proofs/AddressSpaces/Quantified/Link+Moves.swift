import AddressSpaces
import Logic
import Vocabulary

/// The specification's steps, where `Step` means the formula's.
public typealias SpecifiedStep = Step<Concrete<UInt8>>

extension Quantified.Link {
  /// One step twice: as the specification takes it, and as the formula does.
  public struct Move {
    public let specified: SpecifiedStep
    public let quantified: Quantified.Step<Quantified.Finite>
    /// The same where there is no memory for another node. (AS15)
    public let withoutRoom: Quantified.Step<Quantified.Finite>

    var isAccess: Bool { if case .access = specified { true } else { false } }

    /// Whether a page is mapped or granted.
    public var isGift: Bool {
      switch specified {
      case .map, .grant: true
      case .unmap, .delete, .create, .access: false
      }
    }
  }
}

extension Quantified.Link.Move {
  typealias Finite = Quantified.Finite
  private typealias Bits = Finite.V.Bits
  private typealias Truth = Finite.Truth

  /// Every step with every choice of arguments: any two slots, a window with the destination or
  /// with all others, any set of pages, any mask, any task.
  static func all(in universe: Finite) -> [Self] {
    gifts(in: universe) + unmaps(in: universe) + others(in: universe)
  }

  private init(_ specified: SpecifiedStep, _ quantified: Quantified.Step<Finite>) {
    self.init(specified: specified, quantified: quantified, withoutRoom: quantified)
  }

  private static func gifts(in universe: Finite) -> [Self] {
    let everything = Bits(mask: 1 << UInt32(universe.slots) - 1)
    var moves: [Self] = []
    for source in 0..<universe.slots {
      for destination in 0..<universe.slots {
        for isOpen in [true, false] {
          for write in [true, false] {
            let (from, to) = (Bits(id: source), Bits(id: destination))
            let window = isOpen ? to : everything - to
            func gift(hasRoom: Bool) -> Quantified.Gift<Finite> {
              Quantified.Gift(
                source: Finite.Position(source), destination: Finite.Position(destination),
                window: { window.contains(id: $0.number) }, write: Truth(write),
                hasRoom: Truth(hasRoom))
            }
            moves.append(
              Self(
                specified: .map(from, to: to, in: window, write: Truth(write)),
                quantified: .map(gift(hasRoom: true)), withoutRoom: .map(gift(hasRoom: false))))
            moves.append(
              Self(
                specified: .grant(from, to: to, in: window, write: Truth(write)),
                quantified: .grant(gift(hasRoom: true)), withoutRoom: .grant(gift(hasRoom: false))))
          }
        }
      }
    }
    return moves
  }

  private static func unmaps(in universe: Finite) -> [Self] {
    (0..<UInt32(1) << UInt32(universe.slots)).flatMap { mask in
      let pages = Bits(mask: mask)
      return UnmapMask.all.map {
        Self(
          .unmap(pages, $0),
          .unmap(
            { pages.contains(id: $0.number) }, isComplete: Truth($0.isComplete),
            includesOwn: Truth($0.includesOwn)))
      }
    }
  }

  private static func others(in universe: Finite) -> [Self] {
    let shape = universe.shape
    let tasks = shape.allTasks.flatMap { task in
      let slots = Bits(mask: shape.mask(of: task))
      let position = Finite.Position(Int(task.rawValue))
      return [Self(.delete(slots), .delete(position)), Self(.create(slots), .create(position))]
    }
    let accesses = (0..<universe.slots).flatMap { slot in
      [true, false].map { write in
        Self(
          .access(Bits(id: slot), write: Truth(write)),
          .access(Finite.Position(slot), write: Truth(write)))
      }
    }
    return tasks + accesses
  }
}
