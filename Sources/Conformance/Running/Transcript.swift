import AddressSpaces
import Universes

/// A program as it ran.
public struct Transcript: Hashable, Sendable {
  public struct Step: Hashable, Sendable {
    public let operation: String
    /// What the specification had as the answer.
    public let answer: String
    public let cases: [String]
    /// What the operation changed, as `s1.p0: ∅ → f0 r- from s0.p0`.
    public var changes: [String] = []
  }

  public internal(set) var steps: [Step] = []
  /// How many operations were left out, for their invokers were not active, or came after the
  /// deviation.
  public internal(set) var left = 0
  public internal(set) var deviation: Deviation?

  mutating func add(_ operation: Operation, _ expected: Expectation, _ shape: Shape) {
    steps.append(
      Step(
        operation: operation.description, answer: shape.describe(expected.answer),
        cases: expected.cases.names))
  }
}

/// A state of an oracle, to be compared with another.
struct Sketch {
  let picture: Picture

  init<Storage, let slots: Int, let frames: Int>(_ oracle: Oracle<Storage, slots, frames>) {
    picture = Picture(oracle.spaces, in: oracle.shape)
  }
}
