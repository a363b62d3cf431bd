import Connectors
import Foundation
import KernelPrograms
import Testing

extension ConnectorsTests {
  /// Agents, and the kernels under them, that do what none should, on a serial line.
  @Suite struct HostileAgentTests {
    let program: String
    private let kernels: Kernels

    init() throws {
      kernels = try Kernels()
      program = try kernels.link(Kernels.agent, as: kernels.name)
    }

    private func start(
      _ mode: String, unit: Duration = .milliseconds(100), _ patience: Patience = .long
    ) throws(ConnectionError) -> any ProgramRunner {
      try Connection("serial:\(program) '\(mode)' - \(unit.milliseconds)")
        .makeRunner(patience: patience)
    }

    typealias Case = (mode: String, kind: Transcript.Failure.Kind, says: String)

    /// What is seen when it comes.
    static let cases: [Case] = [
      ("crash", .crashed, "signal 6"), ("exit", .crashed, "exit status 5"),
      ("boots again", .crashed, "began anew"), ("debugger", .crashed, "jdb:"),
      ("bad frame", .garbled, "0x99"), ("lost", .garbled, "follows frame"),
      ("damaged", .garbled, "damaged"), ("other program", .garbled, "program 2"),
      ("flood", .flooded, "bytes about one program"),
      ("flood of heartbeats", .flooded, "heartbeat"),
      ("forged", .forged, "thread 99"), ("broken", .audit, "in two queues"),
    ]

    @Test(arguments: cases.indices)
    func `what it does is told, and it is booted again`(index: Int) throws {
      let (mode, kind, says) = Self.cases[index]
      var patience = Patience.long
      if kind == .flooded { patience.listening = .seconds(120) }
      do {
        var runner = try start(mode, patience)
        for _ in 0..<2 {
          let steps = mode == "other program" ? 0 : 1
          let wrong = defect(of: runner.run(.small), kind, saying: says, after: steps)
          #expect(wrong == nil, "\(mode)")
        }
      }
      #expect(try processes(running: program).isEmpty)
      #expect(try children(named: kernels.name).isEmpty)
    }

    /// What is seen by the time that it takes.
    static let slowCases: [Case] = [
      ("hang", .hung, "no answer"), ("heartbeats for ever", .hung, "heartbeats"),
      ("late", .late, "s; it has"),
      ("text", .garbled, "not the agent is heard: kernel: cannot go on"),
    ]

    @Test(arguments: slowCases.indices)
    func `what it does is told by the clock, and it is booted again`(index: Int) throws {
      let (mode, kind, says) = Self.slowCases[index]
      try withEnoughTime { unit in
        var patience = Patience.short(unit: unit)
        if kind == .late { patience.grace = .seconds(120) }
        var runner = try start(mode, unit: unit, patience)
        for _ in 0..<2 {
          if let wrong = defect(of: runner.run(.small), kind, saying: says, after: 1) {
            return "\(mode): \(wrong)"
          }
        }
        return nil
      }
      #expect(try processes(running: program).isEmpty)
      #expect(try children(named: kernels.name).isEmpty)
    }

    @Test(arguments: [
      ("mute", "nothing in 0.5 s; the last that was heard: Memory"),
      ("debugger at once", "the last that was heard: jdb:"),
      ("old version", "version 0 of the protocol"),
    ])
    func `an agent that does not begin is none`(mode: String, says: String) throws {
      // What is said before the time is over is heard, be it ever so little time.
      func message(_ boot: Duration) throws -> String {
        var patience = Patience.long
        if mode != "old version" { patience.boot = boot }
        let error = #expect(throws: ConnectionError.self) { try start(mode, patience) }
        return error?.description ?? ""
      }
      let isTold = try [500, 5000, 25000].contains {
        let said = try message(.milliseconds($0))
        return said.contains(says.replacing("0.5 s", with: Duration.milliseconds($0).words))
      }
      #expect(isTold)
      #expect(try children(named: kernels.name).isEmpty)
    }

    static let answers = Transcript([
      Observation(returns: [Return(thread: 1, code: 0)]),
      Observation(returns: [Return(thread: 1, code: 0x10)]), .skipped, .skipped,
    ])

    @Test(arguments: ["honest", "console", "asks again"])
    func `one that answers is heard, whatever else is on the line`(mode: String) throws {
      do {
        var runner = try start(mode)
        #expect(
          runner.description
            == KernelDescription(
              name: "agent", lacks: [.clans, .tasks, .limits], greatestTasks: 8, greatestThreads: 8,
              greatestPages: 8, faultTicks: [1, 4]))
        for _ in 0..<3 { #expect(runner.run(.small) == Self.answers) }
      }
      #expect(try children(named: kernels.name).isEmpty)
    }

    @Test func `one that lives on is run to its end`() throws {
      try withEnoughTime { unit in
        var patience = Patience.short(unit: unit)
        patience.program = .seconds(120)
        var runner = try start("heartbeats", unit: unit, patience)
        let transcript = runner.run(.small)
        return transcript == Self.answers ? nil : "\(transcript)"
      }
      #expect(try children(named: kernels.name).isEmpty)
    }

    @Test func `the line can be a socket, of which no file stays`() throws {
      let before = try temporaryFiles()
      do {
        let connection = try Connection("serial:\(program) honest {socket}")
        var runner = try connection.makeRunner(patience: .long)
        for _ in 0..<3 { #expect(runner.run(.small) == Self.answers) }
        #expect(try temporaryFiles() == before)
      }
      #expect(throws: ConnectionError.self) {
        try Connection("serial:/bin/true {socket}").makeRunner(patience: .long)
      }
      #expect(try temporaryFiles() == before)
      #expect(try children(named: kernels.name).isEmpty)
    }

    @Test func `a program that the agent has no room for is refused`() throws {
      var runner = try start("small")
      #expect(runner.run(.small).failure?.kind == .refused)
    }

    private func temporaryFiles() throws -> [String] {
      try FileManager.default.contentsOfDirectory(atPath: NSTemporaryDirectory())
        .filter { $0.hasPrefix("l4-") && $0.count == "l4-XXXXXX".count }.sorted()
    }
  }
}
