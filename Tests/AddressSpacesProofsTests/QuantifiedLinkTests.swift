import AddressSpaces
import AddressSpacesProofs
import Logic
import Testing

@Suite("The quantified rules are the specification's")
struct QuantifiedLinkTests {
  typealias Finite = Quantified.Finite

  @Test("every step of every reachable state agrees, and every case applies somewhere")
  func agree() {
    var seen: Set<PageCase> = []
    for universe in Quantified.Link.universes {
      let report = Quantified.Link(universe).check()
      #expect(report.disagreements == [], "\(universe)")
      #expect(report.states > 1, "\(universe)")
      seen.formUnion(report.cases.keys)
    }
    #expect(seen == Set(PageCase.allCases))
  }

  /// A state that no rule leads to: bits of a reachable one flipped here and there.
  static func corrupted(
    _ spaces: Finite.Spaces, in shape: Shape, _ random: inout SplitMix
  ) -> Finite.Spaces {
    var spaces = spaces
    for _ in 0...random.below(2) {
      let bit = Finite.V.Bits(id: random.below(shape.slots))
      let slot = random.below(shape.slots)
      let frame = random.below(shape.frames + shape.ports)
      switch random.below(4) {
      case 0: spaces.below[row: slot] = spaces.below[row: slot] ^ bit
      case 1: spaces.holders[row: frame] = spaces.holders[row: frame] ^ bit
      case 2: spaces.writable = spaces.writable ^ bit
      default: spaces.live = spaces.live ^ bit
      }
    }
    return spaces
  }

  @Test("a sentence is true of a state where the invariant over sets is, and only there")
  func sentencesAreTheInvariants() {
    let shape = Shape(tasks: 3, pages: 1, frames: 1, ports: 1)
    let universe = Finite(shape)
    let boot = universe.layout.boot(tasks: Finite.V.Bits(mask: 0x3F))
    var random = SplitMix(seed: 20)
    var differing: Set<String> = []
    var broken: Set<Invariant> = []
    var spaces = boot
    for round in 0..<4000 {
      if round % 40 == 0 { spaces = boot }
      let source = Finite.V.Bits(id: random.below(6))
      _ = spaces.map(
        source, to: Finite.V.Bits(id: random.below(6)), in: Finite.V.Bits(mask: 0x3F),
        write: Finite.Truth(random.below(2) == 0), layout: universe.layout)
      let state = Self.corrupted(spaces, in: shape, &random)
      let forest = Quantified.Forest(state, in: universe)
      for invariant in Invariant.quantified {
        var sentences = true
        invariant.check(forest) { sentences = sentences && $1.value }
        let sets = invariant.holds(state, universe.layout).value
        if sentences != sets { differing.insert(invariant.number) }
        if !sets { broken.insert(invariant) }
      }
    }
    #expect(differing.isEmpty)
    #expect(broken == Set(Invariant.quantified))
  }

  @Test("a property that is true as a sentence is true as a property over sets")
  func sentencesImplyTheProperties() {
    let partly: Set<StepProperty> = [.onceIsEnough, .whatIsRevokedStaysRevoked]
    let shape = Shape(tasks: 3, pages: 2, frames: 1)
    let link = Quantified.Link(shape)
    var random = SplitMix(seed: 21)
    var weaker: Set<String> = []
    var failing: Set<String> = []
    var broken: Set<StepProperty> = []
    let gifts = link.moves.filter(\.isGift)
    let boot = link.universe.layout.boot(tasks: Finite.V.Bits(mask: 0x3F))
    var before = boot
    for round in 0..<6000 {
      let moves = random.below(4) == 0 ? link.moves : gifts
      let move = moves[random.below(moves.count)]
      let taken = Transition(from: before, move.specified, layout: link.universe.layout)
      defer { before = round % 50 == 0 ? boot : taken.after }
      if taken.isRefusal || taken.result == .accessed { continue }
      for state in [taken.after, Self.corrupted(taken.after, in: shape, &random)] {
        let transition = Transition(
          before: before, step: move.specified, result: taken.result, after: state,
          layout: link.universe.layout)
        let change = Quantified.Change(
          before: Quantified.Forest(before, in: link.universe), step: move.quantified,
          result: taken.result, after: Quantified.Forest(state, in: link.universe))
        for property in StepProperty.quantified {
          var sentences = true
          property.check(change) { sentences = sentences && $1.value }
          let sets = property.holds(transition).value
          if sentences && !sets && !partly.contains(property) { weaker.insert(property.number) }
          if state == taken.after && !sentences { failing.insert(property.number) }
          if !sentences { broken.insert(property) }
        }
      }
    }
    #expect(weaker.isEmpty)
    #expect(failing.isEmpty)
    #expect(broken == Set(StepProperty.quantified))
  }
}

/// Numbers that look random, and are the same each time.
struct SplitMix {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ (z >> 31)) % UInt64(bound))
  }
}
