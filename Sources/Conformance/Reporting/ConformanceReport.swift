import Evidence

/// What a campaign found out about a kernel.
public struct ConformanceReport: Hashable, Sendable, Codable {
  /// Deviations that are likely one mistake, with the shortest program that shows it.
  public struct Finding: Hashable, Sendable, Codable {
    /// The operation, the cases of its pages, and the kind of difference.
    public var group: String
    /// How many programs of the campaign showed it, as far as they were kept.
    public var programs: Int
    /// The deviation of the shortest program.
    public var deviation: Deviation
    /// Where the program came from, as `random, seed 1, program 17`.
    public var origin: String
    /// Operations of the program as it was found, and after shrinking.
    public var length: Int
    public var shrunkLength: Int
    /// False for a kernel that did not deviate again when the program was run again.
    public var isReproducible: Bool
    /// The program file, which `l4 replay` takes.
    public var file: String
    /// Where the file was written; nil if it was not.
    public var path: String?
  }

  /// The programs of one way of making them.
  public struct Part: Hashable, Sendable, Codable {
    public var name: String
    public var programs: Int
    public var deviating: Int
    public var seconds: Double
  }

  public var kernel: String
  /// The seed of the random programs.
  public var seed: UInt64
  public var parts: [Part] = []
  public var effort = Effort()
  public var findings: [Finding] = []
  /// How often each kind of operation came to each case, in random programs.
  public var cases: [CaseCount] = []
  public var graphs: [GraphCoverage] = []
  public var paths: [PathCoverage] = []
  /// Why the campaign stopped before everything that was asked for; nil if it did not.
  public var stopped: String?

  init(kernel: String, seed: UInt64) {
    self.kernel = kernel
    self.seed = seed
  }

  public var verdict: Verdict {
    if !findings.isEmpty { return .deviates }
    if stopped != nil { return .incomplete }
    return effort.programs == 0 ? .vacuous : .holdsBounded
  }
}

/// What was covered of the explored graph of a universe.
public struct GraphCoverage: Hashable, Sendable, Codable {
  /// The universe in a few words.
  public var universe: String
  public var states: Int
  /// Whether all states were explored.
  public var isComplete: Bool
  /// Pairs of an operation with all its arguments, and what became of its pages. Each has a program.
  public var classes: Int
  /// Those whose programs ran without a deviation.
  public var agreed: Int
}

/// What became of the paths through one rule, in one universe.
public struct PathCoverage: Hashable, Sendable, Codable {
  public struct Row: Hashable, Sendable, Codable {
    public enum Result: String, Sendable, Codable {
      /// The kernel does what the specification says.
      case agreed
      case deviated
      /// No call leads there; why.
      case unreachable = "no program"
    }

    /// What became of the page, as `mapped`.
    public var result: String
    /// The cases that were decided on the way, in order, as `live ∧ ¬mapped`.
    public var condition: String
    public var outcome: Result
    /// The program's operations, or the reason why there is none.
    public var program: String
  }

  public var rule: String
  public var universe: String
  public var rows: [Row]

  public var covered: Int { rows.count { $0.outcome != .unreachable } }
}
