import ClansAndChiefs
import IPC
import Logic
import Proving
import Threads
import Vocabulary

// A call that does not end at once waits with what it said.
extension IPCTransition {
  @inlinable
  func checkCallsAreTakenAtTheirWord(_ part: Part<V>) {
    guard let call else { return }
    if let message = call.send { checkMessageIsKept(message, call, part) }
    if let reception = call.receive { checkReceptionIsKept(reception, call, part) }
  }

  @inlinable
  func checkMessageIsKept(_ message: Message<V>, _ call: Call<V>, _ part: Part<V>) {
    let sent = call.caller & after.messages
    let isWaiting = after.pending.contains(call.caller)
    var partner = V.Bits.empty
    if case .thread(let thread) = call.partner { partner = thread }
    let names = call.caller | (message.virtual ?? .empty)
    part("the destination is kept", sent.when(after.named.union(over: sent) != partner))
    part("the name is one's own, or the other", after.visible.union(over: sent) - names)
    part("the words are kept", sent.when(after.word.contains(sent) != message.word))
    part(
      "the m bit is kept", (sent - givenFirst).when(after.mapping.contains(sent) != message.maps))
    part("the length is kept", sent.when(after.parts[at: sent] != message.parts))
    part(
      "the time for page faults is kept",
      sent.when(after.sendFaultTimeout[at: sent] != message.faultTimeout))
    part(
      "the time to wait is kept",
      sent.when(isWaiting && after.deadline[at: sent] != message.timeout))
    part(
      "the receive phase will follow",
      sent & (after.receives ^ sent.when(V.Truth(call.receive != nil))))
  }

  @inlinable
  func checkReceptionIsKept(_ reception: Reception<V>, _ call: Call<V>, _ part: Part<V>) {
    let entered = call.caller & after.receptions
    let waits = entered & after.waiting
    let isOpen = V.Truth(reception.isOpen)
    var partner = V.Bits.empty
    var isForInterrupt = V.Truth(false)
    switch call.partner {
    case .thread(let thread): partner = thread.when(!isOpen)
    case .interrupt: isForInterrupt = !isOpen && V.Truth(call.send == nil)
    case .former, .nobody, .invalid: break
    }
    part("it is open or closed", entered.when(after.open.contains(entered) != isOpen))
    part(
      "it is for an interrupt, or not",
      waits.when(after.forInterrupt.contains(waits) != isForInterrupt))
    part("it is for the partner", waits.when(after.partner.union(over: waits) != partner))
    part(
      "the window is kept", entered.when(after.takesMaps.contains(entered) != reception.takesMaps))
    part(
      "the buffer is kept",
      entered.when(after.takesMemory.contains(entered) != reception.takesMemory))
    part("its size is kept", entered.when(after.short.contains(entered) != reception.isShort))
    let time = after.receiveTimeout[at: entered] | after.deadline[at: waits]
    part(
      "the time to wait is kept",
      (entered - after.receiving).when(time != reception.timeout))
    part(
      "the time for page faults is kept",
      entered.when(after.receiveFaultTimeout[at: entered] != reception.faultTimeout))
  }
}
