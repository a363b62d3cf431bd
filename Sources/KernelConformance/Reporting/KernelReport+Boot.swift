extension KernelReport {
  /// What is found of a kernel that was started, and crashed, hung or talked nonsense before it had said
  /// what it is: no program was run.
  ///
  /// - Parameters:
  ///   - kernel: How it is reached.
  ///   - failure: What it did, by the word for that.
  package init(of kernel: String, failing failure: String, _ detail: String, seed: UInt64) {
    self.init(kernel: kernel, profile: "not known", seed: seed)
    findings = [
      Finding(
        group: "boot: \(failure)", failure: failure, facts: [], chapters: [], programs: 1,
        origin: "boot", length: 0, shrunkLength: 0, isReproducible: true, lines: [detail], file: "")
    ]
  }
}
