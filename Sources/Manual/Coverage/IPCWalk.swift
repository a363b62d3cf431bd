import ClansAndChiefs
import IPC
import Logic
import Threads
import Vocabulary

/// A run of random events of ipc, from the state in which nothing is under way, among four threads of
/// three tasks, which come and go and change their pagers.
struct IPCWalk {
  typealias V = Traced<UInt8>

  private var ipc = Rendezvous<V, 4, 1>()
  private var world: World<V, 4, 4>
  private var dice: Dice
  private(set) var taken = TakenPaths()

  init(seed: Int) {
    dice = Dice(seed: seed)
    var state = Threads<V, 4, 4>()
    state.clans.active = V.Bits(mask: 0b111)
    state.clans.below[row: 0] = V.Bits(mask: 0b110)
    state.existing = V.Bits(mask: 0b1111)
    world = World(state, Roster([2, 1, 1]), IPCProfile(), .v2)
  }

  mutating func run(_ steps: Int) {
    for _ in 0..<steps {
      switch dice.below(100) {
      case 0..<3: changeTasks()
      case 3..<10: changePagers()
      default: happen()
      }
    }
  }

  /// Pagers and preempters, as lthread_ex_regs sets them.
  private mutating func changePagers() {
    guard let thread = dice.one(of: world.existing), let id = thread.knownID else { return }
    let (pager, preempter) = (dice.id(below: 4), dice.id(below: 4))
    world.pager[row: id] = dice.chance(20) ? .empty : pager
    world.preempter[row: id] = dice.chance(50) ? .empty : preempter
    // Of a task that is not active any id is a former one. (A6)
    let gone = V.Bits(mask: 0b1111) - world.roster.members.union(over: world.clans.active)
    world.formerPager =
      (world.formerPager - thread) | (thread & world.pager.ids(meeting: gone))
    world.formerPreempter =
      (world.formerPreempter - thread) | (thread & world.preempter.ids(meeting: gone))
  }

  /// task_new: a task ends, and begins anew or not.
  private mutating func changeTasks() {
    let task = V.Bits(id: 1 + dice.below(2))
    let chief = world.clans.chief(of: task)
    guard world.clans.active.contains(chief).value else { return }
    let seen = world
    let stale = world.roster.members.union(over: world.clans.renewed(with: task))
    let isNew = dice.chance(70)
    let (_, path) = Trail.record {
      _ =
        isNew
        ? world.clans.create(task, by: chief, .v2) : world.clans.delete(task, by: chief, .v2)
      _ = ipc.perform(.remove(stale), in: seen) { _, _ in .accepted }
    }
    taken.insert(path, of: .ipc(isNew ? "create" : "delete"))
    world.existing -= stale
    if isNew { world.existing |= world.roster.first.union(over: task) }
    world.formerPager |= world.pager.ids(meeting: stale)
    world.formerPreempter |= world.preempter.ids(meeting: stale)
    for id in stale.ids {
      world.pager[row: id] = .empty
      world.preempter[row: id] = .empty
    }
    world.formerPager -= stale
    world.formerPreempter -= stale
  }

  private mutating func happen() {
    let ready = world.existing - ipc.blocked
    let copying = (ipc.sending - ipc.calledFor) - ipc.peer.ids(meeting: ipc.calledFor)
    switch dice.below(100) {
    case 0..<60:
      guard let caller = dice.one(of: ready) else { return }
      let (rule, call) = call(by: caller)
      take(rule, .ipc(call))
    case 60..<75:
      guard let sender = dice.one(of: copying) else { return }
      take(
        "copy", .copy(from: sender, senderFaults: dice.truth(30), receiverFaults: dice.truth(30)))
    case 75..<80:
      guard let thread = dice.one(of: ready) else { return }
      take("fault", .fault(thread, writes: dice.truth()))
    case 80..<85: take("interrupt", .interrupt(V.Bits(id: 0)))
    case 85..<88:
      guard let thread = dice.one(of: world.existing) else { return }
      take("cancel", .cancel(thread))
    default:
      if let due = dice.one(of: ipc.due) { return take("expire", .expire(due)) }
      guard dice.chance(50), let ending = dice.one(of: ready) else {
        return take("tick", .tick(ending: .empty))
      }
      take("tick-and-preempt", .tick(ending: ending))
    }
  }

  private static let calls = [
    "send", "send", "call", "call", "reply-and-wait", "reply-and-wait", "receive", "receive",
    "wait", "wait", "wait", "send-to-former", "send-to-source", "send-to-nobody", "send-to-invalid",
    "receive-from-former", "receive-from-source", "receive-from-source", "receive-from-nobody",
    "receive-from-invalid", "neither-phase",
  ]

  private mutating func call(by caller: V.Bits) -> (rule: String, call: Call<V>) {
    let rule = Self.calls[dice.below(Self.calls.count)]
    let partner: Partner<V> =
      switch rule {
      case "send", "call", "reply-and-wait", "receive": .thread(dice.id(below: 4))
      case "send-to-former", "receive-from-former": .former(dice.id(below: 4))
      case "send-to-source", "receive-from-source":
        .interrupt(dice.chance(20) ? .empty : V.Bits(id: 0))
      case "send-to-invalid", "receive-from-invalid": .invalid
      default: .nobody
      }
    let isOpen = rule == "reply-and-wait" || rule == "wait"
    let sends = rule.hasPrefix("send") || rule == "call" || rule == "reply-and-wait"
    let receives = rule.hasPrefix("receive") || rule == "call" || isOpen
    let message = Message<V>(
      virtual: dice.chance(30) ? dice.id(below: 4) : nil, word: dice.truth(),
      maps: dice.truth(40), parts: V.Count(dice.chance(50) ? 0 : 1 + UInt32(dice.below(2))),
      timeout: dice.count(below: 4), faultTimeout: dice.count(below: 4))
    let reception = Reception<V>(
      isOpen: isOpen, takesMaps: dice.truth(), takesMemory: dice.truth(70),
      isShort: dice.truth(20), timeout: dice.count(below: 4), faultTimeout: dice.count(below: 4))
    return (
      rule,
      Call(
        by: caller, with: partner, send: sends ? message : nil,
        receive: receives ? reception : nil)
    )
  }

  /// One event, and then the receive phases that begin because of it, one after the other. (IPC-62)
  private mutating func take(_ rule: String, _ event: Event<V>) {
    perform(rule, event)
    while let receiver = ipc.arriving.ids.first {
      perform("begin-to-receive", .beginReceive(V.Bits(id: receiver)))
    }
  }

  private mutating func perform(_ rule: String, _ event: Event<V>) {
    let (isAccepted, hasMemory, isIgnored) = (dice.truth(), dice.truth(), dice.truth())
    let (_, path) = Trail.record {
      _ = ipc.perform(event, in: world) { _, _ in
        // As the proof of the chapter asks: its paths have these sentences in their names.
        if V.holds(isAccepted, "the pages are accepted") { return .accepted }
        guard V.holds(hasMemory, "the kernel has memory") else { return .shortage }
        return V.holds(isIgnored, "within one task nothing is mapped") ? .ignored : .cut
      }
    }
    taken.insert(path, of: .ipc(rule))
  }
}
