/// Where programs are run so that a kernel which crashes or hangs does no harm: in another process.
public protocol Isolation: Sendable {
  /// The first deviation of a program, as `Trial` finds it; that there was no answer is one.
  func run(_ program: Program) -> Deviation?
}

extension Deviation {
  /// The kernel ended, or did not go on. In which step is not known: the last one, as soon as nothing
  /// can be left out of the program.
  public static func noAnswer(_ kind: Kind, to program: Program, observed: String) -> Deviation {
    Deviation(
      step: program.operations.count, operation: program.operations.last?.description ?? "",
      cases: [], facts: [], kind: kind, subject: "the kernel", observed: observed,
      allowed: "an answer")
  }
}
