import KernelPrograms

/// Programs that are chosen for what they cover.
package struct KernelCorpus: Sendable {
  package struct Entry: Sendable {
    package var program: KernelProgram
    /// The paths through the rules that it takes, by their numbers.
    package var paths: [UInt64]
  }

  package var entries: [Entry] = []
  /// What all of them cover: every transition class that was found, every pair, every path.
  package var coverage = KernelCoverage()
  package var paths: Set<UInt64> = []

  package init() {}
}
