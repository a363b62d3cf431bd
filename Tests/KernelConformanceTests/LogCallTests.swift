import Evidence
import Foundation
import KernelConformance
import KernelPrograms
import Microkernel
import Testing

/// What is found behind gaps that nobody knows the content of: what contradicts the log itself.
struct LogCallTests {
  /// A log of which only the last part is there, so that no state is known.
  static func log(_ stage: Stage, seed: UInt64, length: Int = 60) -> Log {
    Log(random: seed, length: length, on: stage).losing(5, at: 1)
  }

  static let options = {
    var options = LogChecker.Options()
    options.stateLimit = 1
    return options
  }()

  @Test(arguments: Stages.all)
  func `what is true contradicts nothing`(_ stage: Stage) throws {
    var unsure = 0
    for seed in 1...40 as ClosedRange<UInt64> {
      let report = try Self.log(stage, seed: seed).check(Self.options)
      #expect(report.verdict != .deviates, "\(report.text)")
      unsure += report.unsure
    }
    #expect(unsure > 500)
  }

  /// Nor does it on kernels of other profiles.
  @Test(arguments: KernelProfile.named.map(\.name))
  func `what is true contradicts nothing, whatever the profile`(_ name: String) throws {
    let profile = try KernelProfile(parsing: name)
    for seed in 1...60 as ClosedRange<UInt64> {
      let program = KernelProgramSource(
        seed: seed, length: 60, stages: Stages.all(for: profile), profile: profile
      ).program(0)
      var runner = SpecificationRunner(profile: profile, isUsual: true)
      var header = LogHeader(program.stage, kernel: "specification")
      header.profile = profile.settings
      let lines = LogWriter.lines(
        header, program.stage.setup + program.operations, runner.run(program))
      let report = try Log(lines).losing(5, at: 1).check(Self.options)
      #expect(report.verdict != .deviates, "\(report.text)")
    }
  }

  static let header =
    #"{"l4-log": 1, "stage": "rendezvous", "records": ["returns", "replies"], "#
    + #""complete": false}"#

  static let contradictions: [(lines: [String], line: Int, says: String)] = [
    (
      [#"{"call": "t2.0 wait"}"#, #"{"call": "t2.0 send t3.0 now"}"#], 4,
      "it can do nothing: t2.0 is in the call of line 3"
    ),
    (
      [
        #"{"call": "t2.0 wait"}"#, #"{"return": "t2.0", "code": 0, "source": "t3.0"}"#,
        #"{"call": "tick"}"#, #"{"return": "t2.0", "code": 0, "source": "t3.0"}"#,
      ], 6, "it has begun nothing since line 4"
    ),
    (
      [#"{"call": "t2.0 wait"}"#, #"{"return": "t2.0", "code": 49, "source": "t3.0"}"#], 4,
      "there is no such code (IPC-41)"
    ),
    (
      [#"{"call": "t2.0 wait"}"#, #"{"return": "t2.0", "code": 32}"#], 4,
      "it made the call of line 3: it has no timeout (IPC-28)"
    ),
    (
      [
        #"{"call": "t2.0 wait within 2 ticks"}"#, #"{"tick": 1}"#,
        #"{"return": "t2.0", "code": 32}"#,
      ],
      5, "its timeout is 2 ticks, of which 1 have passed (IPC-36)"
    ),
    (
      [#"{"call": "t2.0 wait"}"#, #"{"return": "t2.0", "code": 80}"#], 4, "nothing is sent (IPC-41)"
    ),
    (
      [#"{"call": "t2.0 send t3.0"}"#, #"{"return": "t2.0", "code": 64}"#], 4,
      "nothing is received (IPC-41)"
    ),
    (
      [#"{"call": "t2.0 send t3.0"}"#, #"{"return": "t2.0", "code": 0, "source": "t3.0"}"#], 4,
      "nothing is received (IPC-46)"
    ),
    (
      [#"{"call": "t2.0 wait"}"#, #"{"return": "t2.0", "code": 0}"#], 4,
      "a message has a source (IPC-21)"
    ),
    (
      [
        #"{"call": "t2.0 wait"}"#,
        #"{"return": "t2.0", "code": 0, "source": "t3.0", "flags": "m"}"#,
      ], 4, "it has no window (IPC-44)"
    ),
    (
      [#"{"call": "t2.0 send t3.0 now"}"#, #"{"tick": 1}"#], 3,
      "the call waits for nothing, and must end (IPC-33)"
    ),
    (
      [#"{"call": "t2.0 id_nearest t3.0"}"#, #"{"reply": "created", "created": true}"#], 4,
      "no call has this answer"
    ),
    (
      [#"{"call": "t2.0 id_nearest t3.0"}"#, #"{"reply": "nearest", "type": 5, "id": "t3.0"}"#], 4,
      "no id is of the type 5 (CC-8)"
    ),
  ]

  @Test(arguments: contradictions.indices)
  func `what contradicts the log is found behind any gap`(_ index: Int) throws {
    let (lines, line, says) = Self.contradictions[index]
    let report = try Log([Self.header, #"{"gap": null}"#] + lines).check(Self.options)
    #expect(report.verdict == .deviates)
    #expect(report.mismatch?.place.line == line, "\(report.text)")
    #expect(report.mismatch?.blocked?.contains(says) == true, "\(report.text)")
    // Not, if there is a gap between them.
    let gap = #"{"gap": 1}"#
    let apart = lines.flatMap { [gap, $0] } + [gap]
    #expect(try Log([Self.header] + apart).check(Self.options).verdict != .deviates)
  }

  /// Lies at random places behind a gap, by what is known of what was lost.
  static func found(
    _ lies: Int, behind gap: Int, promise: Bool
  ) throws -> (found: Int, of: Int, missed: [String]) {
    var dice = Dice(state: UInt64(gap))
    var result = (found: 0, of: 0, missed: [String]())
    let stages = [Stages.rendezvous, Stages.paging, Stages.whole, Stages.clans]
    var seed: UInt64 = 0
    while result.of < lies {
      seed += 1
      let stage = stages[Int(seed) % stages.count]
      let program = KernelProgramSource(seed: seed, length: 40, stages: [stage]).program(0)
      let operations = promise ? stage.setup + program.operations : nil
      let header = LogHeader(stage, kernel: "reference", operations: operations)
      let whole = Log(program.operations, on: stage, header)
      let events = whole.numbers(of: "{\"return\"").filter { $0 > whole.lines.count / 2 }
      guard !events.isEmpty else { continue }
      let number = events[dice.below(events.count)]
      // The lie is up to 30 lines behind the gap, and a call is between them.
      let last = number - gap - 1 - dice.below(30)
      guard last > 1,
        whole.numbers(of: "{\"call\"", from: last + gap).contains(where: { $0 < number })
      else { continue }
      let log = whole.losing(gap, at: last)
      #expect(try log.check(Self.few).verdict != .deviates)
      var other = log
      let place = number - gap + 1
      let line = log[place]
      switch dice.below(4) {
      case 0:
        let codes = [0, 0x10, 0x20, 0x30, 0x40, 0x50].filter { !line.contains("\"code\": \($0)") }
        let code = codes[dice.below(codes.count)]
        other[place] = line.replacing(/"code": \d+/, with: "\"code\": \(code)")
      case 1: other[place] = line.replacing(/"source": "[^"]*"/, with: "\"source\": \"t1.0\"")
      case 2: other.lines.insert(line, at: min(other.lines.count, place + 3))
      default: other.lines.remove(at: place - 1)
      }
      guard other.lines != log.lines else { continue }
      result.of += 1
      let report = try other.check(Self.few)
      if report.verdict == .deviates { result.found += 1 } else { result.missed.append(line) }
    }
    return result
  }

  static let few = {
    var options = LogChecker.Options()
    options.stateLimit = 300
    return options
  }()

  @Test(arguments: [1, 5, 20])
  func `lies behind a gap`(_ gap: Int) throws {
    let lies = Int(ProcessInfo.processInfo.environment["L4_LIES"] ?? "") ?? 8
    let promised = try Self.found(lies, behind: gap, promise: true)
    let unknown = try Self.found(lies, behind: gap, promise: false)
    print(
      "lies behind a gap of \(gap): \(promised.found) of \(promised.of) found with a promise, "
        + "\(unknown.found) of \(unknown.of) without")
    #expect(promised.found > 0 && unknown.found > 0)
  }
}
