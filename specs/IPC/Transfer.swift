import ClansAndChiefs
import Logic
import Threads
import Vocabulary

extension Rendezvous {
  /// Sender and receiver have found each other: the message moves. Without parts in memory that is
  /// one step (IPC-24); otherwise the transfer begins, and `copy` goes on with it. (IPC-20, IPC-62)
  @inlinable
  mutating func transfer<let tasks: Int>(
    from sender: V.Bits, to receiver: V.Bits, in world: World<V, threads, tasks>, give: Give<V>
  ) -> Deliveries<V, threads> {
    meet(sender, receiver)
    let isLong = parts[at: sender] != V.Count(0) && !calledFor.contains(sender)
    guard V.holds(isLong, "the message has parts in memory") else {
      return finish(from: sender, to: receiver, in: world, give: give)
    }
    guard V.holds((takesMemory - calledFor).contains(receiver), "the receiver has a buffer") else {
      return end(from: sender, to: receiver, .messageCut, in: world)  // IPC-44
    }
    if world.profile.transferOrder == .mapsFirst {
      if let failure = giveFirst(from: sender, to: receiver, give: give) {
        return end(from: sender, to: receiver, failure, in: world)
      }
    }
    sending |= sender
    receiving |= receiver
    receiveTimeout.set(V.Count(0), at: receiver)
    peer.insert(receiver, intoRowsOf: sender)
    peer.insert(sender, intoRowsOf: receiver)
    return Deliveries()
  }

  /// The next part of a message moves, unless a page is missing: then the pager of the thread whose
  /// page it is has to be asked, for as long as the other thread allows. (IPC-35, PF-13, PF-14)
  ///
  /// `sender` is sending, and the kernel calls nobody for it or for its receiver.
  @inlinable
  public mutating func copy<let tasks: Int>(
    from sender: V.Bits, senderFaults: V.Truth, receiverFaults: V.Truth,
    in world: World<V, threads, tasks>, give: Give<V>
  ) -> Deliveries<V, threads> {
    let receiver = peer[at: sender]
    if V.holds(senderFaults, "the sender's page is missing") {
      return fault(of: sender, inTransferWith: receiver, writes: V.Truth(false), in: world)
    }
    if V.holds(receiverFaults, "the receiver's page is missing") {  // IPC-57
      return fault(of: receiver, inTransferWith: sender, writes: V.Truth(true), in: world)
    }
    parts.decrement(at: sender)
    guard V.holds(parts[at: sender] == V.Count(0), "it was the last part") else {
      return Deliveries()
    }
    if V.holds(short.contains(receiver), "the receiver's buffer is too short") {
      return end(from: sender, to: receiver, .messageCut, in: world)  // IPC-44, IPC-50
    }
    return finish(from: sender, to: receiver, in: world, give: give)
  }

  /// Words and memory have moved; pages are mapped last, or were first. (IPC-55, U24)
  @inlinable
  mutating func finish<let tasks: Int>(
    from sender: V.Bits, to receiver: V.Bits, in world: World<V, threads, tasks>, give: Give<V>
  ) -> Deliveries<V, threads> {
    guard V.holds((mapping - calledFor).contains(sender), "the message maps pages") else {
      return end(from: sender, to: receiver, .ok, in: world)
    }
    let areGiven =
      world.profile.transferOrder == .mapsFirst
      && V.holds(sending.contains(sender), "the pages are mapped already")
    let gift = areGiven ? .accepted : self.give(sender, receiver, give)
    var done = end(from: sender, to: receiver, gift.code, in: world)
    if gift == .accepted, world.profile.mapBit == .told {
      done.mapped |= receiver & done.returned  // IPC-54
    }
    return done
  }

  /// Maps or grants what a message names, if the receiver has a window. A page fault is answered into
  /// a window of the complete space. (PF-3, PF-6)
  @inlinable
  mutating func give(_ sender: V.Bits, _ receiver: V.Bits, _ give: Give<V>) -> Gift {
    guard V.holds((takesMaps | paging).contains(receiver), "the receiver has a window") else {
      return .cut  // IPC-44
    }
    return give(sender, receiver)
  }

  /// Maps what a message names before anything else of it moves; returns what ends it. (U24)
  @inlinable
  mutating func giveFirst(
    from sender: V.Bits, to receiver: V.Bits, give: Give<V>
  ) -> ErrorCode? {
    guard V.holds((mapping - calledFor).contains(sender), "the message maps pages") else {
      return nil
    }
    let gift = self.give(sender, receiver, give)
    if gift == .ignored { mapping -= sender }
    return gift.code == .ok ? nil : gift.code
  }

  /// A transfer has ended: the receiver returns, or has the answer to a call of the kernel; the
  /// sender returns, or begins to receive. (IPC-8, IPC-9, IPC-42)
  @inlinable
  mutating func end<let tasks: Int>(
    from sender: V.Bits, to receiver: V.Bits, _ code: ErrorCode,
    in world: World<V, threads, tasks>
  ) -> Deliveries<V, threads> {
    let requesting = sender & calledFor
    let answered = receiver & calledFor
    let codeAtSender = world.profile.codeAtSender(code)
    let hasSent = codeAtSender == ErrorCode.ok.rawValue
    let goesOn = hasSent ? (sender & receives) - requesting : .empty
    var done = Deliveries<V, threads>()
    done.sender.insert(sender, intoRowsOf: receiver)
    done.end(sender - requesting - goesOn, codeAtSender)
    done.end(receiver - answered, code.rawValue)
    tell(receiver - answered, of: sender, code, &done, in: world)
    done.resumed |= answered
    stopTransfers(sender | receiver)
    leaveCalls(of: answered)
    clear(receiver - answered)
    beginReceivePhases(of: goesOn, requesting: requesting)
    clear(sender - requesting - goesOn)
    return done
  }

  /// What the result of a receive phase says of a message. (IPC-21, IPC-40)
  @inlinable
  func tell<let tasks: Int>(
    _ receiver: V.Bits, of sender: V.Bits, _ code: ErrorCode,
    _ done: inout Deliveries<V, threads>, in world: World<V, threads, tasks>
  ) {
    guard code == .ok || code == .messageCut else { return }
    let visible = visibleID(of: sender)
    let isCalledFor = calledFor.contains(sender)
    let destination =
      named.union(over: sender - calledFor) | asked.union(over: sender & calledFor)
    done.source.insert(visible, intoRowsOf: receiver)
    done.deceived |= receiver.when((deceiving - calledFor).contains(sender))
    done.word |= receiver.when(
      (word.contains(sender) && !isCalledFor) || (writing.contains(sender) && isCalledFor))
    guard world.profile.redirection == .byClans else { return }
    let way = world.clans.redirection(
      from: world.roster.task[at: sender], to: world.roster.task[at: receiver],
      for: world.roster.task[at: destination])
    done.redirected |= receiver.when(way.isRedirected)  // CC-10
    done.inner |= receiver.when(way.isFromInside)
    if world.clansProfile.trueDestination == .told {
      done.destination.insert(destination.when(way.isRedirected), intoRowsOf: receiver)  // CC-11
    }
  }
}

// How threads get from one phase of their calls to another.
extension Rendezvous {
  /// A sender and a receiver have found each other: neither waits any more, and no timeout of theirs
  /// has a meaning. (IPC-20, IPC-26, IPC-31)
  @inlinable
  mutating func meet(_ sender: V.Bits, _ receiver: V.Bits) {
    dequeue(sender)
    waiting -= receiver
    arriving -= receiver
    partner.clearRows(of: receiver)
    former -= receiver
    deadline.set(V.Count(0), at: sender | receiver)
  }

  /// Who was in a transfer with whom, of those threads whose transfers end.
  @inlinable
  func pair(_ ended: V.Bits, _ done: inout Deliveries<V, threads>) {
    for position in 0..<threads {
      let isReceiver = (ended & receiving).contains(id: position)
      done.sender[row: position] |= peer[row: position].when(isReceiver)
    }
  }

  /// Senders whose message has moved begin to receive: those that called, from whom they named, and
  /// those for which the kernel called, from whom it asked. (IPC-6, IPC-9, PF-3)
  @inlinable
  mutating func beginReceivePhases(of senders: V.Bits, requesting: V.Bits) {
    let closed = senders - open
    for position in 0..<threads {
      let thread = V.Bits(id: position)
      let awaited =
        named[row: position].when(closed.contains(thread))
        | asked[row: position].when(requesting.contains(thread))
      partner[row: position] |= awaited
    }
    former |= (closed & formerNamed) | (requesting & formerAsked)
    forgetMessages(of: senders)
    arrive(senders | requesting)
  }

  /// Threads are no longer in a transfer.
  @inlinable
  mutating func stopTransfers(_ threads: V.Bits) {
    // Of those that a call of the kernel is under way for, the outer transfer stays.
    let ended = threads - calledFor
    sending -= ended
    receiving -= ended
    peer.clearRows(of: ended)
  }

  /// The kernel's calls for threads are over: they go on where the fault was, with their registers as
  /// they were. (PF-5, PF-8)
  @inlinable
  mutating func leaveCalls(of threads: V.Bits) {
    dequeue(threads & calledFor)
    let left = threads & calledFor
    waiting -= left
    arriving -= left
    partner.clearRows(of: left)
    former -= left
    deadline.set(V.Count(0), at: left)
    asked.clearRows(of: left)
    formerAsked -= left
    writing -= left
    paging -= left
    preempting -= left
  }

  /// Threads have no message to send any more.
  @inlinable
  mutating func forgetMessages(of threads: V.Bits) {
    named.clearRows(of: threads)
    formerNamed -= threads
    visible.clearRows(of: threads)
    formerVisible -= threads
    deceiving -= threads
    word -= threads
    mapping -= threads
    parts.set(V.Count(0), at: threads)
    sendFaultTimeout.set(V.Count(0), at: threads)
    receives -= threads
  }

  /// Threads are in no call any more.
  @inlinable
  mutating func clear(_ threads: V.Bits) {
    dequeue(threads)
    leaveCalls(of: threads)
    stopTransfers(threads)
    forgetMessages(of: threads)
    waiting -= threads
    arriving -= threads
    stuck -= threads
    partner.clearRows(of: threads)
    former -= threads
    open -= threads
    forInterrupt -= threads
    takesMaps -= threads
    takesMemory -= threads
    short -= threads
    receiveTimeout.set(V.Count(0), at: threads)
    receiveFaultTimeout.set(V.Count(0), at: threads)
    deadline.set(V.Count(0), at: threads)
  }
}

extension IPCProfile {
  /// The code of a transfer at its sender. (IPC-41, IPC-44)
  @usableFromInline func codeAtSender(_ code: ErrorCode) -> UInt8 {
    code == .messageCut && cutReport == .receiver ? ErrorCode.ok.rawValue : code.atSender
  }
}

extension Gift {
  /// How the transfer goes on, or ends. (AS13, AS15, IPC-44)
  @inlinable
  var code: ErrorCode {
    switch self {
    case .accepted, .ignored: .ok
    case .cut: .messageCut
    case .shortage: .mapFailed
    }
  }
}
