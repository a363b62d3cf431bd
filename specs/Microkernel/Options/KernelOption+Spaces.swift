extension KernelOption {
  /// The options of chapter Address Spaces.
  static let ofSpaces = [
    KernelOption(
      "U2", "grant-without-write", "what a grant without the write bit does", ["AS9"],
      at: \.spaces.grantWithoutWrite,
      [.restricts: "manual: all that was derived too", .ignored: "assembly kernel"]),
    KernelOption(
      "U3", "overmapping", "what mapping onto an occupied page does", ["AS11", "OBS2", "OBS6"],
      at: \.spaces.overmapping,
      [.keeps: "assembly kernel, Hazelnut", .replaces: "Fiasco, X.2"]),
    KernelOption(
      "U4", "self-mapping", "what mapping within one task does", ["AS13", "OBS7"],
      at: \.spaces.selfMapping,
      [.skipped: "Hazelnut", .cut: "assembly kernel", .aliases: "Fiasco"]),
    KernelOption(
      "U6", "read-only-unmap-of-ports", "what a read-only unmap of I/O ports does", ["IO4"],
      at: \.spaces.readOnlyUnmapOfPorts,
      [.noEffect: "Fiasco", .unmaps: "not seen yet"]),
  ]

  /// The options of how items of messages meet windows.
  static let ofItems = [
    KernelOption(
      "OBS3", "oversize-items", "what is mapped of a flexpage that is larger than the window",
      ["FP4", "FP5", "OBS3"], at: \.items.oversizeItems,
      [.part: "manual, Fiasco", .cut: "Hazelnut"]),
    KernelOption(
      "OBS5", "holes", "where the pages of a flexpage go after one that the sender does not hold",
      ["FP6", "OBS5"], at: \.items.holes, [.stay: "manual, Fiasco", .close: "Hazelnut"]),
    KernelOption(
      "OBS8", "small-items", "what becomes of a flexpage that is smaller than a page",
      ["FP7", "OBS8"], at: \.items.smallItems,
      [.endList: "manual", .page: "Fiasco", .cut: "Hazelnut"]),
  ]
}
