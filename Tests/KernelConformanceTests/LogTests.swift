import Evidence
import Foundation
import KernelConformance
import KernelPrograms
import Microkernel
import Testing

struct LogTests {
  @Test(arguments: Stages.all)
  func `a log of the reference kernel is explained`(_ stage: Stage) throws {
    var steps = 0
    // In long programs at random all threads wait for ever at some time.
    for (seed, length) in [(0, 1000)] + (1...20).map({ (UInt64($0), 60) }) {
      let log = Log(random: seed, length: length, on: stage)
      let report = try log.check()
      #expect(report.verdict == .holdsBounded, "\(report.text)")
      #expect(report.lines == log.lines.count)
      #expect(report.exitStatus == 0)
      steps += report.steps
    }
    #expect(steps > 1500)
  }

  @Test(arguments: LogHeader.Record.allCases)
  func `what is not recorded can have been anything`(_ record: LogHeader.Record) throws {
    for stage in [Stages.rendezvous, Stages.paging, Stages.scheduling] {
      let all = Set(LogHeader.Record.allCases)
      for records in [all.subtracting([record]), [record]] {
        let header = LogHeader(stage, kernel: "reference", records: records)
        let log = Log(random: 5, length: 150, on: stage, header)
        let report = try log.check()
        // With too little the states are too many at some time: then nothing is said.
        #expect(report.verdict != .deviates, "\(records) \(report.text)")
        if records.contains(.returns) {
          #expect(report.verdict == .holdsBounded, "\(records) \(report.text)")
        }
      }
    }
  }

  @Test func `a log may begin behind the setup`() throws {
    let stage = Stages.paging
    let program = KernelProgramSource(seed: 3, length: 300, stages: [stage]).program(0)
    let whole = Log(program.operations, on: stage)
    let header = LogHeader(stage, kernel: "reference", beginsAfterSetup: true)
    // The setup has so many operations, and returns and memory between them.
    let signs = ["{\"call\"", "{\"tick\"", "{\"interrupt\""]
    let calls = whole.lines.indices.filter { index in
      signs.contains { whole.lines[index].hasPrefix($0) }
    }
    let rest = whole.lines[calls[stage.setup.count]...].filter { !$0.contains("memory") }
    let report = try Log([header.line] + rest).check()
    #expect(report.verdict == .holdsBounded, "\(report.text)")
    #expect(report.steps > 100)
  }

  @Test func `a stage in full is the stage`() throws {
    var stage = Stages.whole
    stage.name = "mine"
    let log = Log(random: 4, length: 200, on: stage)
    #expect(log.lines[0].contains("\"user_pages\""))
    #expect(try log.check().verdict == .holdsBounded)
  }

  @Test(arguments: Stages.all)
  func `operations are those of the protocol, or what people write`(_ stage: Stage) throws {
    let program = KernelProgramSource(seed: 11, length: 60, stages: [stage]).program(0)
    let log = Log(program.operations, on: stage)
    #expect(log.lines.contains { $0.contains(#"{"call": {"operation": "ipc", "by": "#) })
    // The text beside the fields says the same, and is enough.
    var texts = log
    for (index, line) in log.lines.enumerated() {
      if line.hasPrefix("{\"call\""), let sign = line.range(of: "\"text\": ") {
        texts.lines[index] = "{\"call\": " + line[sign.upperBound...].dropLast()
      }
    }
    #expect(texts.lines != log.lines)
    let (one, other) = (try log.check(), try texts.check())
    #expect(one.verdict == .holdsBounded && one == other)
  }

  @Test func `a header is a boot`() throws {
    let stages = [Stages.rendezvous, Stages.clans, Stages.paging]
    var log = Log(stages.flatMap { Log(random: 2, length: 40, on: $0).lines })
    let report = try log.check()
    #expect(report.verdict == .holdsBounded, "\(report.text)")
    #expect(report.boots == 3 && report.lines == log.lines.count)
    // What is wrong behind one boot says nothing of the next.
    let headers = log.numbers(of: "l4-log")
    let returns = headers.compactMap { header in
      log.numbers(of: "{\"return\"", from: header).first
    }
    for number in returns {
      log[number] = log[number].replacing(/"code": \d+/, with: "\"code\": 80")
    }
    let wrong = try log.check()
    #expect(wrong.verdict == .deviates)
    #expect(wrong.mismatch?.place.line == returns[0] && wrong.otherMismatches == 2)
    log[headers[1] + 1] = "{"
    #expect(throws: InputError.self) { try log.check() }
  }

  @Test func `the example of the document is explained`() throws {
    let root = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let page = try String(
      contentsOf: root.appendingPathComponent("docs/log-files.md"), encoding: .utf8)
    let parts = page.components(separatedBy: "```")
    let example = String(try #require(parts.first { $0.hasPrefix("json\n") }).dropFirst(5))
    let report = try Log.check(example)
    #expect(report.verdict == .holdsBounded, "\(report.text)")
    #expect(report.steps == 9)
    // And it is not because everything would be.
    let wrong = example.replacing("\"code\": 32", with: "\"code\": 0")
    #expect(try Log.check(wrong).mismatch?.place.line == 11)
  }

  @Test func `a long log is not held`() throws {
    let header = LogHeader(Stages.rendezvous, records: [.returns]).line
    var chunks = 0
    let report = try LogChecker.check(file: "long.log") {
      var next = 0
      return {
        next += 1
        if next == 1 { return Array((header + "\n").utf8) }
        guard next <= 101 else { return nil }
        chunks += 1
        return Array(String(repeating: "{\"tick\": 1}\n", count: 500).utf8)
      }
    }
    #expect(chunks == 100)
    #expect(report.lines == 50_001)
    #expect(report.steps == 50_000)
    #expect(report.verdict == .holdsBounded)
  }

  /// A kernel that panics does not end its line.
  @Test func `a log may be cut off in the middle of a line`() throws {
    let whole = Log(random: 3, length: 20, on: Stages.rendezvous)
    var cut = whole
    cut.lines[0] = whole.lines[0].replacing("\"complete\": true", with: "\"complete\": false")
    cut.lines.removeLast()
    let report = try Log.check(cut.text + #"{"tick":"#)
    #expect(report.verdict == .holdsBounded && report.isCutOff, "\(report.text)")
    #expect(report.text.contains("cut off"))
    // Not in one that says that it is complete, and not in the middle of a log.
    #expect(throws: InputError.self) { try Log.check(whole.text + #"{"tick":"#) }
    #expect(throws: InputError.self) { try Log.check(cut.text + #"{"tick":"# + "\n") }
  }

  /// An answer is no event that may be left out.
  @Test func `a lost answer is missed`() throws {
    let calls = [
      "id_nearest t3.0", "thread_schedule t2.0", "ex_regs t2.1", "task_new task3 chief task1",
    ]
    for call in calls {
      let stage = Stages.rendezvous
      let operation = try KernelOperation(parsing: "t2.0 \(call)", in: stage.population)
      var log = Log([operation, .tick], on: stage)
      let line = try #require(log.lines.lastIndex { $0.contains("\"reply\"") })
      #expect(try log.check().verdict == .holdsBounded)
      log.lines.remove(at: line)
      #expect(try log.check().verdict == .deviates, "\(log.text)")
    }
  }

  @Test func `progress is told`() throws {
    final class Counter: @unchecked Sendable { var calls: [Int] = [] }
    let counter = Counter()
    var options = LogChecker.Options()
    options.progress = { counter.calls.append($0) }
    let header = LogHeader(Stages.rendezvous, records: [.returns]).line
    let text = header + "\n" + String(repeating: "{\"tick\": 1}\n", count: 10_000)
    _ = try Log.check(text, options)
    #expect(counter.calls == [4096, 8192])
  }

  @Test func `nothing is vacuous`() throws {
    let header = LogHeader(Stages.rendezvous).line
    let report = try Log.check(header + "\n\n")
    #expect(report.verdict == .vacuous)
    #expect(report.exitStatus == 16)
  }
}
