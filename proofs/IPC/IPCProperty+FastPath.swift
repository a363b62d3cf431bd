import ClansAndChiefs
import IPC
import Logic
import Proving
import Threads

extension IPCTransition {
  /// What the fast path comes to from the state before, compared with what the rules came to, once
  /// the receive phase of the call has begun.
  @inlinable
  func checkFastPathIsNoOther(_ part: Part<V>) {
    guard let call, call.send != nil, call.receive != nil else { return }
    let isTaken = before.takesFastPath(call, in: world) && after.arriving.isEmpty
    var state = before
    let brought = state.takeFastPath(call)
    let fast = IPCTransition(
      before: state, event: .nothing, done: brought, after: after, world: world)
    part("every thread does the same", fast.changed.when(isTaken))
    part(
      "the rest of the messages is the same",
      (state.parts.difference(from: after.parts) | state.ahead.difference(from: after.ahead)
        | (state.former ^ after.former) | (state.formerNamed ^ after.formerNamed)
        | (state.formerVisible ^ after.formerVisible)
        | (state.formerAsked ^ after.formerAsked)).when(isTaken))
    part(
      "interrupts are the same",
      (state.handler.difference(from: after.handler) | (state.raised ^ after.raised)
        | (state.serving ^ after.serving)).when(isTaken))
    part(
      "the same threads return",
      ((brought.returned ^ done.returned) | (brought.resumed ^ done.resumed)
        | (brought.interrupted ^ done.interrupted)
        | brought.code.difference(from: done.code)).when(isTaken))
    part(
      "with the same messages",
      (brought.source.difference(from: done.source) | brought.sender.difference(from: done.sender)
        | brought.destination.difference(from: done.destination)
        | (brought.word ^ done.word) | (brought.mapped ^ done.mapped)
        | (brought.deceived ^ done.deceived) | (brought.redirected ^ done.redirected)
        | (brought.inner ^ done.inner)).when(isTaken))
  }
}
