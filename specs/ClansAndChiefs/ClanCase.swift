/// What became of a change of the tree: the case of the rule that applied.
public enum ClanCase: UInt8, Sendable, CaseIterable, Hashable {
  /// The invoker is not the chief of the task. (TN2)
  case notChief
  /// The new task would be too deep. (TN6)
  case tooDeep
  /// The new chief does not exist. (U10)
  case noSuchChief
  /// The new chief is the task itself, or will end with it.
  case belowItself
  /// The task is active, and new. (TN5)
  case created
  /// The task has ended; its number is still the invoker's. (TN8)
  case deleted
  /// The task number has another chief. (TN4)
  case donated

  /// Whether nothing happened: task_new returns nil.
  public var isRefusal: Bool {
    switch self {
    case .notChief, .tooDeep, .noSuchChief, .belowItself: true
    case .created, .deleted, .donated: false
    }
  }
}
