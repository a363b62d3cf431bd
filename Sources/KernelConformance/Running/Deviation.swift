import KernelPrograms
import Microkernel
import Vocabulary

/// The first step of a program in which a kernel did what it must not do.
package struct Deviation: Hashable, Sendable {
  package enum Cause: Hashable, Sendable {
    /// No state explains what was seen.
    case rejected(Rejection)
    /// The kernel did not answer as it should, or not at all.
    case failed(Transcript.Failure)
  }

  /// The number of the operation, from 1; that of the setup if `isInSetup`.
  package var step: Int
  package var isInSetup = false
  package var operation: KernelOperation
  package var cause: Cause
  /// What kind of step the specification would have made of it, where it would have made only one.
  package var facts: [String]

  /// What differs, in a few words. Deviations that are about the same operation and the same part of
  /// what was seen have likely one cause.
  package var group: String { "\(operation.kind.rawValue): \(kind)" }

  /// What differs, whatever the operation.
  package var kind: String {
    switch cause {
    case .failed(let failure): return failure.kind.rawValue
    case .rejected(let rejection):
      guard let first = rejection.differences.first else { return "no answer is allowed" }
      switch first {
      case .code(_, let seen, let allowed):
        return "\(ErrorCode.text(of: seen)) instead of \(ErrorCode.text(of: allowed))"
      case .missingReturn(let thread, let code):
        return "\(whose(thread)) call does not end with \(ErrorCode.text(of: code))"
      case .extraReturn(let thread, let code):
        return "\(whose(thread)) call ends with \(ErrorCode.text(of: code))"
      default: return first.kind
      }
    }
  }

  /// What must stay the same while a program is made shorter: the part that differs.
  var essence: String {
    switch cause {
    case .failed(let failure): return failure.kind.rawValue
    case .rejected(let rejection): return rejection.differences.first?.kind ?? "nothing"
    }
  }

  /// No answer, of which only the clock tells.
  var isHung: Bool { failureKind == .hung }
  /// What takes as long to be seen as the kernel is waited for.
  var isOfTime: Bool { failureKind == .hung || failureKind == .late }

  /// What the kernel did instead of answering.
  var failureKind: Transcript.Failure.Kind? {
    if case .failed(let failure) = cause { failure.kind } else { nil }
  }

  private func whose(_ thread: Int) -> String {
    operation.actor.map { Int($0.rawValue) == thread } == true ? "the caller's" : "another's"
  }
}

/// What became of a program.
package enum ProgramVerdict: Hashable, Sendable {
  case passed
  case deviates(Deviation)
  /// The kernel lacks what it needs; why.
  case skipped(String)
  /// It need not end: two threads answer each other's faults with their own. Nothing can be said.
  case void
}
