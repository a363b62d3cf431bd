import AddressSpaces
import Connectors
import Foundation
import KernelPrograms
import Microkernel
import Testing
import Vocabulary

extension ConnectorsTests {
  /// Kernels in shared libraries.
  @Suite(.serialized) struct LibraryTests {
    private let kernels: Kernels

    init() throws { kernels = try Kernels() }

    private func start(_ path: String) throws -> any ProgramRunner {
      try Connection("lib:\(path)").makeRunner(patience: .short, host: .init([Kernels.host]))
    }

    private func library(_ mode: String, _ definitions: [String] = []) throws -> String {
      try kernels.compile(
        "lib.so", ["Tests/Kernels/library.c"], ["MODE=\"\(mode)\""] + definitions, shared: true)
    }

    typealias Case = (mode: String, kind: Transcript.Failure.Kind, says: String)
    static let cases: [Case] = [
      ("crash", .crashed, "signal 11"), ("exit", .crashed, "exit status 0"),
      ("hang", .hung, "no answer"), ("flood", .hung, "the last that it said"),
      ("late", .late, "it has 1 s"),
      ("broken", .audit, "a ring no more"), ("bad result", .garbled, "7 is no result"),
      ("unending message", .refused, "xxx"), ("too many", .garbled, "return_count is 200"),
      ("bad id", .garbled, "99 is no kind of id"), ("forged", .forged, "thread 99"),
    ]

    @Test(arguments: cases.indices)
    func `what it does is told, and it is loaded again`(index: Int) throws {
      let (mode, kind, says) = Self.cases[index]
      let path = try library(mode)
      do {
        var runner = try start(path)
        for _ in 0..<2 {
          let transcript = runner.run(KernelProgram.small)
          #expect(transcript.failure?.kind == kind, "\(mode): \(transcript)")
          #expect(transcript.failure?.detail.contains(says) == true, "\(mode): \(transcript)")
          #expect(transcript.observations.count == 1)
        }
      }
      #expect(try processes(running: path).isEmpty)
      #expect(try children(named: "l4-host").isEmpty)
    }

    @Test(arguments: [
      ("old version", [], "version 0 of the header"), ("no kernel", [], "l4c_open gives no kernel"),
      ("honest", ["NO_CLOSE"], "no function l4c_close"), ("crash at load", [], "signal 6"),
    ])
    func `a library that cannot be used is told of`(
      mode: String, definitions: [String], says: String
    ) throws {
      let path = try library(mode, definitions)
      let error = #expect(throws: ConnectionError.self) { try start(path) }
      #expect(error?.description.contains(says) == true, "\(String(describing: error))")
      #expect(try children(named: "l4-host").isEmpty)
    }

    @Test func `what is no library is told of`() throws {
      let path = try kernels.write("no library", as: "kernel.so")
      let error = #expect(throws: ConnectionError.self) { try start(path) }
      #expect(error?.description.contains("no shared library") == true)
    }

    @Test func `what a kernel prints is not taken for an answer`() throws {
      var runner = try start(try library("prints"))
      let transcript = runner.run(.small)
      #expect(transcript == Transcript(Array(repeating: .skipped, count: 4)))
    }

    /// The example does what its specification says, as far as it goes.
    @Test func `the example of a kernel in C has rendezvous`() throws {
      let path = try kernels.compile("rendezvous.so", ["Examples/rendezvous.c"], shared: true)
      var runner = try start(path)
      #expect(runner.description.name == "rendezvous")
      #expect(runner.description.lacks.contains(.clans))
      let stage = KernelProgram.small.stage
      func operation(_ text: String) throws -> KernelOperation {
        try KernelOperation(parsing: text, in: stage.population)
      }
      let program = KernelProgram(
        stage,
        try [
          "t1.0 send t0.0 now", "t1.0 call t0.0 word 1 and receive within 2 ticks",
          "t1.0 send t0.0", "t0.0 wait", "tick", "tick", "t0.0 receive t1.0 now",
          "t1.0 send t1.0", "t1.0 reads p0",
        ].map(operation))
      let transcript = runner.run(program)
      #expect(
        transcript.observations == [
          Observation(returns: [Return(thread: 1, code: 0x30)]), Observation(), .skipped,
          Observation(returns: [Return(thread: 0, code: 0, source: .thread(1), word: true)]),
          Observation(), Observation(returns: [Return(thread: 1, code: 0x20)]),
          Observation(returns: [Return(thread: 0, code: 0x20)]),
          Observation(returns: [Return(thread: 1, code: 0x10)]),
        ])
      #expect(transcript.failure?.kind == .refused)
      // It is not started again for a refusal, and boots for every program.
      #expect(runner.run(program) == transcript)
    }
  }
}
