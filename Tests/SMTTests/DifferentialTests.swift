import Foundation
import Logic
import SMT
import Testing

/// Every operator computes in a model what the machine computes: on terms, on known values, and on
/// known values that were made dependent on a term.
@Suite struct DifferentialTests {
  /// The seed of this run; the environment may give it in `SEED`.
  static let seed =
    ProcessInfo.processInfo.environment["SEED"].flatMap { UInt64($0) }
    ?? UInt64.random(in: 0...UInt64.max)

  @Test func sets4() throws { try sets(UInt8.self, width: 4) }
  @Test func sets8() throws { try sets(UInt8.self, width: 8) }
  @Test func sets16() throws { try sets(UInt16.self, width: 16) }
  @Test func sets32() throws { try sets(UInt32.self, width: 32) }

  private func sets<S>(_: S.Type, width: Int) throws
  where S: FixedWidthInteger & UnsignedInteger & Sendable & BitwiseCopyable {
    var generator = Generator(seed: Self.seed)
    let context = try Context()
    let full: UInt32 = width == 32 ? .max : 1 << UInt32(width) - 1
    let free = (0..<3).map { Symbolic.bits("x\($0)", width: width, in: context) }
    let truth = Symbolic.truth("t", in: context)
    for _ in 0..<15 {
      let masks = (0..<3).map { _ in generator.mask(full) }
      let known = Bool.random(using: &generator)
      let solver = try Solver(in: context, .bitVectors)
      for (x, mask) in zip(free, masks) {
        try solver.assert((x == .init(mask: mask)).formula(in: context))
      }
      try solver.assert((truth == .init(known)).formula(in: context))
      guard case .satisfiable(let model) = try solver.check() else { return #expect(Bool(false)) }
      let concrete = masks.map { ConcreteBits<S>(mask: $0) }
      let expected = setResults(Concrete<S>.self, concrete, .init(known))
      // Which operands are terms, which are known, and which are known but dependent.
      for shape in 0..<27 {
        let operands = (0..<3).map { position -> Symbolic.Bits in
          switch shape / [1, 3, 9][position] % 3 {
          case 0: free[position]
          case 1: .init(mask: masks[position])
          default: Symbolic.Bits(mask: masks[position]).when(truth == .init(known))
          }
        }
        let results = setResults(
          Symbolic.self, operands, shape.isMultiple(of: 2) ? truth : .init(known))
        #expect(
          try results.sets.map { try model.value($0) }
            == expected.sets.map { UInt32($0.mask) & full }, "seed \(Self.seed), shape \(shape)")
        #expect(
          try results.truths.map { try model.value($0) } == expected.truths.map(\.value),
          "seed \(Self.seed), shape \(shape)")
        #expect(
          try results.counts.map { try model.value($0) }
            == expected.counts.map { UInt32($0.value) }, "seed \(Self.seed), shape \(shape)")
      }
    }
    #expect(context.failure == nil)
  }

  private func setResults<V: Values>(
    _: V.Type, _ x: [V.Bits], _ t: V.Truth
  ) -> (sets: [V.Bits], truths: [V.Truth], counts: [V.Count]) {
    let (a, b, c) = (x[0], x[1], x[2])
    let sets = [
      a | b, a & b, a - b, a ^ b, a.when(t), (a | b) - c, (a & b) ^ c, a | a, a - a, a ^ a,
      a & .empty, a | .empty, .empty - a, a.when(t) | b.when(!t), (a ^ b).when(t) & c,
      (a - b).when(a == b), V.Bits(id: 1).when(a.contains(id: 1)) | V.Bits(id: 2).when(t),
    ]
    let truths = [
      a == b, a.isEmpty, a.isSubset(of: b), (a & b).isSubset(of: c), a.contains(id: 2), a == a,
      t && a == b, t || a.isEmpty, t ==> a.isSubset(of: c), t == a.isEmpty, !t, !(!t), t && !t,
      t || !t, (a == b) == (b == a), t ==> t, a.count <= b.count, a.count < .init(2),
    ]
    return (sets, truths, [a.count, (a | b).count, (a ^ c).count.when(t), V.Bits.empty.count])
  }

  @Test func words() throws {
    try numbers(of: 32, makeFree: { Symbolic.word($0, in: $1) }) {
      Self.numberResults($0.map { ConcreteWord<UInt32>($0) }, .init($1))
    }
  }

  @Test func counts() throws {
    try numbers(of: 8, makeFree: { Symbolic.count($0, in: $1) }) {
      Self.numberResults($0.map { ConcreteWord<UInt8>($0) }, .init($1))
    }
  }

  private func numbers<let width: Int, S>(
    of _: Int, makeFree: (String, Context) -> SymbolicWord<width>,
    expected: ([UInt32], Bool) -> (numbers: [ConcreteWord<S>], truths: [ConcreteTruth])
  ) throws {
    var generator = Generator(seed: Self.seed)
    let context = try Context()
    let full: UInt32 = width == 32 ? .max : 1 << UInt32(width) - 1
    let free = (0..<3).map { makeFree("x\($0)", context) }
    let truth = Symbolic.truth("t", in: context)
    for _ in 0..<30 {
      let values = (0..<3).map { _ in generator.number(full) }
      let known = Bool.random(using: &generator)
      let solver = try Solver(in: context, .bitVectors)
      for (x, value) in zip(free, values) {
        try solver.assert((x == .init(value)).formula(in: context))
      }
      try solver.assert((truth == .init(known)).formula(in: context))
      guard case .satisfiable(let model) = try solver.check() else { return #expect(Bool(false)) }
      let right = expected(values, known)
      for shape in 0..<8 {
        let operands = (0..<3).map {
          shape >> $0 & 1 == 0 ? free[$0] : SymbolicWord<width>(values[$0])
        }
        let results = Self.numberResults(operands, shape < 4 ? truth : .init(known))
        #expect(
          try results.numbers.map { try model.value($0) } == right.numbers.map { UInt32($0.value) },
          "seed \(Self.seed), shape \(shape)")
        #expect(
          try results.truths.map { try model.value($0) } == right.truths.map(\.value),
          "seed \(Self.seed), shape \(shape)")
      }
    }
    #expect(context.failure == nil)
  }

  private static func numberResults<W: WordValue>(
    _ x: [W], _ t: W.Truth
  ) -> (numbers: [W], truths: [W.Truth]) {
    let (a, b, c) = (x[0], x[1], x[2])
    let numbers = [
      a & b, a | b, a &+ b, a &- b, a << b, ~a, a.when(t), (a | b) &- c, a << .init(3),
      a << .init(40), a &- a, a & a, a & .init(0), a | .init(0), a &+ .init(0), a &- .init(0),
      a & ~W(0), .least(a, b), .least(a, c).when(!t), W(1) << c,
    ]
    let truths: [W.Truth] = [
      a == b, a != b, a < b, a <= b, b <= a, a < a, a <= a, a == a, a < .init(0), .init(0) <= a,
      t ==> a < b, a <= ~W(0),
    ]
    return (numbers, truths)
  }
}

/// A generator that gives the same numbers for the same seed. (SplitMix64)
struct Generator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A set: dense, sparse, or of one id.
  mutating func mask(_ full: UInt32) -> UInt32 {
    switch next() % 3 {
    case 0: UInt32(truncatingIfNeeded: next()) & full
    case 1: UInt32(truncatingIfNeeded: next() & next() & next()) & full
    default: (1 << UInt32(next() % 32)) & full
    }
  }

  /// A number: any, or a small one.
  mutating func number(_ full: UInt32) -> UInt32 {
    UInt32(truncatingIfNeeded: next()) & (next().isMultiple(of: 2) ? full : 31)
  }
}
