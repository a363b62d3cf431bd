extension KernelOption {
  /// The options of chapter IPC that are about messages.
  static let ofIPC = [
    KernelOption(
      "U1", "inactive-threads", "what a message to a never-activated lthread comes to", ["A7"],
      at: \.ipc.inactiveThreads,
      [.doNotExist: "Fiasco, Hazelnut", .areBusy: "not seen yet"]),
    KernelOption(
      "U12", "senders-to-deleted", "what a sender is told whose receiver is deleted",
      ["TN10", "OBS12"], at: \.ipc.sendersToDeleted,
      [
        .notExistent: "Fiasco", .cancelled: "Hazelnut's sources",
        .stay: "Hazelnut as it was seen",
      ]),
    KernelOption(
      "U13", "receivers-from-deleted", "what a thread is told that waits for one which is deleted",
      ["TN10"], at: \.ipc.receiversFromDeleted,
      [.stay: "Fiasco", .notExistent: "not seen yet"]),
    KernelOption(
      "U18", "empty-call", "what ipc without any phase answers", ["IPC-7", "OBS11"],
      at: \.ipc.emptyCall,
      [.notExistent: "assembly kernel", .ok: "Fiasco", .timeout: "Hazelnut"]),
    KernelOption(
      "U19", "queue-order", "in which order pending senders are served", ["IPC-15"],
      at: \.ipc.queueOrder,
      [.arrival: "assembly kernel, Hazelnut", .priority: "Fiasco"]),
    KernelOption(
      "U20", "pending-senders", "whether a pending sender's call begins anew when its turn comes",
      ["IPC-19"], at: \.ipc.pendingSenders,
      [.fixed: "recommended", .beginAnew: "assembly kernel"]),
    KernelOption(
      "U24", "transfer-order", "what of a message moves first", ["IPC-55"],
      at: \.ipc.transferOrder,
      [.mapsLast: "assembly kernel", .mapsFirst: "Hazelnut"]),
    KernelOption(
      "CC-23", "redirection", "whether messages are redirected by clans at all", ["CC-3", "O3"],
      at: \.ipc.redirection,
      [.byClans: "manual, L4/MIPS", .none: "Fiasco, Hazelnut"]),
    KernelOption(
      "OBS1", "map-bit", "whether a receiver is told by the m bit that the message maps",
      ["IPC-54", "OBS1"], at: \.ipc.mapBit, [.told: "manual, Fiasco", .withheld: "Hazelnut"]),
    KernelOption(
      "OBS4", "cut-report", "who is told that a message was cut", ["IPC-44", "OBS4"],
      at: \.ipc.cutReport, [.both: "manual, Fiasco", .receiver: "Hazelnut"]),
    KernelOption(
      "OBS10", "sending-to-self", "what a message to oneself comes to", ["IPC-10", "OBS10"],
      at: \.ipc.sendingToSelf,
      [.notExistent: "assembly kernel, Hazelnut", .isBusy: "Fiasco"]),
  ]
}
