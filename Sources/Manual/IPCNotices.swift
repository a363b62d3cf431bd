import IPC
import IPCProofs
import Logic
import SMT
import Vocabulary

/// What an event brings to the thread that it is about, and to others.
struct IPCNotices {
  typealias V = Symbolic
  typealias Possibility = Enumeration<IPCSituation, IPCEvent, IPCResult>.Possibility

  /// Some threads, by what they are in the event. There is hardly ever more than one.
  private struct Role {
    let name: String
    let threads: Symbolic.Bits
    var isOfOthers = true
  }

  private let before: IPCProof.IPC
  private let after: IPCProof.IPC
  private let done: Deliveries<Symbolic, 4>
  private let roles: [Role]
  private let event: Event<Symbolic>

  /// Nil where nothing has happened.
  init?(_ before: IPCSituation, _ action: IPCEvent, _ result: IPCResult, _ after: IPCSituation) {
    guard let done = result.done else { return nil }
    self.done = done
    self.before = before.ipc
    self.after = after.ipc
    event = action.event
    roles = Self.roles(in: event, before.ipc)
  }

  private static func roles(in event: Event<Symbolic>, _ before: IPCProof.IPC) -> [Role] {
    let everybody = Symbolic.Bits(mask: 0b1111)
    func roles(_ name: String, _ thread: Symbolic.Bits, _ others: String) -> [Role] {
      [
        Role(name: name, threads: thread, isOfOthers: false),
        Role(name: others, threads: everybody - thread),
      ]
    }
    switch event {
    case .ipc(let call):
      return roles("the caller", call.caller, call.send == nil ? "the sender" : "the receiver")
    case .beginReceive(let thread): return roles("the receiver", thread, "the sender")
    case .copy(from: let sender, senderFaults: _, receiverFaults: _):
      let receiver = before.peer[at: sender]
      return [
        Role(name: "the sender", threads: sender, isOfOthers: false),
        Role(name: "the receiver", threads: receiver),
        Role(name: "the one that is asked", threads: everybody - sender - receiver),
      ]
    case .fault(let thread, writes: _), .preempt(let thread), .tick(ending: let thread):
      return roles("the thread", thread, "the one that is asked")
    case .cancel(let thread), .expire(let thread):
      return roles("the thread", thread, "the other side of the transfer")
    case .interrupt(let source):
      return roles("the thread of the source", before.handler[at: source], "another thread")
    case .remove, .nothing: return [Role(name: "a thread", threads: everybody)]
    }
  }

  /// All that may be noticed, by role: codes first.
  var all: [Possibility] { roles.flatMap { codes(of: $0) + states(of: $0) } + ofNobody }

  private func codes(of role: Role) -> [Possibility] {
    ErrorCode.all.map { code in
      let some = done.code.ids(with: V.Count(UInt32(code))) & done.returned & role.threads
      let notice = Notice(
        role.name, "returns with `\(ErrorCode.text(of: code))`", code: code,
        isOfOthers: role.isOfOthers)
      return Possibility(notice, !some.isEmpty)
    }
  }

  /// The flags that can be beside a code, by role. (IPC-40)
  var flags: [Possibility] {
    let flags = [
      ("d, deceived: the sender shown is not who sent (CC-13)", done.deceived),
      ("m, mapped: pages were accepted (IPC-54)", done.mapped),
      ("r, redirected: the message is for somebody else (CC-10)", done.redirected),
      ("i, inside: a redirected message comes from the receiver's own clan (CC-10)", done.inner),
    ]
    return roles.flatMap { role in
      flags.map { Possibility(Notice(role.name, $0), !($1 & role.threads).isEmpty) }
    }
  }

  /// What threads do from now on that they did not do before.
  private func states(of role: Role) -> [Possibility] {
    changes.map { change in
      Possibility(
        Notice(role.name, change.text, isOfOthers: role.isOfOthers),
        !(change.threads & role.threads).isEmpty)
    }
  }

  private var ofNobody: [Possibility] {
    switch event {
    case .copy(from: let sender, senderFaults: _, receiverFaults: _):
      let goesOn = after.sending.contains(sender) && !after.calledFor.contains(sender)
      let asks = after.calledFor.contains(before.peer[at: sender])
      return [Possibility(Notice("the transfer", "goes on"), goesOn && !asks)]
    case .interrupt:
      return [Possibility(Notice("the interrupt", "is pending"), !after.raised.isEmpty)]
    case .ipc, .beginReceive, .fault, .preempt, .cancel, .remove, .tick, .expire, .nothing:
      return []
    }
  }

  private var changes: [(text: String, threads: Symbolic.Bits)] {
    /// The threads that are in a state now and were not before.
    func new(_ state: (IPCProof.IPC) -> Symbolic.Bits) -> Symbolic.Bits {
      state(after) - state(before)
    }
    let inTransfer = after.sending | after.receiving
    return [
      ("goes on at user level", done.resumed - inTransfer),
      ("goes on with its transfer", done.resumed & inTransfer),
      ("gets the interrupt", done.interrupted),
      ("begins to receive", new { $0.arriving } - after.calledFor),
      ("waits to send", new { $0.pending - $0.calledFor }),
      ("waits to receive", new { $0.waiting - $0.arriving - $0.calledFor }),
      ("begins to send part by part", new { $0.sending }),
      ("begins to receive part by part", new { $0.receiving }),
      ("waits to send to its pager", new { $0.pending & $0.paging }),
      ("waits for its pager's answer", new { $0.waiting & $0.paging - $0.arriving }),
      ("begins to wait for its pager's answer", new { $0.arriving & $0.paging }),
      ("waits to send to its preempter", new { $0.pending & $0.preempting }),
      ("waits for its preempter's answer", new { $0.waiting & $0.preempting - $0.arriving }),
      ("begins to wait for its preempter's answer", new { $0.arriving & $0.preempting }),
      ("waits for a pager that there is not", new { $0.stuck }),
    ]
  }
}
