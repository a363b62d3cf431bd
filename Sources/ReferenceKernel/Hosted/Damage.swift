/// Ways to break a kernel's structures, one bug at a time, so that tests can see the audit find each.
package enum Damage: CaseIterable, Sendable {
  case otherID, missingFirst, wrongDepth, tooMuchControl
  case blockedInRing, readyOutsideRing, wrongRing, emptyMap, ringLink
  case runsBlocked, idleThoughReady
  case notInQueue, twiceInQueue, wrongReceiver, queueFlag
  case otherPartner, partnerAlone
  case missedSender, missedInterrupt
  case clockWithoutWait, waitWithoutClock, wrongList, lateTimeout
  case zeroTimeout, queueOrder, callWhileReady, faultWithoutCall
  case handlerWithoutLine, lineWithoutHandler
  case unfinishedStep
}

extension HostedKernel {
  /// Breaks one thing of a kernel in which these threads are as they are called.
  package func damage(_ damage: Damage, _ cast: DamageCast) {
    kernel.damage(damage, cast)
  }
}

/// Threads to be damaged, by what they are doing.
package struct DamageCast: Sendable {
  package var ready: ThreadNumber
  package var pending: ThreadNumber
  package var laterPending: ThreadNumber
  package var waitingWithClock: ThreadNumber
  package var waitingForEver: ThreadNumber
  package var sending: ThreadNumber
  package var handler: ThreadNumber
  package var faulting: ThreadNumber

  package init(
    ready: ThreadNumber, pending: ThreadNumber, laterPending: ThreadNumber,
    waitingWithClock: ThreadNumber, waitingForEver: ThreadNumber, sending: ThreadNumber,
    handler: ThreadNumber, faulting: ThreadNumber
  ) {
    self.ready = ready
    self.pending = pending
    self.laterPending = laterPending
    self.waitingWithClock = waitingWithClock
    self.waitingForEver = waitingForEver
    self.sending = sending
    self.handler = handler
    self.faulting = faulting
  }
}

extension Kernel where Hardware == HostedMachine {
  mutating func damage(_ damage: Damage, _ cast: DamageCast) {
    let ready = blocks + cast.ready
    let pending = blocks + cast.pending
    let timed = blocks + cast.waitingWithClock
    let waiting = blocks + cast.waitingForEver
    let sending = blocks + cast.sending
    let handler = blocks + cast.handler
    switch damage {
    case .otherID: ready.pointee.id.low ^= 1
    case .missingFirst: pools.tasks[cast.ready >> 7].state = .inactive
    case .wrongDepth:
      pools.tasks[cast.ready >> 7].nest += 1
      pools.tasks[cast.ready >> 7].id.high &+= 1 << 28
    case .tooMuchControl: pools.tasks[Self.root].mcp = 3
    case .blockedInRing: enqueue(waiting)
    case .readyOutsideRing: dequeue(ready)
    case .wrongRing: ready.pointee.priority &+= 1
    case .emptyMap: readyMap.remove(ready.pointee.priority)
    case .ringLink: ready.pointee.ringLink.previous = 0
    case .runsBlocked: current = waiting
    case .idleThoughReady: freeProcessor()
    case .notInQueue: remove(place(pending) &+ ThreadControlBlock.queueLink)
    case .twiceInQueue:
      let links = pending.pointee.queueLink
      self.links(links.previous).pointee.next = links.previous
    case .wrongReceiver: pending.pointee.partner = UInt32(cast.handler)
    case .queueFlag: waiting.pointee.hurdles |= ThreadControlBlock.hasSenders
    case .otherPartner: sending.pointee.partner = UInt32(cast.ready)
    case .partnerAlone: waiting.pointee.partner = UInt32(cast.ready)
    case .missedSender:
      let receiver = blocks + Int(pending.pointee.partner)
      dequeue(receiver)
      receiver.pointee.state = .waitingOpen
      receiver.pointee.registers.ecx = 0
      if current == receiver { freeProcessor(); choose() }
    case .missedInterrupt: pools.lines[Int(handler.pointee.line)].isRaised = true
    case .clockWithoutWait: arm(waiting, 7)
    case .waitWithoutClock: disarm(timed)
    case .wrongList: timed.pointee.deadline &+= 1
    case .lateTimeout: now &+= 1000
    case .zeroTimeout: timed.pointee.registers.ecx = 0x11
    case .queueOrder: pending.pointee.arrival = (blocks + cast.laterPending).pointee.arrival &+ 1
    case .callWhileReady: ready.pointee.call = .waiting
    case .faultWithoutCall: (blocks + cast.faulting).pointee.call = .none
    case .handlerWithoutLine: handler.pointee.line = ThreadControlBlock.nobody
    case .lineWithoutHandler: pools.lines[9].handler = UInt32(cast.ready)
    case .unfinishedStep: step.contender = 4
    }
  }
}
