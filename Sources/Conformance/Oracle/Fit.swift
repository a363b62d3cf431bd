import AddressSpaces

/// What is done with an oracle, whatever the size of its state.
protocol OracleUser {
  associatedtype Result
  mutating func use<Storage, let slots: Int, let frames: Int>(
    _ oracle: Oracle<Storage, slots, frames>
  ) throws -> Result
}

extension Shape {
  /// Calls `user` with an oracle in the smallest state that the shape fits in, as searches do.
  func withOracle<User: OracleUser>(_ user: inout User) throws -> User.Result {
    let all = frames + ports
    if slots <= 8, all <= 4 { return try user.use(Oracle<UInt8, 8, 4>(self)) }
    if slots <= 16, all <= 8 { return try user.use(Oracle<UInt16, 16, 8>(self)) }
    return try user.use(Oracle<UInt32, 32, 16>(self))
  }
}
