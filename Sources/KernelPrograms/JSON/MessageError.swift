/// Why what was read is no message of the protocol.
public struct MessageError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A sentence without a capital and without a full stop.
  public var description: String
  public init(_ description: String) { self.description = description }
}
