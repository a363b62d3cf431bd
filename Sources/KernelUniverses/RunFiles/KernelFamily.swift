import Forms
import Universes

/// The families of operations of a kernel; an item of `operations` has one of them.
enum KernelFamily: String, Keys {
  case send, receive, wait, call
  case replyAndWait = "reply-and-wait"
  case withoutPhases = "ipc-without-phases"
  case idNearest = "id_nearest"
  case unmap
  case threadSwitch = "thread_switch"
  case threadSchedule = "thread_schedule"
  case exRegs = "ex_regs"
  case create, donate, delete, access, faults, exceptions, lidt, copy, timeouts

  /// The keys of its mapping.
  var keys: [KernelKey] {
    let sending: [KernelKey] = [.by, .to, .toSelf, .as, .words, .parts, .items, .timeouts, .faults]
    return switch self {
    case .send: sending
    case .receive: [.by, .from, .toSelf, .windows, .buffers, .timeouts, .faults]
    case .wait: [.by, .windows, .buffers, .timeouts, .faults]
    case .call, .replyAndWait:
      sending + [.windows, .buffers, .receiveTimeouts, .receiveFaults]
    case .withoutPhases: [.by]
    case .idNearest: [.by, .of]
    case .unmap: [.by, .pages, .masks]
    case .threadSwitch: [.by, .to]
    case .threadSchedule: [.by, .of, .priorities, .slices, .preempters]
    case .exRegs: [.by, .of, .registers, .pagers, .preempters]
    case .create: [.by, .tasks, .mcps, .registers, .pagers]
    case .donate: [.by, .tasks, .chiefs]
    case .delete: [.by, .tasks]
    case .access: [.by, .pages, .kinds]
    case .faults, .lidt: [.of, .kinds]
    case .exceptions, .timeouts: [.of]
    case .copy: [.from, .misses]
    }
  }

  var form: Form { .mapping(keys.map(\.rawValue)) }

  var meaning: String {
    switch self {
    case .send: "ipc with a send phase only (IPC-5)"
    case .receive: "ipc with a closed receive phase only (IPC-5)"
    case .wait: "ipc with an open receive phase only (IPC-5)"
    case .call: "a send phase, and a closed receive phase from the same thread (IPC-5)"
    case .replyAndWait: "a send phase, and an open receive phase (IPC-5)"
    case .withoutPhases: "ipc with neither phase (IPC-7)"
    case .idNearest: "id_nearest (CC-8)"
    case .unmap: "fpage_unmap (UM1)"
    case .threadSwitch: "thread_switch (SC4, SC5)"
    case .threadSchedule: "thread_schedule (SC6)"
    case .exRegs: "lthread_ex_regs (EX1)"
    case .create: "task_new that makes an active task (TN3)"
    case .donate: "task_new that gives a number to another chief (TN4)"
    case .delete: "task_new that only deletes: a donation to the own task (TN8)"
    case .access: "a read or a write of a thread (AS21)"
    case .faults: "page faults, in universes without memory (PF-1)"
    case .exceptions: "exceptions (EXC-1)"
    case .lidt: "a thread loads the address of its exception table (EXC-1)"
    case .copy: "the next part of a message is copied (IPC-62)"
    case .timeouts: "a timeout passes (IPC-36)"
    }
  }

  var absent: String? { "not offered" }
}

/// The keys of the families.
enum KernelKey: String, Keys {
  case by, to, from, of
  case toSelf = "to-self"
  case `as`, words, parts, items, timeouts, faults, windows, buffers
  case receiveTimeouts = "receive-timeouts"
  case receiveFaults = "receive-faults"
  case pages, masks, priorities, slices, preempters, registers, pagers, mcps, tasks, chiefs
  case kinds, misses

  private static let threads = "all, outer (all but sigma0's), task2 (its threads), t2.0"

  var form: Form {
    switch self {
    case .by: .list(Self.threads)
    case .to, .from, .of:
      .list("\(Self.threads), former t2.0, and in ipc: irq0, nobody, invalid")
    case .toSelf: .truth
    case .as: .list("nobody, \(Self.threads)")
    case .words: .list("0, 1")
    case .parts: .list("numbers of parts")
    case .items: .list("none, or items as map p0 → p0 rw, grant p0 → p1 r-")
    case .timeouts, .receiveTimeouts, .faults, .receiveFaults:
      .list("never, now, 1 tick, 2 ticks and so on")
    case .windows: .list("none, all, p0, p1 and so on")
    case .buffers: .list("none, large, short")
    case .pages: .list("all, p0, p1, io0 and so on")
    case .masks: .list("all, flush others, remap others, flush all, remap all")
    case .priorities, .slices, .registers: .list("unchanged, or numbers")
    case .preempters, .pagers: .list("unchanged, nobody, \(Self.threads), former t2.0")
    case .mcps: .list("numbers")
    case .tasks, .chiefs: .list("all, outer (all but sigma0 and the root), task2, former task2")
    case .kinds: .list("read, write; of lidt: valid, invalid")
    case .misses: .list("none, sender, receiver, both")
    }
  }

  var meaning: String {
    switch self {
    case .by: "the threads that call"
    case .to: "the destinations"
    case .from: "the sources of messages; of copy: the senders"
    case .of: "whom it is about"
    case .toSelf: "whether a thread also names itself"
    case .as: "as whom a sender pretends to send (CC-12)"
    case .words: "what the registers carry (IPC-47)"
    case .parts: "how much of the message is in memory (IPC-48)"
    case .items: "what the message maps or grants (FP3)"
    case .timeouts: "how long the phase may wait; of call and reply: the send phase (IPC-28)"
    case .receiveTimeouts: "how long the receive phase may wait (IPC-28)"
    case .faults: "how long page faults of the partner may take (IPC-35)"
    case .receiveFaults: "the same, for the receive phase (IPC-35)"
    case .windows: "receive windows (IPC-53)"
    case .buffers: "receive buffers: none, large enough, or shorter than what is sent (IPC-44)"
    case .pages: "the pages, or I/O ports"
    case .masks: "what is done, and to whose pages (UM1)"
    case .priorities: "new priorities; with unchanged, nothing but the preempter is set (SC7)"
    case .slices: "new time slices in ticks; 0 is none, 255 endless (SC3)"
    case .preempters: "new preempters (PR-1)"
    case .registers: "register contents, as tokens (EX10)"
    case .pagers: "new pagers (A8)"
    case .mcps: "maximum controlled priorities (SC11)"
    case .tasks: "the task numbers"
    case .chiefs: "the tasks that get the right to create them (TN4)"
    case .kinds: "which of the two it is"
    case .misses: "whose page is missing, where there is no memory (PF-13)"
    }
  }

  var absent: String? {
    switch self {
    case .by, .of, .to, .from, .masks, .pages: "all"
    case .toSelf: "false"
    case .as: "nobody"
    case .words, .parts: "0"
    case .items, .windows, .buffers, .misses: "none"
    case .timeouts, .receiveTimeouts, .faults, .receiveFaults: "never"
    case .priorities, .slices, .preempters: "unchanged"
    case .registers: "unchanged; of create: 0"
    case .pagers: "unchanged; of create: the thread that calls"
    case .mcps: "255"
    case .tasks: "outer"
    case .chiefs: "all"
    case .kinds: "both"
    }
  }
}
