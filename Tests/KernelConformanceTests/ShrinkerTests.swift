import IPC
import KernelConformance
import KernelPrograms
import Microkernel
import Testing
import Vocabulary

/// What is left of programs that a kernel crashes in, where leaving out one thing alone never helps.
struct ShrinkerTests {
  /// Does what the specification says, but crashes in the last operation of some programs, or in one
  /// of the setup.
  struct Fragile: ProgramRunner {
    var specification = SpecificationRunner(isUsual: true)
    var isFatal: @Sendable (KernelProgram) -> Bool
    var isFatalInSetup: @Sendable (KernelOperation) -> Bool = { _ in false }
    var description: KernelDescription { specification.description }

    mutating func run(_ program: KernelProgram) -> Transcript {
      var transcript = specification.run(program)
      let all = program.stage.setup + program.operations
      let early = all.firstIndex(where: isFatalInSetup)
      guard let last = early ?? (isFatal(program) ? all.count - 1 : nil) else { return transcript }
      transcript.observations = Array(transcript.observations.prefix(last))
      transcript.failure = .init(.crashed, "signal 11")
      return transcript
    }
  }

  private let one = Stages.rendezvous.population.threads(of: Task(2))[0]
  private let other = Stages.rendezvous.population.threads(of: Task(3))[0]

  private func shrunk(_ runner: Fragile, _ operations: [KernelOperation]) throws -> KernelProgram {
    var runner = runner
    var judge = Judge()
    let program = KernelProgram(Stages.rendezvous, operations)
    guard case .deviates(let deviation) = judge.judge(program, runner.run(program)) else {
      throw Failure()
    }
    var shrinker = KernelShrinker<Fragile>(program, deviation)
    #expect(shrinker.shrink(&runner, &judge))
    return shrinker.program
  }

  private struct Failure: Error {}

  private func count(_ kind: KernelOperation.Kind, _ program: KernelProgram) -> Int {
    program.operations.count { $0.kind == kind }
  }

  @Test func twoOperationsGoWhereNeitherCanGoAlone() throws {
    let ask = KernelOperation.idNearest(.nobody, by: one)
    let end = KernelOperation.threadSwitch(nil, by: one)
    let left = try shrunk(
      Fragile { count(.tick, $0) == count(.idNearest, $0) && count(.threadSwitch, $0) == 1 },
      [.tick, .tick, .tick, ask, ask, ask, end])
    #expect(left.operations == [end])
  }

  @Test func oneThreadDoesWhatTwoDid() throws {
    let left = try shrunk(
      Fragile { count(.idNearest, $0) == 2 },
      [.idNearest(.nobody, by: one), .tick, .idNearest(.nobody, by: other)])
    #expect(left.operations == Array(repeating: .idNearest(.nobody, by: one), count: 2))
  }

  @Test func timeoutsBecomeShorterWithTheirTicks() throws {
    let wait = KernelOperation.ipc(
      .init(one, .nobody, receive: .init(isOpen: true, timeout: .ticks(5))))
    let left = try shrunk(
      Fragile { program in
        guard case .ipc(let call) = program.operations.first else { return false }
        return call.receive?.timeout == .ticks(UInt8(count(.tick, program)))
      }, [wait] + Array(repeating: .tick, count: 5))
    #expect(left.operations.count == 2)
  }

  @Test func aSimplerOperationDoesWithoutAnother() throws {
    func wait(_ window: KernelOperation.Window) -> KernelOperation {
      .ipc(.init(one, .nobody, receive: .init(isOpen: true, window: window)))
    }
    let left = try shrunk(
      Fragile { program in
        guard case .ipc(let call) = program.operations.last else { return false }
        return (call.receive?.window == .all) == (count(.idNearest, program) == 1)
      }, [.idNearest(.nobody, by: one), wait(.all)])
    #expect(left.operations == [wait(.none)])
  }

  /// That a stage cannot even be set up is no program without operations.
  @Test func aSetupIsMadeShorterToo() throws {
    @Sendable func isFatal(_ operation: KernelOperation) -> Bool {
      if case .exRegs(let thread, _, _, _, _) = operation { return thread != other }
      return false
    }
    let left = try shrunk(Fragile(isFatal: { _ in false }, isFatalInSetup: isFatal), [.tick])
    #expect(left.stage.setup.isEmpty)
    #expect(left.operations.count == 1 && isFatal(left.operations[0]))
    let file = try KernelProgramFile(parsing: KernelProgramFile(left).text)
    #expect(file.program == left)
  }

  /// A kernel that hangs takes its time for every program: then a program stays as it is.
  @Test func timeIsKept() throws {
    var runner = Fragile { _ in true }
    var judge = Judge()
    let program = KernelProgram(Stages.rendezvous, [.tick, .tick, .tick])
    guard case .deviates(let deviation) = judge.judge(program, runner.run(program)) else {
      throw Failure()
    }
    var shrinker = KernelShrinker<Fragile>(program, deviation, until: .now + .seconds(-1))
    #expect(shrinker.shrink(&runner, &judge), "once it is tried")
    #expect(shrinker.program.operations == Array(program.operations.prefix(deviation.step)))
  }
}
