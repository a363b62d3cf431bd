import AddressSpaces
import ClansAndChiefs
import Microkernel
import Threads
import Vocabulary

/// What can be reached in a universe of a whole kernel, by name: codes and flags that calls return,
/// the cases of the rules, and what threads can be doing.
public enum KernelFeature {
  /// What a step can bring.
  enum OfStep {
    static let codes = ErrorCode.all.map { ErrorCode.text(of: $0) }
    /// The code 0x10 is that of both phases. (IPC-41)
    static let phases = ["0x10 of a send phase", "0x10 of a receive phase"]
    /// IPC-40, and what else a receiver is told.
    static let flags = [
      "flag d", "flag m", "flag r", "flag i", "word 1", "true destination", "interrupt delivered",
      "page fault answered", "call of the kernel delivered", "direct switch",
    ]
    static let clans = ClanCase.allCases.map { "task_new \($0)" }
    static let nearest = NearestCase.allCases.map { "id_nearest \($0)" }
    static let exRegs = ["elsewhere", "inactive", "created", "changed"].map { "ex_regs \($0)" }
    static let switches = ["switched", "yielded"].map { "thread_switch \($0)" }
    static let schedules = ["notExistent", "outOfReach", "tooHigh", "onlyPreempter", "done"]
      .map { "thread_schedule \($0)" }
    static let exceptions = ["mirrored", "shutDown"].map { "exception \($0)" }
    /// Those of maps, grants and accesses; an unmap has one case, and tasks come and go by task_new.
    static let pages = PageCase.allCases.map { "page \($0)" }

    static let names =
      codes + phases + flags + clans + nearest + exRegs + switches + schedules + exceptions + pages
  }

  /// What a state can be like. (IPC-22)
  enum OfState {
    static let names = [
      "state inactive task", "state not started", "state ready", "state pending",
      "state waits for one", "state waits for anybody", "state waits for an interrupt",
      "state sleeps", "state sending", "state receiving", "state page fault pending",
      "state page fault waiting", "state page fault while sending",
      "state page fault while receiving", "state preempted", "state stuck", "state shut down",
      "state called", "state redirected", "state queue of two", "state awaits a former thread",
      "state timeout due", "state interrupt pending", "state interrupt in service", "state idle",
      "state donated slice", "state no slice", "state former pager",
      "state page fault of one asked",
    ]
  }

  /// All of them.
  public static let names = OfStep.names + OfState.names

  /// Those that some universe must reach: without what no rule of a kernel comes to at the level of
  /// single pages.
  public static let required = names.filter { !exempt.contains($0) }

  /// What is never reached, and why: tasks that are not there receive no map message, deletion and
  /// creation are task_new, and a page is unmapped by fpage_unmap, which has no other case.
  static let exempt: Set<String> = ["page notExistent", "page deleted", "page created"]
}
