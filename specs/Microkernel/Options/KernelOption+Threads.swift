extension KernelOption {
  /// The options of chapter Threads.
  static let ofThreads = [
    KernelOption(
      "U8", "pager-of-created", "which pager a thread has that is created without naming one",
      ["EX3"], at: \.threads.pagerOfCreated,
      [.nobody: "recommended", .creators: "not seen yet"]),
    KernelOption(
      "U9", "cancelling", "when lthread_ex_regs cancels the ipc of its target", ["EX5", "OBS9"],
      at: \.threads.cancelling,
      [.always: "manual, Fiasco", .withRegisters: "assembly kernel, Hazelnut"]),
    KernelOption(
      "U14", "infinite-slice", "how long a time slice is that is asked to be infinite", ["SC3"],
      at: \.threads.infiniteSlice, [.endless: "manual", .capped: "assembly kernel"]),
    KernelOption(
      "U15", "too-high-priority", "what thread_schedule does where the new priority is too high",
      ["SC6"], at: \.threads.tooHighPriority,
      [.refused: "manual", .setsPreempter: "assembly kernel"]),
    KernelOption(
      "U16", "zero-priority", "what becomes of priority 0", ["SC10"], at: \.threads.zeroPriority,
      [.legal: "manual", .one: "assembly kernel"]),
    KernelOption(
      "U17", "after-transfer", "who runs after a message to a thread that waited for it",
      ["SC12"], at: \.threads.afterTransfer,
      [
        .either: "the manual promises nothing", .receiver: "assembly kernel, Hazelnut",
        .priority: "Fiasco",
      ]),
    KernelOption(
      "U28", "preemption-message", "when a thread tells its preempter that it was preempted",
      ["PR-1"], at: \.threads.preemptionMessage,
      [
        .never: "most kernels", .atEndOfSlice: "recommended, where there are such messages",
        .whenPreempted: "not seen yet",
      ]),
  ]
}
