/// An open point by name: where kernels, or the sources about them, differ in what can be observed.
public struct KernelOption: Sendable {
  /// One way in which it is decided.
  public struct Alternative: Hashable, Sendable {
    /// As in settings: `keeps`.
    public let name: String
    /// Who does so, or says so.
    public let source: String
  }

  /// `U3`, as in section P of the facts; for what is not in there, the fact or the observation.
  public let number: String
  /// As in settings: `overmapping`.
  public let name: String
  /// What it is about, in words.
  public let question: String
  /// The facts and observations that tell of it.
  public let facts: [String]
  public let alternatives: [Alternative]
  private let read: @Sendable (KernelProfile) -> String
  private let write: @Sendable (inout KernelProfile, String) -> Void

  /// An option whose alternatives are those of a type, each with its source.
  init<Choice>(
    _ number: String, _ name: String, _ question: String, _ facts: [String],
    at path: any WritableKeyPath<KernelProfile, Choice> & Sendable,
    _ sources: KeyValuePairs<Choice, String>
  )
  where Choice: RawRepresentable & CaseIterable & Equatable & Sendable, Choice.RawValue == String {
    precondition(
      Choice.allCases.allSatisfy { choice in sources.count { $0.key == choice } == 1 },
      "\(number) does not say of every alternative where it comes from")
    self.number = number
    self.name = name
    self.question = question
    self.facts = facts
    alternatives = sources.map { Alternative(name: $0.rawValue, source: $1) }
    read = { $0[keyPath: path].rawValue }
    write = { profile, name in
      if let choice = Choice(rawValue: name) { profile[keyPath: path] = choice }
    }
  }

  /// The alternative that a profile has chosen.
  public subscript(profile: KernelProfile) -> String { read(profile) }

  /// The profile with another alternative of this option.
  public func set(_ alternative: String, in profile: KernelProfile) -> KernelProfile {
    precondition(alternatives.contains { $0.name == alternative }, "no alternative of \(name)")
    var profile = profile
    write(&profile, alternative)
    return profile
  }

  /// The choice of the specification where nothing else is said.
  public var recommended: String { self[.v2] }

  /// All options, in the order of their numbers.
  public static let all = ofSpaces + ofItems + ofThreads + ofClans + ofIPC + ofFaults

  /// The option with a number or a name.
  public static func named(_ text: some StringProtocol) -> KernelOption? {
    let text = text.lowercased()
    return all.first { $0.number.lowercased() == text || $0.name == text }
  }
}
