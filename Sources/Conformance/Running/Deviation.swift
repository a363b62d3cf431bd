/// Something that a kernel did and the specification does not allow.
public struct Deviation: Hashable, Sendable, Codable {
  public enum Kind: String, Sendable, Codable, CaseIterable {
    /// The result of the operation itself.
    case answer = "wrong answer"
    /// What is reached afterwards by some task somewhere.
    case reach = "wrong reach"
    /// The kernel's own consistency. (I-AS5)
    case audit = "inconsistent"
    /// The kernel ended, by a signal or an exit.
    case crash
    /// The kernel did not answer in the time that it has.
    case hang
  }

  /// The operation after which it was seen, from 1; 0 is after boot.
  public var step: Int
  /// That operation; empty after boot.
  public var operation: String
  /// The cases of the specification that applied to its pages.
  public var cases: [String]
  /// The facts that these cases come from.
  public var facts: [String]
  public var kind: Kind
  /// What was looked at: the operation's answer, as `write s1.p0`, or the kernel's own state.
  public var subject: String
  public var observed: String
  public var allowed: String

  /// One line that says it all.
  public var sentence: String {
    let place = step == 0 ? "after boot" : "step \(step), \(operation)"
    return "\(place): \(subject): observed \(observed); allowed: \(allowed)"
  }

  /// What deviations have in common that are likely one mistake: the operation, the cases of its
  /// pages, and the kind of difference.
  public var group: String {
    let verb = operation.prefix { $0 != " " }
    let what = step == 0 ? "boot" : String(verb)
    return "\(what) [\(cases.joined(separator: ", "))] \(kind.rawValue)"
  }
}
