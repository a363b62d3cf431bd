import AddressSpaces
import Logic
import SMT

extension Quantified {
  /// Whatever satisfies the sentences: slots, frames and tasks are sorts of which nothing is known, as
  /// many as you like, and a quantifier is the solver's own.
  public struct Unbounded: Structure {
    public typealias Truth = Symbolic.Truth

    /// A thing of some sort.
    public struct Element: Individual {
      public typealias Truth = Symbolic.Truth

      let term: ElementTerm

      public static func == (left: Self, right: Self) -> Symbolic.Truth {
        .term(left.term == right.term)
      }
    }

    let context: Context
    static let slot = Sort.uninterpreted("Slot")
    static let frame = Sort.uninterpreted("Frame")
    static let task = Sort.uninterpreted("Task")

    public init(in context: Context) { self.context = context }

    public func forAllSlots(_ body: (Element) -> Truth) -> Truth { forAll(Self.slot, body) }
    public func forAllFrames(_ body: (Element) -> Truth) -> Truth { forAll(Self.frame, body) }
    public func forSomeSlot(_ body: (Element) -> Truth) -> Truth { forSome(Self.slot, body) }
    public func forSomeFrame(_ body: (Element) -> Truth) -> Truth { forSome(Self.frame, body) }

    private func forAll(_ sort: Sort, _ body: (Element) -> Truth) -> Truth {
      .term(context.forAll(sort) { body(Element(term: $0)).formula(in: context) })
    }

    private func forSome(_ sort: Sort, _ body: (Element) -> Truth) -> Truth {
      .term(context.exists(sort) { body(Element(term: $0)).formula(in: context) })
    }

    public func set(_ contains: @escaping (Element) -> Truth) -> (Element) -> Truth { contains }
    public func relation(
      _ holds: @escaping (Element, Element) -> Truth
    ) -> (Element, Element) -> Truth { holds }
    public func placement(
      _ holds: @escaping (Element, Element) -> Truth
    ) -> (Element, Element) -> Truth { holds }

    public func root(of frame: Element) -> Element {
      Element(term: context.function("root", Self.frame, to: Self.slot)(frame.term))
    }

    public func task(of slot: Element) -> Element {
      Element(term: context.function("task", Self.slot, to: Self.task)(slot.term))
    }

    public var sigma0: Element { element("sigma0", Self.task) }

    public func mayMap(_ frame: Element, at slot: Element) -> Truth {
      .term(context.relation("mayMap", Self.frame, Self.slot)(frame.term, slot.term))
    }

    public func isPort(_ slot: Element) -> Truth { member(of: "isPort", Self.slot)(slot) }
    public func isBooted(_ task: Element) -> Truth { member(of: "isBooted", Self.task)(task) }

    /// All profiles at once.
    public var choices: Choices<Truth> {
      Choices(
        overmappingReplaces: truth("overmappingReplaces"),
        grantRestricts: truth("grantRestricts"),
        selfMappingAliases: truth("selfMappingAliases"),
        readOnlyUnmapsPorts: truth("readOnlyUnmapsPorts"))
    }

    /// A thing of this name, of which nothing is known.
    public func element(_ name: String, _ sort: Sort) -> Element {
      Element(term: context.element(named: name, of: sort))
    }

    public func truth(_ name: String) -> Truth { .term(context.bool(named: name)) }

    func member(of name: String, _ sort: Sort) -> (Element) -> Truth {
      { .term(context.relation(name, sort)($0.term)) }
    }

    /// Any state at all.
    public var anyForest: Forest<Self> {
      let below = context.relation("isBelow", Self.slot, Self.slot)
      let maps = context.relation("maps", Self.slot, Self.frame)
      return Forest(
        self, isBelow: { .term(below($0.term, $1.term)) },
        maps: { .term(maps($0.term, $1.term)) },
        isWritable: member(of: "isWritable", Self.slot), isLive: member(of: "isLive", Self.slot))
    }

    /// A step of a kind with any arguments at all.
    public func anyStep(_ kind: Operation.Kind) -> Step<Self> {
      let gift = Gift<Self>(
        source: element("source", Self.slot), destination: element("destination", Self.slot),
        window: member(of: "window", Self.slot), write: truth("write"),
        hasRoom: truth("hasRoom"))
      return switch kind {
      case .map: .map(gift)
      case .grant: .grant(gift)
      case .unmap:
        .unmap(
          member(of: "pages", Self.slot), isComplete: truth("isComplete"),
          includesOwn: truth("includesOwn"))
      case .delete: .delete(element("victim", Self.task))
      case .create: .create(element("newcomer", Self.task))
      case .access: .access(element("page", Self.slot), write: truth("write"))
      }
    }
  }
}
