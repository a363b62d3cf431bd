import KernelConformance
import KernelPrograms
import Microkernel
import Testing
import Vocabulary

/// Kernels that have not everything get programs for what they have.
struct AbilitiesTests {
  /// The specification as a kernel that lacks something, and refuses what it does not say.
  private struct Poor: ProgramRunner {
    var specification: SpecificationRunner
    var description: KernelDescription
    var refused: Set<KernelOperation.Kind> = []

    init(_ lacks: Set<Feature>, profile: KernelProfile = .v2) {
      specification = SpecificationRunner(profile: profile, isUsual: true)
      description = KernelDescription(name: "poor", lacks: lacks)
    }

    mutating func run(_ program: KernelProgram) -> Transcript {
      var transcript = specification.run(program)
      let all = program.stage.setup + program.operations
      if let place = all.firstIndex(where: { refused.contains($0.kind) }) {
        transcript.observations.removeSubrange(place...)
        transcript.failure = .init(.refused, "step \(place): it has none")
      }
      return transcript
    }
  }

  private func test(_ kernel: Poor, _ profile: KernelProfile = .v2) -> KernelReport {
    var options = KernelCampaign<Poor>.Options()
    var abilities = Abilities(kernel.description, profile: profile)
    var runner = kernel
    abilities.probe(&runner)
    options.abilities = abilities
    options.programs = 20 * Effort.factor
    options.length = 12
    options.stages = Stages.all(for: profile, on: abilities)
    options.corpus = KernelCorpus.made(
      .small, profile: profile, stages: options.stages, abilities: abilities
    ).prefix(60 * Effort.factor)
    return KernelCampaign(profile: profile, options: options) { _ in kernel }.run()
  }

  /// Each lacks one thing; one that nobody named yet is among them by itself.
  @Test(arguments: Feature.allCases)
  func `what is lacking is not asked for`(feature: Feature) {
    let report = test(Poor([feature]))
    #expect(report.verdict == .holdsBounded, "\(report.text)")
    #expect(report.skipped == [:], "\(report.text)")
    #expect(report.missing == [feature.rawValue])
  }

  static let many: [Set<Feature>] = [
    [.clans, .deceit], [.clans, .deceit, .donation, .ports, .strings, .largeItems],
    [.tasks], [.tasks, .ticks, .interrupts, .largeItems], Set(Feature.allCases),
  ]

  @Test(arguments: many)
  func `little is enough to be tested`(lacks: Set<Feature>) {
    let report = test(Poor(lacks))
    #expect(report.verdict == .holdsBounded && report.skipped == [:], "\(report.text)")
    #expect(report.parts.allSatisfy { $0.passed > 50 }, "\(report.text)")
  }

  /// Where messages between clans are not redirected, a kernel without clans lacks nothing. (CC-23)
  @Test(arguments: ["hazelnut", "fiasco"])
  func `without redirection no clans are needed`(name: String) throws {
    let profile = try KernelProfile(parsing: name)
    let report = test(Poor([.clans, .deceit], profile: profile), profile)
    #expect(report.verdict == .holdsBounded && report.skipped == [:], "\(report.text)")
    let stages = Stages.all(
      for: profile, on: Abilities(Poor([.clans, .deceit]).description, profile: profile))
    #expect(stages == Stages.all(for: profile))
    #expect(report.missing == ["deceit"])
  }

  @Test func `what is refused is not asked for again`() {
    var kernel = Poor([.tasks])
    kernel.refused = [.unmap, .access, .threadSchedule]
    let report = test(kernel)
    #expect(report.verdict == .holdsBounded && report.skipped == [:], "\(report.text)")
    #expect(report.missing == ["tasks", "accesses", "fpage_unmap", "thread_schedule"])
  }

  /// Programs that were made for others are skipped, and told of.
  @Test func `programs of others are skipped`() {
    var options = KernelCampaign<Poor>.Options()
    options.programs = 0
    options.corpus = KernelCorpus.made(.small).prefix(200)
    let report = KernelCampaign(options: options) { _ in Poor([.ports]) }.run()
    #expect(report.skipped.keys.sorted() == ["the kernel has no ports"])
    let ports = report.chapters.first { $0.name == "ports" }
    #expect(ports?.passed == 0 && (ports?.skipped ?? 0) > 0)
  }

  @Test func `a kernel that has everything gets the programs of everybody`() {
    let all = Abilities(profile: .v2)
    let source = KernelProgramSource(seed: 5, abilities: all)
    #expect(Stages.all(for: .v2, on: all) == Stages.all(for: .v2))
    for number in stride(from: 0, to: 40, by: 3) {
      #expect(source.program(number) == KernelProgramSource(seed: 5).program(number))
    }
  }

  @Test(arguments: Stages.plain)
  func `stages without task_new are sound`(stage: Stage) {
    #expect(stage.defect == nil)
    var runner = SpecificationRunner(isUsual: true)
    let seen = runner.run(KernelProgram(stage, []))
    #expect(seen.observations.allSatisfy { !$0.isSkipped })
    #expect(Stages.named(stage.name) == stage)
  }
}
