/// A text that is to name a profile, and does not.
public struct ProfileTextError: Error, Hashable, Sendable, CustomStringConvertible {
  public let description: String
}

extension KernelProfile {
  /// Reads a profile as a person names it: one with a name, and settings that differ from it, as in
  /// `v2,overmapping=replaces` or `hazelnut,u3=replaces,u18=not-existent`.
  public init(parsing text: String) throws(ProfileTextError) {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
      .map { $0.trimmingBlanks }
    guard let base = Self.named.first(where: { $0.name == parts[0] }) else {
      throw ProfileTextError(
        description: "there is no profile \"\(parts[0])\"; there are "
          + Self.named.map(\.name).joined(separator: ", "))
    }
    var profile = base.profile
    for part in parts.dropFirst() {
      let sides = part.split(separator: "=", maxSplits: 1).map { $0.trimmingBlanks }
      guard sides.count == 2 else {
        throw ProfileTextError(
          description: "\"\(part)\" is no setting: write one as overmapping=replaces")
      }
      guard let option = KernelOption.named(sides[0]) else {
        throw ProfileTextError(
          description: "there is no option \"\(sides[0])\"; there are "
            + KernelOption.all.map(\.name).joined(separator: ", "))
      }
      guard let choice = option.alternative(named: sides[1]) else {
        throw ProfileTextError(
          description: "\(option.name) has no alternative \"\(sides[1])\"; it has "
            + option.alternatives.map(\.setting).joined(separator: ", "))
      }
      profile = option.set(choice.name, in: profile)
    }
    self = profile
  }
}

extension KernelOption {
  /// The alternative with a name, in which blanks can be hyphens.
  func alternative(named name: String) -> Alternative? {
    alternatives.first { $0.name == name || $0.setting == name }
  }
}

extension KernelOption.Alternative {
  /// The name without blanks.
  public var setting: String {
    String(name.filter { $0 != "'" }.map { $0 == " " ? "-" : $0 })
  }
}

extension StringProtocol {
  fileprivate var trimmingBlanks: String {
    var rest = self[...]
    while rest.first == " " { rest.removeFirst() }
    while rest.last == " " { rest.removeLast() }
    return String(rest)
  }
}
