import Conformance
import KernelConformance

/// What came of testing a kernel, and its variants.
struct ConformResults: Encodable {
  var whole: [KernelReport] = []
  /// The same kernel, built with other choices.
  var choices: [KernelReport] = []
  var memory: [ConformanceReport] = []
  /// Files that could not be written.
  var unwritten: [OutputError] = []

  enum Key: CodingKey { case whole, choices, memory }

  func encode(to encoder: any Encoder) throws {
    var keys = encoder.container(keyedBy: Key.self)
    try keys.encode(whole.map(KernelReport.Judged.init), forKey: .whole)
    try keys.encode(choices.map(KernelReport.Judged.init), forKey: .choices)
    try keys.encode(memory.map(JudgedMemory.init), forKey: .memory)
  }

  var exitStatuses: [Int32] {
    whole.map(\.exitStatus) + choices.map(\.exitStatus) + memory.map(\.exitStatus)
  }

  /// A line for each combination of choices, and more for those that deviate.
  var textOfChoices: String {
    guard let first = choices.first else { return "" }
    var text = "\(choices.count) other choices that \(first.kernel) can be built with "
    text += "(all combinations of U2, U3, U4 and U6)\n"
    for report in choices {
      text += report.findings.isEmpty ? "  \(report.line)\n" : report.text
    }
    return text
  }
}
