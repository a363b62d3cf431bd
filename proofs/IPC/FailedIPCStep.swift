import ClansAndChiefs
import IPC
import Logic
import Proving
import SMT
import Threads
import Vocabulary

/// A step that breaks a statement, from a state of which only is known that the invariants are true of
/// it: a counterexample to induction. It has been taken again with machine words.
public struct FailedIPCStep: Sendable {
  public typealias V = Concrete<UInt8>

  public let before: Rendezvous<V, 4, 1>
  public let world: World<V, 4, 4>
  /// Nil where the state that runs start in breaks the statement.
  public let event: Event<V>?
  public let done: Deliveries<V, 4>
  public let after: Rendezvous<V, 4, 1>
}

/// The solver and the concrete run of the same rule do not agree.
public struct IPCDisagrees: Error, CustomStringConvertible {
  public let description: String
}

/// Reads values off a model.
struct ModelReader {
  typealias V = Concrete<UInt8>
  let model: Model

  func set(_ set: Symbolic.Bits) throws -> V.Bits { V.Bits(mask: try model.value(set)) }
  func truth(_ truth: Symbolic.Truth) throws -> V.Truth { V.Truth(try model.value(truth)) }
  func count(_ count: Symbolic.Count) throws -> V.Count { V.Count(try model.value(count)) }

  func table<ID: SmallID, let size: Int>(
    _ table: Table<Symbolic, ID, size>
  ) throws -> Table<V, ID, size> {
    var read = Table<V, ID, size>()
    for position in 0..<size { read[row: position] = try set(table[row: position]) }
    return read
  }

  func numbers<ID: SmallID, let size: Int>(
    _ numbers: Numbers<Symbolic, ID, size>
  ) throws -> Numbers<V, ID, size> {
    var read = Numbers<V, ID, size>()
    for position in 0..<size { read[row: position] = try count(numbers[row: position]) }
    return read
  }
}

extension IPCProof {
  public func failedStep(_ model: Model, _ situation: System.Situation) throws -> FailedIPCStep {
    let reader = ModelReader(model: model)
    switch situation {
    case .start(let state):
      let ipc = try reader.state(state.ipc)
      return FailedIPCStep(
        before: ipc, world: try reader.world(state.world, self), event: nil, done: Deliveries(),
        after: ipc)
    case .step(let step):
      let event = try reader.event(step.action.event)
      let failed = FailedIPCStep(
        before: try reader.state(step.before.ipc),
        world: try reader.world(step.before.world, self), event: event,
        done: try reader.deliveries(step.outcome.done ?? Deliveries()),
        after: try reader.state(step.after.ipc))
      let gift = try step.action.gift.gift(in: model)
      var again = failed.before
      if step.outcome.done != nil {
        var done = again.perform(event, in: failed.world) { _, _ in gift }
        if failed.after.arriving.ids.isEmpty {
          done.add(again.settle(in: failed.world) { _, _ in gift })
        }
        guard again == failed.after, done == failed.done else {
          throw IPCDisagrees(
            description: "the solver says \(failed); with machine words it comes to "
              + "\(again.summary), with \(done.summary)")
        }
      }
      return failed
    }
  }
}

extension ModelReader {
  func state(_ state: IPCProof.IPC) throws -> Rendezvous<V, 4, 1> {
    var read = Rendezvous<V, 4, 1>()
    read.pending = try set(state.pending)
    read.waiting = try set(state.waiting)
    read.sending = try set(state.sending)
    read.receiving = try set(state.receiving)
    read.stuck = try set(state.stuck)
    read.paging = try set(state.paging)
    read.preempting = try set(state.preempting)
    read.partner = try table(state.partner)
    read.former = try set(state.former)
    read.peer = try table(state.peer)
    read.ahead = try table(state.ahead)
    read.named = try table(state.named)
    read.formerNamed = try set(state.formerNamed)
    read.visible = try table(state.visible)
    read.formerVisible = try set(state.formerVisible)
    read.deceiving = try set(state.deceiving)
    read.word = try set(state.word)
    read.mapping = try set(state.mapping)
    read.parts = try numbers(state.parts)
    read.sendFaultTimeout = try numbers(state.sendFaultTimeout)
    read.receives = try set(state.receives)
    read.open = try set(state.open)
    read.forInterrupt = try set(state.forInterrupt)
    read.takesMaps = try set(state.takesMaps)
    read.takesMemory = try set(state.takesMemory)
    read.short = try set(state.short)
    read.receiveTimeout = try numbers(state.receiveTimeout)
    read.receiveFaultTimeout = try numbers(state.receiveFaultTimeout)
    read.arriving = try set(state.arriving)
    read.deadline = try numbers(state.deadline)
    read.asked = try table(state.asked)
    read.formerAsked = try set(state.formerAsked)
    read.writing = try set(state.writing)
    read.handler = try table(state.handler)
    read.raised = try set(state.raised)
    read.serving = try set(state.serving)
    return read
  }

  func world(_ world: IPCProof.Surroundings, _ proof: IPCProof) throws -> World<V, 4, 4> {
    var state = Threads<V, 4, 4>()
    state.clans.below = try table(world.clans.below)
    state.clans.active = try set(world.clans.active)
    state.existing = try set(world.existing)
    var read = World<V, 4, 4>(state, Roster(proof.threads), proof.profile, proof.clansProfile)
    read.pager = try table(world.pager)
    read.formerPager = try set(world.formerPager)
    read.preempter = try table(world.preempter)
    read.formerPreempter = try set(world.formerPreempter)
    read.priority = try numbers(world.priority)
    return read
  }

  func deliveries(_ done: Deliveries<Symbolic, 4>) throws -> Deliveries<V, 4> {
    var read = Deliveries<V, 4>()
    read.returned = try set(done.returned)
    read.code = try numbers(done.code)
    read.source = try table(done.source)
    read.interrupted = try set(done.interrupted)
    read.deceived = try set(done.deceived)
    read.mapped = try set(done.mapped)
    read.redirected = try set(done.redirected)
    read.inner = try set(done.inner)
    read.word = try set(done.word)
    read.destination = try table(done.destination)
    read.sender = try table(done.sender)
    read.resumed = try set(done.resumed)
    return read
  }

  func event(_ event: Event<Symbolic>) throws -> Event<V> {
    switch event {
    case .ipc(let call):
      .ipc(
        Call(
          by: try set(call.caller), with: try partner(call.partner),
          send: try call.send.map(message), receive: try call.receive.map(reception)))
    case .beginReceive(let thread): .beginReceive(try set(thread))
    case .copy(from: let sender, senderFaults: let senderFaults, receiverFaults: let receiverFaults):
      .copy(
        from: try set(sender), senderFaults: try truth(senderFaults),
        receiverFaults: try truth(receiverFaults))
    case .fault(let thread, writes: let writes): .fault(try set(thread), writes: try truth(writes))
    case .preempt(let thread): .preempt(try set(thread))
    case .interrupt(let source): .interrupt(try set(source))
    case .cancel(let thread): .cancel(try set(thread))
    case .remove(let deleted): .remove(try set(deleted))
    case .tick(ending: let thread): .tick(ending: try set(thread))
    case .expire(let thread): .expire(try set(thread))
    case .nothing: .nothing
    }
  }

  func partner(_ partner: Partner<Symbolic>) throws -> Partner<V> {
    switch partner {
    case .thread(let thread): .thread(try set(thread))
    case .former(let thread): .former(try set(thread))
    case .interrupt(let source): .interrupt(try set(source))
    case .nobody: .nobody
    case .invalid: .invalid
    }
  }

  func message(_ message: Message<Symbolic>) throws -> Message<V> {
    Message(
      virtual: try message.virtual.map(set), word: try truth(message.word),
      maps: try truth(message.maps), parts: try count(message.parts),
      timeout: try count(message.timeout), faultTimeout: try count(message.faultTimeout))
  }

  func reception(_ reception: Reception<Symbolic>) throws -> Reception<V> {
    Reception(
      isOpen: reception.isOpen, takesMaps: try truth(reception.takesMaps),
      takesMemory: try truth(reception.takesMemory), isShort: try truth(reception.isShort),
      timeout: try count(reception.timeout), faultTimeout: try count(reception.faultTimeout))
  }
}
