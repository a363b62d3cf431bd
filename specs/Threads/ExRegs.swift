import Logic

/// The arguments of lthread_ex_regs. What is nil stays as it is: all ones in the call. (EX1)
public struct ExRegs<V: Values>: Sendable {
  /// The thread that the lthread number means.
  public var target: V.Bits
  /// Instruction and stack pointer, as one token.
  public var registers: V.Count?
  public var pager: Reference<V>?
  public var preempter: Reference<V>?

  @inlinable
  public init(
    _ target: V.Bits, registers: V.Count? = nil, pager: Reference<V>? = nil,
    preempter: Reference<V>? = nil
  ) {
    self.target = target
    self.registers = registers
    self.pager = pager
    self.preempter = preempter
  }
}

/// What lthread_ex_regs came to.
public enum ExRegsCase: Sendable, Hashable {
  /// No lthread number means a thread of another task: nothing happens. (EX2, EX11)
  case elsewhere
  /// The target is inactive and stays so, for it got no registers. (EX3)
  case inactive
  case created
  case changed
}

/// The answer of lthread_ex_regs.
public struct ExRegsResult<V: Values>: Sendable {
  public var outcome: ExRegsCase
  /// The values before. (EX1, EX10)
  public var registers: V.Count
  public var pager: Reference<V>
  public var preempter: Reference<V>
  /// The thread whose ipc is to be cancelled or aborted, if there is one. (EX4)
  public var cancelled = V.Bits.empty
  /// The thread that has become ready, for `dispatch`. (EX9)
  public var woken = V.Bits.empty

  @inlinable
  init(_ outcome: ExRegsCase, registers: V.Count, pager: Reference<V>, preempter: Reference<V>) {
    self.outcome = outcome
    self.registers = registers
    self.pager = pager
    self.preempter = preempter
  }
}

extension Threads {
  /// lthread_ex_regs: sets registers, pager and preempter of a thread of the invoker's task, or makes
  /// an inactive one active. The ipc of the target is cancelled, which is a matter of chapter IPC.
  /// (EX1–EX9)
  @inlinable
  public mutating func exRegs(
    _ change: ExRegs<V>, by invoker: V.Bits, roster: Roster<V, threads, tasks>,
    profile: ThreadsProfile
  ) -> ExRegsResult<V> {
    let target = change.target
    var result = ExRegsResult<V>(
      .elsewhere, registers: registers[at: target], pager: pager(of: target),
      preempter: preempter(of: target))
    let own = roster.members[at: roster.task[at: invoker]]
    guard V.holds(own.contains(target), "the target is in the invoker's task") else {
      return result
    }
    if V.holds(existing.contains(target), "the target is active") {
      result.outcome = .changed
      if profile.cancelling == .always || change.registers != nil {
        result.cancelled = target - invoker - halted  // EX4, EX8
      }
      if change.registers != nil {
        result.woken = target & halted
        halted -= target
      }
    } else {
      guard change.registers != nil else {
        result.outcome = .inactive
        return result
      }
      result.outcome = .created
      result.woken = target
      activate(target, like: invoker)
      if profile.pagerOfCreated == .creators {  // EX3
        setPager(of: target, to: pager(of: invoker))
      }
    }
    if let registers = change.registers { self.registers.set(registers, at: target) }
    if let pager = change.pager { setPager(of: target, to: pager) }
    if let preempter = change.preempter { setPreempter(of: target, to: preempter) }
    makeReady(result.woken, profile: profile)
    return result
  }

  /// A thread exists from now on, with priority and time slice of its creator. (EX3, TN3)
  @inlinable
  mutating func activate(_ thread: V.Bits, like creator: V.Bits) {
    existing |= thread
    priority.set(priority[at: creator], at: thread)
    slice.set(slice[at: creator], at: thread)
  }
}
