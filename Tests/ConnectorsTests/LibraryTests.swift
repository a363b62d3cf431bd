import AddressSpaces
import Connectors
import Foundation
import KernelPrograms
import Microkernel
import Testing
import Vocabulary

extension ConnectorsTests {
  /// Kernels in shared libraries.
  @Suite struct LibraryTests {
    private let kernels: Kernels
    /// The program that loads libraries, under a name that no other test has.
    private let host: String

    init() throws {
      kernels = try Kernels()
      host = try kernels.link(.success(Kernels.host), as: kernels.name)
    }

    private func start(
      _ path: String, _ patience: Patience = .long
    ) throws -> any ProgramRunner {
      try Connection("lib:\(path)").makeRunner(patience: patience, host: .init([host]))
    }

    private func library(_ mode: String, unit: Duration = .milliseconds(100)) throws -> String {
      try kernels.link(Kernels.library, as: "\(mode)@\(unit.milliseconds).so")
    }

    typealias Case = (mode: String, kind: Transcript.Failure.Kind, says: String)

    /// What is seen when it comes.
    static let cases: [Case] = [
      ("crash", .crashed, "signal 11"), ("exit", .crashed, "exit status 0"),
      ("broken", .audit, "a ring no more"), ("bad result", .garbled, "7 is no result"),
      ("unending message", .refused, "xxx"), ("too many", .garbled, "return_count is 200"),
      ("bad id", .garbled, "99 is no kind of id"), ("forged", .forged, "thread 99"),
      ("write everywhere", .garbled, "oh no"),
    ]

    @Test(arguments: cases.indices)
    func `what it does is told, and it is loaded again`(index: Int) throws {
      let (mode, kind, says) = Self.cases[index]
      let path = try library(mode)
      do {
        var runner = try start(path)
        for _ in 0..<2 {
          let wrong = defect(of: runner.run(.small), kind, saying: says, after: 1)
          #expect(wrong == nil, "\(mode)")
        }
      }
      #expect(try processes(running: path).isEmpty)
      #expect(try children(named: kernels.name).isEmpty)
    }

    /// What is seen by the time that it takes.
    static let slowCases: [Case] = [
      ("hang", .hung, "no answer"), ("flood", .hung, "the last that it said"),
      ("late", .late, "s; it has"), ("close", .crashed, "closed its output"),
    ]

    @Test(arguments: slowCases.indices)
    func `what it does is told by the clock, and it is loaded again`(index: Int) throws {
      let (mode, kind, says) = Self.slowCases[index]
      try withEnoughTime { unit in
        var patience = Patience.short(unit: unit)
        if kind == .late { patience.grace = .seconds(120) }
        let path = try library(mode, unit: unit)
        var runner = try start(path, patience)
        for _ in 0..<2 {
          if let wrong = defect(of: runner.run(.small), kind, saying: says, after: 1) {
            return "\(mode): \(wrong)"
          }
        }
        return nil
      }
      #expect(try processes(running: kernels.folder.path).isEmpty)
      #expect(try children(named: kernels.name).isEmpty)
    }

    @Test(arguments: [
      ("old version", "version 0 of the header"), ("no kernel", "l4c_open gives no kernel"),
      ("crash at load", "signal 6"),
    ])
    func `a library that cannot be used is told of`(mode: String, says: String) throws {
      let path = try library(mode)
      let error = #expect(throws: ConnectionError.self) { try start(path) }
      #expect(error?.description.contains(says) == true, "\(String(describing: error))")
      #expect(try children(named: kernels.name).isEmpty)
    }

    @Test func `a library without one of the functions is told of`() throws {
      let path = try Kernels.compile(
        "no-close.so", ["Tests/Kernels/library.c"], ["NO_CLOSE"], shared: true)
      let error = #expect(throws: ConnectionError.self) { try start(path) }
      #expect(error?.description.contains("no function l4c_close") == true)
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
      let path = try Kernels.compile("rendezvous.so", ["Examples/rendezvous.c"], shared: true)
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
