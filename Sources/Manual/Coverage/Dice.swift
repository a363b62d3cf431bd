import Logic

/// Random choices that are the same for the same seed everywhere. (SplitMix64, Steele and others,
/// doi:10.1145/2660193.2660195)
struct Dice: RandomNumberGenerator {
  typealias V = Traced<UInt8>

  private var state: UInt64

  init(seed: Int) { state = UInt64(seed) }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func below(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &self) }
  mutating func chance(_ percent: Int) -> Bool { below(100) < percent }
  mutating func truth(_ percent: Int = 50) -> V.Truth { V.Truth(chance(percent)) }
  mutating func count(below limit: Int) -> V.Count { V.Count(UInt32(below(limit))) }
  mutating func id(below limit: Int) -> V.Bits { V.Bits(id: below(limit)) }

  mutating func one(of set: V.Bits) -> V.Bits? {
    set.ids.randomElement(using: &self).map { V.Bits(id: $0) }
  }
}

/// The paths that were taken, by rule.
struct TakenPaths {
  private(set) var byRule: [Section.Rule: Set<PathID>] = [:]

  /// Keeps the path that `Trail.record` told of a rule.
  mutating func insert(_ path: PathID?, of rule: Section.Rule) {
    if let path { byRule[rule, default: []].insert(path) }
  }

  mutating func formUnion(_ other: Self) { byRule.merge(other.byRule) { $0.union($1) } }
}
