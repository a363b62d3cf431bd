import Vocabulary

/// What is said of all runs of a system.
struct Statement: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    /// No threads wait for each other in a circle, for ever. (D-IPC1)
    case noDeadlock
    case always(Claim)
    case never(Claim)
    case eventually(Claim)
    case againAndAgain(Claim)
    case leads(from: Claim, to: Claim)
    /// lthread_ex_regs makes its target ready in one step. (L-IPC2)
    case exRegsWakes
    /// A thread that is ready executes an instruction, or is not ready any more. (L-SC1)
    case neverStarves(Thread)
  }

  let kind: Kind
  /// What is taken for granted: only runs count on which it is so again and again.
  var proviso: Claim?
  /// As in the file.
  let text: String

  /// Whether a run without end is what breaks it.
  var isPromise: Bool {
    switch kind {
    case .noDeadlock, .always, .never, .exRegsWakes: false
    case .eventually, .againAndAgain, .leads, .neverStarves: true
    }
  }

  /// The number of the fact that it is about; empty where it is the system's own.
  var number: String {
    switch kind {
    case .noDeadlock: "D-IPC1"
    case .exRegsWakes: "L-IPC2"
    case .neverStarves: "L-SC1"
    case .always, .never, .eventually, .againAndAgain, .leads: ""
    }
  }

  /// Marks that must not be reached.
  var forbiddenMarks: [(thread: Thread, node: Int)] {
    if case .never(let claim) = kind { claim.marks } else { [] }
  }
}
