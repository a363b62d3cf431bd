import ClansAndChiefs
import IPC
import Logic
import Proving
import Threads

// What is kept of each thread, of the sources, and of the clans.
extension Rendezvous {
  @inlinable
  func checkNothingIsLeftOver<let tasks: Int>(
    _ world: World<V, threads, tasks>, _ part: Part<V>
  ) {
    let messages = messages
    let receptions = receptions
    part("a message has a destination", named.filled ^ messages)
    part("one destination", named.crowded)
    part("a message has a sender", visible.filled ^ messages)
    part("one sender", visible.crowded)
    var liars = V.Bits.empty
    for position in 0..<threads {
      let name = V.Bits(id: position)
      liars |= name & (deceiving ^ (messages & name).when(visible[row: position] != name))
    }
    part("who deceives has another's name", liars)
    part("own names are of now", formerVisible - deceiving)
    part("a message is somebody's", (formerNamed | word | mapping | receives) - messages)
    part("its length too", (parts.filled | sendFaultTimeout.filled) - messages)
    part("what moves slowly is long", sending - parts.filled)
    part(
      "a receive phase is somebody's", (open | takesMaps | takesMemory | short) - receptions)
    part("its timeout too", receiveFaultTimeout.filled - receptions)
    part("what moves slowly has a place to go to", receiving - takesMemory)
    if world.profile.transferOrder == .mapsFirst {
      part("who has got pages has a window", peer.union(over: sending & mapping) - takesMaps)
    }
    part("who waits for an interrupt only has begun to", forInterrupt - (waiting - calledFor))
    part("and waits for nobody", forInterrupt & open)
    let partnered = partner.filled
    part(
      "who waits for anybody waits for nobody in particular",
      (partnered & waiting & (open | forInterrupt)) - calledFor)
    part("who waits for one of a former incarnation waits", former - (waiting & partnered))
  }

  @inlinable
  func checkOneHandlerOneSource<let tasks: Int>(
    _ world: World<V, threads, tasks>, _ part: Part<V>
  ) {
    part("a source has one thread", handler.crowded)
    var seen = V.Bits.empty
    var twice = V.Bits.empty
    for source in 0..<sources {
      twice |= seen & handler[row: source]
      seen |= handler[row: source]
    }
    part("a thread has one source", twice)
    part("it exists", seen - world.existing)
  }

  @inlinable
  func checkOnlyHandledInterruptsArePending(_ part: Part<V>) {
    let handled = handler.filled
    part("a pending interrupt is somebody's", raised - handled)
    part("an interrupt that is served is somebody's", serving - handled)
  }

  @inlinable
  func checkMessagesCrossNoBorder<let tasks: Int>(
    _ world: World<V, threads, tasks>, _ part: Part<V>
  ) {
    var strays = V.Bits.empty
    var elsewhere = V.Bits.empty
    var liars = V.Bits.empty
    for position in 0..<threads {
      let name = V.Bits(id: position)
      let isRequest = requests.contains(name)
      let next = partner[row: position].when(pending.contains(name))
      let to = peer[row: position].when(sending.contains(name))
      let goesDirectly = V.Truth(!world.redirectsFaults) && isRequest
      let reached = next.when(!goesDirectly) | peer[row: position]
      strays |= name.when(!reached.isSubset(of: world.neighbours(of: name)))
      let meant = named[row: position].when(!isRequest) | asked[row: position].when(isRequest)
      elsewhere |= (next - meant) | (to - named[row: position])
      let receiver = next.when(!isRequest) | peer[row: position]
      let isAboutBorder = crossesBorder(
        from: name, to: receiver, as: visible[row: position], world)
      liars |= ((name & deceiving) - formerVisible).when(!isAboutBorder)
    }
    guard world.profile.redirection == .byClans else {
      part("a message goes where it is meant to", elsewhere)
      part("nobody deceives", deceiving)
      return
    }
    part("a message goes to a neighbour", strays)
    part("a redirected message goes to lthread 0 of a chief", elsewhere - world.roster.firsts)
    part("deceit keeps the direction", liars)
  }

  /// Whether one of both ids is below the sender, and the other is not, and neither is its own.
  @inlinable
  func crossesBorder<let tasks: Int>(
    from sender: V.Bits, to receiver: V.Bits, as visible: V.Bits, _ world: World<V, threads, tasks>
  ) -> V.Truth {
    guard world.clansProfile.unknownSenders != .outside else { return V.Truth(true) }
    let own = world.roster.task[at: sender]
    let inside = world.clans.below[at: own]
    let to = world.roster.task.union(over: receiver)
    let claimed = world.roster.task.union(over: visible)
    let isPropagated = V.Truth(world.clansProfile.ownSenders == .propagated) && claimed == own
    let crosses = inside.contains(to) != inside.contains(claimed)
    return isPropagated || receiver.isEmpty || (crosses && claimed != own && to != own)
  }
}
