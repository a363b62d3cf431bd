import ClansAndChiefs
import Logic
import Threads
import Vocabulary

// The way that nearly all messages take: a call, or a reply that waits for the next call, in registers
// only, to a thread that waits for it. Kernels do it in some dozens of instructions (section 7.1 of
// the paper), and must come to the same as by the rules: see the statement IPC-24.
extension Rendezvous {
  /// Whether the fast path may be taken: nothing that it leaves out is there. (M-IPC28)
  @inlinable
  public func takesFastPath<let tasks: Int>(
    _ call: Call<V>, in world: World<V, threads, tasks>
  ) -> V.Truth {
    guard let message = call.send, message.virtual == nil, let reception = call.receive,
      case .thread(let receiver) = call.partner
    else { return V.Truth(false) }
    let caller = call.caller
    let exists = world.addressable.contains(receiver) && receiver != caller
    let isNear = !world.route(from: caller, to: receiver).isRedirected
    let isInRegisters = message.parts == V.Count(0) && !message.maps
    let accepts = accepts(receiver, from: caller) && !calledFor.contains(receiver)
    let interrupts = reception.isOpen ? handler.ids(meeting: caller) & raised : .empty
    let isAwaited = queue(of: caller).isEmpty && interrupts.isEmpty
    let waits = reception.timeout != V.Count(1)
    return exists && isNear && isInRegisters && accepts && isAwaited && waits
  }

  /// The fast path: the receiver returns with the words, and the caller waits in its place.
  @inlinable
  public mutating func takeFastPath(_ call: Call<V>) -> Deliveries<V, threads> {
    var done = Deliveries<V, threads>()
    guard let message = call.send, let reception = call.receive,
      case .thread(let receiver) = call.partner
    else { return done }
    let caller = call.caller
    waiting = (waiting - receiver) | caller
    partner.clearRows(of: receiver)
    if !reception.isOpen { partner.insert(receiver, intoRowsOf: caller) }
    open = reception.isOpen ? (open - receiver) | caller : open - receiver
    takesMaps = (takesMaps - receiver) | caller.when(reception.takesMaps)
    takesMemory = (takesMemory - receiver) | caller.when(reception.takesMemory)
    short = (short - receiver) | caller.when(reception.isShort)
    receiveFaultTimeout.set(V.Count(0), at: receiver)
    receiveFaultTimeout.set(reception.faultTimeout, at: caller)
    deadline.set(V.Count(0), at: receiver)
    deadline.set(reception.timeout, at: caller)
    serving -= handler.ids(meeting: caller)  // INT-13
    done.end(receiver, ErrorCode.ok.rawValue)
    done.source.insert(caller, intoRowsOf: receiver)
    done.sender.insert(caller, intoRowsOf: receiver)
    done.word |= receiver.when(message.word)
    return done
  }
}
