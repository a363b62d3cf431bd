/// A section of the manual: a system call, or an event of the hardware.
package struct Section: Sendable {
  package let title: String
  /// What it is for, as a sentence.
  let purpose: String
  /// The facts that it is made of.
  let facts: String
  let forms: [Form]

  /// One form of a call, or one part of an event, with the rule that says what happens.
  struct Form: Sendable {
    let title: String
    let rule: Rule

    /// The title without what explains it.
    var name: String { String(title.prefix { $0 != ":" && $0 != "," }) }
  }

  /// A rule, by its name in the proof of its chapter.
  enum Rule: Sendable, Hashable {
    case ipc(String)
    case threads(String)
    /// The same in a universe of more tasks, with a depth that is soon reached.
    case tasks(String)
    case clans(String)
    case pages(String)
  }

  private init(
    _ title: String, _ purpose: String, _ facts: String, _ forms: KeyValuePairs<String, Rule>
  ) {
    self.title = title
    self.purpose = purpose
    self.facts = facts
    self.forms = forms.map { Form(title: $0.key, rule: $0.value) }
  }
}

extension Section {
  package static let all = calls + events

  private static let calls = [
    Section(
      "ipc",
      "Sends a message, or receives one, or first the one and then the other.",
      "IPC-1 to IPC-61, CC-3 to CC-19, INT-1 to INT-14",
      [
        "Send to a thread": .ipc("send"),
        "Call: send to a thread, and receive from it": .ipc("call"),
        "Reply and wait: send to a thread, and receive from anybody": .ipc("reply-and-wait"),
        "Send to a former incarnation of a thread": .ipc("send-to-former"),
        "Send to an interrupt source": .ipc("send-to-source"),
        "Send to nobody": .ipc("send-to-nobody"),
        "Send to the invalid id": .ipc("send-to-invalid"),
        "Receive from a thread": .ipc("receive"),
        "Receive from anybody": .ipc("wait"),
        "Receive from a former incarnation of a thread": .ipc("receive-from-former"),
        "Receive from an interrupt source": .ipc("receive-from-source"),
        "Receive from nobody, which is to sleep": .ipc("receive-from-nobody"),
        "Receive from the invalid id": .ipc("receive-from-invalid"),
        "Neither send nor receive": .ipc("neither-phase"),
        "A receive phase begins, in the same step as it is called for": .ipc("begin-to-receive"),
      ]),
    Section(
      "id_nearest", "Tells to whom a message would go that is sent to an id.", "CC-8, CC-9",
      [
        "The id of a task, or of a thread of it": .clans("id_nearest"),
        "The nil id": .clans("id_nearest of nobody"),
        "The invalid id": .clans("id_nearest of the invalid id"),
      ]),
    Section(
      "fpage_unmap", "Takes back pages that others have from the caller. It cannot be refused.",
      "UM1 to UM15",
      [
        "FLUSH in other spaces": .pages("unmap flush others"),
        "REMAP in other spaces": .pages("unmap remap others"),
        "FLUSH in all spaces": .pages("unmap flush all"),
        "REMAP in all spaces": .pages("unmap remap all"),
      ]),
    Section(
      "thread_switch", "Gives up the processor.", "SC4, SC5",
      ["To a thread": .threads("switch"), "To nobody": .threads("yield")]),
    Section(
      "thread_schedule", "Sets or tells priority, time slice and external preempter of a thread.",
      "SC6 to SC11",
      ["With new parameters": .threads("schedule"), "Only to ask": .threads("schedule query")]),
    Section(
      "lthread_ex_regs",
      "Sets or tells registers, pager and preempter of a thread of the own task, or creates it.",
      "EX1 to EX11",
      [
        "With new registers": .threads("ex_regs"),
        "With other values only": .threads("ex_regs others"),
        "The ipc that is cancelled": .ipc("cancel"),
      ]),
    Section(
      "task_new", "Deletes and creates tasks, and gives away the right to create them.",
      "TN1 to TN14",
      [
        "Active: a new task": .tasks("create"),
        "Inactive: the number to a chief": .tasks("donate"),
        "What is told to threads of other tasks": .ipc("create"),
      ]),
  ]

  private static let events = [
    Section(
      "Page fault", "A thread at user level touches a page that is not there.", "PF-1 to PF-12",
      ["A thread has a page fault": .ipc("fault")]),
    Section(
      "Exception", "A thread does what the processor does not allow.", "EXC-1 to EXC-4",
      [
        "A thread has an exception": .threads("exception"),
        "A thread loads its exception table": .threads("table"),
      ]),
    Section(
      "A part of a message is copied",
      "Long messages move part by part, with other steps in between.",
      "IPC-35, IPC-44, IPC-57, IPC-62, PF-13, PF-14", ["The next part": .ipc("copy")]),
    Section(
      "Timeout", "The time of a phase, or of a pager inside of a transfer, is over.",
      "IPC-31, IPC-35 to IPC-37", ["The timeout of a thread passes": .ipc("expire")]),
    Section(
      "Tick", "The clock ticks: timeouts and time slices are shorter.", "SC2, SC3, PR-1, PR-2",
      [
        "No time slice of a thread with a preempter ends": .ipc("tick"),
        "A time slice ends, and its preempter is to be told": .ipc("tick-and-preempt"),
      ]),
    Section(
      "Interrupt", "A source has an interrupt.", "INT-1, INT-8 to INT-14",
      ["An interrupt of a source occurs": .ipc("interrupt")]),
  ]
}
