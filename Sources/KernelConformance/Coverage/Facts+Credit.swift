import AddressSpaces

extension Credit {
  /// What the cases of pages that messages offer speak for.
  static let facts: [(PageCase, [String])] = [
    (.notHeld, ["AS3", "AS10"]), (.withinOneSpace, ["AS13", "U4"]), (.rootStays, ["I-AS2"]),
    (.ontoAncestor, ["AS14"]), (.kept, ["AS11", "U3"]), (.replaced, ["AS11", "U3"]),
    (.widened, ["AS12"]), (.mapped, ["AS2"]), (.granted, ["AS6"]),
    (.grantedReplacing, ["AS6", "AS11"]),
  ]
}

extension Facts {
  /// All facts that steps can speak for, in the order of their names.
  static let all: [String] = [
    "A6", "AS1", "AS2", "AS3", "AS5", "AS6", "AS8", "AS9", "AS10", "AS11", "AS12", "AS13", "AS14",
    "AS15", "AS16", "AS21", "CC-4", "CC-8", "CC-10", "CC-11", "CC-12", "CC-13", "EX1", "EX4", "EX6",
    "EXC-1", "EXC-3", "I-AS2", "I-SC2", "INT-1", "INT-8", "INT-9", "IO1", "IPC-2", "IPC-5", "IPC-6",
    "IPC-7", "IPC-8", "IPC-9", "IPC-10", "IPC-11", "IPC-13", "IPC-14", "IPC-15", "IPC-16", "IPC-20",
    "IPC-21", "IPC-33", "IPC-35", "IPC-36", "IPC-41", "IPC-44", "IPC-47", "IPC-54", "IPC-58",
    "IPC-60", "PF-1", "PF-5", "PF-13", "SC1", "SC2", "SC4", "SC5", "SC6", "SC8", "SC9", "SC12",
    "TN1", "TN2", "TN7", "TN10", "U3", "U4", "U18", "U22", "U33", "UM2", "UM3", "UM4", "UM5", "UM6",
  ].sorted()

  /// How many facts the fact sheet has in its chapters A to K, about what can be seen and what cannot.
  static let onSheet = 231

  /// How many of those steps can speak for: those that are numbered in these chapters, which open points
  /// and invariants are not.
  static let creditable =
    all.count { !$0.hasPrefix("U") || $0.hasPrefix("UM") }
    - all.count { $0.hasPrefix("I-") }
}
