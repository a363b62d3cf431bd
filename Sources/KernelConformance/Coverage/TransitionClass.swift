import AddressSpaces
import KernelPrograms
import Microkernel
import Vocabulary

/// A class of transitions: which operation, whether it is a message in registers only, what the thread that acted got, which case of the call it was,
/// and no more than one thing that came with it: a code that another thread got, a flag, or a case of a
/// page that a message offered. Programs that have shown all of these have shown a kernel from all sides.
package struct TransitionClass: Hashable, Sendable {
  private let kind: UInt8
  private let isPlain: Bool
  private let own: UInt8
  /// The number of the case of the call; 0 where there is none.
  let answer: UInt8
  /// 0 if nothing came with it; codes of others from 1, then flags, then cases of pages.
  private let feature: UInt8

  init(_ step: StepKind, with feature: UInt8) {
    kind = UInt8(step.rawValue & 31)
    isPlain = step.isPlain
    own = UInt8(step.rawValue >> 5 & 31)
    answer = UInt8(step.answer)
    self.feature = feature
  }

  /// All that came with a step.
  static func features(of step: StepKind) -> [UInt8] {
    let mask = step.rawValue >> 10 & 0xFF_FFFF | UInt64(step.pages.mask) << 24
    return (0..<UInt8(24 + PageCase.allCases.count)).filter { mask >> UInt64($0) & 1 == 1 }
      .map { $0 + 1 }
  }

  private static let flags = [
    "d", "m", "r", "i", "interrupt", "former source", "former destination", "retried",
  ]

  /// The codes of its name.
  var codes: [UInt8] {
    [own, (1...16).contains(feature) ? feature - 1 : 16].filter { $0 < 16 }.map { $0 << 4 }
  }

  /// The case of a page that came with it.
  var page: PageCase? { feature > 24 ? PageCase(rawValue: feature - 25) : nil }
}

extension TransitionClass: CustomStringConvertible {
  package var description: String {
    let name = KernelOperation.Kind.allCases[Int(kind)].rawValue
    var words = [isPlain ? "plain \(name)" : name]
    switch own {
    case ..<16: words.append(ErrorCode.text(of: own << 4))
    case 16: words.append("it waits")
    case 18: words.append("skipped")
    default: break
    }
    if answer > 0 { words.append(CaseNote.names[Int(answer)]) }
    switch feature {
    case 0: break
    case ...16: words.append("another \(ErrorCode.text(of: (feature - 1) << 4))")
    case ...24: words.append(Self.flags[Int(feature) - 17])
    default: if let page { words.append("page \(page)") }
    }
    return words.joined(separator: ", ")
  }
}
