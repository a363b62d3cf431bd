/// The number of a task, 0 ..< `taskLimit`; 0 is sigma0.
///
/// The manual's numbers differ (TN14): here sigma0 comes first and no number is the kernel's.
public typealias TaskNumber = Int

/// What the kernel knows of a task.
struct KernelTask {
  enum State { case inactive, active, dying }

  var state = State.inactive
  /// Counts the lives of this number, so that a suspended operation notices a new one. (A6)
  var life: UInt32 = 0
  /// How many ports the task holds.
  var portUse: UInt32 = 0

  /// The id of its lthread 0; of an inactive number that by which its chief creates it. (A3, TN14)
  var id = ThreadID.none
  /// Counts the incarnations: 14 bits of it are in the id. (A6, TN12)
  var version: UInt32 = 0
  /// Who may create and delete it; nobody for the outermost tasks. (CC-1, CC-2)
  var chief: TaskNumber?
  /// How many clans it is inside of. (A9)
  var nest: UInt32 = 0
  /// The highest priority that its threads may give. (SC11)
  var mcp: UInt8 = 0
  /// The threads that exist.
  var threads = ThreadSet()
  /// The threads that the present step lets go on.
  var woken = ThreadSet()
  /// During a deletion: the number ended with a clan; it gets another chief. (TN7, TN9)
  var isEnded = false
  var isReverted = false
}
