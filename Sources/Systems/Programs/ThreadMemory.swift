import IPC
import Logic
import Microkernel
import Vocabulary

/// What a thread remembers of its last call: the error code, whom the last message came from, and
/// what its registers brought. Programs have no other variables.
public struct ThreadMemory: Hashable, Sendable {
  /// From the low end: 4 bits of the code, 4 of the source, whether the source is of a former
  /// incarnation, and the word.
  public var rawValue: UInt16

  static let bits = 10

  init(rawValue: UInt16 = 0) { self.rawValue = rawValue }

  /// What a part of it is masked by.
  struct Parts: OptionSet, Hashable {
    let rawValue: UInt16
    static let code = Parts(rawValue: 0x00F)
    static let source = Parts(rawValue: 0x1F0)
    static let word = Parts(rawValue: 0x200)
    static let all: Parts = [.code, .source, .word]
  }

  /// Whom a message came from.
  enum Source: Hashable, Sendable {
    case nobody
    case thread(Thread, isFormer: Bool)
    case interrupt(Vocabulary.Source)
  }

  /// The error field of the result. (IPC-41)
  var code: UInt8 {
    get { UInt8(rawValue & 0xF) << 4 }
    set { rawValue = rawValue & ~0xF | UInt16(newValue >> 4) }
  }

  var source: Source {
    get {
      let number = Int(rawValue >> 4 & 0xF)
      switch number {
      case 0: return .nobody
      case 1...8: return .thread(Thread(number - 1), isFormer: rawValue >> 8 & 1 == 1)
      default: return .interrupt(Vocabulary.Source(number - 9))
      }
    }
    set {
      var number: UInt16 = 0
      switch newValue {
      case .nobody: break
      case .thread(let thread, let isFormer):
        number = UInt16(thread.rawValue) + 1 + (isFormer ? 16 : 0)
      case .interrupt(let source): number = UInt16(source.rawValue) + 9
      }
      rawValue = rawValue & ~Parts.source.rawValue | number << 4
    }
  }

  var word: Bool {
    get { rawValue >> 9 & 1 == 1 }
    set { rawValue = rawValue & ~Parts.word.rawValue | (newValue ? Parts.word.rawValue : 0) }
  }

  /// Only these parts are remembered.
  func keeping(_ parts: Parts) -> ThreadMemory { ThreadMemory(rawValue: rawValue & parts.rawValue) }
}
