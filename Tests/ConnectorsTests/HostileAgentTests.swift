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
      program = try kernels.compile(
        kernels.name, ["Tests/Kernels/agent.c", "Agent/frame.c", "Agent/wire.c"])
    }

    private func start(_ mode: String) throws(ConnectionError) -> any ProgramRunner {
      try Connection("serial:\(program) '\(mode)'").makeRunner(patience: .short)
    }

    typealias Case = (mode: String, kind: Transcript.Failure.Kind, says: String)
    static let cases: [Case] = [
      ("hang", .hung, "no answer"), ("heartbeats for ever", .hung, "heartbeats"),
      ("crash", .crashed, "signal 6"), ("exit", .crashed, "exit status 5"),
      ("boots again", .crashed, "began anew"), ("debugger", .crashed, "jdb:"),
      ("late", .late, "it has 1 s"),
      ("text", .garbled, "not the agent is heard: kernel: cannot go on"),
      ("bad frame", .garbled, "0x99"), ("lost", .garbled, "follows frame"),
      ("damaged", .garbled, "damaged"), ("other program", .garbled, "program 2"),
      ("flood", .flooded, "bytes about one program"),
      ("flood of heartbeats", .flooded, "heartbeat"),
      ("forged", .forged, "thread 99"), ("broken", .audit, "in two queues"),
    ]

    @Test(arguments: cases.indices)
    func `what it does is told, and it is booted again`(index: Int) throws {
      let (mode, kind, says) = Self.cases[index]
      let begin = ContinuousClock.now
      do {
        var runner = try start(mode)
        for _ in 0..<2 {
          let transcript = runner.run(.small)
          #expect(transcript.failure?.kind == kind, "\(mode): \(transcript)")
          #expect(transcript.failure?.detail.contains(says) == true, "\(mode): \(transcript)")
          #expect(transcript.observations.count == (mode == "other program" ? 0 : 1))
        }
      }
      #expect(begin.duration(to: .now) < .seconds(20))
      #expect(try processes(running: program).isEmpty)
      #expect(try children(named: kernels.name).isEmpty)
    }

    @Test(arguments: [
      ("mute", "nothing in 4 s; the last that was heard: Memory"),
      ("debugger at once", "the last that was heard: jdb:"),
      ("old version", "version 0 of the protocol"),
    ])
    func `an agent that does not begin is none`(mode: String, says: String) throws {
      let error = #expect(throws: ConnectionError.self) { try start(mode) }
      #expect(error?.description.contains(says) == true, "\(String(describing: error))")
      #expect(try children(named: kernels.name).isEmpty)
    }

    static let answers = Transcript([
      Observation(returns: [Return(thread: 1, code: 0)]),
      Observation(returns: [Return(thread: 1, code: 0x10)]), .skipped, .skipped,
    ])

    @Test(arguments: ["honest", "heartbeats", "console", "asks again"])
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

    @Test func `the line can be a socket, of which no file stays`() throws {
      let before = try temporaryFiles()
      do {
        let connection = try Connection("serial:\(program) honest {socket}")
        var runner = try connection.makeRunner(patience: .short)
        for _ in 0..<3 { #expect(runner.run(.small) == Self.answers) }
        #expect(try temporaryFiles() == before)
      }
      #expect(throws: ConnectionError.self) {
        try Connection("serial:/bin/true {socket}").makeRunner(patience: .short)
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
