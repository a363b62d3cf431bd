import Logic

/// A set of small ids, at most 32: known; or known to be some ids, each under a condition of its
/// own; or a term.
public enum SymbolicBits: Sendable {
  /// The ids whose bits are 1; it has no width of its own.
  case known(UInt32)
  /// The ids of which the truth at their position holds, there being no others; it has no width of
  /// its own. Such are known sets of ids made dependent on the state.
  case members([Symbolic.Truth])
  case term(BitVectorTerm)

  /// Whether each id is in the set; nil of a term.
  var membership: [Symbolic.Truth]? {
    switch self {
    case .known(let mask): (0..<32 - mask.leadingZeroBitCount).map { .known(mask >> $0 & 1 == 1) }
    case .members(let truths): truths
    case .term: nil
    }
  }

  /// The set of these members: a known one, if they are all known.
  init(members truths: [Symbolic.Truth]) {
    var mask: UInt32 = 0
    for (position, truth) in truths.enumerated() {
      switch truth {
      case .known(let isMember): if isMember { mask |= 1 << UInt32(position) }
      case .term:
        self = .members(truths)
        return
      }
    }
    self = .known(mask)
  }

  /// The set as a term of `width` bits. Ids beyond are dropped; a term of another width is no set
  /// of the same universe, which Z3 will refuse.
  public func bits(in context: Context, width: Int) -> BitVectorTerm {
    switch self {
    case .term(let term): return term
    case .known(let mask): return context.bits(UInt64(mask), width: width)
    case .members(let truths):
      var mask: UInt32 = 0
      var conditional: [(condition: BoolTerm, mask: UInt32)] = []
      for (position, truth) in truths.prefix(width).enumerated() {
        let bit: UInt32 = 1 << UInt32(position)
        switch truth {
        case .known(let isMember): if isMember { mask |= bit }
        case .term(let condition):
          if let same = conditional.firstIndex(where: { $0.condition.isSame(as: condition) }) {
            conditional[same].mask |= bit
          } else {
            conditional.append((condition, bit))
          }
        }
      }
      var parts = conditional.map {
        $0.condition.choose(
          context.bits(UInt64($0.mask), width: width), context.bits(0, width: width))
      }
      if mask != 0 || parts.isEmpty { parts.append(context.bits(UInt64(mask), width: width)) }
      return parts.dropFirst().reduce(parts[0]) { $0 | $1 }
    }
  }

  func isKnown(_ mask: UInt32) -> Bool { if case .known(mask) = self { true } else { false } }
}

extension SymbolicBits: BitSet {
  public typealias Truth = Symbolic.Truth
  public typealias Count = SymbolicWord<8>

  public init(mask: UInt32) { self = .known(mask) }

  /// Works on machine words, on memberships or on terms: on the simplest that both operands are.
  private static func combine(
    _ left: Self, _ right: Self,
    known: (UInt32, UInt32) -> UInt32, member: (Truth, Truth) -> Truth,
    term: (BitVectorTerm, BitVectorTerm) -> BitVectorTerm
  ) -> Self {
    if case .known(let a) = left, case .known(let b) = right { return .known(known(a, b)) }
    if let (a, b) = terms(left, right) { return .term(term(a, b)) }
    let (a, b) = aligned(left, right)
    return Self(members: zip(a, b).map(member))
  }

  /// Both as terms of the same width, where one of them is a term.
  private static func terms(_ left: Self, _ right: Self) -> (BitVectorTerm, BitVectorTerm)? {
    switch (left, right) {
    case (.term(let a), _): (a, right.bits(in: a.context, width: a.width))
    case (_, .term(let b)): (left.bits(in: b.context, width: b.width), b)
    default: nil
    }
  }

  /// The memberships of both, as many of one as of the other.
  private static func aligned(_ left: Self, _ right: Self) -> ([Truth], [Truth]) {
    let (a, b) = (left.membership ?? [], right.membership ?? [])
    let count = max(a.count, b.count)
    func filled(_ truths: [Truth]) -> [Truth] {
      truths + Array(repeating: .known(false), count: count - truths.count)
    }
    return (filled(a), filled(b))
  }

  private static func areSame(_ left: Self, _ right: Self) -> Bool {
    switch (left, right) {
    case (.known(let a), .known(let b)): a == b
    case (.term(let a), .term(let b)): a.isSame(as: b)
    default: false
    }
  }

  public static func | (left: Self, right: Self) -> Self {
    if left.isKnown(0) || areSame(left, right) { return right }
    if right.isKnown(0) { return left }
    return combine(
      left, right, known: { $0 | $1 }, member: { $0 || $1 }, term: { $0 | $1 })
  }

  public static func & (left: Self, right: Self) -> Self {
    if left.isKnown(0) || right.isKnown(0) { return .known(0) }
    if areSame(left, right) { return left }
    return combine(
      left, right, known: { $0 & $1 }, member: { $0 && $1 }, term: { $0 & $1 })
  }

  public static func - (left: Self, right: Self) -> Self {
    if left.isKnown(0) || areSame(left, right) { return .known(0) }
    if right.isKnown(0) { return left }
    return combine(
      left, right, known: { $0 & ~$1 }, member: { $0 && !$1 }, term: { $0 & ~$1 })
  }

  public static func ^ (left: Self, right: Self) -> Self {
    if areSame(left, right) { return .known(0) }
    if left.isKnown(0) { return right }
    if right.isKnown(0) { return left }
    return combine(
      left, right, known: { $0 ^ $1 }, member: { !($0 == $1) }, term: { $0 ^ $1 })
  }

  public static func == (left: Self, right: Self) -> Truth {
    if areSame(left, right) { return .known(true) }
    if let (a, b) = terms(left, right) { return .term(a == b) }
    let (a, b) = aligned(left, right)
    return .all(zip(a, b).map { $0 == $1 })
  }

  public func when(_ truth: Truth) -> Self {
    switch (truth, self) {
    case (.known(let holds), _): holds ? self : .known(0)
    case (.term(let condition), .term(let set)):
      .term(condition.choose(set, condition.context.bits(0, width: set.width)))
    case (.term, _): Self(members: (membership ?? []).map { $0 && truth })
    }
  }

  public var count: Count {
    switch self {
    case .known(let mask): .known(UInt32(mask.nonzeroBitCount))
    case .members(let truths):
      truths.reduce(Count(0)) { $0 &+ Count(1).when($1) }
    case .term(let set):
      .term(
        (1..<set.width).reduce(set[0...0].extended(to: 8)) { $0 &+ set[$1...$1].extended(to: 8) })
    }
  }

  public var knownID: Int? {
    if case .known(let mask) = self, mask.nonzeroBitCount == 1 {
      mask.trailingZeroBitCount
    } else {
      nil
    }
  }
}
