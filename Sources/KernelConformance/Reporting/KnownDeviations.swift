import KernelPrograms
import Microkernel

/// The deviations of kernels that are known and stay, as a file declares them, so that what is new is
/// found among them.
package struct KnownDeviations: Hashable, Sendable {
  /// One declaration. A finding is meant if all is true of it that is said.
  package struct Entry: Hashable, Sendable {
    /// The group of the finding, as reports print it.
    package var deviation: String?
    /// Facts that the finding is about.
    package var facts: [String] = []
    /// What the kernel does instead of answering.
    package var failure: Transcript.Failure.Kind?
    package var reason: String
    /// The kernel that does it; nil for whichever is tested.
    package var kernel: String?
    /// Where it is declared, from 1.
    package var line: Int

    /// Whether a finding is meant.
    package func covers(_ finding: KernelReport.Finding) -> Bool {
      covers(group: finding.group, failure: finding.failure, facts: finding.facts)
    }

    private func covers(group: String, failure kind: String?, facts all: [String]) -> Bool {
      if let deviation, deviation != group { return false }
      if let failure, failure.rawValue != kind { return false }
      return facts.allSatisfy { all.contains($0) }
    }

    /// Whether a deviation is meant, of a kernel with this name.
    func covers(_ found: Deviation, of name: String) -> Bool {
      (kernel == nil || kernel == name)
        && covers(group: found.group, failure: found.failureKind?.rawValue, facts: found.facts)
    }

    /// The operation that the group is about.
    var kind: KernelOperation.Kind? { deviation.flatMap { KnownDeviations.kind(of: $0) } }

    /// What is declared, in a few words.
    package var words: String {
      let parts = [deviation, failure?.rawValue].compactMap { $0 } + facts
      return parts.joined(separator: ", ")
    }
  }

  package var file: String
  package var entries: [Entry]

  package init(file: String = "", _ entries: [Entry] = []) {
    self.file = file
    self.entries = entries
  }

  /// Whether a deviation of a kernel is declared.
  func covers(_ deviation: Deviation, of kernel: String) -> Bool {
    entries.contains { $0.covers(deviation, of: kernel) }
  }

  /// The operation that the group of a finding is about: what stands before the first colon.
  static func kind(of group: String) -> KernelOperation.Kind? {
    group.firstIndex(of: ":").flatMap { KernelOperation.Kind(rawValue: String(group[..<$0])) }
  }
}
