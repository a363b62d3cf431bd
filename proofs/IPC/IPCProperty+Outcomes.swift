import ClansAndChiefs
import IPC
import Logic
import Proving
import Threads
import Vocabulary

// How calls end.
extension IPCTransition {
  @inlinable
  func checkErrorsComeInPairs(_ part: Part<V>) {
    let goesOn = before.receives | caller.when(V.Truth(call?.receive != nil))
    let kernels = requesting
    var single = V.Bits.empty
    var unpaired = V.Bits.empty
    for position in 0..<threads {
      let name = V.Bits(id: position)
      let sender = done.sender[row: position]
      let code = done.code[row: position]
      let codeOfSender = done.code[at: sender]
      let isOK = code == V.Count(0) || (isTold(code) && !tellsSenders)
      let isPaired =
        (codeOfSender == (code | V.Count(0x10)) && done.returned.contains(sender))
        || deleted.contains(sender)
      let mayGoOn = (goesOn | kernels).contains(sender)
      let hasSent = mayGoOn || (codeOfSender == V.Count(0) && done.returned.contains(sender))
      let isTransfer = !sender.isEmpty && done.returned.contains(name)
      single |= name.when(isTransfer && !isOK && !isPaired)
      unpaired |= name.when(isTransfer && isOK && !hasSent)
    }
    part("an error comes to both, with the bit of the phase", single)
    part("success too", unpaired)
    let failed = returned(
      .mapFailed, .sendPageFaultTimeout, .receivePageFaultTimeout, .aborted, .messageCut)
    let failedAtSender = returned(
      .mapFailed, .sendPageFaultTimeout, .receivePageFaultTimeout, .aborted, .messageCut,
      atSender: true)
    part("who fails to receive had a sender", failed - receivers)
    part("who fails to send had a receiver", failedAtSender - senders)
    part(
      "other errors come to one",
      (returned(.notExistent, .timeout, .cancelled) & receivers)
        | (returned(.timeout, .cancelled, atSender: true) & senders))
  }

  /// Whether a sender is told that its message was cut. (IPC-44)
  @inlinable
  var tellsSenders: V.Truth { V.Truth(world.profile.cutReport == .both) }

  @inlinable
  func isTold(_ code: V.Count) -> V.Truth { code == V.Count(UInt32(ErrorCode.messageCut.rawValue)) }

  @inlinable
  func checkOneOutcome(_ part: Part<V>) {
    let inCall = after.inCall
    part("who returns was in a call", done.returned - calls)
    part("who has returned is in no call", done.returned & inCall)
    part("who is in no call any more has returned", calls - inCall - done.returned - deleted)
    part("nobody else is in a call", inCall - calls)
    part("who is deleted returns nowhere", done.returned & deleted)
    part("who returns has an answer to one call only", done.returned & done.resumed)
    let ofKernel = (before.calledFor | before.stuck) - before.transferring
    let ofKernelAfter = (after.calledFor | after.stuck) - after.transferring
    part(
      "who goes on without a result was not in a call of its own",
      done.resumed - before.calledFor - before.stuck - asking)
    part(
      "a call of the kernel ends when its thread goes on",
      (ofKernel - ofKernelAfter) - done.resumed - deleted)
    part("and only then", done.resumed & (after.calledFor | after.stuck))
    part("only a page fault can be stuck", after.stuck - before.stuck - before.paging - asking)
  }

  @inlinable
  func checkNoReceptionAfterAFailedSend(_ part: Part<V>) {
    let failed = failedToSend
    part("it gets no message", failed & (receivers | done.interrupted | done.source.filled))
    part("nothing is told of one", failed & (done.word | done.mapped | done.redirected))
    var lost = V.Bits.empty
    for source in 0..<sources {
      lost |= before.handler[row: source] ^ after.handler[row: source]
    }
    part("it keeps its source", failed & lost)
    part("it does not receive", failed & (after.waiting | after.receiving))
  }

  @inlinable
  func checkCallsAreAtomic(_ part: Part<V>) {
    let kernels = requesting
    let callers = (before.receives - kernels) | caller.when(V.Truth(call?.receive != nil))
    var sent = V.Bits.empty
    for position in 0..<threads {
      let name = V.Bits(id: position)
      let isOK = (returned(.ok) | (done.resumed - done.returned)).contains(name)
      sent |= done.sender[row: position].when(isOK)
    }
    let received = receivers | done.interrupted
    let gaveUp = returned(.notExistent, .timeout, .mapFailed)
    let receives = after.waiting | after.receiving | (done.returned & (received | gaveUp))
    part(
      "who called receives when its message has arrived",
      ((sent & callers) - failedToSend) - receives)
    part(
      "for whom the kernel called, that one waits for the answer",
      (sent & kernels) - after.waiting - done.resumed - done.returned - after.stuck)
  }

  @inlinable
  func checkFailuresChangeNothing(_ part: Part<V>) {
    guard let call else {
      guard case .beginReceive(let thread) = event else { return }
      let failed = thread & returned(.timeout, .notExistent)
      part("who receives nothing is ready", failed & after.blocked)
      part(
        "and nobody else is different",
        (changed - thread - done.returned).when(!failed.isEmpty))  // U20
      return
    }
    let failed =
      call.caller & (returned(.notExistent, .timeout) | returned(.timeout, atSender: true))
    let isAlone = senders.isEmpty && !failed.isEmpty && done.returned == failed
    part("no thread is different", changed.when(isAlone))
    part("nor is a queue", before.ahead.difference(from: after.ahead).when(isAlone))
    // Two answers of ipc are no failures: that a source was given or taken back. (INT-2, INT-5)
    // U29: a kernel may take the old source away although there is no new one. And who waits for an
    // interrupt in vain has served the last one. (INT-13)
    let losesOld = world.profile.failedAssociation == .losesOld
    let sources = before.handler.difference(from: after.handler) | (before.raised ^ after.raised)
    let isAnswer = call.send == nil && !(call.receive?.isOpen ?? true)
    let isRefused = !returned(.notExistent).isEmpty && V.Truth(!losesOld)
    part(
      "nor is a source",
      sources.when(isAlone && (isRefused || V.Truth(!isAnswer))))
  }

  @inlinable
  func checkStrangersStayAsTheyAre(_ part: Part<V>) {
    var involved = caller | asking | deleted | done.returned | done.resumed | receivers | senders
    switch event {
    case .beginReceive(let thread), .cancel(let thread), .expire(let thread): involved |= thread
    case .tick: involved |= before.deadline.filled
    case .remove:
      involved |= before.partner.ids(meeting: deleted) | before.asked.ids(meeting: deleted)
    case .ipc, .copy, .fault, .preempt, .interrupt, .nothing: break
    }
    // Those who have found each other, and whose message takes time.
    involved |= (after.transferring - before.transferring)
    part("nobody else is different", changed - involved)
    if case .nothing = event {
      part("nothing else concerns queues", before.ahead.difference(from: after.ahead))
      part(
        "or sources",
        before.handler.difference(from: after.handler) | (before.raised ^ after.raised))
    }
  }

  @inlinable
  func checkCancellingMakesReady(_ part: Part<V>) {
    guard case .cancel(let thread) = event else { return }
    part("it is ready", thread & after.blocked)
    part(
      "it knows how its call ended, or goes on",
      (thread & before.blocked) - done.returned - done.resumed)
    part(
      "before a transfer, nobody else is told",
      ((done.returned | done.resumed) - thread).when(!before.transferring.contains(thread)))
  }
}
