import KernelPrograms
import Microkernel
import Vocabulary

/// What came of the programs of a campaign.
struct CampaignTally: Sendable {
  /// Deviations that are alike: how many, and the first of them, which are the same however many
  /// workers there are.
  struct Found: Sendable {
    struct Case: Sendable {
      var number: Int
      var program: KernelProgram
      var deviation: Deviation

      /// Those that deviate soon are the shortest.
      static func isSooner(_ one: Self, than other: Self) -> Bool {
        (one.deviation.step, one.number) < (other.deviation.step, other.number)
      }
    }

    var count: Int
    /// The first ones, never none.
    private(set) var cases: [Case]
    /// So many cases are kept.
    private static let limit = 3

    init(_ first: Case) {
      count = 1
      cases = [first]
    }

    var first: Case { cases[0] }

    mutating func add(_ other: Self) {
      count += other.count
      cases = Array((cases + other.cases).sorted(by: Case.isSooner).prefix(Self.limit))
    }
  }

  private struct Count: Sendable {
    var passed = 0
    var failed = 0
    var skipped = 0

    mutating func add(_ other: Self) {
      passed += other.passed
      failed += other.failed
      skipped += other.skipped
    }
  }

  private(set) var groups: [String: Found] = [:]
  private var parts = [Count(), Count()]
  private var chapters = Array(repeating: Count(), count: Chapter.allCases.count)
  private var facts = Array(repeating: Count(), count: Facts.all.count)
  private var reasons: [String: Int] = [:]
  private var void = 0
  private var paths: Set<UInt64> = []
  var coverage = KernelCoverage()
  var largest = 0
  private var failures = 0
  /// The first program that deviates.
  private var first: Int?

  /// The deviations since this was asked last.
  var newFailures: Int {
    mutating get {
      defer { failures = 0 }
      return failures
    }
  }

  /// A program that the kernel was not asked for.
  mutating func skip(_ program: KernelProgram, _ reason: String, isOfCorpus: Bool) {
    reasons[reason, default: 0] += 1
    parts[isOfCorpus ? 0 : 1].skipped += 1
    var about: BitMask = 0
    var names: BitMask = 0
    for operation in program.operations {
      about |= Chapter.mask(of: operation)
      names |= Facts.mask(Facts.of(operation.kind))
    }
    Self.count(about, &chapters) { $0.skipped += 1 }
    Self.count(names, &facts) { $0.skipped += 1 }
  }

  mutating func isOfCorpus(_ isOfCorpus: Bool, _ verdict: ProgramVerdict) {
    switch verdict {
    case .passed: parts[isOfCorpus ? 0 : 1].passed += 1
    case .deviates: parts[isOfCorpus ? 0 : 1].failed += 1
    case .skipped, .void: break
    }
  }

  mutating func add(
    _ program: KernelProgram, _ number: Int, _ verdict: ProgramVerdict, _ judge: Judge,
    paths taken: [UInt64]
  ) {
    switch verdict {
    case .passed:
      Self.count(judge.chapters, &chapters) { $0.passed += 1 }
      Self.count(judge.facts, &facts) { $0.passed += 1 }
      paths.formUnion(taken)
    case .deviates(let deviation):
      failures += 1
      first = min(first ?? number, number)
      // What went well before is not what the program failed.
      Self.count(Chapter.mask(of: deviation.operation), &chapters) { $0.failed += 1 }
      Self.count(Facts.mask(deviation.facts), &facts) { $0.failed += 1 }
      add(Found(.init(number: number, program: program, deviation: deviation)))
    case .void: void += 1
    case .skipped(let reason): reasons[reason, default: 0] += 1
    }
  }

  private mutating func add(_ found: Found) {
    let group = found.first.deviation.group
    if groups[group]?.add(found) == nil { groups[group] = found }
  }

  mutating func add(_ other: Self) {
    for found in other.groups.values { add(found) }
    for index in parts.indices { parts[index].add(other.parts[index]) }
    for index in chapters.indices { chapters[index].add(other.chapters[index]) }
    for index in facts.indices { facts[index].add(other.facts[index]) }
    reasons.merge(other.reasons) { $0 + $1 }
    void += other.void
    paths.formUnion(other.paths)
    coverage.formUnion(other.coverage)
    largest = max(largest, other.largest)
    first = [first, other.first].compactMap { $0 }.min()
  }

  func fill(_ report: inout KernelReport, corpus: KernelCorpus?) {
    func row(_ name: String, _ count: Count) -> KernelReport.Count {
      .init(name: name, passed: count.passed, failed: count.failed, skipped: count.skipped)
    }
    for (name, part) in zip(["corpus", "random"], parts)
    where part.passed + part.failed + part.skipped > 0 { report.parts.append(row(name, part)) }
    report.chapters = zip(Chapter.allCases, chapters).map { row($0.rawValue, $1) }
    report.facts = zip(Facts.all, facts).map { row($0, $1) }
    report.skipped = reasons
    report.void = void
    report.firstDeviation = first.map { $0 + 1 }
    report.steps = coverage.steps
    report.largest = largest
    let reached = coverage.transitions
    // What is known of one profile says nothing about another, nor of kernels that lack something.
    let known =
      report.profile == "v2" && report.missing.isEmpty
      ? KnownPrograms.transitions : corpus.map { Set($0.transitions.map(\.description)) }
    let all = reached.union(known ?? [])
    report.unreached = all.subtracting(reached).sorted()
    report.coverage = [
      .init(
        name: "transition classes", reached: reached.count,
        known: known == nil ? nil : all.count),
      .init(
        name: "pairs of them", reached: coverage.pairs.count,
        known: corpus.map { $0.pairs.union(coverage.pairs).count }),
    ]
    if !paths.isEmpty {
      report.coverage.append(
        .init(
          name: "paths through the rules", reached: paths.count,
          known: corpus.map { $0.paths.union(paths).count }))
    }
    // There is no list of all: what no search has found yet is not counted.
    for index in report.coverage.indices where report.coverage[index].known != nil {
      report.coverage[index].basis = "that searches have found"
    }
    let codes = ErrorCode.all.filter { coverage.count(of: $0) > 0 }
    report.coverage.append(
      .init(name: "codes", reached: codes.count, known: ErrorCode.all.count))
    for code in codes { report.codes[ErrorCode.text(of: code)] = coverage.count(of: code) }
  }

  private static func count(
    _ mask: BitMask, _ counts: inout [Count], _ change: (inout Count) -> Void
  ) {
    var rest = mask
    while rest != 0 {
      let index = rest.trailingZeroBitCount
      rest &= rest - 1
      if index < counts.count { change(&counts[index]) }
    }
  }
}
