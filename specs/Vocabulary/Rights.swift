/// What a mapping lets its holder do, in order. On 486 and Pentium reading includes executing. (AS7)
public enum Rights: UInt8, Comparable, Sendable, CaseIterable {
  case none = 0
  case readOnly = 1
  case readWrite = 2

  @inlinable
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

extension Rights: CustomStringConvertible {
  public var description: String {
    switch self {
    case .none: "--"
    case .readOnly: "r-"
    case .readWrite: "rw"
    }
  }
}
