import AddressSpaces
import Logic

extension Quantified {
  /// A step with its arguments, as `AddressSpaces.Step` has them.
  public enum Step<S: Structure> {
    case map(Gift<S>)
    case grant(Gift<S>)
    /// Pages of any number, and the mask. (UM1)
    case unmap(_ pages: (S.Slot) -> S.Truth, isComplete: S.Truth, includesOwn: S.Truth)
    case delete(S.Task)
    case create(S.Task)
    case access(S.Slot, write: S.Truth)
  }

  /// One page that is mapped or granted.
  public struct Gift<S: Structure> {
    public var source: S.Slot
    public var destination: S.Slot
    /// What the receiver has opened.
    public var window: (S.Slot) -> S.Truth
    public var write: S.Truth
    /// Whether the kernel has memory for another node. (AS15)
    public var hasRoom: S.Truth
  }

  /// One case of a rule: when it applies, and what comes of it. Both are functions of the state
  /// before, so that the cases of a step allow one outcome and no other.
  public struct Case<S: Structure> {
    public var result: PageCase
    public var condition: S.Truth
    /// The state after; nil where nothing changes.
    public var after: (() -> Forest<S>)?

    public init(_ result: PageCase, when condition: S.Truth, after: (() -> Forest<S>)? = nil) {
      self.result = result
      self.condition = condition
      self.after = after
    }

    /// Cases of which the first that applies is the one: each is made to exclude those before it.
    public static func first(of cases: [Self]) -> [Self] {
      var isOpen = S.Truth(true)
      return cases.map { one in
        defer { isOpen = isOpen && !one.condition }
        return Self(one.result, when: isOpen && one.condition, after: one.after)
      }
    }
  }
}

extension Quantified.Forest {
  public typealias Case = Quantified.Case<S>

  /// The cases of a step: exactly one applies.
  public func cases(of step: Quantified.Step<S>) -> [Case] {
    switch step {
    case .map(let gift): Case.first(of: mapCases(gift))
    case .grant(let gift): Case.first(of: grantCases(gift))
    case .unmap(let pages, let isComplete, let includesOwn):
      [unmapCase(pages, isComplete: isComplete, includesOwn: includesOwn)]
    case .delete(let task): Case.first(of: deletionCases(task))
    case .create(let task): Case.first(of: creationCases(task))
    case .access(let page, let write):
      Case.first(of: [
        Case(.accessed, when: isMapped(page) && (write ==> isWritable(page))),  // AS21
        Case(.fault, when: S.Truth(true)),
      ])
    }
  }

  /// What stands in the way of giving a page, in the order in which a kernel meets it.
  public func obstacles(to gift: Quantified.Gift<S>) -> [Case] {
    let (source, destination) = (gift.source, gift.destination)
    let isWithinOneSpace = structure.task(of: source) == structure.task(of: destination)
    let aliases = structure.choices.selfMappingAliases
    let hasPlace = structure.forSomeFrame {
      maps(source, $0) && structure.mayMap($0, at: destination)
    }
    return [
      Case(.notExistent, when: !isLive(destination)),  // IPC-41
      Case(.outsideWindow, when: !gift.window(destination)),  // AS3
      Case(.notHeld, when: !isMapped(source)),  // AS10
      Case(.noPlace, when: !hasPlace),  // AS17, IO1
      Case(.withinOneSpace, when: isWithinOneSpace && !aliases),  // AS13
      Case(.ontoAncestor, when: source == destination || isBelow(source, destination)),  // AS12
    ]
  }

  /// Whether the sender asks for the right to write. I/O ports are all or nothing. (AS8, IO4)
  public func asksToWrite(_ gift: Quantified.Gift<S>) -> S.Truth {
    gift.write || structure.isPort(gift.source)
  }

  /// Maps one page. (AS2, AS5)
  public func mapCases(_ gift: Quantified.Gift<S>) -> [Case] {
    let (source, destination) = (gift.source, gift.destination)
    let canWrite = asksToWrite(gift) && isWritable(source)  // AS7, AS8
    let isOccupied = isMapped(destination)
    let replaces = structure.choices.overmappingReplaces
    return obstacles(to: gift) + [
      Case(.widened, when: isOccupied && isParent(source, of: destination)) {  // AS11
        widening(destination, canWrite: canWrite)
      },
      Case(.rootStays, when: isOccupied && structure.isRoot(destination)),  // I-AS2
      Case(.kept, when: isOccupied && !replaces),  // AS11
      Case(.replaced, when: isOccupied) {  // AS11
        removing { isInSubtree($0, of: { $0 == destination }) }
          .inserting(destination, under: source, canWrite: canWrite)
      },
      Case(.shortage, when: !gift.hasRoom),  // AS15
      Case(.mapped, when: S.Truth(true)) {  // AS5
        inserting(destination, under: source, canWrite: canWrite)
      },
    ]
  }

  /// The node at `destination` can be written from now on, if that can be given. (AS11)
  public func widening(_ destination: S.Slot, canWrite: S.Truth) -> Self {
    var after = self
    after.isWritable = structure.set { x in isWritable(x) || (x == destination && canWrite) }
    return after
  }

  /// Grants one page. (AS2, AS6)
  public func grantCases(_ gift: Quantified.Gift<S>) -> [Case] {
    let (source, destination) = (gift.source, gift.destination)
    return obstacles(to: gift) + [
      Case(.rootStays, when: structure.isRoot(source) || structure.isRoot(destination)),  // I-AS2
      Case(.grantedReplacing, when: isMapped(destination)) {  // AS11
        removing { isInSubtree($0, of: { $0 == destination }) }.moving(gift)
      },
      Case(.granted, when: S.Truth(true)) { moving(gift) },
    ]
  }

  /// The node moves; without the write bit it and all that was derived from it become read-only. (AS9)
  public func moving(_ gift: Quantified.Gift<S>) -> Self {
    let isRestricted = structure.choices.grantRestricts && !asksToWrite(gift)
    return restricting { x in
      isRestricted && (x == gift.source || isBelow(x, gift.source))
    }.renaming(gift.source, to: gift.destination)
  }
}
