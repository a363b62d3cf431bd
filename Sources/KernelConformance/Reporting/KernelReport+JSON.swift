import Evidence

extension KernelReport {
  /// A report with what follows from it, for those who read JSON.
  package struct Judged: Encodable {
    private enum Key: CodingKey { case verdict, passed, failed, exitStatus, sheet }

    /// How many facts the fact sheet has, and of how many of them it is told whether they came up.
    private struct Sheet: Encodable {
      var facts = Facts.onSheet
      var counted = Facts.creditable
    }

    package let report: KernelReport

    package init(_ report: KernelReport) { self.report = report }

    package func encode(to encoder: any Encoder) throws {
      try report.encode(to: encoder)
      var keys = encoder.container(keyedBy: Key.self)
      try keys.encode(report.verdict, forKey: .verdict)
      try keys.encode(report.passed, forKey: .passed)
      try keys.encode(report.failed, forKey: .failed)
      try keys.encode(report.exitStatus, forKey: .exitStatus)
      try keys.encode(Sheet(), forKey: .sheet)
    }
  }
}
