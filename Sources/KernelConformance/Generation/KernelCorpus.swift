import AddressSpaces
import KernelPrograms
import Microkernel
import Synchronization
import Vocabulary

/// Programs that are chosen for what they cover: kinds of steps, pairs of them one after the
/// other, and paths through the rules. Those that cover most come first.
package struct KernelCorpus: Sendable {
  package struct Entry: Sendable {
    package var program: KernelProgram
    /// The paths through the rules that it takes, by their numbers.
    package var paths: [UInt64]
  }

  package private(set) var entries: [Entry] = []
  /// What all of them cover, by what the search for them has reached.
  package private(set) var transitions: Set<TransitionClass> = []
  package private(set) var pairs: Set<UInt64> = []
  package private(set) var paths: Set<UInt64> = []

  package init() {}

  init(
    _ entries: [Entry], transitions: Set<TransitionClass>, pairs: Set<UInt64>, paths: Set<UInt64>
  ) {
    self.entries = entries
    self.transitions = transitions
    self.pairs = pairs
    self.paths = paths
  }

  /// The first programs: the part of it that covers most.
  package func prefix(_ count: Int) -> KernelCorpus {
    var copy = self
    copy.entries = Array(entries.prefix(count))
    return copy
  }

  /// The same programs for kernels with other memory rules. What they cover there is not known.
  package func under(_ rules: Profile) -> KernelCorpus {
    var copy = KernelCorpus()
    copy.entries = entries.map { entry in
      var program = entry.program
      program.stage.shape.profile = rules
      return Entry(program: program, paths: [])
    }
    return copy
  }

  /// How long the search for programs is.
  package enum Size: String, Sendable, CaseIterable {
    case small, medium, large

    /// The steps that are tried.
    var steps: Int {
      switch self {
      case .small: 80_000
      case .medium: 400_000
      case .large: 3_000_000
      }
    }
  }

  private static let made = Mutex<[(Key, KernelCorpus)]>([])

  private struct Key: Equatable {
    var size: Size
    var profile: KernelProfile
    var stages: [Stage]
    var abilities: Abilities?
  }

  /// The corpus of a size for kernels of a profile, and for what can be asked of them, if that is not
  /// everything; made once in a process.
  ///
  /// - Parameter goesOn: Told now and then how much of the search is done; false ends it there.
  package static func made(
    _ size: Size = .medium, profile: KernelProfile = .v2, stages: [Stage]? = nil,
    abilities: Abilities? = nil, while goesOn: (_ done: Double) -> Bool = { _ in true }
  ) -> KernelCorpus {
    let stages = stages ?? Stages.all(for: profile)
    let key = Key(size: size, profile: profile, stages: stages, abilities: abilities)
    return made.withLock { made in
      if let known = made.first(where: { $0.0 == key }) { return known.1 }
      var search = CorpusSearch(profile: profile, stages: stages, seed: 1, abilities: abilities)
      let isWhole = search.run(steps: size.steps, while: goesOn)
      var corpus = search.corpus
      corpus.entries += KnownPrograms.on(stages, abilities).map { Entry(program: $0, paths: []) }
      if isWhole { made.append((key, corpus)) }
      return corpus
    }
  }
}

extension KernelCorpus {
  /// What no program comes to, of all that there are names for: codes, and cases of the rules.
  package var gaps: [String] {
    let codes = Set(transitions.flatMap(\.codes))
    let answers = Set(transitions.map { Int($0.answer) })
    let pages = Set(transitions.compactMap(\.page))
    let names =
      CaseNote.names.indices.filter { $0 > 0 && !answers.contains($0) }.map { CaseNote.names[$0] }
      + PageCase.allCases.filter { !pages.contains($0) }.map { "page \($0)" }
    return ErrorCode.all.filter { !codes.contains($0) }.map { ErrorCode.text(of: $0) }
      + names.filter { Self.exempt[$0] == nil }
  }

  /// What no program can come to, and why.
  package static let exempt = [
    "elsewhere": "an lthread number cannot name a thread of another task (EX2)",
    "deleted": "task_new deletes by giving the number to its chief (TN4)",
    "only the preempter": "of kernels with another option only (U15)",
    "page outsideWindow": "a page is placed inside of the window (FP4)",
    "page replaced": "of kernels with another option only (U3)",
    "page deleted": "tasks are deleted by task_new", "page created": "and created by it",
    "page notExistent": "who is not there has no window",
  ]
}
