import AddressSpaces
import KernelConformance
import KernelPrograms
import Microkernel
import Testing
import Vocabulary

/// Programs as files.
struct ProgramFileTests {
  @Test(arguments: ["v2", "v2,overmapping=replaces", "hazelnut"])
  func whatIsWrittenIsRead(profile text: String) throws {
    let profile = try KernelProfile(parsing: text)
    let source = KernelProgramSource(seed: 2, profile: profile)
    for number in 0..<30 * Effort.factor {
      let file = KernelProgramFile(
        source.program(number), kernel: "k", profile: text, origin: "random, seed 2",
        finding: "send: source")
      #expect(try KernelProgramFile(parsing: file.text) == file)
    }
  }

  @Test func stagesOfOnesOwnAreWrittenInFull() throws {
    for var stage in Stages.all {
      stage.name = "mine"
      let program = KernelProgram(stage, [.tick])
      let file = KernelProgramFile(program)
      #expect(file.text.contains("own stage: mine"))
      #expect(try KernelProgramFile(parsing: file.text) == file)
    }
  }

  @Test(arguments: [
    ("l4 kernel program\nstage: nowhere\noperations:\n  tick\n", 2),
    ("l4 kernel program\nstage: rendezvous\noperations:\n  tock\n", 4),
    (
      "l4 kernel program\nown stage: mine\nthreads: 1 1\npages: 1\nframes: 1\nports: 0\nnodes: 8\n"
        + "sources: 0\nschedules: true\nslice: 255\nsetup:\noperations:\n  tick\n", 9
    ),
    ("l4 kernel program\nstage: rendezvous\noperations:\n  t2.0 reads p7\n", 4),
    ("l4 kernel program\nstage: rendezvous\noperations:\n\n  timeout of t2.0\n", 5),
    (
      "l4 kernel program\nstage: rendezvous\noperations:\n  t2.0 task_new task9 mcp 1 pager t1.0\n",
      4
    ),
    ("l4 kernel program\nstage: rendezvous\nstage: paging\noperations:\n", 3),
    ("l4 kernel program\ncolour: red\noperations:\n", 2),
    ("l4 kernel program\nprofile: v3\nstage: rendezvous\noperations:\n", 2),
    ("l4 kernel program\noperations:\n", 3),
    ("l4 program\n", 1),
    (
      "l4 kernel program\nown stage: a\nthreads: 1 1\npages: 90\nframes: 1\nports: 0\nnodes: 0\nsources: 0\nslice: 1\nsetup:\noperations:\n",
      2
    ),
    (
      "l4 kernel program\nown stage: a\nthreads: 1 x\npages: 1\nframes: 1\nports: 0\nnodes: 0\nsources: 0\nslice: 1\nsetup:\noperations:\n",
      3
    ),
  ])
  func mistakesAreErrorsWithTheirPlace(text: String, line: Int) {
    let error = #expect(throws: KernelProgramFile.Mistake.self) {
      try KernelProgramFile(parsing: text)
    }
    #expect(error?.line == line, "\(error.map { "\($0)" } ?? "")")
  }

  /// What a finding says to replay does the same again.
  @Test func findingsCanBeReplayed() throws {
    var options = KernelCampaign<SpecificationRunner>.Options()
    options.programs = 40
    let report = KernelCampaign(options: options) { _ in
      SpecificationRunner(lie: .source, isUsual: true)
    }.run()
    #expect(!report.findings.isEmpty)
    for finding in report.findings {
      let file = try KernelProgramFile(parsing: finding.file)
      var runner = SpecificationRunner(lie: .source, isUsual: true)
      var judge = Judge()
      guard case .deviates(let deviation) = judge.judge(file.program, runner.run(file.program))
      else {
        Issue.record("it does not deviate again")
        continue
      }
      #expect(deviation.group == finding.group)
    }
  }
}
