import ClansAndChiefs
import Logic
import Threads
import Vocabulary

/// What ipc needs to know of the world around it, and does not change.
public struct World<V: Values, let threads: Int, let tasks: Int>: Sendable {
  public var roster: Roster<V, threads, tasks>
  public var clans: Clans<V, tasks>
  /// The threads that exist. (A7)
  public var existing: V.Bits
  public var pager: Table<V, Thread, threads>
  public var formerPager: V.Bits
  /// For every thread: whom the kernel tells that its time slice has ended, the internal preempter or
  /// else the external one. (PR-1)
  public var preempter: Table<V, Thread, threads>
  public var formerPreempter: V.Bits
  /// For every thread: its priority, where the queues go by it. (U19)
  public var priority: Numbers<V, Thread, threads>
  public var profile: IPCProfile
  public var clansProfile: ClansProfile

  @inlinable
  public init(
    _ state: Threads<V, threads, tasks>, _ roster: Roster<V, threads, tasks>,
    _ profile: IPCProfile, _ clansProfile: ClansProfile
  ) {
    self.roster = roster
    clans = state.clans
    existing = state.existing
    pager = state.pager
    formerPager = state.formerPager
    preempter = Table()
    formerPreempter = .empty
    for position in 0..<threads {
      let thread = V.Bits(id: position)
      let recipient = state.recipientOfPreemption(of: thread)
      preempter[row: position] = recipient.who
      formerPreempter |= thread.when(recipient.isFormer)
    }
    priority = state.priority
    self.profile = profile
    self.clansProfile = clansProfile
  }

  /// The threads that a message can be for. (A7, U1)
  @inlinable
  public var addressable: V.Bits {
    switch profile.inactiveThreads {
    case .doNotExist: existing
    case .areBusy: existing | roster.members.union(over: clans.active)
    }
  }

  /// Where a message goes, and whether the thread that it is named for is not a neighbour, so that a
  /// chief gets it: the one that has lthread 0 of the task on the way. (CC-3, CC-7)
  @inlinable
  public func route(
    from sender: V.Bits, to destination: V.Bits
  ) -> (receiver: V.Bits, isRedirected: V.Truth) {
    guard profile.redirection == .byClans else { return (destination, V.Truth(false)) }
    let hop = clans.nearest(from: roster.task[at: sender], to: roster.task[at: destination])
    let chief = roster.first.union(over: hop.next)
    return (
      chief.when(hop.isRedirected) | destination.when(!hop.isRedirected), hop.isRedirected
    )
  }
}
