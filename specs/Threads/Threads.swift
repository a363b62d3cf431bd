import ClansAndChiefs
import Logic
import Vocabulary

/// All tasks and threads at one moment, but for what they say to each other: who exists, who may do
/// what to whom, and who runs. There is no other authority than what is here, but for mappings and
/// interrupts. (A8, A9, A10)
public struct Threads<V: Values, let threads: Int, let tasks: Int>: Sendable {
  public var clans: Clans<V, tasks>
  /// For every task: the highest priority that its threads may give. (SC11)
  public var mcp: Numbers<V, Task, tasks>
  /// The threads that exist: of active tasks, once they got instruction and stack pointer. (A7)
  public var existing: V.Bits
  /// For every thread: its pager, one thread or nobody. (A8)
  public var pager: Table<V, Thread, threads>
  /// For every thread: its internal preempter, one thread or nobody. (A8, PR-1)
  public var preempter: Table<V, Thread, threads>
  /// For every thread: its external preempter, one thread or nobody. (A8, SC6)
  public var externalPreempter: Table<V, Thread, threads>
  /// The threads whose pager is of a former incarnation: its task was deleted since. (A6)
  public var formerPager: V.Bits
  /// The threads whose preempter is of a former incarnation. (A6)
  public var formerPreempter: V.Bits
  /// The threads whose external preempter is of a former incarnation. (A6)
  public var formerExternalPreempter: V.Bits
  /// For every thread: what is in its user registers, as a token. (EX10)
  public var registers: Numbers<V, Thread, threads>
  /// The threads with a valid exception table. (EXC-1)
  public var handlesExceptions: V.Bits
  /// The threads that were shut down: they run nothing until lthread_ex_regs starts them again.
  /// (EXC-3)
  public var halted: V.Bits
  /// For every thread: its priority, 255 is the highest. (SC1)
  public var priority: Numbers<V, Thread, threads>
  /// For every thread: the length of its time slice, in ticks; 0 is none of its own, and `endless`
  /// has no end. (SC2, SC3)
  public var slice: Numbers<V, Thread, threads>
  /// For every thread: the ticks that remain of its slice; 0 where it gets a fresh one when it is
  /// chosen next. (SC2)
  public var remaining: Numbers<V, Thread, threads>
  /// The thread that runs; nobody when the kernel idles. (I-SC2)
  public var running: V.Bits
  /// On whose time slice the running thread runs: its own, or one that was donated. (SC5, SC13)
  public var spending: V.Bits
  /// The threads that are ready to run, with the one that runs. (I-SC1, I-SC2)
  public var ready: V.Bits
  /// For every thread in a ring: the threads of its priority that are ahead of it there. (SC1)
  public var ahead: Table<V, Thread, threads>

  @inlinable
  public init() {
    clans = Clans()
    mcp = Numbers()
    existing = .empty
    pager = Table()
    preempter = Table()
    externalPreempter = Table()
    formerPager = .empty
    formerPreempter = .empty
    formerExternalPreempter = .empty
    registers = Numbers()
    handlesExceptions = .empty
    halted = .empty
    priority = Numbers()
    slice = Numbers()
    remaining = Numbers()
    running = .empty
    spending = .empty
    ready = .empty
    ahead = Table()
  }
}

extension Threads: Equatable where V.Bits: Equatable, V.Count: Equatable {}
extension Threads: Hashable where V.Bits: Hashable, V.Count: Hashable {}
