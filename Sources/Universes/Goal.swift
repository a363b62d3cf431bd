import AddressSpaces
import Vocabulary

extension Agenda {
  /// Something that must be able to happen.
  public enum Goal: Hashable, Sendable, CustomStringConvertible {
    /// A rule of a kind of operation comes to a case, at some page.
    case page(Operation.Kind, PageCase)
    /// A call of a kind gives an answer.
    case answer(Operation.Kind, Answer)

    /// What a call answers, without its particulars.
    public enum Answer: String, Hashable, Sendable, CaseIterable {
      /// It was done; of a message, its fpages were accepted.
      case done
      /// A message was received, its fpages were ignored. (AS13)
      case ignored
      case cut
      case mapFailed = "map failed"
      case notExistent = "not existent"
      case accessed
      case fault
    }

    public var description: String {
      switch self {
      case .page(let kind, let page): "\(kind) \(page)"
      case .answer(let kind, let answer): "\(kind) answers \(answer.rawValue)"
      }
    }

    /// Every goal that can be named.
    public static let all: [Goal] = Operation.Kind.allCases.flatMap { kind in
      PageCase.allCases.map { Goal.page(kind, $0) } + Answer.allCases.map { .answer(kind, $0) }
    }
  }
}

extension Agenda.Goal.Answer {
  init(_ outcome: Outcome, of kind: Operation.Kind) {
    self =
      switch outcome {
      case .done(mapped: false) where kind == .map || kind == .grant: .ignored
      case .done: .done
      case .cut: .cut
      case .mapFailed: .mapFailed
      case .notExistent: .notExistent
      case .accessed: .accessed
      case .fault: .fault
      }
  }
}
