import ClansAndChiefs
import IPC
import IPCProofs
import Logic
import Threads
import Vocabulary

/// Numbers that are the same for the same seed everywhere. (SplitMix64)
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// A run of random events, each of which is checked against all statements: as one step, and rule by
/// rule.
struct RandomWalk {
  typealias V = Concrete<UInt8>
  typealias State = Rendezvous<V, 5, 2>

  var ipc = State()
  var world: World<V, 5, 5>
  var random: SeededGenerator
  var failures: [String] = []
  /// How often each statement was about something: that is, some part of it had cause to look.
  var steps = 0
  var log: [String] = []

  /// Task 0 is outermost, 1 and 2 are in its clan, 3 is in that of 1; or 0 has two threads.
  init(
    seed: UInt64, _ profile: IPCProfile, _ clans: ClansProfile, threads: [Int] = [1, 1, 1, 1, 1]
  ) {
    random = SeededGenerator(state: seed)
    var state = Threads<V, 5, 5>()
    state.clans.active = ConcreteBits(mask: 0b1_1111)
    state.clans.below[row: 0] = ConcreteBits(mask: 0b1_1110)
    state.clans.below[row: 1] = ConcreteBits(mask: 0b0_1000)
    if threads.count > 4 { state.clans.below[row: 2] = ConcreteBits(mask: 0b1_0000) }
    state.existing = ConcreteBits(mask: 0b1_1111)
    world = World(state, Roster(threads), profile, clans)
    if threads.count < 5 {
      world.clans.active = ConcreteBits(mask: 0b1111)
      world.clans.below[row: 0] = ConcreteBits(mask: 0b1110)
    }
  }

  mutating func run(_ count: Int) {
    for _ in 0..<count where failures.isEmpty { step() }
  }

  private mutating func chance(_ percent: Int) -> Bool {
    Int.random(in: 0..<100, using: &random) < percent
  }
  private mutating func one(of bits: ConcreteBits<UInt8>) -> ConcreteBits<UInt8>? {
    bits.ids.randomElement(using: &random).map { ConcreteBits(id: $0) }
  }
  private mutating func timeout() -> ConcreteWord<UInt8> {
    ConcreteWord(UInt32([0, 0, 1, 2, 3].randomElement(using: &random) ?? 0))
  }
  private mutating func truth(_ percent: Int = 50) -> ConcreteTruth {
    ConcreteTruth(chance(percent))
  }
  private mutating func anybody() -> ConcreteBits<UInt8> {
    ConcreteBits(id: Int.random(in: 0..<5, using: &random))
  }

  private mutating func step() {
    steps += 1
    if chance(5) { changeTasks() }
    if chance(10) { changePagers() }
    guard let event = event() else { return }
    take(event)
  }

  private mutating func changePagers() {
    guard let thread = one(of: world.existing), let id = thread.knownID else { return }
    let other = chance(20) ? ConcreteBits(storage: 0) : anybody()
    world.pager[row: id] = other
    world.formerPager -= thread
    world.preempter[row: id] = chance(50) ? ConcreteBits(storage: 0) : anybody()
    world.formerPreempter -= thread
    world.priority[row: id] = ConcreteWord(UInt32.random(in: 0..<3, using: &random))
  }

  /// Deletes a task, or creates one, and activates or not its other threads.
  private mutating func changeTasks() {
    let task = ConcreteBits<UInt8>(id: Int.random(in: 1..<5, using: &random))
    let chief = world.clans.chief(of: task)
    guard chief.knownID != nil, world.clans.active.contains(chief).value else { return }
    if world.clans.active.contains(task).value {
      let ending = world.clans.ending(with: task)
      let stale = world.roster.members.union(over: ending | task)
      take(.remove(stale)) { [self] world in
        _ = world.clans.delete(task, by: chief, self.world.clansProfile)
        world.existing = world.existing - stale
        world.formerPager = world.formerPager | world.pager.ids(meeting: stale)
        world.formerPreempter = world.formerPreempter | world.preempter.ids(meeting: stale)
      }
    } else if chance(50) {
      // Task numbers are given away: without that the tree would soon be flat.
      let chiefs = world.clans.active - (task | world.clans.below[at: task])
      guard let other = one(of: chiefs) else { return }
      take(.remove(world.roster.members[at: task])) { [self] world in
        _ = world.clans.donate(task, by: chief, to: other, self.world.clansProfile)
      }
    } else {
      _ = world.clans.create(task, by: chief, world.clansProfile)
      world.existing |= world.roster.first[at: task]
      if chance(50) { world.existing |= world.roster.members[at: task] }
      let new = world.roster.members[at: task]
      world.formerPager -= new
      for id in new.ids { world.pager[row: id] = ConcreteBits(storage: 0) }
    }
  }

  private mutating func event() -> Event<V>? {
    let ready = world.existing - ipc.blocked
    let copying = (ipc.sending - ipc.calledFor) - ipc.peer.ids(meeting: ipc.calledFor)
    switch Int.random(in: 0..<100, using: &random) {
    case 0..<55: return one(of: ready).map { .ipc(call(by: $0)) }
    case 55..<70:
      return one(of: copying).map {
        .copy(from: $0, senderFaults: truth(30), receiverFaults: truth(30))
      }
    case 70..<78: return one(of: ready).map { .fault($0, writes: truth()) }
    case 78..<80: return one(of: ready).map { .preempt($0) }
    case 80..<85: return .interrupt(ConcreteBits(id: Int.random(in: 0..<2, using: &random)))
    case 85..<88: return one(of: world.existing).map { .cancel($0) }
    default:
      if let due = one(of: ipc.due) { return .expire(due) }
      return .tick(ending: chance(20) ? one(of: ready) ?? .empty : .empty)
    }
  }

  private mutating func call(by caller: ConcreteBits<UInt8>) -> Call<V> {
    let partner: Partner<V> =
      switch Int.random(in: 0..<20, using: &random) {
      case 0: .former(anybody())
      case 1..<4:
        .interrupt(chance(20) ? .empty : ConcreteBits(id: Int.random(in: 0..<2, using: &random)))
      case 4..<6: .nobody
      case 6: .invalid
      default: .thread(anybody())
      }
    let message = Message<V>(
      virtual: chance(30) ? anybody() : nil, word: truth(), maps: truth(30),
      parts: ConcreteWord(UInt32([0, 0, 1, 2].randomElement(using: &random) ?? 0)),
      timeout: timeout(), faultTimeout: timeout())
    let reception = Reception<V>(
      isOpen: chance(60), takesMaps: truth(), takesMemory: truth(70), isShort: truth(20),
      timeout: timeout(), faultTimeout: timeout())
    return Call(
      by: caller, with: partner, send: chance(65) ? message : nil,
      receive: chance(75) ? reception : nil)
  }

  private mutating func take(
    _ event: Event<V>, changing: (inout World<V, 5, 5>) -> Void = { _ in }
  ) {
    var gifts: [Gift] = []
    for _ in 0..<6 { gifts.append(Gift.allCases.randomElement(using: &random) ?? .accepted) }
    var next = 0
    func give(_: ConcreteBits<UInt8>, _: ConcreteBits<UInt8>) -> Gift {
      next += 1
      return gifts[(next - 1) % 6]
    }
    let before = ipc
    let seen = world
    changing(&world)
    // Rule by rule.
    var state = before
    var all = state.perform(event, in: seen, give: give)
    check(before, event, all, state, seen)
    while let receiver = state.arriving.ids.first {
      let middle = state
      let part = Event<V>.beginReceive(ConcreteBits(id: receiver))
      let done = state.perform(part, in: seen, give: give)
      check(middle, part, done, state, seen)
      all.add(done)
    }
    // At once.
    next = 0
    var whole = ipc.perform(event, in: seen, give: give)
    whole.add(ipc.settle(in: seen, give: give))
    if whole != all || ipc != state { failures.append("settling is something else: \(event)") }
    check(before, event, whole, ipc, seen)
  }

  private mutating func check(
    _ before: State, _ event: Event<V>, _ done: Deliveries<V, 5>, _ after: State,
    _ seen: World<V, 5, 5>
  ) {
    let step = IPCTransition(before: before, event: event, done: done, after: after, world: seen)
    func failed(_ statement: String, _ says: StaticString, _ offenders: ConcreteBits<UInt8>) {
      guard offenders.mask != 0 else { return }
      failures.append(
        """
        \(statement): \(says): \(offenders.ids)
          \(event.summary)
          before: \(before.summary)
          after:  \(after.summary)
          done:   \(done.summary)
        """)
    }
    for invariant in IPCInvariant.allCases {
      invariant.check(after, in: world) { failed(invariant.number, $0, $1) }
    }
    let isOpen = world.clansProfile.unknownSenders == .outside
    for property in IPCProperty.allCases {
      // A chief can then take the name of one of its clan that does not exist. (U34)
      if isOpen && [.directionIsPreserved, .noLocalSpoofing].contains(property) { continue }
      property.check(step) { failed(property.number, $0, $1) }
    }
  }
}
