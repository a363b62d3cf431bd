import ClansAndChiefs
import IPC
import Logic
import Proving
import SMT
import Threads
import Vocabulary

// Any state, in any world.
extension IPCProof {
  func anyState(in context: Context) -> IPC {
    func set(_ name: String) -> Symbolic.Bits { Symbolic.bits(name, width: 4, in: context) }
    func table(_ name: String) -> Table<Symbolic, Thread, 4> {
      var table = Table<Symbolic, Thread, 4>()
      for position in 0..<4 { table[row: position] = set("\(name)_\(position)") }
      return table
    }
    func numbers(_ name: String) -> Numbers<Symbolic, Thread, 4> {
      var numbers = Numbers<Symbolic, Thread, 4>()
      for position in 0..<4 {
        numbers[row: position] = Symbolic.count("\(name)_\(position)", in: context)
      }
      return numbers
    }
    var ipc = IPC()
    ipc.pending = set("pending")
    ipc.waiting = set("waiting")
    ipc.sending = set("sending")
    ipc.receiving = set("receiving")
    ipc.stuck = set("stuck")
    ipc.paging = set("paging")
    ipc.preempting = set("preempting")
    ipc.partner = table("partner")
    ipc.former = set("former")
    ipc.peer = table("peer")
    ipc.ahead = table("ahead")
    ipc.named = table("named")
    ipc.formerNamed = set("former_named")
    ipc.visible = table("visible")
    ipc.formerVisible = set("former_visible")
    ipc.deceiving = set("deceiving")
    ipc.word = set("word")
    ipc.mapping = set("mapping")
    ipc.parts = numbers("parts")
    ipc.sendFaultTimeout = numbers("send_fault_timeout")
    ipc.receives = set("receives")
    ipc.open = set("open")
    ipc.forInterrupt = set("for_interrupt")
    ipc.takesMaps = set("takes_maps")
    ipc.takesMemory = set("takes_memory")
    ipc.short = set("short")
    ipc.receiveTimeout = numbers("receive_timeout")
    ipc.receiveFaultTimeout = numbers("receive_fault_timeout")
    ipc.arriving = set("arriving")
    ipc.deadline = numbers("deadline")
    ipc.asked = table("asked")
    ipc.formerAsked = set("former_asked")
    ipc.writing = set("writing")
    ipc.handler[row: 0] = set("handler")
    ipc.raised = Symbolic.bits("raised", width: 1, in: context)
    ipc.serving = Symbolic.bits("serving", width: 1, in: context)
    return ipc
  }

  func anyWorld(in context: Context) -> Surroundings {
    func set(_ name: String) -> Symbolic.Bits { Symbolic.bits(name, width: 4, in: context) }
    var state = Threads<Symbolic, 4, 4>()
    for task in threads.indices {
      state.clans.below[row: task] = set("below_\(task)")
    }
    state.clans.active = set("active")
    state.existing = set("existing")
    var world = Surroundings(state, Roster(threads), profile, clansProfile)
    for thread in 0..<4 {
      world.pager[row: thread] = set("pager_\(thread)")
      world.preempter[row: thread] = set("preempter_\(thread)")
      world.priority[row: thread] = Symbolic.count("priority_\(thread)", in: context)
    }
    world.formerPager = set("former_pager")
    world.formerPreempter = set("former_preempter")
    return world
  }

  /// What other chapters prove of the world: chiefs form a tree, threads are those of active tasks,
  /// and a thread has one pager. (I-TH2, I-TH3)
  func domain(of world: Surroundings) -> [Symbolic.Truth] {
    let clans = world.clans
    let numbers = Symbolic.Bits(mask: (1 << UInt32(threads.count)) - 1)
    var truths = [
      (clans.below.union | clans.active).isSubset(of: numbers),
      clans.below.ids(meeting: clans.active).isSubset(of: clans.active),
      world.existing.isSubset(of: world.roster.members.union(over: clans.active)),
      world.roster.first.union(over: clans.active).isSubset(of: world.existing),
      world.pager.crowded.isEmpty, world.preempter.crowded.isEmpty,
    ]
    if clansProfile.donation == .toActive {
      truths.append(clans.below.union(over: numbers - clans.active).isEmpty)
    }
    for task in threads.indices {
      let row = clans.below[row: task]
      let name = Symbolic.Bits(id: task)
      truths.append(!row.contains(name))
      truths.append(clans.below.union(over: row).isSubset(of: row))
      for other in 0..<task {
        let isChain = row.contains(id: other) || clans.below[row: other].contains(name)
        truths.append(isChain || (row & clans.below[row: other]).isEmpty)
      }
    }
    return truths
  }
}
