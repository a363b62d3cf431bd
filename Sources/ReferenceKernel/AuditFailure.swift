/// What an audit found to be wrong, and where.
public struct AuditFailure: Equatable, Sendable {
  /// The rule that is broken.
  public enum Rule: Equatable, Sendable {
    /// A table word and the node beside it say different things. (I-AS5)
    case wordIsNotNode
    /// A table's number of used words is wrong.
    case tableUse
    /// The links between a node, its parent and its siblings do not fit. (I-AS2, I-AS3)
    case links
    /// A node maps another frame than its parent. (I-AS3)
    case frame
    /// A node has rights that its parent lacks. (I-AS4)
    case rights
    /// A task that does not exist holds something. (I-AS6)
    case deadOwner
    /// Something lies in the kernel area. (I-AS7)
    case kernelArea
    /// Used and free nodes, or tables, do not add up. (I-AS8)
    case poolCount
    /// sigma0 lacks one of its own pages. (I-AS2)
    case rootMissing
    /// The tree of a port and the bitmaps say different things. (I-AS5)
    case portBitmap
    /// A port's parents do not lead to sigma0. (I-AS2)
    case portTree
    /// The translation buffer knows more than the tables. (I-AS5, UM11)
    case staleTranslation
    /// An id is not that of its place, or somebody has one that does not exist. (I-TH1)
    case identity
    /// A task is active without lthread 0, or not active with a thread. (I-TH2)
    case taskState
    /// Chiefs, depths and the ids that name them do not form a tree. (I-TH3)
    case chiefTree
    /// A task controls higher priorities than its chief. (I-TH4)
    case priorityControl
    /// A ring has somebody who is not ready, or not of its priority, or lacks somebody; or the map of
    /// rings is wrong. (I-SC1)
    case readyRing
    /// Who runs is not ready, or nobody runs though somebody could. (I-SC2)
    case running
    /// A queue of senders and those that say to be in it do not agree. (I-IPC1)
    case senderQueue
    /// Two partners of a transfer do not name each other. (I-IPC2)
    case partners
    /// A sender waits for a thread that would accept its message. (I-IPC3)
    case missedMatch
    /// The queue of timeouts and the threads whose clock runs do not agree. (I-IPC4)
    case timeoutQueue
    /// A timeout has passed, and nobody was told. (I-IPC5)
    case lateTimeout
    /// A thread waits that has no time to. (I-IPC6)
    case zeroTimeout
    /// A queue is not in the order of arrival. (I-IPC7)
    case queueOrder
    /// A call to a pager is under way for a thread that is not where one can be. (I-IPC8)
    case pagerCall
    /// A source and its thread do not name each other. (I-INT1, I-INT2)
    case interrupt
    /// Something is left that only lasts for one step.
    case unfinishedStep
  }

  /// The rule that is broken.
  public var rule: Rule
  /// The task concerned.
  public var task: TaskNumber
  /// The page or port number concerned; of threads the lthread number.
  public var page: UInt32

  init(_ rule: Rule, task: TaskNumber, page: UInt32) {
    self.rule = rule
    self.task = task
    self.page = page
  }

  init(_ rule: Rule, thread: ThreadNumber) {
    self.init(rule, task: thread >> 7, page: UInt32(truncatingIfNeeded: thread & 127))
  }
}
