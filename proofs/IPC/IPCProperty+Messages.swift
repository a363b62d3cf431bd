import ClansAndChiefs
import IPC
import Logic
import Proving
import Threads
import Vocabulary

// What is sent is received.
extension IPCTransition {
  @inlinable
  func checkMessagesAreConserved(_ part: Part<V>) {
    var seen = V.Bits.empty
    var twice = V.Bits.empty
    var otherWords = V.Bits.empty
    let kernels = requesting
    let words = wordsSent(kernels)
    let whole = served
    for position in 0..<threads {
      let name = V.Bits(id: position)
      let row = done.sender[row: position]
      twice |= seen & row
      seen |= row
      otherWords |= (name & whole).when(done.word.contains(name) != words.contains(row))
    }
    let couldSend = before.messages | kernels | caller.when(V.Truth(call?.send != nil))
    part("a message has one sender", done.sender.crowded)
    part("a message has one receiver", twice)
    part("who sends had something to send", seen - couldSend)
    part("the words are the same", otherWords)
    part("without a message there are no words", done.word - whole)
    part(
      "what is sent is sent no more",
      ((seen - kernels) & after.messages) | (seen & kernels & after.requests))
    let gone = before.messages - after.messages - deleted
    part("no message is lost", gone - seen - returnedFromSending)
    let lost = before.requests - after.requests - deleted
    part("nor one of the kernel", lost - seen - done.resumed - done.returned - after.stuck)
  }

  /// The threads whose message carries a 1.
  @inlinable
  func wordsSent(_ kernels: V.Bits) -> V.Bits {
    let own = (before.word & before.messages) - kernels
    let called = caller.when(call?.send?.word ?? V.Truth(false))
    let waiting = before.writing & before.requests
    switch event {
    case .fault(let thread, writes: let writes): return own | waiting | thread.when(writes)
    case .copy(from: let sender, senderFaults: let senderFaults, receiverFaults: _):
      // Copying writes to the receiver's memory, and reads the sender's.
      let faulting = before.peer[at: sender].when(!senderFaults)
      return own | waiting | (faulting & kernels)
    case .ipc, .beginReceive, .preempt, .interrupt, .cancel, .remove, .tick, .expire, .nothing:
      return own | called | waiting
    }
  }

  @inlinable
  func checkSourcesAreCorrect(_ part: Part<V>) {
    var wrong = V.Bits.empty
    let whole = served
    for position in 0..<threads {
      let name = V.Bits(id: position)
      let isGenuine = done.source[row: position] == done.sender[row: position]
      let isDeceit = done.deceived.contains(name)
      wrong |= (name & whole).when(isGenuine == isDeceit)
    }
    part("the source is the sender, or the message deceives", wrong)
    part("every message has a source", whole ^ done.source.filled)
    part("one source", done.source.crowded)
    part("an interrupt is no message of a thread", done.interrupted & receivers)
    part("only messages deceive", done.deceived - whole)
    part("only messages map", done.mapped - whole)
  }

  @inlinable
  func checkClosedReceiveIsClosed(_ part: Part<V>) {
    let open = openReceptions
    let begun = after.receiving - before.receiving
    let atOnce = served - before.receiving
    var wrong = V.Bits.empty
    var stale = V.Bits.empty
    let kernels = requesting
    for position in 0..<threads {
      let name = V.Bits(id: position)
      let other = after.peer[row: position].when(begun.contains(name))
      let sender = other | done.sender[row: position].when(atOnce.contains(name))
      let visible =
        after.visible.union(over: other) | done.source[row: position].when(atOnce.contains(name))
      let isClosed = (begun | atOnce).contains(name) && !open.contains(name)
      wrong |= name.when(isClosed && visible != awaited(by: position))
      stale |= name.when(isClosed && (before.formerVisible - kernels).contains(sender))
    }
    part("a closed receive is for one sender", wrong)
    part("not for one of a former incarnation", stale)

    var asksForInterrupt = V.Bits.empty
    if let call, call.send == nil, case .interrupt = call.partner {
      asksForInterrupt = call.caller
    }
    part(
      "an interrupt comes to who waits for it",
      done.interrupted - (open | (before.forInterrupt & before.waiting) | asksForInterrupt))

    var strangers = V.Bits.empty
    for position in 0..<threads {
      let name = V.Bits(id: position)
      let sender = done.sender[row: position]
      var visible = before.visible.union(over: sender - requesting) | (sender & requesting)
      if let message = call?.send {
        visible |= (caller | (message.virtual ?? .empty)).when(sender.contains(caller))
      }
      let asked = before.asked[row: position] | after.asked[row: position]
      let isAnswered = (done.resumed & before.calledFor).contains(name) && !sender.isEmpty
      strangers |= name.when(isAnswered && (visible & asked).isEmpty)
    }
    part("an answer is that of the one who was asked", strangers)
  }

  @inlinable
  func checkCutWhereItDoesNotFit(_ part: Part<V>) {
    let long = before.parts.filled | caller.when((call?.send?.parts ?? V.Count(0)) != V.Count(0))
    let maps = before.mapping | caller.when(call?.send?.maps ?? V.Truth(false))
    let kernels = requesting
    let memory = before.takesMemory | caller.when(call?.receive?.takesMemory ?? V.Truth(false))
    let short = before.short | caller.when(call?.receive?.isShort ?? V.Truth(false))
    let window = before.takesMaps | caller.when(call?.receive?.takesMaps ?? V.Truth(false))
    var needless = V.Bits.empty
    var wrong = V.Bits.empty
    for position in 0..<threads {
      let name = V.Bits(id: position)
      let sender = done.sender[row: position] - kernels
      let isTooLong = long.contains(sender) && !(memory - short).contains(name)
      let isMapping = maps.contains(sender)
      needless |= name.when(!isTooLong && !isMapping)
      wrong |= name.when(isTooLong || (isMapping && !window.contains(name)))
    }
    part("what is cut did not fit", returned(.messageCut) & needless)
    part("what did not fit is cut", (receivers & returned(.ok)) & wrong)
  }

  /// The threads whose message begins to move with its pages, after which it is none that maps. (U24)
  @inlinable
  var givenFirst: V.Bits {
    world.profile.transferOrder == .mapsFirst ? after.sending - before.sending : .empty
  }

  @inlinable
  func checkNestedCallsAreTransparent(_ part: Part<V>) {
    let same = before.messages & after.messages
    part("a message on its way stays what it is", same & changedMessages)
    part("it maps what it mapped", (same & (before.mapping ^ after.mapping)) - givenFirst)
    part(
      "a receive phase on its way too",
      before.receptions & after.receptions & changedReceptions
        - (before.arriving | before.messages))
    let on = (before.transferring & after.transferring) - (senders | receivers)
    part("partners stay partners", on & before.peer.difference(from: after.peer))
    part("who sends goes on sending", on & (before.sending ^ after.sending))
    var copying = V.Bits.empty
    if case .copy(from: let sender, senderFaults: _, receiverFaults: _) = event {
      copying = sender
    }
    part(
      "nothing moves but by copying",
      (same & before.parts.difference(from: after.parts)) - copying)
    var wrong = V.Bits.empty
    for position in 0..<threads {
      let name = V.Bits(id: position)
      let ended = (before.receiving & served).contains(name)
      let sender = before.peer[row: position]
      wrong |= name.when(ended && done.source[row: position] != before.visible.union(over: sender))
    }
    part("the message that arrives is the one that was sent", wrong)
  }
}
