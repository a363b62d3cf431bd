import ClansAndChiefs
import Logic
import Vocabulary

extension Threads {
  /// How kernels start: sigma0 and the root task are active with one thread each, the root task is the
  /// chief of all other numbers, and its pager is sigma0. Both threads are ready. (TN14, S0-6, PF-11)
  @inlinable
  public static func boot(
    roster: Roster<V, threads, tasks>, priority: V.Count, slice: V.Count, profile: ThreadsProfile
  ) -> Self {
    var threads = Self()
    threads.clans = .boot(numbers: roster.everybody)
    let firsts = roster.first.union(over: threads.clans.active)
    threads.mcp.set(V.Count(255), at: threads.clans.active)
    threads.existing = firsts
    threads.priority.set(priority, at: firsts)
    threads.slice.set(slice, at: firsts)
    threads.pager.insert(roster.first[.sigma0], intoRowsOf: roster.first[.root])
    threads.makeReady(firsts, profile: profile)
    threads.dispatch(afterWaking: firsts, profile: profile)
    return threads
  }
}
