import IPC
import IPCProofs
import Logic
import SMT
import Vocabulary

/// What an event brings to the thread that it is about, and to others.
struct IPCNotices {
  typealias V = Symbolic
  typealias Possibility = Enumeration<IPCSituation, IPCEvent, IPCResult>.Possibility

  let before: IPCProof.IPC
  let after: IPCProof.IPC
  let done: Deliveries<Symbolic, 4>
  /// The thread that the event is about; nobody where it is about no thread.
  let subject: Symbolic.Bits
  let name: String
  private let isInterrupt: Bool

  init?(_ before: IPCSituation, _ action: IPCEvent, _ result: IPCResult, _ after: IPCSituation) {
    guard let done = result.done else { return nil }
    self.done = done
    self.before = before.ipc
    self.after = after.ipc
    if case .interrupt = action.event { isInterrupt = true } else { isInterrupt = false }
    switch action.event {
    case .ipc(let call): (subject, name) = (call.caller, "the caller")
    case .beginReceive(let thread): (subject, name) = (thread, "the receiver")
    case .copy(from: let sender, senderFaults: _, receiverFaults: _):
      (subject, name) = (sender, "the sender")
    case .fault(let thread, writes: _), .preempt(let thread), .cancel(let thread),
      .expire(let thread), .tick(ending: let thread):
      (subject, name) = (thread, "the thread")
    case .interrupt(let source):
      (subject, name) = (before.ipc.handler[at: source], "the thread of the source")
    case .remove, .nothing: (subject, name) = (.empty, "nobody")
    }
  }

  /// All that may be noticed: codes first.
  var all: [Possibility] { codes + states + othersCodes + othersStates }

  private var others: Symbolic.Bits { Symbolic.Bits(mask: 0b1111) - subject }

  private var codes: [Possibility] {
    ErrorCode.all.map { code in
      let isIt = done.code[at: subject] == V.Count(UInt32(code))
      return Possibility(
        Notice(returning: name, code), done.returned.contains(subject) && isIt)
    }
  }

  private var othersCodes: [Possibility] {
    ErrorCode.all.map { code in
      let some = done.code.ids(with: V.Count(UInt32(code))) & done.returned & others
      return Possibility(
        Notice(returning: otherName, code, isOfOthers: true), !some.isEmpty)
    }
  }

  private var otherName: String { name == "nobody" ? "a thread" : "the other side" }

  /// What the thread does from now on that it did not do before, if its call has not ended.
  private var states: [Possibility] {
    changes.map { change in
      Possibility(Notice("\(name) \(change.text)"), change.threads.contains(subject))
    } + [
      Possibility(
        Notice("the transfer goes on"),
        (before.sending & after.sending - after.calledFor - before.calledFor).contains(subject)
          && (after.calledFor & others == before.calledFor & others)),
      Possibility(
        Notice("the interrupt is pending"),
        isInterrupt ? !subject.isEmpty && !after.raised.isEmpty : .known(false)),
    ]
  }

  private var othersStates: [Possibility] {
    changes.map { change in
      Possibility(
        Notice("\(otherName) \(change.text)", isOfOthers: true),
        !(change.threads & others).isEmpty)
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
      ("sends, part by part", new { $0.sending }),
      ("receives, part by part", new { $0.receiving }),
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

extension Notice {
  init(returning who: String, _ code: UInt8, isOfOthers: Bool = false) {
    self.init(
      "\(who) returns with `\(ErrorCode.text(of: code))`", code: Code(who: who, code: code),
      isOfOthers: isOfOthers)
  }
}
