/// How the first threads of a kernel begin.
public struct BootParameters: Sendable {
  public var sigma0Instruction: UInt32 = 0
  public var sigma0Stack: UInt32 = 0
  public var rootInstruction: UInt32 = 0
  public var rootStack: UInt32 = 0
  public var priority: UInt8 = 16
  /// Bits 20 to 31 of a parameter word of thread_schedule: exponent and mantissa. (SC7)
  public var slice: UInt32 = 10 << 24 | 10 << 20
  public var mcp: UInt8 = 255

  public init() {}
}

extension Kernel where Hardware: ~Copyable {
  /// The task that the machine is given to. (TN14)
  public static var root: TaskNumber { 2 }

  /// Starts sigma0 and the root task, each with its lthread 0; all further task numbers are the root's to
  /// create. (TN14, S0-6, S0-7)
  public mutating func boot(_ parameters: BootParameters) {
  }

  /// Nobody does anything any more.
  mutating func resetThreads() {
  }
}

/// What one step of the kernel brings, until `finishStep()` does it.
struct Step {}

/// One line of the interrupt controller. (INT-13)
struct InterruptLine {
  /// The thread that is associated.
  var handler = ThreadControlBlock.nobody
  /// Whether an interrupt was not delivered yet. (INT-9)
  var isRaised = false
  /// Whether one is being served, until the handler receives again.
  var isServed = false
}
