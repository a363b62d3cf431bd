/// What went wrong on the way to an answer. None of these is a verdict.
public enum SMTError: Error, Hashable, Sendable, CustomStringConvertible {
  /// libz3 cannot be loaded, and why.
  case missingLibrary(reason: String)
  /// Z3 refused a term or a request, in its words: as when operands differ in width.
  case refused(String)
  /// Terms of two contexts met in one term.
  case mixedContexts
  /// A symbolic value was declared under a name that another one of the context has already.
  case declaredTwice(name: String)
  /// A body asked other questions when it was run again.
  case notDeterministic(String)
  /// A body has more paths than allowed, or a path has more cases.
  case tooManyPaths(limit: Int)
  /// Paths were asked for inside of a path of the same context.
  case nestedPaths

  public var description: String {
    switch self {
    case .missingLibrary(let reason):
      "libz3 is not installed: apt-get install libz3-dev (\(reason))"
    case .refused(let message): "z3: \(message)"
    case .mixedContexts: "terms of different contexts in one term"
    case .declaredTwice(let name): "two symbolic values of the same name: \(name)"
    case .notDeterministic(let what): "a rule did something else when it was run again: \(what)"
    case .tooManyPaths(let limit): "more than \(limit) paths, or cases on a path"
    case .nestedPaths: "paths were asked for inside of a path"
    }
  }
}
