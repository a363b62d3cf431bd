import KernelConformance
import KernelPrograms
import Microkernel
import Testing
import Vocabulary

/// What the programs are like.
struct CorpusTests {
  @Test func corpusCoversEverythingThatHasAName() {
    let corpus = KernelCorpus.made(.small)
    #expect(corpus.gaps == [])
    #expect(corpus.entries.allSatisfy { $0.program.operations.count <= 12 })
    #expect(corpus.transitions.count > 250)
    #expect(corpus.paths.count > 200)
  }

  /// Those that cover most come first.
  @Test func prefixCoversMost() {
    let corpus = KernelCorpus.made(.small)
    let count = corpus.entries.count
    let first = Set(corpus.prefix(count / 4).entries.flatMap(\.paths))
    #expect(first.count * 4 > corpus.paths.count * 3)
  }

  @Test func corpusPassesOnTheSpecification() {
    var options = KernelCampaign<SpecificationRunner>.Options()
    options.programs = 0
    options.corpus = KernelCorpus.made(.small).prefix(100 * Effort.factor)
    let report = KernelCampaign(options: options) { _ in SpecificationRunner(isUsual: true) }.run()
    #expect(report.verdict == .holdsBounded, "\(report.text)")
  }

  @Test func stagesAreSound() {
    for stage in Stages.all {
      #expect(stage.defect == nil, "\(stage.name)")
      var runner = SpecificationRunner(isUsual: true)
      let transcript = runner.run(KernelProgram(stage, []))
      let skipped = zip(stage.setup, transcript.observations).filter { $1.isSkipped }
      #expect(skipped.isEmpty, "\(stage.name): \(skipped.map { $0.0 })")
    }
    #expect(Set(Stages.all.map(\.name)).count == Stages.all.count)
  }

  @Test func programsDependOnSeedAndNumberAlone() {
    let source = KernelProgramSource(seed: 11)
    let backwards = (0..<40).reversed().map { source.program($0) }
    let again = KernelProgramSource(seed: 11)
    #expect(backwards.reversed() == (0..<40).map { again.program($0) })
    #expect(source.program(3) != KernelProgramSource(seed: 12).program(3))
    for program in backwards {
      #expect(program.operations.allSatisfy { program.stage.defect(of: $0) == nil })
    }
  }

  @Test func `programs at random ask for nothing that a kernel has not`() {
    var kernel = KernelDescription(name: "small")
    let plain = KernelProgramSource(seed: 4)
    #expect(KernelProgramSource(seed: 4, for: kernel).program(9) == plain.program(9))
    kernel.lacks = [.clans, .deceit, .donation, .strings, .ports, .schedules]
    let stages = Stages.all(for: .v2, on: kernel)
    #expect(stages.count == Stages.all.count)
    let fitting = stages.filter { KernelProgram($0, []).reasonToSkip(on: kernel) == nil }
    #expect(fitting.count > 2)
    let source = KernelProgramSource(seed: 4, stages: fitting, for: kernel)
    for number in 0..<40 {
      #expect(source.program(number).reasonToSkip(on: kernel) == nil)
      #expect(source.program(number).operations.count > 20)
    }
    kernel.lacks.insert(.tasks)
    #expect(Stages.all(for: .v2, on: kernel).last?.name == "pair")
  }

  /// A kernel refuses what it has no word for; the rest of the program is run.
  @Test func `what is refused is left out of programs at random`() {
    struct Refusing: ProgramRunner {
      var inner = SpecificationRunner(isUsual: true)
      var description: KernelDescription { inner.description }
      mutating func run(_ program: KernelProgram) -> Transcript {
        let all = program.stage.setup + program.operations
        let refused = all.firstIndex { $0.kind == .unmap }
        var transcript = inner.run(program)
        if let refused {
          transcript.observations = Array(transcript.observations.prefix(refused))
          transcript.failure = .init(.refused, "it has no fpage_unmap")
        }
        return transcript
      }
    }
    var options = KernelCampaign<Refusing>.Options()
    options.programs = 40
    let report = KernelCampaign(options: options) { _ in Refusing() }.run()
    #expect(report.passed == 40 && report.skipped.isEmpty, "\(report.text)")
  }

  /// Most of what is asked can be done; some cannot, which kernels have to see.
  @Test func mostOperationsCanBeDone() {
    let source = KernelProgramSource(seed: 1)
    var runner = SpecificationRunner(isUsual: true)
    var (skipped, all) = (0, 0)
    for number in 0..<50 * Effort.factor {
      let program = source.program(number)
      let seen = runner.run(program).observations.dropFirst(program.stage.setup.count)
      skipped += seen.count { $0.isSkipped }
      all += seen.count
    }
    #expect(skipped * 100 > all && skipped * 20 < all)
  }
}
