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
  }

  /// The rule that is broken.
  public var rule: Rule
  /// The task concerned.
  public var task: TaskNumber
  /// The page or port number concerned.
  public var page: UInt32

  init(_ rule: Rule, task: TaskNumber, page: UInt32) {
    self.rule = rule
    self.task = task
    self.page = page
  }
}
