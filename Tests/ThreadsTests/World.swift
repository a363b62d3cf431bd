import ClansAndChiefs
import Logic
import Threads
import Vocabulary

typealias Machine = Concrete<UInt8>
typealias Bits = ConcreteBits<UInt8>
typealias Count = ConcreteWord<UInt8>

/// A universe of sigma0, the root with two threads, and three task numbers with two threads each.
/// Threads: 0 is sigma0's, 1 and 2 the root's, 3 and 4, 5 and 6, 7 are those of tasks 2, 3, 4.
struct World {
  let roster = Roster<Machine, 8, 5>([1, 2, 2, 2, 1])
  var profile = ThreadsProfile.v2
  var clansProfile = ClansProfile.v2
  var threads: Threads<Machine, 8, 5>

  /// The root runs, with priority 10 and a slice of 3 ticks; sigma0 waits.
  init(profile: ThreadsProfile = .v2, clansProfile: ClansProfile = .v2) {
    self.profile = profile
    self.clansProfile = clansProfile
    threads = .boot(
      roster: roster, priority: Count(value: 10), slice: Count(value: 3), profile: profile)
    threads.block(Bits(id: 0), profile: profile)
    threads.dispatch(afterWaking: .empty, profile: profile)
  }

  mutating func create(
    _ task: Int, by invoker: Int, mcp: UInt8 = 255, pager: Int = 1, isFormer: Bool = false
  ) -> TaskNewResult<Machine> {
    threads.taskNew(
      Reference(Bits(id: task), isFormer: ConcreteTruth(isFormer)),
      .active(
        mcp: Count(value: mcp), registers: Count(value: 7), pager: Reference(Bits(id: pager))),
      by: Bits(id: invoker), roster: roster, profile: profile, clansProfile: clansProfile)
  }

  mutating func donate(_ task: Int, by invoker: Int, to chief: Int) -> TaskNewResult<Machine> {
    threads.taskNew(
      Reference(Bits(id: task)), .inactive(chief: Reference(Bits(id: chief))),
      by: Bits(id: invoker), roster: roster, profile: profile, clansProfile: clansProfile)
  }

  mutating func exRegs(_ change: ExRegs<Machine>, by invoker: Int) -> ExRegsResult<Machine> {
    threads.exRegs(change, by: Bits(id: invoker), roster: roster, profile: profile)
  }

  mutating func schedule(
    _ thread: Int, priority: UInt8, slice: UInt8 = 3, preempter: Int? = nil, by invoker: Int
  ) -> ThreadScheduleResult<Machine> {
    threads.threadSchedule(
      Reference(Bits(id: thread)),
      setting: SchedulingParameters(
        priority: Count(value: priority), slice: Count(value: slice)),
      externalPreempter: preempter.map { Reference(Bits(id: $0)) }, by: Bits(id: invoker),
      roster: roster, profile: profile)
  }

  mutating func wake(_ ids: Int...) {
    let woken = ids.reduce(Bits.empty) { $0 | Bits(id: $1) }
    threads.makeReady(woken, profile: profile)
    threads.dispatch(afterWaking: woken, profile: profile)
  }

  mutating func decide(afterWaking woken: Bits = .empty) {
    threads.dispatch(afterWaking: woken, profile: profile)
  }

  mutating func tick() -> TickResult<Machine> {
    let result = threads.tick(profile: profile)
    decide()
    return result
  }

  var running: [Int] { threads.running.ids }
  var spending: [Int] { threads.spending.ids }
  func left(_ thread: Int) -> UInt8 { threads.remaining[row: thread].value }
}
