/// A question that a rule asked on its way, and the answer.
public struct Decision: Sendable {
  /// The case as a sentence: true if it was taken. Empty where the rule gave none.
  public let sentence: StaticString
  public let taken: Bool
  /// Whether the other way was infeasible, so that there was nothing to decide.
  public let isForced: Bool
  /// Whether there was no formula to decide, but a truth: always so of machine words.
  public let isKnown: Bool

  @inlinable
  public init(_ sentence: StaticString, taken: Bool, isForced: Bool = false, isKnown: Bool = true) {
    self.sentence = sentence
    self.taken = taken
    self.isForced = isForced
    self.isKnown = isKnown
  }
}

/// The name of a way through a rule: all that the rule asked, known or not, and the answers, in
/// order. Machine words and solver terms that go the same way give it the same name.
public struct PathName: Hashable, Sendable {
  public struct Case: Hashable, Sendable {
    /// What is true in this case, or is not if the case was not taken.
    public let sentence: String
    public let taken: Bool
  }

  public let cases: [Case]
  public let id: PathID

  /// Nil where a question has no sentence: other ways might have the same name.
  public init?(_ trail: some Sequence<Decision>) {
    var cases: [Case] = []
    var id = PathID.start
    for decision in trail {
      guard decision.sentence.utf8CodeUnitCount > 0 else { return nil }
      cases.append(Case(sentence: "\(decision.sentence)", taken: decision.taken))
      id.append(decision)
    }
    self.cases = cases
    self.id = id
  }
}

extension PathName: CustomStringConvertible {
  /// The cases as a list; those that were not taken are marked.
  public var description: String {
    cases.isEmpty ? "always" : cases.map(\.description).joined(separator: ", ")
  }
}

extension PathName.Case: CustomStringConvertible {
  public var description: String { taken ? sentence : "not: \(sentence)" }
}

/// A path's name as a number that is the same in every process and build.
///
/// It is the hash FNV-1a of 64 bits (Fowler, Noll, Vo) of the sentences' UTF-8, each with one more
/// byte for its answer: 1 where the case was taken, else 0.
public struct PathID: Hashable, Sendable {
  public private(set) var rawValue: UInt64

  public init(rawValue: UInt64) { self.rawValue = rawValue }

  /// The path on which nothing was asked.
  public static let start = PathID(rawValue: 0xCBF2_9CE4_8422_2325)

  fileprivate mutating func append(_ decision: Decision) {
    decision.sentence.withUTF8Buffer { for byte in $0 { append(byte) } }
    append(decision.taken ? 1 : 0)
  }

  private mutating func append(_ byte: UInt8) {
    rawValue = (rawValue ^ UInt64(byte)) &* 0x100_0000_01B3
  }
}

extension PathID: Comparable {
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

extension PathID: LosslessStringConvertible, Codable {
  /// Sixteen hexadecimal digits: as a number it would not survive JSON.
  public var description: String {
    let digits = String(rawValue, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  public init?(_ description: String) {
    guard description.utf8.count == 16, description.allSatisfy(\.isHexDigit),
      let value = UInt64(description, radix: 16)
    else { return nil }
    rawValue = value
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let id = PathID(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "a path's id is 16 hexadecimal digits, not \(text)")
    }
    self = id
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
