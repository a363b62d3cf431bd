extension KernelOption {
  /// The options of chapter Clans and Chiefs.
  static let ofClans = [
    KernelOption(
      "U10", "donation", "to whom a task number can be given", ["TN4"], at: \.clans.donation,
      [.toActive: "Fiasco", .toAnybody: "assembly kernel"]),
    KernelOption(
      "U11", "numbers-of-deleted", "what becomes of the task numbers of a chief that is deleted",
      ["TN9"], at: \.clans.numbersOfDeleted, [.revert: "Fiasco", .lost: "not seen yet"]),
    KernelOption(
      "U26", "page-faults", "whether the message of a page fault is redirected by clans",
      ["PF-7", "CC-22"], at: \.clans.pageFaults,
      [.redirected: "assembly kernel", .direct: "not seen yet"]),
    KernelOption(
      "U32", "unknown-ids", "what id_nearest says of a task that does not exist", ["CC-9"],
      at: \.clans.unknownIDs,
      [.byNumber: "recommended, where the number is known", .outside: "assembly kernel"]),
    KernelOption(
      "U33", "true-destination", "whether a chief is told for whom a redirected message was",
      ["CC-11"], at: \.clans.trueDestination, [.told: "L4/MIPS, X.0", .withheld: "not seen yet"]),
    KernelOption(
      "U34", "unknown-senders", "in whose name a message can be sent if that task does not exist",
      ["CC-12"], at: \.clans.unknownSenders,
      [
        .byNumber: "outside, but for numbers that have a chief: T-CC3",
        .outside: "assembly kernel", .refused: "not seen yet",
      ]),
    KernelOption(
      "U35", "own-senders", "whether one can send in the name of a thread of one's own task",
      ["CC-12", "O1"], at: \.clans.ownSenders, [.refused: "V2", .propagated: "X.0"]),
    KernelOption(
      "OBS13", "nearest-ids", "what id_nearest answers of whom messages reach directly",
      ["CC-8", "OBS13"], at: \.clans.nearestIDs,
      [.asked: "manual", .task: "Fiasco", .chief: "Hazelnut"]),
  ]
}
