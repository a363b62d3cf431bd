/// The number of a task, 0 ..< `taskLimit`; 0 is sigma0.
///
/// The manual's numbers differ (TN14): here sigma0 comes first and no number is the kernel's.
public typealias TaskNumber = Int

/// What the memory part of the kernel knows of a task.
struct KernelTask {
  enum State { case inactive, active, dying }

  var state = State.inactive
  /// Counts the lives of this number, so that a suspended operation notices a new one. (A6)
  var life: UInt32 = 0
  /// How many ports the task holds.
  var portUse: UInt32 = 0
}
