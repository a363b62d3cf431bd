import Evidence
import KernelPrograms
import Microkernel
import Vocabulary

/// Checks the log of a kernel against the specification, line by line: only the lines of one step are
/// held. (docs/log-files.md)
package struct LogChecker {
  package struct Options: Sendable {
    /// With more states that are possible at once, nothing is said any more.
    package var stateLimit = 4096
    /// Called now and then with the number of lines.
    package var progress: (@Sendable (Int) -> Void)?

    package init() {}
  }

  private let file: String
  private let options: Options
  private let open: () throws -> LineReader.Chunks
  private var reader: LineReader
  private let header: LogHeader
  private var oracle: KernelOracle
  private var report: LogReport
  private var step: LogStep?
  private var last: LogPlace?
  /// Who runs and what is where, as the log has it up to now.
  private var running: Running?
  private var memory: [Holding]?
  private var isBehindGap = false
  /// What can have been lost, once that was asked.
  private var vocabulary: [KernelOperation]?

  /// Checks a log. `open` opens it, a second time if there are gaps: what was lost is looked for among
  /// what the log has.
  package static func check(
    file: String, options: Options = Options(), _ open: @escaping () throws -> LineReader.Chunks
  ) throws -> LogReport {
    var checker = try LogChecker(file: file, options: options, open)
    try checker.run()
    return checker.report
  }

  private init(
    file: String, options: Options, _ open: @escaping () throws -> LineReader.Chunks
  ) throws {
    self.file = file
    self.options = options
    self.open = open
    reader = LineReader(file: file, try open())
    guard let first = try reader.next() else {
      throw InputError(file: file, message: "the file is empty")
    }
    header = try LogHeader(LogLine(first, file: file, number: 1))
    let profile = (try? KernelProfile(parsing: header.profile)) ?? .v2
    oracle = KernelOracle(header.stage, profile: profile)
    report = LogReport(
      file: file, kernel: header.kernel, profile: header.profile, stage: header.stage.name,
      verdict: .holdsBounded)
    guard header.beginsAfterSetup else { return }
    for (position, operation) in header.stage.setup.enumerated() {
      let step = LogStep(operation, at: LogPlace(line: 1, text: ""))
      guard oracle.take(step, of: []) else {
        throw InputError(
          file: file, line: 1, column: 1,
          message: "operation \(position + 1) of the setup cannot be done")
      }
    }
  }

  private mutating func run() throws {
    while report.verdict == .holdsBounded, let bytes = try reader.next() {
      if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { continue }
      try take(LogLine(bytes, file: file, number: reader.number))
      if reader.number % 4096 == 0 { options.progress?(reader.number) }
    }
    // What is cut off may have lost its last events.
    if !header.isComplete { step?.hasGap = true }
    finish()
    report.lines = reader.number
    if report.verdict == .holdsBounded, report.steps == 0 { report.verdict = .vacuous }
  }

  private mutating func take(_ line: LogLine) throws {
    let event = try LogEvent(line, on: header.stage)
    let place = LogPlace(line: line.number, text: line.text)
    switch event {
    case .operation(let operation, let times):
      for _ in 0..<times {
        finish()
        guard report.verdict == .holdsBounded else { return }
        step = LogStep(operation, at: place)
        isBehindGap = false
      }
    case .gap(let count):
      guard !header.isComplete else {
        throw line.error(line.json, "a log that is complete has no gaps")
      }
      try pass(count, at: place)
    case .runs(let running):
      try require(.running, line)
      self.running = running
      step?.events.append((event, place))
    case .memory(let places, let all):
      try require(.memory, line)
      if all || memory != nil {
        var new = all ? Array(repeating: Holding(), count: header.stage.shape.slots) : memory ?? []
        for (slot, holding) in places where slot < new.count { new[slot] = holding }
        memory = new
        step?.events.append((event, place))
      }
    case .returned, .accessed, .replied:
      try require(event.record, line)
      if step == nil, !isBehindGap {
        throw line.error(
          line.json, "no operation is before this event", allowed: ["call", "tick", "interrupt"])
      }
      step?.events.append((event, place))
    }
    if let step, step.events.count > 1000 {
      throw line.error(line.json, "more than 1000 events belong to one operation")
    }
  }

  private func require(_ record: LogHeader.Record, _ line: LogLine) throws(InputError) {
    guard !header.records.contains(record) else { return }
    throw line.error(
      line.json, "the header says that the log does not record this",
      allowed: LogHeader.Record.allCases.filter { header.records.contains($0) }.map(\.rawValue))
  }

  /// Takes the step that is over into account.
  private mutating func finish() {
    guard var step else { return }
    self.step = nil
    if !step.hasGap {
      if header.stage.schedules { step.running = running }
      step.memory = memory
    }
    guard oracle.take(step, of: header.records) else { return stop(at: step) }
    last = step.last
    report.steps += 1
    report.largest = max(report.largest, oracle.count)
    if oracle.count > options.stateLimit { giveUp(behind: step.last.line) }
  }

  /// Goes past a gap: any of the known operations may have been done in it.
  private mutating func pass(_ count: Int?, at place: LogPlace) throws {
    report.gaps += 1
    // Events of the step may also stand behind the gap.
    step?.hasGap = true
    running = nil
    memory = nil
    finish()
    isBehindGap = true
    guard report.verdict == .holdsBounded else { return }
    let operations = try vocabulary ?? readVocabulary()
    vocabulary = operations
    guard oracle.widen(by: count, of: operations, limit: options.stateLimit) else {
      return giveUp(behind: place.line)
    }
    report.largest = max(report.largest, oracle.count)
  }

  private mutating func giveUp(behind line: Int) {
    report.verdict = .unknown
    report.reason =
      "behind line \(line) more than \(options.stateLimit) states are possible: nothing can be "
      + "said of the lines after it"
  }

  private mutating func stop(at step: LogStep) {
    report.mismatch = mismatch(at: step)
    if oracle.isEndless(step.operation) {
      report.verdict = .unknown
      report.reason = "this step need not end: two threads take each other's faults for answers"
    } else if report.gaps > 0, header.operations == nil {
      report.verdict = .unknown
      report.reason =
        "this may be because of an operation that was lost and is nowhere else in the log; with "
        + "\"operations\" in its header a log says that there are no others"
    } else {
      report.verdict = .deviates
    }
  }

  private func mismatch(at step: LogStep) -> LogReport.Mismatch {
    let stage = header.stage
    let explained = oracle.explained(step, of: header.records)
    let seen = step.seen()
    let answers = oracle.answers(step, of: header.records)
    let pictures = StatePictures(oracle.moments, on: oracle.model)
    func place(_ place: LogPlace) -> LogReport.Place {
      .init(line: place.line, text: place.text)
    }
    var wrong = step.place
    var before = last
    if explained >= 0 {
      before = explained == 0 ? step.place : step.events[explained - 1].place
      wrong = explained < step.events.count ? step.events[explained].place : step.last
    }
    var facts = answers.first?.differences.flatMap { Facts.of($0) } ?? []
    facts += Facts.of(step.operation.kind)
    var known: Set<String> = []
    let actor = step.operation.actor.map { stage.name(of: Int($0.rawValue)) }
    return LogReport.Mismatch(
      place: place(wrong), isMissing: explained == step.events.count, last: before.map(place),
      operation: step.operation.text(in: stage.population),
      blocked: explained >= 0 ? nil : "\(actor ?? "nobody") can execute nothing in any of them",
      states: pictures.lines(), stateCount: pictures.count,
      candidates: answers.map { allowed, differences in
        .init(
          answer: allowed.words(on: stage, after: memory),
          differences: differences.map { $0.words(on: stage, allowed: allowed, seen: seen) })
      },
      facts: facts.filter { known.insert($0).inserted })
  }

  /// All operations that the log has, each once, and what happens without anybody.
  private func readVocabulary() throws -> [KernelOperation] {
    var operations: [KernelOperation] = [.tick]
    operations += (0..<header.stage.sources).map { .interrupt(Source($0)) }
    operations += header.operations ?? []
    var known: Set<KernelOperation> = []
    operations = operations.filter { known.insert($0).inserted }
    var reader = LineReader(file: file, try open())
    _ = try reader.next()
    let sign = Array("\"call\"".utf8)
    while let bytes = try reader.next() {
      guard bytes.firstRange(of: sign) != nil else { continue }
      let line = try LogLine(bytes, file: file, number: reader.number)
      if case .operation(let operation, _) = try LogEvent(line, on: header.stage),
        known.insert(operation).inserted
      {
        operations.append(operation)
      }
    }
    return operations
  }
}

extension LogEvent {
  /// What a log must record for events of this kind.
  fileprivate var record: LogHeader.Record {
    switch self {
    case .returned: .returns
    case .accessed: .accesses
    case .replied: .replies
    case .runs: .running
    case .memory, .operation, .gap: .memory
    }
  }
}
