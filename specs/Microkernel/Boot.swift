import AddressSpaces
import ClansAndChiefs
import Logic
import Threads
import Vocabulary

extension Platform {
  /// The state after boot: sigma0 and the root task are active with their lthread 0, the root's pager
  /// is sigma0, all task numbers are the root's, sigma0 has all memory, and nobody has said anything.
  /// (AS1, TN14, S0-6, S0-7)
  public func boot<let sourceCount: Int>(
    mcp: UInt32 = 255, priority: UInt32 = 1, slice: UInt32 = 0
  ) -> Microkernel<V, threadCount, taskCount, sourceCount, slotCount, frameCount> {
    var kernel = Microkernel<
      V, threadCount, taskCount, sourceCount, slotCount, frameCount
    >()
    kernel.threads.clans = Clans.boot(numbers: roster.everybody)
    let first = kernel.threads.clans.active & roster.everybody
    kernel.threads.clans.active = first
    let running = roster.first.union(over: first)
    kernel.threads.existing = running
    kernel.threads.mcp.set(V.Count(mcp), at: first)
    kernel.threads.priority.set(V.Count(priority), at: running)
    kernel.threads.slice.set(V.Count(slice), at: running)
    kernel.threads.pager.insert(roster.first[.sigma0], intoRowsOf: roster.first[Task(1)])
    kernel.spaces = memory.boot(tasks: slots.union(over: first))
    kernel.threads.makeReady(running, profile: profile.threads)
    kernel.threads.dispatch(afterWaking: running, profile: profile.threads)
    return kernel
  }
}
