import ClansAndChiefs
import Logic
import Threads
import Vocabulary

/// Maps or grants what a message names from its sender to its receiver. Chapter AddressSpaces does
/// it. (AS3)
public typealias Give<V: Values> = (_ sender: V.Bits, _ receiver: V.Bits) -> Gift

/// What became of the pages that a message names.
public enum Gift: Hashable, Sendable, CaseIterable {
  /// They were mapped or granted, as far as the sender had them. (AS10, IPC-54)
  case accepted
  /// Nothing, and no m bit: it was within one task. (AS13, U4)
  case ignored
  /// Nothing, and the message is cut: it was within one task. (AS13, U4)
  case cut
  /// The kernel had no memory. (AS15)
  case shortage
}

extension Rendezvous {
  /// ipc: an optional send phase and an optional receive phase. If the first fails, the second does
  /// not begin (IPC-8); if it succeeds, the second begins in the same instant (IPC-9).
  ///
  /// The caller is ready. Where a receive phase has begun, the caller is in `arriving` afterwards.
  @inlinable
  public mutating func ipc<let tasks: Int>(
    _ call: Call<V>, in world: World<V, threads, tasks>, give: Give<V>
  ) -> Deliveries<V, threads> {
    if let message = call.send { return send(message, call, in: world, give: give) }
    if let reception = call.receive { return receive(reception, call, in: world) }
    var done = Deliveries<V, threads>()
    done.end(call.caller, world.profile.emptyCall.code)
    return done
  }

  /// The send phase. (IPC-2, IPC-13, IPC-33)
  @inlinable
  public mutating func send<let tasks: Int>(
    _ message: Message<V>, _ call: Call<V>, in world: World<V, threads, tasks>, give: Give<V>
  ) -> Deliveries<V, threads> {
    let caller = call.caller
    var refusal = Deliveries<V, threads>()
    refusal.end(caller, ErrorCode.notExistent.atSender)
    guard case .thread(let destination) = call.partner else { return refusal }  // IPC-11, A6
    if world.profile.sendingToSelf == .notExistent {
      guard V.holds(destination != caller, "the destination is another thread") else {
        return refusal  // IPC-10
      }
    }
    let route = world.route(from: caller, to: destination)  // CC-4
    guard V.holds(world.addressable.contains(route.receiver), "the receiver exists") else {
      return refusal  // IPC-41; of a redirected message the chief counts (CC-17)
    }
    let visible = visibleID(message.virtual, of: caller, to: destination, in: world)
    let isReady = accepts(route.receiver, from: visible)
    if V.holds(isReady, "the receiver waits for this sender") {
      enter(message, call, to: destination, as: visible)
      return transfer(from: caller, to: route.receiver, in: world, give: give)
    }
    if V.holds(message.timeout == V.Count(1), "the send timeout is zero") {  // IPC-33, IPC-34
      refusal.end(caller, ErrorCode.timeout.atSender)
      return refusal
    }
    enter(message, call, to: destination, as: visible)
    enqueue(caller, at: route.receiver)  // IPC-14
    deadline.set(message.timeout, at: caller)
    return Deliveries()
  }

  /// The id that the receiver will see: the sender's own, or the one that it pretends to have, if that
  /// preserves the direction of the message. Otherwise deceit is no error. (CC-12, CC-13)
  @inlinable
  func visibleID<let tasks: Int>(
    _ virtual: V.Bits?, of caller: V.Bits, to destination: V.Bits,
    in world: World<V, threads, tasks>
  ) -> V.Bits {
    guard let virtual, world.profile.redirection == .byClans else { return caller }
    let isPermitted = world.clans.permitsDeceit(
      by: world.roster.task[at: caller], to: world.roster.task[at: destination],
      as: world.roster.task.union(over: virtual), world.clansProfile)
    return virtual.when(isPermitted) | caller.when(!isPermitted)
  }

  /// The message of a send phase, and what the call will receive afterwards.
  @inlinable
  mutating func enter(
    _ message: Message<V>, _ call: Call<V>, to destination: V.Bits, as visible: V.Bits
  ) {
    let caller = call.caller
    named.insert(destination, intoRowsOf: caller)
    self.visible.insert(visible, intoRowsOf: caller)
    deceiving |= caller.when(visible != caller)
    word |= caller.when(message.word)
    mapping |= caller.when(message.maps)
    parts.set(message.parts, at: caller)
    sendFaultTimeout.set(message.faultTimeout, at: caller)
    if let reception = call.receive {
      receives |= caller
      enter(reception, of: caller)
    }
  }

  /// A thread joins the queue of its receiver, at the end, and stays in that one. (IPC-15, IPC-18,
  /// IPC-19, U20)
  @inlinable
  mutating func enqueue(_ sender: V.Bits, at receiver: V.Bits) {
    ahead.insert(queue(of: receiver), intoRowsOf: sender)
    pending |= sender
    partner.insert(receiver, intoRowsOf: sender)
  }

  /// Threads leave whichever queues they are in.
  @inlinable
  mutating func dequeue(_ senders: V.Bits) {
    ahead.remove(senders)
    ahead.clearRows(of: senders)
    partner.clearRows(of: senders & pending)
    pending -= senders
  }
}

extension IPCProfile.EmptyCall {
  @usableFromInline var code: UInt8 {
    switch self {
    case .notExistent: ErrorCode.notExistent.rawValue
    case .ok: ErrorCode.ok.rawValue
    case .timeout: ErrorCode.timeout.rawValue
    }
  }
}
