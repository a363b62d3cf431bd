import KernelPrograms
import Vocabulary

/// What programs have come to: kinds of steps, pairs of them, and codes.
package struct KernelCoverage: Sendable {
  private(set) var kinds: Set<StepKind> = []
  /// Two steps one after the other that concern the same thread, by the hash of both.
  package private(set) var pairs: Set<UInt64> = []
  /// How often calls came to which code, by its upper half.
  private(set) var counts = InlineArray<16, Int>(repeating: 0)
  package private(set) var steps = 0

  package init() {}

  /// The names of the classes of transitions.
  package var transitions: Set<String> { Set(kinds.flatMap(\.transitions).map(\.description)) }

  /// How often calls came to a code.
  package func count(of code: UInt8) -> Int { counts[Int(code >> 4)] }

  /// The threads that a step concerns: whoever acts, and whoever goes on because of it.
  mutating func add(
    _ kind: StepKind, by actor: Thread?, _ returns: [Return], _ accesses: [Access],
    _ last: inout InlineArray<12, UInt64>
  ) {
    steps += 1
    kinds.insert(kind)
    for result in returns { counts[Int(result.code >> 4)] += 1 }
    if kind.isSkipped { return }
    let coarse = kind.coarse.rawValue
    var threads = actor.map { UInt32(1) << UInt32($0.rawValue) } ?? 0
    for result in returns { threads |= 1 << UInt32(result.thread & 31) }
    for access in accesses { threads |= 1 << UInt32(access.thread & 31) }
    while threads != 0 {
      let thread = threads.trailingZeroBitCount
      threads &= threads - 1
      guard thread < 12 else { continue }
      if last[thread] != 0 { pairs.insert(Self.pair(last[thread] &- 1, coarse)) }
      last[thread] = coarse &+ 1
    }
  }

  mutating func formUnion(_ other: Self) {
    kinds.formUnion(other.kinds)
    pairs.formUnion(other.pairs)
    for code in 0..<16 { counts[code] += other.counts[code] }
    steps += other.steps
  }

  private static func pair(_ first: UInt64, _ second: UInt64) -> UInt64 {
    var mixed = first &* 0x9E37_79B9_7F4A_7C15 ^ second
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    return mixed ^ mixed >> 31
  }
}
