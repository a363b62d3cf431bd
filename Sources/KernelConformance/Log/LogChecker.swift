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

  let file: String
  private let options: Options
  private let open: () throws -> LineReader.Chunks
  private var reader: LineReader
  var report: LogReport
  /// What the last header says, and where it is.
  private(set) var header: LogHeader
  private var headerLine = 1
  private(set) var oracle: KernelOracle
  private var calls: KnownCalls
  private var step: LogStep?
  private(set) var last: LogPlace?
  /// Who runs and what is where, as the log has it up to now.
  private var running: Running?
  private(set) var memory: [Holding]?
  private var isBehindGap = false
  /// Gaps since the last header.
  private(set) var gaps = 0
  /// How the oracle stands to the lines that come.
  private enum Trust {
    /// Its states are all that are possible.
    case all
    /// They are not known any more: until the next boot only calls are looked at.
    case calls
    /// Something was wrong: nothing more is said until the next boot.
    case nothing
  }
  private var trust = Trust.all
  /// What can have been lost behind each header, by its line, once that was asked.
  private var vocabularies: [Int: [KernelOperation]]?

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
    report = LogReport(
      file: file, kernel: header.kernel, profile: header.profile, stage: header.stage.name,
      verdict: .holdsBounded)
    oracle = KernelOracle(header.stage)
    calls = KnownCalls(header.stage, header.records)
    try boot()
  }

  /// Everything is known: the kernel has booted, and done its setup if the header says so.
  private mutating func boot() throws {
    let profile = (try? KernelProfile(parsing: header.profile)) ?? .v2
    oracle = KernelOracle(header.stage, profile: profile)
    calls = KnownCalls(header.stage, header.records)
    step = nil
    last = nil
    running = nil
    memory = nil
    isBehindGap = false
    gaps = 0
    trust = .all
    report.boots += 1
    guard header.beginsAfterSetup else { return }
    for (position, operation) in header.stage.setup.enumerated() {
      let step = LogStep(operation, at: LogPlace(line: headerLine, text: ""))
      guard oracle.take(step, of: []) else {
        throw InputError(
          file: file, line: headerLine, column: 1,
          message: "operation \(position + 1) of the setup cannot be done")
      }
    }
  }

  private mutating func run() throws {
    while let bytes = try reader.next() {
      if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { continue }
      if reader.number % 4096 == 0 { options.progress?(reader.number) }
      let isHeader = LogHeader.isThere(bytes)
      // Behind a deviation the lines up to the next boot need not even be events.
      if trust == .nothing, !isHeader { continue }
      guard let line = try line(bytes, of: reader) else {
        report.isCutOff = true
        break
      }
      if isHeader, line[LogHeader.sign] != nil {
        end()
        header = try LogHeader(line)
        headerLine = reader.number
        try boot()
      } else {
        try take(line)
      }
    }
    end()
    report.lines = reader.number
    if report.verdict == .holdsBounded, report.steps == 0 { report.verdict = .vacuous }
  }

  /// A line; nil for the last one, if it is cut off in the middle and the log may be. (docs/log-files.md)
  private func line(_ bytes: [UInt8], of reader: LineReader) throws(InputError) -> LogLine? {
    do {
      return try LogLine(bytes, file: file, number: reader.number)
    } catch {
      guard reader.isCutOff, !header.isComplete else { throw error }
      return nil
    }
  }

  /// There are no more lines of this boot.
  private mutating func end() {
    // What is cut off may have lost its last events.
    if !header.isComplete { step?.hasGap = true }
    finish()
  }

  private mutating func take(_ line: LogLine) throws {
    let event = try LogEvent(line, on: header.stage)
    let place = LogPlace(line: line.number, text: line.text)
    switch event {
    case .operation(let operation, let times):
      for _ in 0..<times {
        finish()
        guard trust != .nothing else { return }
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
    guard var step, trust != .nothing else { return }
    self.step = nil
    if !step.hasGap {
      if header.stage.schedules { step.running = running }
      step.memory = memory
    }
    let contradiction = calls.take(step)
    if trust == .all {
      if oracle.take(step, of: header.records) {
        last = step.last
        report.steps += 1
        report.largest = max(report.largest, oracle.count)
        if oracle.count > options.stateLimit { giveUp(behind: step.last.line) }
        return
      }
      // States that may not be all say less than what is so in none.
      let isSure = gaps == 0 || header.operations != nil || contradiction == nil
      report.add(
        mismatch(at: step, contradiction, knowsStates: isSure),
        as: judgement(of: step, contradiction))
      trust = report.verdict == .deviates ? .nothing : .calls
      return
    }
    guard let contradiction else {
      report.unsure += 1
      return
    }
    report.add(mismatch(at: step, contradiction, knowsStates: false), as: (.deviates, nil))
    trust = .nothing
  }

  /// What it means that no state explains a step.
  private func judgement(
    of step: LogStep, _ contradiction: KnownCalls.Contradiction?
  ) -> (Verdict, String?) {
    if oracle.isEndless(step.operation) {
      return (.unknown, "this step need not end: two threads take each other's faults for answers")
    }
    guard gaps > 0, header.operations == nil, contradiction == nil else { return (.deviates, nil) }
    return (
      .unknown,
      "this may be because of an operation that was lost and is nowhere else in the log; with "
        + "\"operations\" in its header a log says that there are no others"
    )
  }

  /// Goes past a gap: any of the known operations may have been done in it.
  private mutating func pass(_ count: Int?, at place: LogPlace) throws {
    report.gaps += 1
    gaps += 1
    // Events of the step may also stand behind the gap.
    step?.hasGap = true
    running = nil
    memory = nil
    finish()
    isBehindGap = true
    calls.forget()
    guard trust == .all else { return }
    let all = try vocabularies ?? readVocabularies()
    vocabularies = all
    let operations = all[headerLine] ?? []
    guard oracle.widen(by: count, of: operations, limit: options.stateLimit) else {
      return giveUp(behind: place.line)
    }
    report.largest = max(report.largest, oracle.count)
  }

  private mutating func giveUp(behind line: Int) {
    trust = .calls
    report.add(
      nil,
      as: (
        .unknown,
        "behind line \(line) more than \(options.stateLimit) states are possible: of the lines "
          + "after it only what a log says of calls itself is checked"
      ))
  }

  /// For every boot all operations that the log has of it, each once, and what happens without anybody.
  private func readVocabularies() throws -> [Int: [KernelOperation]] {
    var reader = LineReader(file: file, try open())
    var all: [Int: [KernelOperation]] = [:]
    var known: Set<KernelOperation> = []
    var stage = header.stage
    var boot = 1
    let sign = Array("\"call\"".utf8)
    while let bytes = try reader.next() {
      if LogHeader.isThere(bytes) {
        let line = try LogLine(bytes, file: file, number: reader.number)
        guard line[LogHeader.sign] != nil else { continue }
        let header = try LogHeader(line)
        stage = header.stage
        boot = reader.number
        let others = (0..<stage.sources).map { KernelOperation.interrupt(Source($0)) }
        known = []
        all[boot] = ([.tick] + others + (header.operations ?? [])).filter {
          known.insert($0).inserted
        }
        continue
      }
      guard bytes.firstRange(of: sign) != nil else { continue }
      guard let line = try line(bytes, of: reader) else { break }
      if case .operation(let operation, _) = try LogEvent(line, on: stage),
        known.insert(operation).inserted
      {
        all[boot, default: []].append(operation)
      }
    }
    return all
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
