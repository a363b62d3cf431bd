import Logic
import Microkernel
import Vocabulary

/// The values that kernels are judged with: machine words of 32 bits, with or without a record of the
/// way through the rules.
///
/// Both are the same words, so that everything but the way is asked of them in the same form.
protocol MachineValues: Values
where
  Bits == ConcreteBits<UInt32>, Truth == ConcreteTruth, Count == ConcreteWord<UInt8>
{
  /// Runs a rule; which way it took, where that is recorded.
  static func recording<R>(_ rule: () -> R) -> (result: R, path: UInt64?)
}

extension Concrete: MachineValues where Storage == UInt32 {
  static func recording<R>(_ rule: () -> R) -> (result: R, path: UInt64?) { (rule(), nil) }
}

extension Traced: MachineValues where Storage == UInt32 {
  /// The path is named by all that was asked. Which of several threads it is that begins to receive
  /// makes no other path: that question is asked of everybody, after every step.
  static func recording<R>(_ rule: () -> R) -> (result: R, path: UInt64?) {
    let (result, decisions) = Trail.decisions(rule)
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func append(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    for decision in decisions {
      let isOfNobody =
        isSame(decision.sentence, "a receive phase has begun") && !decision.taken
      if isOfNobody || isSame(decision.sentence, "no receive phase has begun") { continue }
      decision.sentence.withUTF8Buffer { for byte in $0 { append(byte) } }
      append(decision.taken ? 1 : 0)
    }
    return (result, hash)
  }
}

private func isSame(_ left: StaticString, _ right: StaticString) -> Bool {
  left.utf8CodeUnitCount == right.utf8CodeUnitCount
    && left.withUTF8Buffer { left in right.withUTF8Buffer { left.elementsEqual($0) } }
}

/// The size of the state that every stage fits in.
package enum StageCapacity {
  package static let threads = 12
  package static let tasks = 8
  package static let sources = 4
  package static let slots = 32
  package static let frames = 16
}

typealias KernelState<V: Values> = Microkernel<V, 12, 8, 4, 32, 16>
typealias Hardware<V: Values> = Platform<V, 12, 8, 32, 16>

extension ConcreteBits<UInt32> {
  /// The least id in the set.
  var first: Int? { mask == 0 ? nil : mask.trailingZeroBitCount }

  @inline(__always)
  func forEach(_ body: (Int) -> Void) {
    var rest = mask
    while rest != 0 {
      body(rest.trailingZeroBitCount)
      rest &= rest &- 1
    }
  }

  @inline(__always)
  func has(_ id: Int) -> Bool { mask >> UInt32(id) & 1 == 1 }
}
