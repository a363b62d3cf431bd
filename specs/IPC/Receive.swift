import ClansAndChiefs
import Logic
import Threads
import Vocabulary

extension Rendezvous {
  /// The receive phase of a call that sends nothing: from anybody, from one thread, from one's own
  /// interrupt source, or from nobody, which is to sleep. (IPC-4, IPC-5, IPC-38)
  @inlinable
  public mutating func receive<let tasks: Int>(
    _ reception: Reception<V>, _ call: Call<V>, in world: World<V, threads, tasks>
  ) -> Deliveries<V, threads> {
    let caller = call.caller
    var refusal = Deliveries<V, threads>()
    refusal.end(caller, ErrorCode.notExistent.rawValue)
    if !reception.isOpen {
      switch call.partner {
      case .thread(let source):
        // Of a thread in another clan only its chief can bring a message, whoever exists. (CC-19)
        let isNear = !world.route(from: caller, to: source).isRedirected
        let isLost = isNear && !world.addressable.contains(source)
        guard V.holds(!isLost, "the source exists") else { return refusal }
        partner.insert(source, intoRowsOf: caller)
      case .former, .invalid:
        return refusal  // A6
      case .nobody:
        if V.holds(reception.timeout == V.Count(1), "the receive timeout is zero") {
          return dissociate(caller)  // INT-5
        }
      case .interrupt(let source):
        let isZero = V.holds(reception.timeout == V.Count(1), "the receive timeout is zero")
        if isZero { return associate(caller, with: source, in: world) }  // INT-2
        let isOwn = V.holds(
          !source.isEmpty && handler[at: source] == caller, "the source is the caller's own")
        guard isOwn || world.profile.foreignInterrupt == .waitsForOwn else {
          return refusal  // INT-7
        }
        forInterrupt |= caller
      }
    }
    enter(reception, of: caller)
    arrive(caller)
    return Deliveries()
  }

  /// What a receive phase takes, now or later.
  @inlinable
  mutating func enter(_ reception: Reception<V>, of caller: V.Bits) {
    if reception.isOpen { open |= caller }
    takesMaps |= caller.when(reception.takesMaps)
    takesMemory |= caller.when(reception.takesMemory)
    short |= caller.when(reception.isShort)
    receiveTimeout.set(reception.timeout, at: caller)
    receiveFaultTimeout.set(reception.faultTimeout, at: caller)
  }

  /// A receive phase begins: from now on the thread is ready for a message. (IPC-9)
  @inlinable
  mutating func arrive(_ receiver: V.Bits) {
    waiting |= receiver
    arriving |= receiver
    serving -= handler.ids(meeting: receiver - calledFor)  // INT-13
  }

  /// A thread whose receive phase has begun gets what is there for it already: an interrupt, or the
  /// first matching message of its queue. Otherwise it waits, if it has the time. (IPC-16, IPC-33)
  @inlinable
  public mutating func beginReceive<let tasks: Int>(
    _ receiver: V.Bits, in world: World<V, threads, tasks>, give: Give<V>
  ) -> Deliveries<V, threads> {
    arriving -= receiver
    let interrupt = handler.ids(meeting: receiver) & raised
    let takesInterrupts = ((open | forInterrupt) - calledFor).contains(receiver)
    if V.holds(
      takesInterrupts && !interrupt.isEmpty, "an interrupt of the receiver is pending")
    {
      return deliver(interrupt, to: receiver)  // INT-8, INT-10
    }
    if world.profile.pendingSenders == .beginAnew {
      let outdated = (matching(receiver) - calledFor) & formerNamed
      if V.holds(!outdated.isEmpty, "whom a matching sender names was deleted meanwhile") {
        var done = Deliveries<V, threads>()
        done.end(outdated, ErrorCode.notExistent.atSender)  // U20
        clear(outdated)
        done.add(beginReceive(receiver, in: world, give: give))
        return done
      }
    }
    let first = first(of: matching(receiver), in: world)
    if V.holds(!first.isEmpty, "a matching sender is pending") {
      return transfer(from: first, to: receiver, in: world, give: give)
    }
    if world.profile.receiversFromDeleted == .notExistent {
      if V.holds(former.contains(receiver), "the one it waits for was deleted meanwhile") {
        return giveUp(receiver, in: world)
      }
    }
    let timeout = timeout(of: receiver)
    if V.holds(timeout == V.Count(1), "the receive timeout is zero") {
      return expire(receiver, in: world)  // IPC-33; of the pager, IPC-35
    }
    deadline.set(timeout, at: receiver)
    receiveTimeout.set(V.Count(0), at: receiver - calledFor)
    return Deliveries()
  }

  /// Receives what there is for the thread whose receive phase has begun; then for a sender that begins
  /// to receive because of that, and so on. From the outside it is all one step. (IPC-9, IPC-62)
  @inlinable
  public mutating func settle<let tasks: Int>(
    in world: World<V, threads, tasks>, give: Give<V>
  ) -> Deliveries<V, threads> {
    var done = Deliveries<V, threads>()
    while V.holds(!arriving.isEmpty, "a receive phase has begun") {
      done.add(beginReceive(arriving, in: world, give: give))
    }
    return done
  }

  /// A receive phase, or the wait for the answer to a call of the kernel, is for a thread that was
  /// deleted before it began. (U13)
  @inlinable
  mutating func giveUp<let tasks: Int>(
    _ receiver: V.Bits, in world: World<V, threads, tasks>
  ) -> Deliveries<V, threads> {
    if V.holds((calledFor & transferring).contains(receiver), "a transfer is under way") {
      return abort(receiver, in: world)
    }
    var done = Deliveries<V, threads>()
    if V.holds(calledFor.contains(receiver), "the kernel calls for it") {
      done.resumed |= lose(receiver, world.profile)
      return done
    }
    done.end(receiver, ErrorCode.notExistent.rawValue)
    clear(receiver)
    return done
  }

  /// The pending threads whose message a waiting thread accepts: those that it would have accepted had
  /// they come later. (IPC-13, IPC-16, IPC-17)
  @inlinable
  public func matching(_ receiver: V.Bits) -> V.Bits {
    let isOpen = (open - calledFor).contains(receiver)
    let awaited = partner[at: receiver].when(!former.contains(receiver))
    let withID = visible.ids(meeting: awaited) - formerVisible - calledFor
    let fromAwaited = withID | (awaited & calledFor)
    let queue = queue(of: receiver)
    return queue.when(isOpen) | (queue & fromAwaited)
  }

  /// The one of some threads of one queue that is served first. (IPC-15, U19)
  @inlinable
  func first<let tasks: Int>(
    of senders: V.Bits, in world: World<V, threads, tasks>
  ) -> V.Bits {
    var candidates = senders
    if world.profile.queueOrder == .priority {
      candidates &= world.priority.ids(with: world.priority.largest(of: senders))
    }
    return candidates - ahead.ids(meeting: candidates)
  }

  /// How long a receive phase that begins may wait: what the call says, or for a call of the kernel
  /// what the fault is allowed. (IPC-32, PF-4)
  @inlinable
  func timeout(of receiver: V.Bits) -> V.Count {
    let isCalledFor = calledFor.contains(receiver)
    return receiveTimeout[at: receiver].when(!isCalledFor)
      | faultTimeout(of: receiver).when(isCalledFor)
  }
}
