import ClansAndChiefs
import IPC
import Logic
import Threads
import Vocabulary

/// One step: an event with what it brought to threads, the state before it and the state after.
public struct IPCTransition<V: Values, let threads: Int, let sources: Int, let tasks: Int>:
  Sendable
{
  public let before: Rendezvous<V, threads, sources>
  public let event: Event<V>
  public let done: Deliveries<V, threads>
  public let after: Rendezvous<V, threads, sources>
  /// As the rules of the event saw it.
  public let world: World<V, threads, tasks>

  @inlinable
  public init(
    before: Rendezvous<V, threads, sources>, event: Event<V>, done: Deliveries<V, threads>,
    after: Rendezvous<V, threads, sources>, world: World<V, threads, tasks>
  ) {
    self.before = before
    self.event = event
    self.done = done
    self.after = after
    self.world = world
  }
}

// The parts that threads have in a step.
extension IPCTransition {
  /// The call of ipc that the step is, if it is one.
  @inlinable
  var call: Call<V>? {
    if case .ipc(let call) = event { call } else { nil }
  }

  /// Who calls ipc in this step.
  @inlinable
  var caller: V.Bits { call?.caller ?? .empty }

  /// The threads that are deleted.
  @inlinable
  var deleted: V.Bits {
    if case .remove(let threads) = event { threads } else { .empty }
  }

  /// The threads for which the kernel may begin a call in this step.
  @inlinable
  var asking: V.Bits {
    switch event {
    case .fault(let thread, writes: _), .preempt(let thread), .tick(ending: let thread): thread
    case .copy(from: let sender, senderFaults: _, receiverFaults: _):
      sender | before.peer[at: sender]
    case .ipc, .beginReceive, .interrupt, .cancel, .remove, .expire, .nothing: .empty
    }
  }

  /// The threads whose message in this step, if they send one, is the kernel's for them.
  @inlinable
  var requesting: V.Bits {
    before.requests | (asking & (after.calledFor | done.resumed))
  }

  /// The calls of threads that this step can end.
  @inlinable
  var calls: V.Bits { before.inCall | caller }

  /// The threads to which a transfer ended in this step.
  @inlinable
  var receivers: V.Bits { done.sender.filled }

  /// The threads from which a transfer ended in this step.
  @inlinable
  var senders: V.Bits { done.sender.union }

  /// The threads that return with one of these codes.
  @inlinable
  func returned(_ codes: ErrorCode..., atSender: Bool = false) -> V.Bits {
    var found = V.Bits.empty
    for code in codes {
      found |= done.code.ids(with: V.Count(UInt32(atSender ? code.atSender : code.rawValue)))
    }
    return found & done.returned
  }

  /// The threads that return with a code of their send phase; `notExistent` is one of both phases.
  @inlinable
  var returnedFromSending: V.Bits {
    var found = V.Bits.empty
    for position in 0..<threads {
      let isOfSendPhase = (done.code[row: position] & V.Count(0x10)) != V.Count(0)
      found |= V.Bits(id: position).when(isOfSendPhase)
    }
    return found & done.returned
  }

  /// The threads that return with a code of their send phase that is no other's.
  @inlinable
  var failedToSend: V.Bits { returnedFromSending - returned(.notExistent) }

  /// The threads that return with a message of somebody, whole or cut.
  @inlinable
  var served: V.Bits { receivers & returned(.ok, .messageCut) }

  /// The threads whose receive phase, begun in this step or before it, is open.
  @inlinable
  var openReceptions: V.Bits {
    (before.open & before.receptions) | caller.when(V.Truth(call?.receive?.isOpen ?? false))
  }

  /// For a thread with a receive phase: the only one that it accepts a message of; nobody where it
  /// accepts none, or any.
  @inlinable
  func awaited(by position: Int) -> V.Bits {
    let name = V.Bits(id: position)
    let waits = ((before.waiting - before.calledFor) - before.former).contains(name)
    let willWait = ((before.messages & before.receives) - before.formerNamed).contains(name)
    var awaited = before.partner[row: position].when(waits)
    awaited |= before.named[row: position].when(willWait)
    if let call, call.receive != nil, case .thread(let partner) = call.partner {
      awaited |= partner.when(call.caller.contains(name))
    }
    return awaited.when(!openReceptions.contains(name))
  }

  /// The threads of which anything is different after the step. Who is ahead of them is no part of
  /// them.
  @inlinable
  var changed: V.Bits {
    var changed = before.pending ^ after.pending
    changed |= before.waiting ^ after.waiting
    changed |= before.sending ^ after.sending
    changed |= before.receiving ^ after.receiving
    changed |= before.stuck ^ after.stuck
    changed |= before.paging ^ after.paging
    changed |= before.preempting ^ after.preempting
    changed |= before.arriving ^ after.arriving
    changed |= before.partner.difference(from: after.partner)
    changed |= before.peer.difference(from: after.peer)
    changed |= before.asked.difference(from: after.asked)
    changed |= before.deadline.difference(from: after.deadline)
    changed |= (before.writing ^ after.writing) | (before.mapping ^ after.mapping)
    return changed | changedMessages | changedReceptions
  }

  /// The threads whose message is different after the step, but for how much of it is left, and whether
  /// it maps.
  @inlinable
  var changedMessages: V.Bits {
    var changed = before.named.difference(from: after.named)
    changed |= before.visible.difference(from: after.visible)
    changed |= before.deceiving ^ after.deceiving
    changed |= before.word ^ after.word
    changed |= before.sendFaultTimeout.difference(from: after.sendFaultTimeout)
    changed |= before.receives ^ after.receives
    return changed
  }

  /// The threads whose receive phase is different after the step.
  @inlinable
  var changedReceptions: V.Bits {
    var changed = before.open ^ after.open
    changed |= before.forInterrupt ^ after.forInterrupt
    changed |= before.takesMaps ^ after.takesMaps
    changed |= before.takesMemory ^ after.takesMemory
    changed |= before.short ^ after.short
    changed |= before.receiveTimeout.difference(from: after.receiveTimeout)
    changed |= before.receiveFaultTimeout.difference(from: after.receiveFaultTimeout)
    return changed
  }
}
