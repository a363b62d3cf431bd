import ClansAndChiefs
import IPC
import Logic
import Proving
import Threads
import Vocabulary

// Page faults and interrupts.
extension IPCTransition {
  @inlinable
  func checkStateIsSavedInAFault(_ part: Part<V>) {
    let nested = done.resumed & before.transferring
    part("a transfer goes on", nested - after.transferring)
    part("it is the same", nested & (changedMessages | changedReceptions))
    part("at user level there is nothing to keep", (done.resumed - nested) & after.inCall)
    part("nobody goes on with a result", done.resumed & (done.returned | done.source.filled))
    let calls = after.nested & before.transferring
    part("while the pager is asked too", calls & (changedMessages | changedReceptions))
  }

  @inlinable
  func checkOneMessageAFault(_ part: Part<V>) {
    let pages = asking & after.paging
    var others = V.Bits.empty
    for position in 0..<threads {
      let isOther = after.asked[row: position] != world.pager[row: position]
      others |= V.Bits(id: position).when(isOther)
    }
    part("the pager is asked", (pages - before.paging) & others)
    part("the asked stay the same", (before.calledFor & after.calledFor) & askedDifference)
    if case .fault(let thread, writes: let writes) = event {
      let isUnderWay = after.paging.contains(thread) || done.resumed.contains(thread)
      let isLost = after.stuck.contains(thread) || V.Truth(retries)
      part("a page fault is told, or stuck", thread.when(!isUnderWay && !isLost))
      part(
        "with what it was about",
        (thread & after.paging).when(after.writing.contains(thread) != writes))
    }
    let hopeless = retries ? before.calledFor : before.preempting
    var cancelled = hopeless & before.formerAsked
    switch event {
    case .remove: cancelled = hopeless  // PR-2
    case .cancel(let thread), .preempt(let thread), .tick(ending: let thread): cancelled |= thread
    case .ipc, .beginReceive, .copy, .fault, .interrupt, .expire, .nothing: break
    }
    part("without an answer nobody goes on", done.resumed - receivers - cancelled)
    part(
      "what was a write stays one", before.paging & after.paging & (before.writing ^ after.writing))
  }

  /// Whether a page fault that nobody can resolve happens again and again. (U27)
  @inlinable
  var retries: Bool { world.profile.missingPager == .retries }

  @inlinable
  var askedDifference: V.Bits { before.asked.difference(from: after.asked) }

  /// The source that interrupts in this step.
  @inlinable
  var interrupting: V.Bits {
    if case .interrupt(let source) = event { source } else { .empty }
  }

  @inlinable
  func checkInterruptsAreDelivered(_ part: Part<V>) {
    let handled = before.handler.filled
    let due = before.raised | (interrupting & handled)
    part("it comes to its thread", done.interrupted - before.handler.union(over: due))
    part("with success", done.interrupted - returned(.ok))
    let stillTheirs = due - before.handler.difference(from: after.handler)
    let delivered = before.handler.ids(meeting: done.interrupted)
    part("none is lost", (stillTheirs - after.raised) - delivered)
    part("none comes from nowhere", after.raised - due)
    part("one that has come is not pending", delivered & after.raised)
  }

  @inlinable
  func checkAssociationIsAsked(_ part: Part<V>) {
    var changing = V.Bits.empty
    if let call, call.send == nil, let reception = call.receive, !reception.isOpen {
      switch call.partner {
      case .interrupt, .nobody: changing = caller.when(reception.timeout == V.Count(1))
      case .thread, .former, .invalid: break
      }
    }
    var lost = V.Bits.empty
    var won = V.Bits.empty
    for source in 0..<sources {
      lost |= before.handler[row: source] - after.handler[row: source]
      won |= after.handler[row: source] - before.handler[row: source]
    }
    part("a source is taken from who asks for that, or ends", lost - changing - deleted)
    part("a source is given to who asks for it", won - changing)
  }
}
