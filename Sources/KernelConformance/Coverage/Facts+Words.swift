extension Facts {
  /// What a fact says, in one sentence, for reports that are read far from the specification.
  static func words(_ fact: String) -> String? { sentences[fact] }

  /// The numbers of all facts that findings can be about, in their order.
  static let numbers: [String] = sentences.keys.sorted()

  /// The chapter that a fact is told of in.
  static func chapter(of fact: String) -> Chapter {
    if let special = [
      "A6": Chapter.ipc, "IPC-33": .timeouts, "IPC-35": .timeouts, "IPC-36": .timeouts,
      "I-SC2": .scheduling, "U18": .ipc, "U22": .timeouts, "U33": .clans,
    ][fact] {
      return special
    }
    return switch fact.prefix(while: { $0.isUppercase }) {
    case "FP": .flexpages
    case "UM": .unmap
    case "IO": .ports
    case "EX", "TN": .tasks
    case "SC": .scheduling
    case "IPC": .ipc
    case "PF", "EXC": .faults
    case "INT": .interrupts
    case "CC": .clans
    default: .addressSpaces
    }
  }

  private static let sentences: [String: String] = [
    "A6": "An id of a former incarnation names nobody.",
    "AS1": "sigma0 has every frame from the beginning; other spaces begin empty.",
    "AS2": "map leaves the page with the mapper; grant takes it away.",
    "AS3": "Only what is in the own space can be mapped, granted and unmapped.",
    "AS5": "A mapped page becomes a child of the mapper's.",
    "AS6": "A granted page is the same mapping at another place: parent and children stay.",
    "AS8": "Rights of a mapping are never more than the mapper's.",
    "AS9": "What a grant without the write bit gives is up to the profile.",
    "AS10": "A page that the sender does not hold is passed over, without an error.",
    "AS11": "What mapping onto an occupied page does is up to the profile.",
    "AS12": "Mapping the same page with no more rights again changes nothing.",
    "AS13": "Mapping within one space does what the profile says.",
    "AS14": "A page may be mapped back into the space of an ancestor.",
    "AS15": "A shortage of memory for mappings ends an ipc with its own code.",
    "AS16": "Deleting a task flushes its whole space.",
    "AS17": "Nothing of the kernel's area is ever mapped.",
    "AS21": "An access reaches the frame that is mapped, and faults without the right to it.",
    "CC-4": "A message that leaves a clan goes to its chief first.",
    "CC-8": "id_nearest answers who gets a message first, and of which type that is.",
    "CC-10": "A chief is told that a message was redirected, and from which side.",
    "CC-11": "A chief learns for whom a redirected message was, where the profile says so.",
    "CC-12": "A chief may send in another's name if the direction stays.",
    "CC-13": "Whoever gets a message in another's name is told that it is one.",
    "EX1": "lthread_ex_regs sets registers, pager and preempter, and answers the old ones.",
    "EX4": "lthread_ex_regs ends an ipc of the thread with a code of its own.",
    "EX6": "Without a new instruction pointer the thread goes on behind its ipc.",
    "EXC-1": "Exceptions are told to the handler that the thread has named.",
    "EXC-3": "A thread without a valid handler is shut down by an exception.",
    "I-AS2": "sigma0's own mapping of a frame never disappears.",
    "I-SC2": "A thread that is blocked, or not there, executes nothing.",
    "INT-1": "An interrupt becomes a message to its thread, without content.",
    "INT-8": "An open wait also takes the own interrupt; a closed one for another does not.",
    "INT-9": "An interrupt stays pending until it is delivered, and does not count.",
    "IO1": "I/O ports are a space of their own, with the same operations.",
    "IPC-2": "A message moves when both sides are there, and not before.",
    "IPC-5": "The forms of ipc are send, receive, wait, call, and reply and wait.",
    "IPC-6": "The partner of a call is the one of both of its phases.",
    "IPC-7": "What an ipc without phases answers is up to the profile.",
    "IPC-8": "Where the send phase fails there is no receive phase.",
    "IPC-9": "Nothing comes between the send phase and the receive phase.",
    "IPC-10": "Nobody can send to himself.",
    "IPC-11": "Nobody can send to nobody, to an interrupt, or to an invalid id.",
    "IPC-13": "A receiver takes a message from anybody, or from the one that it waits for.",
    "IPC-14": "A message that its receiver does not take is pending.",
    "IPC-15": "Senders are pending in the order in which they came.",
    "IPC-16": "A receiver takes the first pending message that it accepts, at once.",
    "IPC-20": "A rendezvous is one of two threads, and happens once.",
    "IPC-21": "The receiver is told from whom a message is.",
    "IPC-33": "With a timeout of zero a phase succeeds at once, or ends.",
    "IPC-35": "A fault timeout ends a transfer in which a page is missing for too long.",
    "IPC-36": "A timeout never passes sooner than was asked for.",
    "IPC-41": "The code of a result tells what happened, and its lowest bit in which phase.",
    "IPC-44": "What is longer than the receiver takes is cut, and both are told.",
    "IPC-47": "The words in registers come with every message.",
    "IPC-50": "Words in memory are copied as far as the receiver has room for them.",
    "IPC-54": "The flag m says that pages were offered and could be taken.",
    "IPC-57": "Strings are written with the rights that the receiver has.",
    "IPC-58": "A message is what the memory of the sender holds when it is copied.",
    "IPC-60": "A cancelled ipc has not begun a transfer; an aborted one has.",
    "PF-1": "A page fault is a message to the pager of the thread.",
    "PF-5": "After the pager's answer the instruction is executed again.",
    "SC1": "A ready thread of higher priority runs before all others.",
    "SC2": "A thread whose time slice is over goes to the end of its ring.",
    "SC4": "thread_switch to nobody gives the processor to whom the scheduler chooses.",
    "SC5": "thread_switch gives the rest of the time slice to another.",
    "SC6": "thread_schedule needs an mcp of at least the priority that it changes.",
    "SC8": "thread_schedule answers what was set before.",
    "SC9": "A new priority is effective at once.",
    "SC12": "Who goes on after a message is one of two partners, as the profile says.",
    "TN1": "task_new deletes a task, or creates one, or both.",
    "TN2": "task_new is for the chief of a task alone.",
    "TN7": "Deleting a task deletes its space, its threads and its clan.",
    "TN10": "An ipc with a thread that is deleted ends.",
    "U3": "Mapping onto an occupied page does what the profile says.",
    "U4": "Mapping within one space does what the profile says.",
    "U18": "An ipc without phases answers what the profile says.",
    "U22": "Which code a fault timeout has is up to the profile.",
    "U33": "Whether a chief is told for whom a message was is up to the profile.",
    "UM2": "unmap deletes what came from the own pages, in all spaces.",
    "UM3": "unmap with flush deletes the own pages too.",
    "UM4": "remap takes the right to write from what came from the own pages.",
    "UM5": "remap of all takes the right to write from the own pages too.",
    "UM6": "What came from a page is followed through maps and grants of any length.",
  ]
}
