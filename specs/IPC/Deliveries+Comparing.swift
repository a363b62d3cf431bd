import Logic
import Vocabulary

extension Deliveries {
  /// The threads that notice anything of a step.
  public var concerned: V.Bits { differences(from: Self()) }

  /// The threads that are told one thing here, and another there.
  public func differences(from other: Self) -> V.Bits {
    var different = returned ^ other.returned
    different |= interrupted ^ other.interrupted
    different |= deceived ^ other.deceived
    different |= mapped ^ other.mapped
    different |= redirected ^ other.redirected
    different |= inner ^ other.inner
    different |= word ^ other.word
    different |= resumed ^ other.resumed
    for position in 0..<threads {
      let isSame =
        code[row: position] == other.code[row: position]
        && source[row: position] == other.source[row: position]
        && destination[row: position] == other.destination[row: position]
      different |= V.Bits(id: position).when(!isSame)
    }
    return different
  }
}
