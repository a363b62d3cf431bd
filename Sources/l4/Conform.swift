import ArgumentParser
import Conformance
import Connectors
import Evidence
import Foundation
import KernelConformance
import KernelPrograms
import Microkernel

struct Conform: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Test whether a kernel does what the specification says.",
    discussion: """
      Programs of system calls, accesses, interrupts and ticks are run on the kernel, and what every \
      step showed is held against all states that the specification allows: programs that cover \
      every class of transitions, every pair of them and every path through the rules that a search \
      comes to, and random ones. A program that deviates is made shorter, shown with what was \
      observed and all that is allowed, and stored for 'l4 replay'. What a kernel says that it does \
      not have is skipped and counted.

      A kernel is reached in this process (reference), as a shared library that implements \
      l4_conformance.h (lib:FILE), as a program that speaks JSON lines (json:COMMAND), or over a \
      serial line (serial:COMMAND, with the agent on the standard streams of, say, an emulator); see \
      docs/conformance-protocol.md. '--qemu' is the reference kernel on a PC, with the agent.
      """)

  @Argument(
    help: ArgumentHelp(
      "The kernel: \(Connection.kinds.joined(separator: ", ")). Without one it is reference.",
      valueName: "kernel"))
  var named: String?
  @Flag(help: "The reference kernel on an emulated PC; 'make agent' builds it.")
  var qemu = false
  @Option(
    parsing: .unconditional,
    help: "The seed of the random programs. The same seed makes the same programs.")
  var seed: UInt64 = 1
  @Option(
    parsing: .unconditional,
    help: "Random programs; for a kernel that is not in this process 2000, otherwise 20000.")
  var programs: Int?
  @Option(
    parsing: .unconditional,
    help: "The number of the first random program, to go on where a campaign was stopped.")
  var first = 0
  @Option(
    parsing: .unconditional,
    help: """
      Programs for each other combination of the choices that the reference kernel can be built \
      with (U2, U3, U4, U6); 0 leaves them out. Without it: the whole corpus, and 1000 at random.
      """)
  var sample: Int?
  @Flag(help: "List the classes of transitions that are known, and that no program came to.")
  var unreached = false
  @Option(parsing: .unconditional, help: "Operations of each random program.")
  var steps = 30
  @Option(
    help: """
      How long programs are looked for that cover transitions, pairs and paths: \
      \((KernelCorpus.Size.allCases.map(\.rawValue) + ["none"]).joined(separator: ", ")).
      """)
  var corpus: String?
  @Option(help: "Only these stages, by name; more than once for several.")
  var stage: [String] = []
  @Option(
    help: """
      The profile that the kernel is compared with, instead of the one that it names; with settings, \
      as in v2,unknown-senders=outside, see docs/profiles.md.
      """)
  var profile: String?
  @Option(
    parsing: .unconditional, help: "Kernels that are tested at the same time, each on one core.")
  var jobs = ProcessInfo.processInfo.activeProcessorCount
  @Option(parsing: .unconditional, help: "Stop making programs after this many seconds.")
  var seconds: Double?
  @Option(parsing: .unconditional, help: "Stop making programs after this many have deviated.")
  var stopAfter: Int?
  @Option(
    parsing: .unconditional,
    help: """
      Stop after this many programs that the kernel did not answer as it should (crashed, hung, \
      garbled and so on), those that are declared as known apart.
      """)
  var maxFailures = 50
  @Option(
    parsing: .unconditional,
    help: "How many programs may be run to make one that deviates shorter.")
  var shrink = 3000
  @Option(
    parsing: .unconditional,
    help: """
      How many seconds may be spent on that; 20, and for a kernel that does not answer in time 8 \
      for all programs together.
      """)
  var shrinkTime: Double?
  @Option(
    parsing: .unconditional,
    help: """
      How many seconds a kernel that is not in this process has for one step; for a program it has \
      twice as many. On a serial line 7, otherwise 5. Two more are waited, to tell a late answer from \
      none.
      """)
  var patience: Double?
  @Option(
    parsing: .unconditional,
    help: "After how many steps the reference kernel looks at its own structures; 0 is never.")
  var audit = 1
  @Flag(
    help: "Go on for eight hours, or --seconds, with the large corpus. Control-C ends it before.")
  var overnight = false
  @Flag(
    help: """
      The reference kernel in a process of its own: that it crashes or hangs is a finding, and it \
      takes longer.
      """)
  var apart = false
  @Flag(help: "Only this kernel, without its variants.")
  var only = false
  @Flag(inversion: .prefixedNo, help: "The programs about the whole kernel.")
  var whole = true
  @Flag(
    inversion: .prefixedNo, help: "Also the programs about memory alone, for the reference kernel.")
  var memory = true
  @OptionGroup(title: "Memory alone") var memoryOptions: MemoryConformance
  @Option(help: "The folder in which programs that deviate are stored.")
  var findings = "out/findings"
  @Option(
    help: """
      Deviations that are known, with a reason each; see docs/known-deviations.md. More than once for \
      several files.
      """)
  var known: [String] = []
  @Option(help: "Also write the result as JUnit XML; of several kernels, a file each.")
  var junit: String?
  @Option(help: "Also write the deviations as SARIF; of several kernels, a file each.")
  var sarif: String?
  @Option(help: "Also write what the kernel did as a log for 'l4 log'; see docs/log-files.md.")
  var log: String?
  @OptionGroup var output: OutputOptions

  private var kernel: String { named ?? "reference" }
  private var isReference: Bool { kernel == "reference" && !qemu }

  func validate() throws {
    for (name, value) in [("programs", programs), ("first", first), ("sample", sample)] {
      if let value, !(0...Int.max / 4).contains(value) {
        throw ValidationError("--\(name) must be at least 0, not \(value)")
      }
    }
    guard (1...1000).contains(steps) else {
      throw ValidationError("--steps must be 1 to 1000, not \(steps)")
    }
    guard (1...256).contains(jobs) else {
      throw ValidationError("--jobs must be 1 to 256, not \(jobs)")
    }
    if audit < 0 { throw ValidationError("--audit must be at least 0, not \(audit)") }
    if shrink < 0 { throw ValidationError("--shrink must be at least 0, not \(shrink)") }
    if maxFailures < 1 {
      throw ValidationError("--max-failures must be at least 1, not \(maxFailures)")
    }
    if let stopAfter, stopAfter < 1 {
      throw ValidationError("--stop-after must be at least 1, not \(stopAfter)")
    }
    if let corpus, corpus != "none", KernelCorpus.Size(rawValue: corpus) == nil {
      let sizes = KernelCorpus.Size.allCases.map(\.rawValue) + ["none"]
      throw ValidationError(
        "there is no corpus '\(corpus)'; there are \(sizes.joined(separator: ", "))")
    }
    for name in stage where Stages.named(name) == nil {
      throw ValidationError(
        "there is no stage '\(name)'; there are "
          + Stages.names.joined(separator: ", "))
    }
    if let profile {
      do { _ = try KernelProfile(parsing: profile) } catch { throw ValidationError("\(error)") }
    }
    if apart, qemu || ReferenceConnector(named: kernel) == nil {
      throw ValidationError("--apart is for the reference kernel; others are apart anyway")
    }
    if qemu, named != nil {
      throw ValidationError("--qemu is a kernel of its own; name no other")
    }
    try validateTime("seconds", seconds)
    try validateTime("shrink-time", shrinkTime)
    try validateTime("patience", patience)
  }

  func run() throws {
    let results = try conform()
    switch output.format {
    case .text:
      for report in results.whole {
        print(report.text, terminator: "")
        if unreached { report.unreached.forEach { print("    not reached: \($0)") } }
      }
      print(results.textOfChoices, terminator: "")
      for report in results.memory {
        print(memoryOptions.coverage ? report.text : report.shortText)
      }
    case .json: try Report.json(results)
    }
    // What was found is told, whatever became of the files about it.
    if let error = results.unwritten.first { throw error }
    if let status = results.exitStatuses.first(where: { $0 != 0 }) { Foundation.exit(status) }
  }

  /// Runs all campaigns.
  func conform() throws -> ConformResults {
    let line = ProgressLine(
      isShown: output.showsProgress, logging: overnight && !output.quiet ? .seconds(60) : nil)
    defer { line.clear() }
    // The names of variants are those of memory only; a stored program may ask for one.
    if ReferenceConnector(named: kernel) != nil, kernel != "reference" {
      var results = ConformResults()
      try checkOutput()
      try runMemory(line, &results)
      return results
    }
    let interruption = Interruption()
    defer { withExtendedLifetime(interruption) {} }
    let known = try knownDeviations()
    try checkOutput()
    var results = ConformResults()
    let log = try log.map { try LogFile(path: $0) }
    if whole {
      let subjects: [KernelSubject]
      do {
        subjects = try self.subjects()
      } catch let error as ConnectionError {
        guard let failure = error.failure else { throw error }
        results.whole = [KernelReport(of: kernel, failing: failure, "\(error)", seed: seed)]
        known.forEach { results.whole[0].declare($0) }
        try writeReports(results.whole, &results.unwritten)
        return results
      }
      let share = subjects.count { !$0.isChoice }
      for subject in subjects where !interruption.request.wasMade {
        var campaign = try campaign(subject, log, line, interruption.request, of: share)
        campaign.options.known = KnownDeviations(known.flatMap(\.entries))
        var report = try campaign.run()
        try log?.check()
        try store(&report, of: subject, &results.unwritten)
        known.forEach { report.declare($0) }
        if subject.isChoice { results.choices.append(report) } else { results.whole.append(report) }
      }
    }
    try writeReports(results.whole + results.choices, &results.unwritten)
    if memory, isReference, !interruption.request.wasMade { try runMemory(line, &results) }
    return results
  }

  /// A mistake in where something is to be written is found before the kernel runs.
  private func checkOutput() throws {
    for path in [junit, sarif, log].compactMap(\.self) { try OutputFile(path).check() }
    try OutputFolder(path: findings).check()
  }

  /// The kernels that are meant: where nothing narrower is asked for, the reference kernel is built with
  /// all the choices that it has.
  private func subjects() throws -> [KernelSubject] {
    let isApart = apart && isReference
    let named = try KernelSubject.all(
      isApart ? HostCommand.reference(audit: audit) : kernel, isEmulated: qemu, alone: only,
      profile: profile, patience: patience, audit: audit)
    let isPlain = isReference && !isApart && !only && profile == nil && sample != 0
    return named + (isPlain ? KernelSubject.choices(audit: audit) : [])
  }

  private func runMemory(_ line: ProgressLine, _ results: inout ConformResults) throws {
    results.memory = try memoryOptions.run(
      kernel, alone: only, apart: apart ? .seconds(patience ?? 5) : nil, audit: audit, seed: seed,
      seconds: overnight ? Self.overnight(seconds) / 8 : seconds, line: line)
    for index in results.memory.indices {
      try memoryOptions.store(&results.memory[index], in: findings, &results.unwritten)
    }
  }

  /// How many seconds a night is.
  private static func overnight(_ seconds: Double?) -> Double { seconds ?? 8 * 3600 }

  private func campaign(
    _ subject: KernelSubject, _ log: LogFile?, _ line: ProgressLine, _ stop: StopRequest,
    of share: Int
  ) throws -> KernelCampaign<BoxedRunner> {
    var options = KernelCampaign<BoxedRunner>.Options()
    options.seed = seed
    options.first = first
    options.programs = overnight ? .max : programs ?? (subject.isInProcess ? 20_000 : 2000)
    options.length = steps
    options.workers = subject.isShareable ? jobs : 1
    options.stop = stop
    options.countsPaths = subject.isInProcess && !subject.isChoice
    // Of a night, an eighth is for memory alone, and the rest for each kernel the same.
    let limit = overnight ? Self.overnight(seconds) * 7 / 8 / Double(share) : seconds
    options.limit = limit.map { .seconds($0) }
    options.deviationLimit = stopAfter
    options.failureLimit = maxFailures
    options.shrinkBudget = shrink
    if let shrinkTime {
      options.shrinkTime = .seconds(shrinkTime)
      options.hungShrinkTime = .seconds(shrinkTime)
    }
    options.startsAnew = subject.isInProcess
    options.abilities = subject.abilities
    options.stages = Stages.all(for: subject.profile, on: subject.abilities, named: stage)
    options.corpus = corpus(for: subject, line, stop)
    if subject.isChoice {
      let half = options.corpus.map { min($0.entries.count, (sample ?? .max) / 2) } ?? 0
      options.corpus = options.corpus?.prefix(half).under(subject.profile.spaces)
      options.programs = sample.map { $0 - half } ?? 1000
    }
    var campaign = KernelCampaign<BoxedRunner>(profile: subject.profile, options: options) {
      _ in subject.makeRunner()
    }
    let name = subject.isChoice ? "\(subject.name), \(subject.profile.settings)" : subject.name
    campaign.makeHastyRunner = { subject.makeRunner(isHasty: true) }
    if let log {
      campaign.log = { log.add($0, $1, of: name, subject.profile) }
    }
    campaign.progress = { progress in
      line.show(
        "\(name): \(grouped(progress.done))"
          + (progress.total.map { " of \(grouped($0))" } ?? "") + " programs, "
          + "\(grouped(Int(progress.programsPerMinute))) a minute"
          + (progress.failed > 0 ? ", \(grouped(progress.failed)) deviate" : ""))
    }
    return campaign
  }

  /// The programs that cover the rules; those for other choices are those of the usual ones.
  private func corpus(
    for subject: KernelSubject, _ line: ProgressLine, _ stop: StopRequest
  ) -> KernelCorpus? {
    let size = overnight ? .large : KernelCorpus.Size(rawValue: corpus ?? subject.corpus)
    guard let size else { return nil }
    let profile = subject.isChoice ? KernelProfile.v2 : subject.profile
    return KernelCorpus.made(
      size, profile: profile, stages: Stages.all(for: profile, on: subject.abilities, named: stage),
      abilities: subject.abilities
    ) { done in
      line.show("looking for programs that cover the rules: \(Int(done * 100)) %")
      return !stop.wasMade
    }
  }

  private func knownDeviations() throws -> [KnownDeviations] {
    try known.map { file in
      let bytes = try Data(contentsOf: URL(fileURLWithPath: file))
      guard let text = String(validating: bytes, as: UTF8.self) else {
        throw InputError(file: file, message: "this is not UTF-8 text")
      }
      return try KnownDeviations(parsing: text, file: file)
    }
  }

  private func writeReports(_ reports: [KernelReport], _ unwritten: inout [OutputError]) throws {
    let now = Date.now.formatted(.iso8601)
    for report in reports {
      // Of several kernels each has its name in that of the file.
      let name = reports.count > 1 ? Self.fileName(report) : nil
      try OutputError.collect(&unwritten) {
        if let junit { try OutputFile(junit, of: name).write(report.junit(at: now)) }
        if let sarif { try OutputFile(sarif, of: name).write(report.sarif()) }
      }
    }
  }

  /// What the files of a report are called: the kernel, and its choices if they are not the usual ones.
  private static func fileName(_ report: KernelReport) -> String {
    let settings = report.profile.split(separator: ",").dropFirst()
    return ([report.kernel.inFileName] + settings.map(\.inFileName)).joined(separator: "-")
  }

  private func store(
    _ report: inout KernelReport, of subject: KernelSubject, _ unwritten: inout [OutputError]
  ) throws {
    for index in report.findings.indices {
      try OutputError.collect(&unwritten) {
        let path = try OutputFolder(path: findings).write(
          report.findings[index].file, as: "\(Self.fileName(report))-\(index + 1).program")
        report.findings[index].path = path
        report.findings[index].replay = subject.connection.map {
          "l4 replay \(path.shellWord) --kernel \($0.shellWord)"
        }
      }
    }
  }
}
