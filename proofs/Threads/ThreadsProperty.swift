import Logic
import Proving
import Threads

/// What is true of every step. (Q2; the facts themselves where section Q has no number)
public enum ThreadsProperty: String, Statement {
  // Of tasks and threads.
  case idsAreUniqueInTime = "I-TH1"
  case exRegsStaysInTheTask = "T-TH1"
  case onlyChiefsEndTasks = "T-TH2"
  case exRegsSetsWhatIsGiven = "EX1"
  case newTasksBegin = "TN3"
  case exceptionsAreLocal = "EXC-4"
  case refusalChangesNothing = "TN2"
  // Of who runs.
  case priorityIsControlled = "SC6"
  case theHighestIsChosen = "T-SC1"
  case ringsGoRound = "T-SC2"
  case timeIsConserved = "T-SC3"
  case switchesDonate = "SC5"

  public var sentence: String {
    switch self {
    case .idsAreUniqueInTime: "an id of a task that ended is never valid again"
    case .exRegsStaysInTheTask: "lthread_ex_regs changes threads of the invoker's task only"
    case .onlyChiefsEndTasks: "only its chief ends a task, with all below it and nobody else"
    case .exRegsSetsWhatIsGiven: "lthread_ex_regs sets what is given, of one thread"
    case .newTasksBegin: "a new task begins with one thread, and no more rights than its creator"
    case .exceptionsAreLocal: "an exception concerns the thread that raised it only"
    case .refusalChangesNothing: "what is refused changes nothing"
    case .priorityIsControlled: "no thread's priority is set by a task whose mcp is lower"
    case .theHighestIsChosen: "the scheduler chooses the first thread of the highest priority"
    case .ringsGoRound: "a thread that has used its slice is last, and nobody else is overtaken"
    case .timeIsConserved: "a tick takes one tick of one slice; only who is chosen gets a new one"
    case .switchesDonate: "thread_switch lets a ready thread run in the invoker's slice"
    }
  }

  public var engines: [Engine] { [.exploration, .induction] }

  /// Whether the property says anything where nothing is scheduled.
  public var isAboutWhatThreadsAre: Bool {
    switch self {
    case .idsAreUniqueInTime, .exRegsStaysInTheTask, .onlyChiefsEndTasks, .exRegsSetsWhatIsGiven,
      .newTasksBegin, .exceptionsAreLocal, .refusalChangesNothing, .priorityIsControlled:
      true
    case .theHighestIsChosen, .ringsGoRound, .timeIsConserved, .switchesDonate: false
    }
  }
}

extension ThreadsProperty {
  /// Calls `part` with each part of the property on a transition.
  @inlinable
  public func check<V: Values, let threads: Int, let tasks: Int>(
    _ transition: ThreadsTransition<V, threads, tasks>, _ part: Part<V>
  ) {
    switch self {
    case .idsAreUniqueInTime: transition.checkIDsAreUniqueInTime(part)
    case .exRegsStaysInTheTask: transition.checkExRegsStaysInTheTask(part)
    case .onlyChiefsEndTasks: transition.checkOnlyChiefsEndTasks(part)
    case .exRegsSetsWhatIsGiven: transition.checkExRegsSetsWhatIsGiven(part)
    case .newTasksBegin: transition.checkNewTasksBegin(part)
    case .exceptionsAreLocal: transition.checkExceptionsAreLocal(part)
    case .refusalChangesNothing: transition.checkRefusalChangesNothing(part)
    case .priorityIsControlled: transition.checkPriorityIsControlled(part)
    case .theHighestIsChosen: transition.checkTheHighestIsChosen(part)
    case .ringsGoRound: transition.checkRingsGoRound(part)
    case .timeIsConserved: transition.checkTimeIsConserved(part)
    case .switchesDonate: transition.checkSwitchesDonate(part)
    }
  }

  /// Whether the property is true of a transition.
  @inlinable
  public func holds<V: Values, let threads: Int, let tasks: Int>(
    _ transition: ThreadsTransition<V, threads, tasks>
  ) -> V.Truth {
    var holds = V.Truth(true)
    check(transition) { holds = holds && $1.isEmpty }
    return holds
  }
}
