import AddressSpaces
import ClansAndChiefs
import IPC
import Logic
import Microkernel
import Proving
import Threads

/// What is true of every state of a whole kernel between two steps: how the chapters fit together.
/// Each chapter has its own invariants besides.
public enum KernelInvariant: String, Statement {
  case spacesBelongToTasks = "I-AS6"
  case onlyExistingThreadsCommunicate = "I-TH2"
  case noPhaseIsLeftOpen = "IPC-9"
  case readyAreThoseThatCanRun = "I-SC1"
  case offersBelongToCalls = "IPC-52"
  case windowsAreOnesOwn = "T-AS2"

  public var sentence: String {
    switch self {
    case .spacesBelongToTasks: "a task has an address space while it is active, and no longer"
    case .onlyExistingThreadsCommunicate: "only threads that exist are in an ipc"
    case .noPhaseIsLeftOpen: "nobody is between two phases of a call"
    case .readyAreThoseThatCanRun: "ready are those threads that can run"
    case .offersBelongToCalls: "pages are offered by map messages only, out of the own space"
    case .windowsAreOnesOwn: "a receive window is a part of the receiver's space"
    }
  }

  public var engines: [Engine] { [.exploration] }
}

extension KernelInvariant {
  /// Calls `part` with each part of the invariant: the threads, or slots, at which it fails.
  @inlinable
  public func check<
    V: Values, let h: Int, let k: Int, let q: Int, let s: Int, let f: Int
  >(
    _ kernel: Microkernel<V, h, k, q, s, f>, _ platform: Platform<V, h, k, s, f>, _ part: Part<V>
  ) {
    switch self {
    case .spacesBelongToTasks:
      let spaces = platform.slots.union(over: kernel.threads.clans.active)
      part("an active task has its space", spaces - kernel.spaces.live)
      part("nobody else has one", kernel.spaces.live - spaces)
    case .onlyExistingThreadsCommunicate:
      let busy = kernel.ipc.blocked | kernel.ipc.calledFor
      part("threads in an ipc exist", busy - kernel.threads.existing)
      part("nobody is halted in an ipc", busy & kernel.threads.halted)
      part("handlers of interrupts exist", kernel.ipc.handler.union - kernel.threads.existing)
    case .noPhaseIsLeftOpen:
      part("no receive phase has just begun", kernel.ipc.arriving)
    case .readyAreThoseThatCanRun:
      guard platform.profile.threads.schedules else { return }
      part("who can run is ready", kernel.runnable - kernel.threads.ready)
      part("who is ready can run", kernel.threads.ready - kernel.runnable)
    case .offersBelongToCalls:
      var others = V.Bits.empty
      for thread in 0..<h {
        let task = platform.roster.task[row: thread]
        let own = platform.slots.union(over: task)
        let name = V.Bits(id: thread)
        let isOffered = !kernel.offers.page[row: thread].isEmpty
        others |= name.when(isOffered && !kernel.ipc.mapping.contains(name))
        others |= name.when(!kernel.offers.page[row: thread].isSubset(of: own))
      }
      part("an offered page is one's own, and of a map message", others)
      part(
        "grants and writes are offered with pages",
        (kernel.offers.grants | kernel.offers.writes) - kernel.ipc.mapping)
    case .windowsAreOnesOwn:
      var others = V.Bits.empty
      for thread in 0..<h {
        let own = platform.slots.union(over: platform.roster.task[row: thread])
        others |= V.Bits(id: thread).when(!kernel.offers.window[row: thread].isSubset(of: own))
      }
      part("a window is in the own space", others)
    }
  }

  @inlinable
  public func holds<
    V: Values, let h: Int, let k: Int, let q: Int, let s: Int, let f: Int
  >(
    _ kernel: Microkernel<V, h, k, q, s, f>, _ platform: Platform<V, h, k, s, f>
  ) -> V.Truth {
    var offenders = V.Bits.empty
    check(kernel, platform) { offenders |= $1 }
    return offenders.isEmpty
  }
}
