/// Why a run came to no verdict. All but the first two are errors of the model or of this tool: never to be taken for a result.
public enum ExplorationError: Error, Equatable, CustomStringConvertible {
  /// The model has no initial state, so that there is nothing to search.
  case noInitialStates
  /// The operating system refused this much address space.
  case memoryRefused(bytes: Int, reason: String)
  /// The options or the model ask for what cannot be.
  case unusable(String)
  /// `decode(encode(state))` is not `state`.
  case codeMismatch(String)
  /// A trace could not be replayed: the model did not do again what it did during the search.
  case replayDisagrees(String)

  public var description: String {
    switch self {
    case .noInitialStates:
      "the model has no initial state"
    case .memoryRefused(let bytes, let reason):
      "the system refused \(bytes) bytes of address space (\(reason)): set a lower limit of memory or of states"
    case .unusable(let what):
      what
    case .codeMismatch(let what):
      "a state does not survive being encoded and decoded: \(what)"
    case .replayDisagrees(let what):
      "the replay of a trace disagrees with the search, so that the model is not a function of its state: \(what)"
    }
  }
}
