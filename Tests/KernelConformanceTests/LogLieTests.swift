import Evidence
import Foundation
import KernelConformance
import KernelPrograms
import Microkernel
import Testing

/// Logs with a line that is not as it was: it is found, and no other.
struct LogLieTests {
  /// A line of a log, and what it is made of.
  static let lies: [(sign: String, change: @Sendable (String) -> String)] = [
    // Nobody was cancelled.
    ("{\"return\"", { $0.replacing(/"code": \d+/, with: "\"code\": 80") }),
    ("\"source\": \"t", { $0.replacing(/"source": "[^"]*"/, with: "\"source\": \"0x77\"") }),
    ("\"source\": \"t", { $0.replacing("}", with: ", \"damage\": \"word 3\"}") }),
    ("{\"access\"", { $0.replacing(/"frame": [^}]*/, with: "\"frame\": null") }),
    ("\"created\": true", { $0.replacing("true", with: "false") }),
    ("\"reply\": \"nearest\"", { $0.replacing(/"type": \d+/, with: "\"type\": 8") }),
    ("{\"memory\"", { $0.replacing(/: (null|"f\d r.")/, with: ": \"?\"", maxReplacements: 1) }),
  ]

  @Test(arguments: lies.indices)
  func `a lie is found at its line`(_ lie: Int) throws {
    let (sign, change) = Self.lies[lie]
    var found = 0
    let stages = [Stages.whole, Stages.paging, Stages.clans, Stages.rendezvous]
    for (seed, stage) in stages.flatMap({ stage in (1...12).map { (UInt64($0), stage) } }) {
      let log = Log(random: seed, length: 60, on: stage)
      let numbers = log.numbers(of: sign).filter { number in
        change(log[number]) != log[number] && log.isLastOfItsKind(number)
      }
      for number in numbers.enumerated().filter({ $0.offset % 6 == 2 }).map(\.element) {
        var other = log
        other[number] = change(log[number])
        let report = try other.check()
        #expect(report.verdict == .deviates)
        #expect(report.mismatch?.place.line == number, "\(stage.name) \(report.text)")
        #expect(report.mismatch?.isMissing == false)
        found += 1
      }
    }
    #expect(found > 3)
  }

  @Test func `an event that is missing is found in its step`() throws {
    let log = Log(random: 12, length: 1500, on: Stages.rendezvous)
    for number in log.numbers(of: "{\"return\"").filter({ $0 % 17 == 3 }) {
      var other = log
      other.lines.remove(at: number - 1)
      let report = try other.check()
      #expect(report.verdict == .deviates)
      let mismatch = try #require(report.mismatch)
      #expect(mismatch.isMissing && abs(mismatch.place.line - number) <= 3, "\(report.text)")
    }
  }

  @Test func `who runs is found at its line`() throws {
    let log = Log(random: 13, length: 1500, on: Stages.scheduling)
    let numbers = log.numbers(of: "{\"run\"").filter {
      log.isLastOfItsKind($0) && !log[$0].contains("t0.0")
    }
    for number in numbers.filter({ $0 % 11 == 3 }) {
      var other = log
      other[number] = "{\"run\": \"t0.0\"}"
      let report = try other.check()
      #expect(report.verdict == .deviates)
      #expect(report.mismatch?.place.line == number, "\(report.text)")
    }
  }

  @Test func `who is blocked cannot act`() throws {
    let header = LogHeader(Stages.rendezvous, kernel: "k", beginsAfterSetup: true)
    let report = try Log([
      header.line, #"{"call": "t2.0 wait"}"#, #"{"call": "t2.0 send t3.0 now"}"#,
    ]).check()
    #expect(report.text == Self.blocked)
    #expect(report.exitStatus == 12)
  }

  static let blocked = """
    deviates  k.log: k, profile v2, stage rendezvous
      3 lines, 1 steps; at most 1 states possible at once
      line 3 is not explained: {"call": "t2.0 send t3.0 now"}
      last explained: line 2: {"call": "t2.0 wait"}
      step: t2.0 send t3.0 now (IPC-2, IPC-13, IPC-14)
      possible before it: 1 state
        t2.0: waits for anybody
      t2.0 can execute nothing in any of them

    """

  @Test func `a mismatch as a person sees it`() throws {
    let header = LogHeader(Stages.rendezvous, kernel: "k", beginsAfterSetup: true)
    let report = try Log([
      header.line, #"{"call": "t2.0 wait"}"#, #"{"call": "t3.1 send t3.0"}"#,
      #"{"call": "t3.0 send t2.0 word 1"}"#, #"{"return": "t3.0", "code": 0}"#,
      #"{"return": "t2.0", "code": 0, "source": "t2.1", "word": 1}"#, #"{"tick": 1}"#,
    ]).check()
    #expect(report.text == Self.mismatch)
    let data = try JSONEncoder().encode(report)
    let object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let mismatch = try #require(object["mismatch"] as? [String: Any])
    #expect((mismatch["place"] as? [String: Any])?["line"] as? Int == 6)
    #expect(object["verdict"] as? String == "deviates")
  }

  static let mismatch = """
    deviates  k.log: k, profile v2, stage rendezvous
      7 lines, 2 steps; at most 1 states possible at once
      line 6 is not explained: {"return": "t2.0", "code": 0, "source": "t2.1", "word": 1}
      last explained: line 5: {"return": "t3.0", "code": 0}
      step: t3.0 send t2.0 word 1 (IPC-13, IPC-21, IPC-2, IPC-14)
      possible before it: 1 state
        t2.0: waits for anybody
        t3.1: pending at t3.0
      allowed: t2.0: 0x00 ok from t3.0 word 1; t3.0: 0x00 ok
        but: t2.0's message is from t3.0, not from t2.1

    """
}
