extension KernelOption {
  /// The options of chapter IPC that are about faults and interrupts.
  static let ofFaults = [
    KernelOption(
      "U7", "port-faults", "what the use of an I/O port comes to that is not mapped", ["IO6"],
      at: \.ipc.portFaults,
      [.pageFault: "Fiasco, Hazelnut", .exception: "V2's processors"]),
    KernelOption(
      "U22", "fault-timeout-code", "which code the timeout of a page fault has", ["IPC-43"],
      at: \.ipc.faultTimeoutCode,
      [.byTimeout: "manual", .byPlace: "L4/MIPS", .byPhase: "Fiasco"]),
    KernelOption(
      "U27", "missing-pager", "what becomes of a thread whose page fault nobody can resolve",
      ["PF-9"], at: \.ipc.missingPager,
      [.blocks: "recommended", .retries: "assembly kernel", .ends: "Fiasco, in some versions"]),
    KernelOption(
      "U29", "failed-association",
      "what a thread keeps that asks for an interrupt which it cannot have", ["INT-4"],
      at: \.ipc.failedAssociation,
      [.keepsOld: "manual", .losesOld: "assembly kernel, Hazelnut"]),
    KernelOption(
      "U30", "foreign-interrupt", "what waiting for an interrupt that is not one's own comes to",
      ["INT-7"], at: \.ipc.foreignInterrupt,
      [.notExistent: "Fiasco", .waitsForOwn: "X.0 manual"]),
  ]
}
