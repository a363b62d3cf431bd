import AddressSpaces
import ClansAndChiefs
import Logic
import Threads
import Vocabulary

/// A run of random steps of threads and tasks, from boot.
struct ThreadsWalk {
  typealias V = Traced<UInt8>

  private var state: Threads<V, 4, 4>
  private let roster: Roster<V, 4, 4>
  private let tasks: Int
  private let clansProfile: ClansProfile
  /// Whether it is about task_new, with a depth that is soon reached.
  private let isOfTasks: Bool
  private var dice: Dice
  private(set) var taken = TakenPaths()

  init(seed: Int, isOfTasks: Bool) {
    let sizes = isOfTasks ? [1, 1, 1, 1] : [1, 2, 1]
    self.isOfTasks = isOfTasks
    tasks = sizes.count
    roster = Roster(sizes)
    clansProfile = isOfTasks ? ClansProfile(greatestDepth: 1) : .v2
    dice = Dice(seed: seed)
    state = .boot(roster: roster, priority: V.Count(2), slice: V.Count(2), profile: .v2)
  }

  mutating func run(_ steps: Int) { for _ in 0..<steps { step() } }

  private mutating func step() {
    let by = state.running
    switch dice.below(isOfTasks ? 6 : 14) {
    case 0, 1: take(.tasks("create"), .taskNew(task(), newTask(), by: by))
    case 2:
      let chief = Reference<V>(dice.id(below: tasks), isFormer: dice.truth(10))
      take(.tasks("donate"), .taskNew(task(), .inactive(chief: chief), by: by))
    case 3: take(nil, .tick)
    case 4: take(nil, .wait(by))
    case 5: take(nil, .wake(state.existing - state.halted - state.ready))
    case 6, 7:
      var change = ExRegs<V>(dice.id(below: 4), registers: V.Count(1))
      if dice.chance(70) {
        change.pager = Reference(dice.id(below: 4))
        change.preempter = .nobody
        take(.threads("ex_regs"), .exRegs(change, by: by))
      } else {
        change.registers = nil
        change.pager = Reference(dice.id(below: 4))
        change.preempter = .nobody
        take(.threads("ex_regs others"), .exRegs(change, by: by))
      }
    case 8, 9:
      let isQuery = dice.chance(30)
      let new = SchedulingParameters<V>(
        priority: dice.count(below: 5), slice: dice.count(below: 3))
      take(
        .threads(isQuery ? "schedule query" : "schedule"),
        .threadSchedule(
          thread(), setting: isQuery ? nil : new, externalPreempter: isQuery ? nil : .nobody,
          by: by))
    case 10: take(.threads("switch"), .threadSwitch(to: thread(), by: by))
    case 11: take(.threads("yield"), .threadSwitch(to: .nobody, by: by))
    case 12:
      if dice.chance(70) {
        take(.threads("table"), .loadExceptionTable(of: by, isValid: dice.truth()))
      } else {
        take(.threads("exception"), .exception(in: by, handler: V.Count(1)))
      }
    default: ask()
    }
  }

  private mutating func take(_ rule: Section.Rule?, _ step: ThreadsStep<V>) {
    guard state.permits(step, profile: .v2).value else { return }
    let (_, path) = Trail.record {
      _ = state.take(step, roster: roster, profile: .v2, clansProfile: clansProfile)
    }
    if let rule, isTold(rule) { taken.insert(path, of: rule) }
  }

  /// The rules of task_new have paths of their own in the universe of little depth.
  private func isTold(_ rule: Section.Rule) -> Bool {
    if case .tasks = rule { isOfTasks } else { true }
  }

  /// id_nearest, of all that can be asked.
  private mutating func ask() {
    guard let asker = dice.one(of: state.clans.active) else { return }
    let clans = state.clans
    let task = dice.id(below: tasks)
    for (rule, id) in [
      ("id_nearest", NamedID<V>.task(task)), ("id_nearest of nobody", .nobody),
      ("id_nearest of the invalid id", .invalid),
    ] {
      let (_, path) = Trail.record { _ = clans.idNearest(id, for: asker, .v2) }
      taken.insert(path, of: .clans(rule))
    }
  }

  private mutating func task() -> Reference<V> {
    Reference(dice.id(below: tasks), isFormer: dice.truth(10))
  }
  private mutating func thread() -> Reference<V> {
    Reference(dice.id(below: 4), isFormer: dice.truth(10))
  }
  private mutating func newTask() -> NewTask<V> {
    .active(
      mcp: dice.count(below: 5), registers: V.Count(1), pager: Reference(dice.id(below: 4)))
  }

  /// The paths of fpage_unmap, which has one for each mask.
  static var takenByUnmap: TakenPaths {
    var taken = TakenPaths()
    let layout = Layout<V, 8, 4>(Shape(tasks: 2, pages: 2, frames: 2))
    for mask in UnmapMask.all {
      var spaces = layout.boot(tasks: V.Bits(mask: 0b1111))
      let (_, path) = Trail.record { _ = spaces.unmap(V.Bits(mask: 0b11), mask, layout: layout) }
      taken.insert(path, of: .pages("unmap \(mask)"))
    }
    return taken
  }
}
