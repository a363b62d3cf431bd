/// Numbers that look random and depend on the seed alone: SplitMix64.
/// (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators, 10.1145/2714064.2660195)
struct Randomness: Sendable {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// The numbers of one program of a campaign.
  init(seed: UInt64, program: Int) {
    state = seed
    state = next() ^ UInt64(program)
    state = next()
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }

  /// A number below `limit`, which is at least 1.
  mutating func below(_ limit: Int) -> Int {
    Int(truncatingIfNeeded: UInt64(limit).multipliedFullWidth(by: next()).high)
  }

  /// True in so many of a hundred cases.
  mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

  /// One of some things, each as often as its weight says; nil where no weight is over 0.
  mutating func weighted<T>(_ choices: [(weight: Int, T)]) -> T? {
    let total = choices.reduce(0) { $0 + $1.weight }
    guard total > 0 else { return nil }
    var rest = below(total)
    for (weight, choice) in choices {
      rest -= weight
      if rest < 0 { return choice }
    }
    return nil
  }

  mutating func one<T>(of all: [T]) -> T? { all.isEmpty ? nil : all[below(all.count)] }

  /// A member of a set; nil if it is empty.
  mutating func member(of set: UInt32) -> Int? {
    guard set != 0 else { return nil }
    var rest = set
    for _ in 0..<below(set.nonzeroBitCount) { rest &= rest - 1 }
    return rest.trailingZeroBitCount
  }
}
