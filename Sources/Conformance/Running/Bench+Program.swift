import AddressSpaces

extension Bench {
  /// Runs a whole program from boot on, up to the first deviation. `seen` is called with the
  /// operations that were performed and the cases of their pages.
  mutating func run(
    _ program: Program, seen: (Operation, Expectation) -> Void = { _, _ in }
  ) -> Deviation? {
    reset()
    let probes = program.probing == .everyStep
    for (index, operation) in program.operations.enumerated() {
      guard let result = step(operation, number: index + 1, probing: probes) else { continue }
      seen(operation, result.expected)
      if let deviation = result.deviation { return deviation }
    }
    guard var last = compare(number: program.operations.count, probing: !probes) else {
      return nil
    }
    // What shows at the end only is put down to the last operation.
    last.operation = program.operations.last?.description ?? ""
    return last
  }
}
