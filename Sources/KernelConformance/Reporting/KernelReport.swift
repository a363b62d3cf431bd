import Evidence

/// What a campaign found out about a kernel.
package struct KernelReport: Hashable, Sendable, Codable {
  /// Deviations that have likely one cause, with the shortest program that shows it.
  package struct Finding: Hashable, Sendable, Codable {
    /// The operation, and what differs.
    package var group: String
    /// Of a kernel that did not answer: crashed, hung, and so on.
    package var failure: String?
    package var facts: [String]
    package var chapters: [String]
    /// How many programs showed it.
    package var programs: Int
    /// Where the program came from, as `random, seed 1, program 17`.
    package var origin: String
    /// Operations of the program as it was found, and after shrinking.
    package var length: Int
    package var shrunkLength: Int
    /// False for a kernel that did not do it again when the program was run again.
    package var isReproducible: Bool
    /// Where the program came from behind which alone it did it again; nil if it needs none, or none is
    /// known.
    package var predecessor: String?
    /// The program as it was run, step by step, with all that was allowed.
    package var lines: [String]
    /// The program file, which `l4 replay` takes.
    package var file: String
    /// The line of the file in which the step stands that is wrong, from 1.
    package var line = 1
    /// Why it is known and stays, where it is declared; nil for what nobody expects.
    package var reason: String?
    /// Where the file was written; nil if it was not.
    package var path: String?
    /// The command that runs it again, for a kernel that has to be named; nil if the path is enough.
    package var replay: String?
  }

  /// Numbers of programs.
  package struct Count: Hashable, Sendable, Codable {
    package var name: String
    package var passed = 0
    package var failed = 0
    package var skipped = 0
  }

  package struct Coverage: Hashable, Sendable, Codable {
    package var name: String
    package var reached: Int
    /// How many are known; nil where that is not known.
    package var known: Int?
    /// Where they are known from, if there may be more.
    package var basis: String?
  }

  package var kernel: String
  package var profile: String
  package var seed: UInt64
  /// The programs by where they come from.
  package var parts: [Count] = []
  package var chapters: [Count] = []
  package var facts: [Count] = []
  package var coverage: [Coverage] = []
  /// The classes of transitions that are known, and that no program came to, in order.
  package var unreached: [String] = []
  /// How often calls came to which code.
  package var codes: [String: Int] = [:]
  package var findings: [Finding] = []
  /// Declared deviations that did not occur.
  package var unseen: [Unseen] = []
  /// What the kernel says that it lacks, and what it refuses: programs do without.
  package var missing: [String] = []
  /// Why programs were skipped, with how many.
  package var skipped: [String: Int] = [:]
  /// Programs about which nothing can be said, for they need not end.
  package var void = 0
  /// How many programs it took, with the first one that deviates; nil if none does.
  package var firstDeviation: Int?
  package var steps = 0
  package var seconds = 0.0
  /// The most states that were possible at once.
  package var largest = 0
  /// Why the campaign stopped before everything that was asked for; nil if it did not.
  package var stopped: String?
  /// The first random program that was not run because it stopped.
  package var next: Int?

  package init(kernel: String, profile: String, seed: UInt64) {
    self.kernel = kernel
    self.profile = profile
    self.seed = seed
  }

  package var passed: Int { parts.reduce(0) { $0 + $1.passed } }
  package var failed: Int { parts.reduce(0) { $0 + $1.failed } }

  package var verdict: Verdict {
    // What was not made shorter is among no finding, and so is not declared either.
    let declared = findings.reduce(0) { $0 + ($1.reason == nil ? 0 : $1.programs) }
    if !undeclared.isEmpty || failed > declared { return .deviates }
    if stopped != nil { return .incomplete }
    return passed == 0 ? .vacuous : .holdsBounded
  }
}
