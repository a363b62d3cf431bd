import AddressSpaces
import KernelConformance
import KernelPrograms
import Microkernel
import Testing
import Vocabulary

/// The oracle against the specification itself, and against what is known of single steps.
struct OracleTests {
  @Test(arguments: [true, false])
  func specificationIsNeverRejected(isUsual: Bool) {
    let source = KernelProgramSource(seed: 7)
    var runner = SpecificationRunner(isUsual: isUsual)
    var judge = Judge()
    for number in 0..<60 * Effort.factor * Effort.factor {
      let program = source.program(number)
      let verdict = judge.judge(program, runner.run(program))
      #expect(verdict == .passed || verdict == .void, "program \(number): \(verdict)")
    }
    #expect(judge.coverage.transitions.count > 120)
  }

  @Test(arguments: KernelProfile.named.map(\.name))
  func everyProfileExplainsItself(name: String) throws {
    let profile = try KernelProfile(parsing: name)
    let report = KernelCampaign(profile: profile, options: Self.few) { _ in
      SpecificationRunner(profile: profile, named: name)
    }.run()
    #expect(report.verdict == .holdsBounded, "\(report.text)")
  }

  private static let few: KernelCampaign<SpecificationRunner>.Options = {
    var options = KernelCampaign<SpecificationRunner>.Options()
    options.programs = 20 * Effort.factor
    return options
  }()

  /// An option of a profile is something that can be seen.
  @Test(arguments: ["hazelnut", "fiasco", "x0", "v2,overmapping=replaces", "v2,self-mapping=cut"])
  func otherProfilesAreFoundOut(text: String) throws {
    let profile = try KernelProfile(parsing: text)
    var options = Self.few
    options.programs = 400 * Effort.factor
    options.findingLimit = 1
    let report = KernelCampaign(options: options) { _ in
      SpecificationRunner(profile: profile, named: text, isUsual: true)
    }.run()
    #expect(report.failed > 0)
  }

  // MARK: Single steps

  private func operations(_ stage: Stage, _ texts: [String]) throws -> [KernelOperation] {
    try texts.map { try KernelOperation(parsing: $0, in: stage.population) }
  }

  /// An oracle after the setup of a stage and some operations, as most kernels do them.
  private func oracle(_ stage: Stage, after texts: [String] = []) throws -> KernelOracle {
    var oracle = KernelOracle(stage)
    let program = KernelProgram(stage, try operations(stage, texts))
    var runner = SpecificationRunner(isUsual: true)
    let observations = runner.run(program).observations
    for (operation, seen) in zip(stage.setup + program.operations, observations) {
      #expect(oracle.step(operation, seen) == nil, "\(operation.text(in: stage.population))")
    }
    return oracle
  }

  private func step(
    _ oracle: inout KernelOracle, _ text: String, _ seen: Observation
  ) throws -> Rejection? {
    oracle.step(try KernelOperation(parsing: text, in: oracle.stage.population), seen)
  }

  /// SC12, U17: the processor goes on with the message, or stays.
  @Test func processorMayGoEitherWay() throws {
    let stage = Stages.scheduling
    let runner = try oracle(stage)
    let operation = try KernelOperation(parsing: "t2.1 wait", in: stage.population)
    let allowed = runner.allowed(operation)
    #expect(allowed.map(\.running) == [.thread(1)])
    var oracle = try oracle(stage, after: ["t2.1 wait"])
    let send = try KernelOperation(parsing: "t1.0 send t2.1", in: stage.population)
    #expect(Set(oracle.allowed(send).compactMap(\.running)) == [.thread(3)])
    // sigma0 waits, with the priority of root: either may go on.
    oracle = try self.oracle(stage, after: ["t2.1 wait"])
    let plain = try KernelOperation(parsing: "t1.0 send t0.0", in: stage.population)
    #expect(Set(oracle.allowed(plain).compactMap(\.running)) == [.thread(0), .thread(1)])
    for running in [0, 1] {
      var copy = oracle
      var seen = try #require(oracle.allowed(plain).first)
      seen.running = .thread(running)
      #expect(copy.step(plain, seen) == nil)
      seen.running = .thread(4)
      var other = oracle
      #expect(other.step(plain, seen)?.differences == [.running])
    }
  }

  /// IPC-36: a timeout passes once its time has come, at the latest before the next tick.
  @Test func timeoutsPassInTheirTime() throws {
    let stage = Stages.rendezvous
    let base = try oracle(stage, after: ["t2.0 wait within 2 ticks"])
    let over = Observation(returns: [Return(thread: 2, code: 0x20)])
    var early = base
    #expect(try step(&early, "tick", over) != nil)
    var prompt = base
    #expect(try step(&prompt, "tick", Observation()) == nil)
    var late = prompt
    #expect(try step(&prompt, "tick", over) == nil)
    #expect(try step(&late, "tick", Observation()) == nil)
    var tooLate = late
    #expect(try step(&late, "tick", over) == nil)
    #expect(try step(&tooLate, "tick", Observation()) != nil)
  }

  /// Between its time and the next tick a timeout may have passed, or not: a message then still comes.
  @Test func dueTimeoutsAreOpen() throws {
    let stage = Stages.rendezvous
    var oracle = try oracle(stage, after: ["t2.0 wait within 1 tick"])
    #expect(try step(&oracle, "tick", Observation()) == nil)
    #expect(oracle.count == 1)
    let send = try KernelOperation(parsing: "t3.0 send t2.0 now", in: stage.population)
    #expect(oracle.allowed(send).count > 1)
  }

  /// PF-5, T-AS8: a call whose header was missing begins when the pager has answered, with whom it
  /// named then.
  @Test func callsAreExecutedAgain() throws {
    let stage = Stages.strings
    let start = ["t1.0 wait", "t3.1 send t2.0 parts 1 header in page", "t2.0 wait buffer"]
    let answer = "t1.0 send t3.1 map p1 → p1 rw"
    var asked = try oracle(stage, after: start)
    let seen = try #require(
      asked.allowed(try KernelOperation(parsing: answer, in: stage.population)).last)
    #expect(seen.returns.map(\.thread) == [1, 2, 5])
    #expect(seen.returns.allSatisfy { $0.code == 0 })
    // Without the page it is missed again, and nobody is asked.
    let other = "t1.0 send t3.1"
    #expect(
      try step(&asked, other, Observation(returns: [Return(thread: 1, code: 0)])) == nil)
    var gone = try oracle(stage, after: start + ["t1.0 task_new task2 chief task1"])
    let late = gone.allowed(try KernelOperation(parsing: answer, in: stage.population))
    #expect(late.flatMap(\.returns).filter { $0.thread == 5 }.map(\.code) == [0x10])
    // It is not the answer to the call: that has not begun.
    let wrong = Observation(returns: [Return(thread: 1, code: 0), Return(thread: 5, code: 0)])
    #expect(try step(&gone, other, wrong) != nil)
  }

  /// I-SC2: who is blocked does nothing.
  @Test func blockedThreadsAreSkipped() throws {
    let stage = Stages.rendezvous
    let base = try oracle(stage, after: ["t2.0 wait"])
    var skips = base
    #expect(try step(&skips, "t2.0 send t3.0", .skipped) == nil)
    var acts = base
    #expect(try step(&acts, "t2.0 send t3.0", Observation())?.differences.first == .skipping)
    var idle = base
    #expect(try step(&idle, "t3.0 wait", .skipped)?.differences.first == .skipping)
  }

  /// PF-5: after the answer of the pager the instruction is executed again.
  @Test func accessesAreExecutedAgain() throws {
    let stage = Stages.paging
    let base = try oracle(stage, after: ["t2.0 wait", "t3.0 reads p1"])
    let answer = "t2.0 send t3.0 map p1 → p1 r-"
    let operation = try KernelOperation(parsing: answer, in: stage.population)
    let allowed = try #require(base.allowed(operation).first)
    #expect(base.allowed(operation).count == 1)
    #expect(allowed.accesses == [Access(thread: 4, frame: 1)])
    var silent = base
    #expect(try step(&silent, answer, Observation(returns: allowed.returns)) != nil)
    var wrong = base
    var seen = allowed
    seen.accesses = [Access(thread: 4, frame: 0)]
    #expect(wrong.step(operation, seen)?.differences == [.frame(thread: 4)])
  }

  /// EX6, EX7: other registers mean another instruction; without them the same one faults again.
  @Test func exRegsDropsAnAccessOnlyWithRegisters() throws {
    let stage = Stages.paging
    let start = ["t2.0 wait", "t3.0 reads p1"]
    let kept = try oracle(stage, after: start + ["t3.1 ex_regs t3.0"])
    let answer = "t2.0 send t3.0 map p1 → p1 r-"
    let operation = try KernelOperation(parsing: answer, in: stage.population)
    #expect(kept.allowed(operation).allSatisfy { $0.returns.isEmpty })
    let dropped = try oracle(stage, after: start + ["t3.1 ex_regs t3.0 registers 5"])
    let act = try KernelOperation(parsing: "t3.0 wait now", in: stage.population)
    #expect(dropped.allowed(act).map(\.isSkipped) == [false])
    #expect(kept.allowed(act).map(\.isSkipped) == [true])
  }

  /// IPC-46: without a message there is a code, and nothing else.
  @Test func withoutMessagesOnlyTheCodeCounts() throws {
    let stage = Stages.rendezvous
    var oracle = try oracle(stage)
    let odd = Return(thread: 2, code: 0x20, source: .unknown(99), isDeceived: true, word: true)
    #expect(try step(&oracle, "t2.0 wait now", Observation(returns: [odd])) == nil)
  }

  /// A kernel that is silent about memory and who runs is not wrong because of that.
  @Test func whatIsNotSeenMatches() throws {
    let source = KernelProgramSource(seed: 3)
    var runner = SpecificationRunner()
    var judge = Judge()
    for number in 0..<60 {
      let program = source.program(number)
      var transcript = runner.run(program)
      for index in transcript.observations.indices {
        transcript.observations[index].memory = nil
        transcript.observations[index].running = nil
      }
      let verdict = judge.judge(program, transcript)
      #expect(verdict == .passed || verdict == .void)
    }
  }

  /// A call that has an answer must show one.
  @Test func `an answer that is not given is a deviation`() throws {
    for call in [
      "id_nearest t3.0", "thread_schedule t2.0", "ex_regs t2.1", "task_new task3 chief task1",
    ] {
      var oracle = try oracle(Stages.rendezvous)
      let rejection = try step(&oracle, "t2.0 \(call)", Observation())
      #expect(rejection?.differences.contains(.reply) == true, "\(call)")
    }
  }

  /// Two faulting threads that are each other's pagers take each other's messages for answers.
  @Test func endlessStepsAreKnown() throws {
    let stage = Stage(
      name: "circle", population: Population(threadsOfTask: [1, 1, 1, 1]),
      shape: Shape(tasks: 4, pages: 1, frames: 1), slice: 255)
    let setup = [
      "t1.0 task_new task3 mcp 255 pager t1.0", "t1.0 task_new task2 mcp 255 pager t3.0",
      "t3.0 ex_regs t3.0 pager t2.0", "t3.0 wait", "t2.0 reads p0",
    ]
    let oracle = try oracle(stage, after: setup)
    let last = try KernelOperation(parsing: "t3.0 reads p0", in: stage.population)
    #expect(oracle.isEndless(last))
    let other = try KernelOperation(parsing: "t1.0 send t3.0 now", in: stage.population)
    #expect(!oracle.isEndless(other))
  }
}
