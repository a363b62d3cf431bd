import ClansAndChiefs
import ClansAndChiefsProofs
import Logic
import Threads

/// What never changes: who is who, and what the kernel makes of the open points.
public struct ThreadsUniverse<V: Values, let threads: Int, let tasks: Int>: Sendable {
  public var roster: Roster<V, threads, tasks>
  public var profile: ThreadsProfile
  public var clansProfile: ClansProfile

  @inlinable
  public init(
    roster: Roster<V, threads, tasks>, profile: ThreadsProfile = .v2,
    clansProfile: ClansProfile = .v2
  ) {
    self.roster = roster
    self.profile = profile
    self.clansProfile = clansProfile
  }

  /// What the statements about clans are to know.
  @inlinable
  public var clans: ClanUniverse<V> {
    ClanUniverse(numbers: roster.everybody, profile: clansProfile)
  }

  /// The threads of these tasks, existing or not.
  @inlinable
  public func members(of some: V.Bits) -> V.Bits { roster.members.union(over: some) }

  /// The task of a thread.
  @inlinable
  public func task(of thread: V.Bits) -> V.Bits { roster.task[at: thread] }
}
