/// The name of a thread, a task or an interrupt source: 64 bits, unique in time. (A1, A2)
///
/// Low word, from bit 0: version 10 (its low bits), lthread 7, task 11, version 4 (its high bits). High
/// word: site 17, chief 11, nest 4. The task and the chief lie at the same place of their words.
public struct ThreadID: Equatable, Sendable, BitwiseCopyable {
  public var low: UInt32
  public var high: UInt32

  public init(low: UInt32, high: UInt32) {
    self.low = low
    self.high = high
  }

  /// All bits 0. (A4)
  public static let none = ThreadID(low: 0, high: 0)
  /// All bits 1. (A4)
  public static let invalid = ThreadID(low: ~0, high: ~0)

  /// The bits of the lthread number.
  static let lthreadMask: UInt32 = 127 << 10
  /// The bits of the task number, and in the high word of the chief's.
  static let taskMask: UInt32 = 0x7FF << 17
  /// The bits of the site, in the high word: those of this one are 0.
  static let siteMask: UInt32 = 0x1FFFF
  /// The manual's numbers of tasks begin with 2, for sigma0. (TN14)
  static let firstTask: UInt32 = 2

  /// The id of a source of interrupts, by its line. (A4)
  public static func interrupt(_ line: Int) -> ThreadID {
    ThreadID(low: UInt32(truncatingIfNeeded: line) &+ 1, high: 0)
  }

  /// The id of lthread 0 of a task.
  static func task(
    _ task: TaskNumber, version: UInt32, chief: TaskNumber?, nest: UInt32
  ) -> ThreadID {
    let number = UInt32(truncatingIfNeeded: task) &+ firstTask
    let chief = chief.map { UInt32(truncatingIfNeeded: $0) &+ firstTask } ?? 0
    return ThreadID(
      low: version & 0x3FF | number << 17 | (version >> 10 & 15) << 28,
      high: chief << 17 | nest << 28)
  }

  /// The id of another thread of the same task. (A5)
  public func thread(_ lthread: Int) -> ThreadID {
    ThreadID(
      low: low & ~Self.lthreadMask | UInt32(truncatingIfNeeded: lthread & 127) << 10, high: high)
  }

  /// The id of the task, which is that of its lthread 0. (A3)
  public var task: ThreadID { ThreadID(low: low & ~Self.lthreadMask, high: high) }

  /// The number of the task; beyond all limits for ids that name no task.
  public var taskNumber: TaskNumber {
    TaskNumber(truncatingIfNeeded: (low >> 17 & 0x7FF) &- Self.firstTask)
  }

  /// The number of the thread within its task.
  public var lthread: Int { Int(truncatingIfNeeded: low >> 10 & 127) }

  /// The line of an id of an interrupt source; nil for other ids. (A4)
  public var interruptLine: Int? {
    high == 0 && low != 0 && low < 256 ? Int(truncatingIfNeeded: low) - 1 : nil
  }
}
