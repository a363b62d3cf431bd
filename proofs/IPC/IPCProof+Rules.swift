import ClansAndChiefs
import IPC
import Logic
import Proving
import SMT
import Threads
import Vocabulary

// Every event, with any arguments.
extension IPCProof {
  /// What the arguments of events are made of.
  struct Arguments: Sendable {
    let thread: Symbolic.Bits
    let other: Symbolic.Bits
    let virtual: Symbolic.Bits
    let task: Symbolic.Bits
    let source: Symbolic.Bits
    let message: Message<Symbolic>
    let deceiving: Message<Symbolic>
    let closed: Reception<Symbolic>
    let open: Reception<Symbolic>
    let yes: Symbolic.Truth
    let yesToo: Symbolic.Truth
    let gift: AnyGift
    /// That all of this is what its name says.
    let conditions: [Symbolic.Truth]
  }

  func arguments(in context: Context) -> Arguments {
    let (thread, isThread) = Symbolic.singleton("thread", width: 4, in: context)
    let (other, isOther) = Symbolic.singleton("other", width: 4, in: context)
    let (virtual, isVirtual) = Symbolic.singleton("virtual", width: 4, in: context)
    let (task, isTask) = Symbolic.singleton("task", width: 4, in: context)
    let numbers = Symbolic.Bits(mask: (1 << UInt32(threads.count)) - 1)
    func truth(_ name: String) -> Symbolic.Truth { Symbolic.truth(name, in: context) }
    func count(_ name: String) -> Symbolic.Count { Symbolic.count(name, in: context) }
    let message = Message<Symbolic>(
      word: truth("message_word"), maps: truth("message_maps"), parts: count("message_parts"),
      timeout: count("message_timeout"), faultTimeout: count("message_fault_timeout"))
    var deceiving = message
    deceiving.virtual = virtual
    let closed = Reception<Symbolic>(
      isOpen: false, takesMaps: truth("window"), takesMemory: truth("buffer"),
      isShort: truth("buffer_is_short"), timeout: count("reception_timeout"),
      faultTimeout: count("reception_fault_timeout"))
    var open = closed
    open.isOpen = true
    return Arguments(
      thread: thread, other: other, virtual: virtual, task: task,
      source: Symbolic.bits("source", width: 1, in: context), message: message,
      deceiving: deceiving, closed: closed, open: open, yes: truth("yes"),
      yesToo: truth("yes_too"),
      gift: AnyGift(
        isAccepted: truth("accepted"), hasMemory: truth("memory"), isIgnored: truth("ignored")),
      conditions: [isThread, isOther, isVirtual, isTask, task.isSubset(of: numbers)])
  }

  func rules(_ state: IPCSituation, in context: Context) -> [System.Rule] {
    let given = arguments(in: context)
    let (ipc, world) = (state.ipc, state.world)
    let settled = ipc.arriving.isEmpty
    let exists = world.existing.contains(given.thread)
    let ready = [settled, exists, !ipc.blocked.contains(given.thread)]
    let isCopied =
      (ipc.sending - ipc.calledFor).contains(given.thread)
      && !ipc.calledFor.contains(ipc.peer[at: given.thread])
    func rule(
      _ name: String, _ event: Event<Symbolic>, where conditions: [Symbolic.Truth]
    ) -> System.Rule {
      System.Rule(
        name, IPCEvent(event: event, gift: given.gift), where: given.conditions + conditions
      ) {
        IPCResult(done: $0.ipc.perform($1.event, in: $0.world, give: $1.gift.give))
      }
    }
    func call(
      _ name: String, _ partner: Partner<Symbolic>, send: Message<Symbolic>? = nil,
      receive: Reception<Symbolic>? = nil
    ) -> System.Rule {
      let call = Call(by: given.thread, with: partner, send: send, receive: receive)
      return rule(name, .ipc(call), where: ready)
    }
    let thread = Partner<Symbolic>.thread(given.other)
    return [
      call("send", thread, send: given.message),
      call("send-deceiving", thread, send: given.deceiving),
      call("call", thread, send: given.deceiving, receive: given.closed),
      call("reply-and-wait", thread, send: given.deceiving, receive: given.open),
      call("send-to-former", .former(given.other), send: given.message, receive: given.open),
      call("send-to-source", .interrupt(given.source), send: given.message),
      call("send-to-nobody", .nobody, send: given.message, receive: given.closed),
      call("send-to-invalid", .invalid, send: given.message),
      call("receive", thread, receive: given.closed),
      call("wait", .nobody, receive: given.open),
      call("receive-from-former", .former(given.other), receive: given.closed),
      call("receive-from-source", .interrupt(given.source), receive: given.closed),
      call("receive-from-nobody", .nobody, receive: given.closed),
      call("receive-from-invalid", .invalid, receive: given.closed),
      call("neither-phase", .nobody),
      rule(
        "begin-to-receive", .beginReceive(given.thread), where: [ipc.arriving == given.thread]),
      rule(
        "copy", .copy(from: given.thread, senderFaults: given.yes, receiverFaults: given.yesToo),
        where: [settled, isCopied]),
      rule("fault", .fault(given.thread, writes: given.yes), where: ready),
      rule("preempt", .preempt(given.thread), where: ready),
      rule(
        "interrupt", .interrupt(given.source), where: [settled, !given.source.isEmpty]),
      rule("cancel", .cancel(given.thread), where: [settled, exists]),
      rule("tick", .tick(ending: .empty), where: [settled, ipc.due.isEmpty]),
      rule(
        "tick-and-preempt", .tick(ending: given.thread), where: ready + [ipc.due.isEmpty]),
      rule("expire", .expire(given.thread), where: [settled, ipc.due.contains(given.thread)]),
    ] + rulesOfFastPath(state, given, where: ready) + rulesOfTasks(state, given)
  }

  /// The calls that may take the fast path, as one step with all that follows from them.
  private func rulesOfFastPath(
    _ state: IPCSituation, _ given: Arguments, where ready: [Symbolic.Truth]
  ) -> [System.Rule] {
    [("fast-call", given.closed), ("fast-reply-and-wait", given.open)].map { name, reception in
      let call = Call<Symbolic>(
        by: given.thread, with: .thread(given.other), send: given.message, receive: reception)
      return System.Rule(
        name, IPCEvent(event: .ipc(call), gift: given.gift),
        where: given.conditions + ready + [state.ipc.takesFastPath(call, in: state.world)]
      ) {
        var done = $0.ipc.perform($1.event, in: $0.world, give: $1.gift.give)
        done.add($0.ipc.settle(in: $0.world, give: $1.gift.give))
        return IPCResult(done: done)
      }
    }
  }

  /// What task_new does to the tree of clans, with what ipc does because of it; and the creation of a
  /// thread.
  private func rulesOfTasks(_ state: IPCSituation, _ given: Arguments) -> [System.Rule] {
    let world = state.world
    let clansProfile = clansProfile
    let chief = world.clans.chief(of: given.task)
    let members = world.roster.members
    let stale = members.union(over: world.clans.renewed(with: given.task))
    let receiver = world.roster.task.union(over: given.other)
    let isChiefs = [state.ipc.arriving.isEmpty, world.clans.active.contains(chief)]
    func rule(
      _ name: String, _ change: @escaping @Sendable (inout Surroundings) -> ClanCase
    ) -> System.Rule {
      System.Rule(
        name, IPCEvent(event: .remove(stale), gift: given.gift),
        where: given.conditions + isChiefs
      ) {
        let seen = $0.world
        guard !change(&$0.world).isRefusal else { return IPCResult(done: nil) }
        $0.world.existing = seen.existing - stale
        if name == "create" { $0.world.existing |= seen.roster.first.union(over: given.task) }
        return IPCResult(done: $0.ipc.perform($1.event, in: seen, give: $1.gift.give))
      }
    }
    let inTask = members.union(over: world.clans.active).contains(given.thread)
    return [
      rule("create") { $0.clans.create(given.task, by: chief, clansProfile) },
      rule("delete") { $0.clans.delete(given.task, by: chief, clansProfile) },
      rule("donate") { $0.clans.donate(given.task, by: chief, to: receiver, clansProfile) },
      System.Rule(
        "activate", IPCEvent(event: .nothing, gift: given.gift),
        where: given.conditions + [state.ipc.arriving.isEmpty, inTask]
      ) {
        $0.world.existing |= given.thread
        return IPCResult(done: $0.ipc.perform($1.event, in: $0.world, give: $1.gift.give))
      },
    ]
  }
}

/// What becomes of the pages that a message names: anything that can.
struct AnyGift: Sendable {
  let isAccepted: Symbolic.Truth
  let hasMemory: Symbolic.Truth
  let isIgnored: Symbolic.Truth

  func give(_ sender: Symbolic.Bits, _ receiver: Symbolic.Bits) -> Gift {
    if Symbolic.holds(isAccepted, "the pages are accepted") { return .accepted }
    guard Symbolic.holds(hasMemory, "the kernel has memory") else { return .shortage }
    return Symbolic.holds(isIgnored, "within one task nothing is mapped") ? .ignored : .cut
  }

  /// What it was in a model.
  func gift(in model: Model) throws -> Gift {
    if try model.value(isAccepted) { return .accepted }
    guard try model.value(hasMemory) else { return .shortage }
    return try model.value(isIgnored) ? .ignored : .cut
  }
}
