import Evidence
import KernelConformance
import KernelPrograms
import Microkernel
import Testing
import Vocabulary

/// Kernels that lie, or do not answer at all, and what a campaign makes of them.
struct CampaignTests {
  private func options(_ programs: Int) -> KernelCampaign<SpecificationRunner>.Options {
    var options = KernelCampaign<SpecificationRunner>.Options()
    options.programs = programs
    options.findingLimit = 3
    return options
  }

  @Test(arguments: Lie.all)
  func everyLieIsFoundOutAndMadeShort(lie: Lie) {
    var options = options(40 * Effort.factor)
    options.findingLimit = Effort.factor
    let report = KernelCampaign(options: options) { _ in
      SpecificationRunner(lie: lie, isUsual: true)
    }.run()
    #expect(report.verdict == .deviates)
    #expect(report.findings.allSatisfy { $0.isReproducible && $0.shrunkLength <= 6 })
    #expect(report.findings.allSatisfy { $0.lines.contains { $0.contains("allowed") } })
  }

  /// A deviation is at the step where the lie was told, not later.
  @Test(arguments: [Lie.damage, .source, .flag("d"), .code(0x30, instead: 0x10)])
  func rejectionsComeAtTheRightStep(lie: Lie) throws {
    let source = KernelProgramSource(seed: 5)
    var honest = SpecificationRunner(isUsual: true)
    var liar = SpecificationRunner(lie: lie, isUsual: true)
    var judge = Judge()
    var found = 0
    for number in 0..<20 * Effort.factor {
      let program = source.program(number)
      let (right, wrong) = (honest.run(program), liar.run(program))
      let setup = program.stage.setup.count
      let first = zip(right.observations, wrong.observations).enumerated().first { $1.0 != $1.1 }
      guard case .deviates(let deviation) = judge.judge(program, wrong) else {
        #expect(first == nil)
        continue
      }
      found += 1
      let step = try #require(first).offset - setup + 1
      #expect(deviation.step == step)
    }
    #expect(found > 5)
  }

  @Test func resultsDoNotDependOnWorkers() {
    func run(_ workers: Int) -> KernelReport {
      var options = options(60 * Effort.factor)
      options.workers = workers
      var report = KernelCampaign(options: options) { _ in
        SpecificationRunner(lie: .word, isUsual: true)
      }.run()
      report.seconds = 0
      return report
    }
    #expect(run(1) == run(2))
  }

  /// A kernel that crashes is asked for a while, and then not any more.
  @Test func failuresAreFindings() {
    struct Broken: ProgramRunner {
      let description = KernelDescription(name: "broken")
      mutating func run(_ program: KernelProgram) -> Transcript {
        Transcript([], failure: .init(.crashed, "signal 11"))
      }
    }
    var options = KernelCampaign<Broken>.Options()
    options.programs = 500
    options.failureLimit = 20
    let report = KernelCampaign(options: options) { _ in Broken() }.run()
    #expect(report.verdict == .deviates)
    #expect(report.findings.allSatisfy { $0.failure == "crashed" })
    #expect(report.stopped != nil)
    #expect(report.failed < 60)
  }

  /// Failures that are declared are no reason to stop.
  @Test func `declared failures do not end a campaign`() throws {
    struct Broken: ProgramRunner {
      let description = KernelDescription(name: "broken")
      mutating func run(_ program: KernelProgram) -> Transcript {
        Transcript([], failure: .init(.garbled, "no answer"))
      }
    }
    func report(_ failure: String) throws -> KernelReport {
      var options = KernelCampaign<Broken>.Options()
      options.programs = 100
      options.failureLimit = 20
      options.known = try KnownDeviations(
        parsing: "- { failure: \(failure), reason: it does }\n", file: "known.yaml")
      return KernelCampaign(options: options) { _ in Broken() }.run()
    }
    let stopped = try report("crashed")
    #expect(stopped.stopped == "the kernel failed to answer programs: 20 garbled")
    #expect(stopped.next == 20)
    let whole = try report("garbled")
    #expect(whole.stopped == nil && whole.failed == 100)
  }

  /// A campaign that was stopped goes on with the first program that was not run.
  @Test func `no program is left out between two campaigns`() {
    struct Wrong: ProgramRunner {
      var specification = SpecificationRunner(isUsual: true)
      var description: KernelDescription { specification.description }
      var number = 0
      mutating func run(_ program: KernelProgram) -> Transcript {
        number += 1
        var transcript = specification.run(program)
        if number == 4 { transcript.failure = .init(.garbled, "no answer") }
        return transcript
      }
    }
    var options = KernelCampaign<Wrong>.Options()
    options.programs = 40
    options.deviationLimit = 1
    options.shrinkBudget = 0
    let report = KernelCampaign(options: options) { _ in Wrong() }.run()
    #expect(report.stopped == "a program deviates")
    #expect(report.next == 4)
  }

  /// A boot that leaves something of the program before is found out as such.
  @Test func `a kernel whose boot leaves something`() {
    struct Leaving: ProgramRunner {
      var specification = SpecificationRunner(isUsual: true)
      var description: KernelDescription { specification.description }
      var last: KernelOperation.Kind?
      mutating func run(_ program: KernelProgram) -> Transcript {
        defer { last = program.operations.last?.kind }
        var transcript = specification.run(program)
        guard last == .unmap else { return transcript }
        transcript.observations = Array(transcript.observations.prefix(program.stage.setup.count))
        transcript.failure = .init(.garbled, "no answer")
        return transcript
      }
    }
    var options = KernelCampaign<Leaving>.Options()
    options.programs = 200
    options.failureLimit = 1000
    let report = KernelCampaign(options: options) { _ in Leaving() }.run()
    #expect(!report.findings.isEmpty)
    for finding in report.findings {
      #expect(!finding.isReproducible && finding.predecessor != nil, "\(finding.text)")
      #expect(finding.shrunkLength == 1)
    }
    #expect(report.text.contains("only behind another program (random, seed 1, program "))
  }

  /// What is new does not become what is declared while it is made shorter.
  @Test func `a new deviation stays one`() throws {
    struct Two: ProgramRunner {
      var specification = SpecificationRunner(isUsual: true)
      var description: KernelDescription { specification.description }
      mutating func run(_ program: KernelProgram) -> Transcript {
        let all = program.stage.setup + program.operations
        // Sending is wrong always, and known; a tick behind three of them too, in the same way.
        let isNew = program.operations.count { $0.kind == .tick } >= 2
        let kind: KernelOperation.Kind = isNew ? .tick : .send
        guard let step = all.lastIndex(where: { $0.kind == kind }),
          step >= program.stage.setup.count
        else { return specification.run(program) }
        var transcript = specification.run(program)
        transcript.observations = Array(transcript.observations.prefix(step))
        transcript.failure = .init(.garbled, "no answer")
        return transcript
      }
    }
    var options = KernelCampaign<Two>.Options()
    options.programs = 60
    options.failureLimit = 1000
    let known = try KnownDeviations(
      parsing: "- { deviation: \"send: garbled\", reason: it does }\n", file: "known.yaml")
    options.known = known
    var report = KernelCampaign(options: options) { _ in Two() }.run()
    report.declare(known)
    #expect(report.findings.contains { $0.group == "tick: garbled" && $0.reason == nil })
    #expect(report.findings.contains { $0.group == "send: garbled" && $0.reason != nil })
    #expect(report.verdict == .deviates)
  }

  /// Answers that are no answers are deviations, and nothing that the kit falls over.
  @Test func garbageIsSurvived() {
    struct Garbage: ProgramRunner {
      let description = KernelDescription(name: "garbage")
      var number = 0
      mutating func run(_ program: KernelProgram) -> Transcript {
        number += 1
        let odd = Observation(
          returns: [
            Return(thread: -3, code: 0xFF, source: .unknown(7)), Return(thread: 999, code: 3),
            Return(thread: 1, code: 0, source: .thread(-5), destination: .former(77)),
          ],
          accesses: [Access(thread: 40, frame: -9), Access(thread: -1, frame: 1000)],
          reply: .created(true), running: .thread(-1),
          memory: Array(repeating: Holding(frame: 99, isWritable: true), count: number % 70))
        let total = program.stage.setup.count + program.operations.count
        return Transcript(Array(repeating: odd, count: number % 3 == 0 ? total : total * 2))
      }
    }
    var options = KernelCampaign<Garbage>.Options()
    options.programs = 40
    let report = KernelCampaign(options: options) { _ in Garbage() }.run()
    #expect(report.failed == 40)
    #expect(!report.text.isEmpty)
  }

  @Test func timeIsKept() {
    var options = options(1_000_000)
    options.limit = .milliseconds(300)
    let report = KernelCampaign(options: options) { _ in SpecificationRunner() }.run()
    #expect(report.verdict == .incomplete)
    #expect(report.seconds < 10)
  }

  /// What is stopped says where it goes on, and goes on there.
  @Test func stoppedCampaignsGoOn() {
    func run(_ change: (inout KernelCampaign<SpecificationRunner>.Options) -> Void) -> KernelReport
    {
      var options = options(40)
      change(&options)
      return KernelCampaign(options: options) { _ in
        SpecificationRunner(lie: .word, isUsual: true)
      }.run()
    }
    let stop = StopRequest()
    stop.make()
    let stopped = run {
      $0.stop = stop
      $0.programs = .max
      $0.first = 8
    }
    #expect(stopped.verdict == .incomplete && stopped.next == 8)
    #expect(stopped.stopped == "interrupted after 0 programs")
    let whole = run { $0.programs = 40 }
    let rest = run {
      $0.programs = 32
      $0.first = 8
    }
    let start = run { $0.programs = 8 }
    #expect(whole.next == nil && whole.failed == start.failed + rest.failed)
    #expect(whole.steps == start.steps + rest.steps)
  }

  /// Random programs count the paths that they take, where that is asked for.
  @Test func pathsOfRandomProgramsAreCounted() {
    func paths(_ counts: Bool) -> Int? {
      var options = options(30)
      options.countsPaths = counts
      let report = KernelCampaign(options: options) { _ in
        SpecificationRunner(isUsual: true)
      }.run()
      return report.coverage.first { $0.name == "paths through the rules" }?.reached
    }
    #expect(paths(false) == nil)
    #expect((paths(true) ?? 0) > 50)
  }

  /// What no program came to is told in order, and is no less than what was not reached.
  @Test func whatIsNotReachedIsTold() {
    let report = KernelCampaign(options: options(30)) { _ in
      SpecificationRunner(isUsual: true)
    }.run()
    let classes = report.coverage.first { $0.name == "transition classes" }
    #expect(classes?.known == (classes?.reached ?? 0) + report.unreached.count)
    #expect(report.unreached.count > 200)
    #expect(Set(report.unreached).count == report.unreached.count)
  }
}

/// How much is tried: less in builds for debugging, which are many times slower.
enum Effort {
  #if DEBUG
    static let factor = 1
  #else
    static let factor = 3
  #endif
}
