import Logic
import Proving
import Threads

/// What is true of every state. (Q2)
///
/// Each is kept by every step only together with the others, and with those of the clans, which say
/// I-TH3. Parts that section Q does not name, and that induction needs, are marked.
public enum ThreadsInvariant: String, Statement {
  case activeTasksHaveThreads = "I-TH2"
  case mcpGoesDown = "I-TH4"
  case idsAreOfNow = "A6"
  case ringsAreOrders = "I-SC1"
  case oneRuns = "I-SC2"
  case slicesAreBounded = "SC2"

  public var sentence: String {
    switch self {
    case .activeTasksHaveThreads: "an active task has its lthread 0, an inactive one has nothing"
    case .mcpGoesDown: "no task has a higher mcp than its chief"
    case .idsAreOfNow: "a pager or preempter is one thread or nobody, who is never former"
    case .ringsAreOrders: "a thread is in the ring of its priority, once, iff it is ready"
    case .oneRuns: "one thread runs, which is ready, or none is"
    case .slicesAreBounded: "of a time slice no more is left than its length"
    }
  }

  public var engines: [Engine] { [.exploration, .induction] }
}

extension ThreadsInvariant {
  /// Calls `part` with each part of the invariant: the threads, or tasks, at which it fails.
  @inlinable
  public func check<V: Values, let threads: Int, let tasks: Int>(
    _ state: Threads<V, threads, tasks>, _ universe: ThreadsUniverse<V, threads, tasks>,
    _ part: Part<V>
  ) {
    switch self {
    case .activeTasksHaveThreads: state.checkActiveTasksHaveThreads(universe, part)
    case .mcpGoesDown: state.checkMCPGoesDown(part)
    case .idsAreOfNow: state.checkIDsAreOfNow(universe, part)
    case .ringsAreOrders: state.checkRingsAreOrders(part)
    case .oneRuns: state.checkOneRuns(universe, part)
    case .slicesAreBounded: state.checkSlicesAreBounded(part)
    }
  }

  /// Whether the invariant is true of a state.
  @inlinable
  public func holds<V: Values, let threads: Int, let tasks: Int>(
    _ state: Threads<V, threads, tasks>, _ universe: ThreadsUniverse<V, threads, tasks>
  ) -> V.Truth {
    var holds = V.Truth(true)
    check(state, universe) { holds = holds && $1.isEmpty }
    return holds
  }
}
