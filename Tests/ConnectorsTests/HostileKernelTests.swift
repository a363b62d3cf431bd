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
      program = try kernels.compile(kernels.name, ["Tests/Kernels/hostile.c"])
    }

    private func start(_ mode: String) throws(ConnectionError) -> any ProgramRunner {
      try Connection("json:\(program) '\(mode)'").makeRunner(patience: .short)
    }

    typealias Case = (mode: String, kind: Transcript.Failure.Kind, says: String)
    static let cases: [Case] = [
      ("hang", .hung, "the kernel has booted"), ("spin", .hung, "no answer"),
      ("hang with child", .hung, "no answer"), ("ignore signals", .hung, "no answer"),
      ("heartbeats for ever", .hung, "heartbeats"), ("flood of errors", .hung, "oh no"),
      ("never reads", .hung, "no answer"),
      ("crash", .crashed, "signal 11 (Segmentation fault); the last that it said: kernel panic"),
      ("exit", .crashed, "exit status 3"), ("exit leaving a child", .crashed, "exit status 4"),
      ("close", .crashed, "closed its output"), ("begins anew", .crashed, "began anew"),
      ("flood", .flooded, "line"), ("flood of lines", .flooded, "without end"),
      ("flood of answers", .flooded, "without end"),
      ("flood of heartbeats", .flooded, "heartbeats"),
      ("late", .late, "it has 1 s"),
      ("not JSON", .garbled, "it is not JSON"), ("binary", .garbled, "not"),
      ("unknown field", .garbled, "skiped"), ("wrong type", .garbled, "\"thread\""),
      ("bad code", .garbled, "0x5"), ("wrong step", .garbled, "step 2"),
      ("twice", .garbled, "step 0"), ("wrong program", .garbled, "program 2"),
      ("done too early", .garbled, "1 of 4"),
      ("other thread", .forged, "thread 77"), ("no call", .forged, "thread 0"),
      ("duplicate", .forged, "two calls"), ("forged source", .forged, "thread 99"),
      ("forged frame", .forged, "frame 200"),
      ("gives up", .refused, "no more tasks"), ("broken", .audit, "in no queue"),
    ]

    @Test(arguments: cases.indices)
    func `what it does is told, and it is started again`(index: Int) throws {
      let (mode, kind, says) = Self.cases[index]
      let begin = ContinuousClock.now
      do {
        var runner = try start(mode)
        for _ in 0..<2 {
          let transcript = runner.run(.small)
          #expect(transcript.failure?.kind == kind, "\(mode): \(transcript)")
          #expect(transcript.failure?.detail.contains(says) == true, "\(mode): \(transcript)")
          let answered = ["late", "wrong program", "never reads"].contains(mode) ? 0 : 1
          #expect(
            transcript.observations.count == (mode == "flood of answers" ? 2 : answered),
            "\(mode): \(transcript)")
        }
      }
      #expect(begin.duration(to: .now) < .seconds(20))
      #expect(try processes(running: program).isEmpty)
      #expect(try children(named: kernels.name).isEmpty)
    }

    @Test(arguments: [
      ("mute", "did not say hello in 4 s"), ("exit at once", "exit status 9"),
      ("garbage at once", "it is not JSON"), ("old version", "version 0 of the protocol"),
    ])
    func `a kernel that does not begin is none`(mode: String, says: String) throws {
      let error = #expect(throws: ConnectionError.self) { try start(mode) }
      #expect(error?.description.contains(says) == true, "\(String(describing: error))")
      #expect(try children(named: kernels.name).isEmpty)
    }

    @Test(arguments: ["honest", "heartbeats"])
    func `one that only lives on is run to its end`(mode: String) throws {
      do {
        var runner = try start(mode)
        for _ in 0..<3 {
          let transcript = runner.run(.small)
          #expect(transcript == Transcript(Array(repeating: .skipped, count: 4)))
        }
      }
      #expect(try children(named: kernels.name).isEmpty)
    }

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
