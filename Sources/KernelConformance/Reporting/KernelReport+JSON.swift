import Evidence

extension KernelReport {
  /// A report with what follows from it, for those who read JSON.
  package struct Judged: Encodable {
    private enum Key: CodingKey { case verdict, passed, failed, exitStatus }

    package let report: KernelReport

    package init(_ report: KernelReport) { self.report = report }

    package func encode(to encoder: any Encoder) throws {
      try report.encode(to: encoder)
      var keys = encoder.container(keyedBy: Key.self)
      try keys.encode(report.verdict, forKey: .verdict)
      try keys.encode(report.passed, forKey: .passed)
      try keys.encode(report.failed, forKey: .failed)
      try keys.encode(report.exitStatus, forKey: .exitStatus)
    }
  }
}
