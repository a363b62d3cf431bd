import Evidence
import Foundation
import KernelConformance
import KernelPrograms
import Microkernel
import Testing

struct LogGapTests {
  static let pool = [
    "t2.0 send t3.0 now", "t2.0 wait within 1 tick", "t3.0 send t2.0 word 1 within 1 tick",
    "t3.0 receive t2.0 within 2 ticks", "t2.1 call t3.0 word 1 now and receive within 1 tick",
    "t3.1 wait now", "t2.1 ex_regs t2.0 registers 3", "t3.1 send t2.1 now", "tick", "tick",
    "t2.1 receive t3.1 within 1 tick",
  ]

  /// A run of a few operations again and again, so that what is lost is elsewhere in the log.
  static func log(_ seed: UInt64, promise: Bool) throws -> Log {
    let stage = Stages.rendezvous
    let operations = try pool.map { try KernelOperation(parsing: $0, in: stage.population) }
    var dice = Dice(state: seed)
    let header = LogHeader(stage, kernel: "reference", operations: promise ? [] : nil)
    return Log((0..<3000).map { _ in operations[dice.below(pool.count)] }, on: stage, header)
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `a log with gaps is explained`(_ seed: UInt64) throws {
    var dice = Dice(state: seed)
    let whole = try Self.log(seed, promise: true)
    let log = whole.losing(every: 60, atMost: 2, &dice)
    let report = try log.check()
    #expect(report.verdict == .holdsBounded, "\(report.text)")
    #expect(report.gaps > 50)
    #expect(report.lines == log.lines.count)
    #expect(report.largest > 1)
  }

  @Test(arguments: [4, 5, 6] as [UInt64])
  func `a lie between gaps is found at its line`(_ seed: UInt64) throws {
    var dice = Dice(state: seed)
    let log = try Self.log(seed, promise: true).losing(every: 60, atMost: 2, &dice)
    let gaps = log.numbers(of: "\"gap\"")
    var found = 0
    for number in log.numbers(of: "{\"return\"").filter({ $0 % 97 == 5 }) {
      // What is close behind a gap belongs to a step that is not known.
      let gap = gaps.last { $0 < number } ?? 0
      let calls = log.numbers(of: "{\"call\"", from: gap).filter { $0 < number }
      guard calls.count > 3 else { continue }
      // Another step may be lost before the next gap: then so may the event be of that one.
      guard !(gaps.contains { $0 > number && $0 - number <= 3 }) else { continue }
      var other = log
      other[number] = log[number].replacing(/"code": \d+/, with: "\"code\": 96")
      let report = try other.check()
      #expect(report.verdict == .deviates)
      #expect(report.mismatch?.place.line == number, "\(report.text)")
      other.lines[0] = try Self.log(seed, promise: false).lines[0]
        .replacing("\"complete\": true", with: "\"complete\": false")
      let careful = try other.check()
      #expect(careful.verdict != .holdsBounded)
      #expect(careful.mismatch?.place.line == number)
      #expect([12, 17].contains(careful.exitStatus))
      found += 1
    }
    #expect(found > 5)
  }

  @Test(arguments: Stages.all)
  func `what is lost raises no false alarm`(_ stage: Stage) throws {
    for seed in 1...4 as ClosedRange<UInt64> {
      var dice = Dice(state: seed)
      let log = Log(random: seed, length: 200, on: stage).losing(every: 30, atMost: 2, &dice)
      var options = LogChecker.Options()
      options.stateLimit = 300
      #expect(try log.check(options).verdict != .deviates)
    }
  }

  @Test func `too many states are no alarm`() throws {
    let whole = try Self.log(9, promise: true)
    var log = whole
    log.lines[0] = whole.lines[0].replacing("\"complete\": true", with: "\"complete\": false")
    log.lines.replaceSubrange(40..<80, with: ["{\"gap\": null}"])
    var options = LogChecker.Options()
    options.stateLimit = 3
    let report = try log.check(options)
    #expect(report.verdict == .unknown)
    #expect(report.mismatch == nil)
    #expect(
      report.reason
        == "behind line 41 more than 3 states are possible: of the lines after it only what a log "
        + "says of calls itself is checked")
    options.stateLimit = 100_000
    #expect(try log.check(options).verdict == .holdsBounded)
  }

  @Test func `a log that is cut off is explained`() throws {
    let whole = try Self.log(10, promise: true)
    for end in 40..<60 {
      var log = Log(Array(whole.lines[..<end]))
      log.lines[0] = log.lines[0].replacing("\"complete\": true", with: "\"complete\": false")
      #expect(try log.check().verdict == .holdsBounded)
    }
  }

  static let header =
    #"{"l4-log": 1, "stage": "rendezvous", "records": ["returns"], "complete": true}"#
  static let mistakes: [(String, String)] = [
    ("", "k.log: the file is empty"),
    ("[1]", "k.log:1:1: a line of a log is an object in braces"),
    ("{", "k.log:1:2: expected a key in quotes, but the text ends here"),
    (#"{"stage": "whole"}"#, "k.log:1:1: missing key \"l4-log\": the version of the format, 1"),
    (
      #"{"l4-log": 2}"#,
      "k.log:1:12: this is no version of the format that is known; allowed here: 1"
    ),
    (
      #"{"l4-log": 1, "stage": "wohle"}"#,
      "k.log:1:24: there is no stage \"wohle\"; allowed here: "
        + Stages.names.joined(separator: ", ")
    ),
    (
      #"{"l4-log": 1, "profile": "v3", "stage": "whole"}"#,
      "k.log:1:26: there is no profile \"v3\"; there are v2, x0, fiasco, hazelnut"
    ),
    (
      #"{"l4-log": 1, "stage": {"threads": [1]}, "records": [], "complete": true}"#,
      "k.log:1:24: the stage: it has no root task"
    ),
    (
      #"{"l4-log": 1, "stage": "whole", "records": ["calls"], "complete": true}"#,
      "k.log:1:45: this is nothing that a log records; "
        + "allowed here: returns, accesses, replies, running, memory"
    ),
    (header + "\n{\"call\": \"t2.0 sends t3.0\"}", "k.log:2:16: expected an operation: "),
    (header + "\n{\"call\": \"t9.0 wait\"}", "k.log:2:11: expected a thread, tick, "),
    (
      header + "\n{\"call\": {\"operation\": \"access\", \"by\": 2, \"at\": {\"page\": 5}}}",
      "k.log:2:10: the operation has no \"write\""
    ),
    (
      header + "\n{\"call\": {\"operation\": \"exception\", \"by\": 99}}",
      "k.log:2:10: the operation names thread 99 of 6"
    ),
    (
      header + "\n{\"call\": [\"t2.0\", \"wait\"]}", "k.log:2:10: expected an operation: its fields"
    ),
    (header + "\n{\"call\": \"t2.0 reads p5\"}", "k.log:2:10: there is no page or port 5"),
    (
      header + "\n\n{\"calls\": 1}",
      "k.log:3:1: this is no event; allowed here: call, tick, interrupt, return, access, reply, "
        + "run, memory, gap"
    ),
    (
      header + "\n{\"tick\": 1, \"gap\": 1}",
      "k.log:2:20: this is an event of \"tick\" and of \"gap\" at once"
    ),
    (header + "\n{\"tick\": 0}", "k.log:2:10: tick is a whole number from 1 to 100000"),
    (header + "\n{\"tick\": 1, \"thyme\": 1}", "k.log:2:22: unknown key \"thyme\"; "),
    (header + "\n{\"gap\": 1}", "k.log:2:1: a log that is complete has no gaps"),
    (header + "\n{\"interrupt\": 0}", "k.log:2:15: the stage has 0 sources of interrupts"),
    (
      header + "\n{\"tick\": 1}\n{\"reply\": \"created\", \"created\": true}",
      "k.log:3:1: the header says that the log does not record this; allowed here: returns"
    ),
    (
      header + "\n{\"return\": \"t2.0\", \"code\": 0}",
      "k.log:2:1: no operation is before this event; allowed here: call, tick, interrupt"
    ),
    (
      header + "\n{\"tick\": 1}\n{\"return\": \"ä\", \"code\": 300}",
      "k.log:3:25: code is a whole number from 0 to 255"
    ),
    (
      header + "\n{\"tick\": 1}\n{\"return\": \"t2.0\", \"code\": 0, \"flags\": \"x\"}",
      "k.log:3:40: flags are some of the letters d, m, r and i"
    ),
    (
      header + "\n{\"tick\": 1}\n{\"return\": \"t2.0\", \"code\": 0, \"source\": \"me\"}",
      "k.log:3:41: expected an id; allowed here: t2.0 and so on, former t2.0, "
    ),
    (
      header + "\n{\"tick\": " + String(repeating: " ", count: 1 << 21),
      "k.log:2:1: the line is longer than 1048576 bytes"
    ),
    (header + "\n{\"call\": \"t2.0", "k.log:2:15: the string that begins at 2:10 has no end"),
  ]

  @Test(arguments: mistakes.indices)
  func `mistakes have a place`(_ index: Int) {
    let (text, message) = Self.mistakes[index]
    #expect {
      try Log.check(text)
    } throws: { error in
      let isRight = error is InputError && "\(error)".hasPrefix(message)
      #expect(isRight, "\(error) is not \(message)")
      return isRight
    }
  }

  @Test func `a file that is no text`() {
    #expect(throws: InputError.self) {
      try LogChecker.check(file: "k.log") {
        var isOver = false
        return {
          defer { isOver = true }
          return isOver ? nil : [0x7B, 0xFF, 0xFE, 0x0A, 0x00]
        }
      }
    }
  }
}
