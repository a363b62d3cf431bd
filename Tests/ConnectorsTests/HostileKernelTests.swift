import Connectors
import Foundation
import KernelPrograms
import Testing

/// Kernels that do what no kernel should: each is a finding of its own kind, in seconds, and the kit
/// goes on.
extension ConnectorsTests {
  @Suite struct HostileKernelTests {
    let program: String
    private let kernels: Kernels

    init() throws {
      kernels = try Kernels()
      program = try kernels.link(Kernels.hostile, as: kernels.name)
    }

    private func start(
      _ mode: String, unit: Duration = .milliseconds(100), _ patience: Patience = .long
    ) throws(ConnectionError) -> any ProgramRunner {
      try Connection("json:\(program) '\(mode)' \(unit.milliseconds)")
        .makeRunner(patience: patience)
    }

    typealias Case = (mode: String, kind: Transcript.Failure.Kind, says: String)

    /// What is seen when it comes.
    static let cases: [Case] = [
      ("crash", .crashed, "signal 11 (Segmentation fault); the last that it said: kernel panic"),
      ("exit", .crashed, "exit status 3"), ("exit leaving a child", .crashed, "exit status 4"),
      ("exit leaving a daemon", .crashed, "exit status 6"),
      ("begins anew", .crashed, "began anew"),
      ("flood", .flooded, "line"), ("flood of lines", .flooded, "without end"),
      ("flood of answers", .flooded, "without end"),
      ("flood of heartbeats", .flooded, "heartbeats"),
      ("not JSON", .garbled, "it is not JSON"), ("binary", .garbled, "not"),
      ("zero byte", .garbled, "it is not JSON"), ("no UTF-8", .garbled, "UTF-8"),
      ("deep", .garbled, "nested more than 200 levels"),
      ("key twice", .garbled, "more than one key \"skipped\""),
      ("huge number", .garbled, "\"running\" of"), ("huge exponent", .garbled, "\"running\" of"),
      ("negative", .garbled, "\"running\" of"), ("long number", .garbled, "a whole number"),
      ("unknown field", .garbled, "skiped"), ("wrong type", .garbled, "\"thread\""),
      ("bad code", .garbled, "0x5"), ("wrong step", .garbled, "step 2"),
      ("twice", .garbled, "step 0"), ("wrong program", .garbled, "program 2"),
      ("done too early", .garbled, "1 of 4"),
      ("other thread", .forged, "thread 77"), ("no call", .forged, "thread 0"),
      ("duplicate", .forged, "two calls"), ("forged source", .forged, "thread 99"),
      ("forged frame", .forged, "frame 200"),
      ("gives up", .refused, "no more tasks"), ("broken", .audit, "in no queue"),
      ("strange words", .audit, "·]0;mine· · owned"),
    ]

    @Test(arguments: cases.indices)
    func `what it does is told, and it is started again`(index: Int) throws {
      let (mode, kind, says) = Self.cases[index]
      var patience = Patience.long
      if kind == .flooded { patience.listening = .seconds(120) }
      let steps = mode == "flood of answers" ? 2 : mode == "wrong program" ? 0 : 1
      do {
        var runner = try start(mode, patience)
        for _ in 0..<2 {
          let wrong = defect(of: runner.run(.small), kind, saying: says, after: steps)
          #expect(wrong == nil, "\(mode)")
        }
      }
      #expect(try processes(running: program).isEmpty)
      #expect(try children(named: kernels.name).isEmpty)
    }

    /// What is seen by the time that it takes.
    static let slowCases: [Case] = [
      ("hang", .hung, "the kernel has booted"), ("spin", .hung, "no answer"),
      ("stop", .hung, "no answer"), ("ignore signals", .hung, "no answer"),
      ("hang with child", .hung, "no answer"), ("hang with daemon", .hung, "no answer"),
      ("multiply", .hung, "no answer"), ("never reads", .hung, "no answer"),
      ("half a line", .hung, "no answer"), ("a line for ever", .hung, "no answer"),
      ("heartbeats for ever", .hung, "heartbeats"), ("flood of errors", .hung, "oh no"),
      ("close", .crashed, "closed its output and went on"),
      ("late", .late, "s; it has"), ("slow", .late, "of the program are over"),
    ]

    @Test(arguments: slowCases.indices)
    func `what it does is told by the clock, and it is started again`(index: Int) throws {
      let (mode, kind, says) = Self.slowCases[index]
      let steps = ["late", "never reads"].contains(mode) ? 0 : mode == "slow" ? 3 : 1
      try withEnoughTime { unit in
        var patience = Patience.short(unit: unit)
        if kind == .late { patience.grace = .seconds(120) }
        // Every answer of its own is in time.
        if mode == "slow" { patience.step = unit * 7 }
        var runner = try start(mode, unit: unit, patience)
        for _ in 0..<2 {
          if let wrong = defect(of: runner.run(.small), kind, saying: says, after: steps) {
            return "\(mode): \(wrong)"
          }
        }
        return nil
      }
      #expect(try processes(running: program).isEmpty)
      #expect(try children(named: kernels.name).isEmpty)
    }

    @Test(arguments: [
      ("mute", "did not say hello in 0.5 s"), ("exit at once", "exit status 9"),
      ("garbage at once", "it is not JSON"), ("old version", "version 0 of the protocol"),
    ])
    func `a kernel that does not begin is none`(mode: String, says: String) throws {
      var patience = Patience.long
      if mode == "mute" { patience.boot = .milliseconds(500) }
      let error = #expect(throws: ConnectionError.self) { try start(mode, patience) }
      #expect(error?.description.contains(says) == true, "\(String(describing: error))")
      #expect(try children(named: kernels.name).isEmpty)
    }

    @Test func `a name is no more than what can be shown`() throws {
      let name = try start("strange name").description.name
      #expect(name == "../../·[31m·x")
    }

    @Test func `one that lives on is run to its end`() throws {
      try withEnoughTime { unit in
        var patience = Patience.short(unit: unit)
        patience.program = .seconds(120)
        var runner = try start("heartbeats", unit: unit, patience)
        let transcript = runner.run(.small)
        return transcript == Self.honest ? nil : "\(transcript)"
      }
      #expect(try children(named: kernels.name).isEmpty)
    }

    @Test func `one that answers is run again and again`() throws {
      do {
        var runner = try start("honest")
        for _ in 0..<3 { #expect(runner.run(.small) == Self.honest) }
      }
      #expect(try children(named: kernels.name).isEmpty)
    }

    private static let honest = Transcript(Array(repeating: .skipped, count: 4))

    @Test func `one that says more is found then or with the next program`() throws {
      var runner = try start("says more")
      let failures = (0..<3).compactMap { _ in runner.run(.small).failure }
      #expect(!failures.isEmpty)
      for failure in failures {
        #expect(failure.kind == .garbled)
        #expect(failure.detail.contains("and one more thing"))
      }
    }
  }
}
