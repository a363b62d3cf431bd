import Dispatch
import KernelPrograms
import Microkernel
import Synchronization

/// A test of a kernel: the programs of a corpus, and programs at random, run and judged.
package struct KernelCampaign<Runner: ProgramRunner & SendableMetatype> {
  package struct Options: Sendable {
    package var seed: UInt64 = 1
    /// Random programs, and the operations of each.
    package var programs = 10_000
    /// The number of the first of them: a campaign that was stopped goes on there.
    package var first = 0
    package var length = 30
    /// What can be asked of the kernel; nil for what it says of itself.
    package var abilities: Abilities?
    /// nil for all that can be set up on the kernel, with the memory rules of the profile.
    package var stages: [Stage]?
    /// Programs that are run before; nil for none.
    package var corpus: KernelCorpus?
    /// How long the programs may take; nil is as long as it takes.
    package var limit: Duration?
    /// Ends it before.
    package var stop: StopRequest?
    /// Whether the paths through the rules are counted that random programs take; it takes time.
    package var countsPaths = false
    /// Each has a kernel of its own.
    package var workers = 1
    /// After so many programs that were not answered as they should be, and that nobody has declared,
    /// the kernel is not asked any more.
    package var failureLimit = 50
    /// Deviations that are known and stay.
    package var known: KnownDeviations?
    /// After so many programs that deviate there are no more; nil is as many as there are.
    package var deviationLimit: Int?
    /// How many programs may be run to make one program shorter.
    package var shrinkBudget = 3000
    /// How long that may take where the kernel does not answer in time, and of how many such findings
    /// is told: every try takes as long as the patience with it.
    package var hungShrinkTime = Duration.seconds(8)
    package var hungFindingLimit = 4
    /// How long a finding is made shorter; nil is as long as it takes.
    package var shrinkTime: Duration? = .seconds(20)
    /// Whether the kernel is made anew after each program that deviates: what is broken may not even
    /// survive a reset. That is for kernels that cost nothing to make.
    package var startsAnew = false
    /// How many findings are made shorter, and told of.
    package var findingLimit = 24
    /// Told of every program, for a watch on kernels that never return.
    package var heartbeat: KernelHeartbeat?

    package init() {}
  }

  /// How far a campaign is.
  package struct Progress: Sendable {
    package var done: Int
    /// nil where there is no end.
    package var total: Int?
    package var failed: Int
    package var seconds: Double
    package var programsPerMinute: Double { seconds > 0 ? Double(done) / seconds * 60 : 0 }
  }

  package let profile: KernelProfile
  package var options: Options
  /// Called by any worker, about twice a second.
  package var progress: (@Sendable (Progress) -> Void)?
  /// Told of every program that the kernel ran, and of what it showed; by any worker.
  package var log: (@Sendable (KernelProgram, Transcript) -> Void)?
  /// Makes a kernel that is waited for less, for programs that are known to hang; nil is one as any.
  package var makeHastyRunner: (@Sendable () -> Runner)?
  let makeRunner: @Sendable (Int) -> Runner

  /// A campaign in which each worker has a kernel of its own, made by `makeRunner`.
  package init(
    profile: KernelProfile = .v2, options: Options = Options(),
    _ makeRunner: @escaping @Sendable (_ worker: Int) -> Runner
  ) {
    self.profile = profile
    self.options = options
    self.makeRunner = makeRunner
  }

  /// Runs all that was asked for, and makes the findings shorter.
  package func run() -> KernelReport {
    let clock = ContinuousClock()
    let start = clock.now
    let count = max(1, options.workers)
    let abilities = options.abilities ?? Abilities(makeRunner(0).description, profile: profile)
    let source = KernelProgramSource(
      seed: options.seed, length: options.length,
      stages: options.stages ?? Stages.all(for: profile, on: abilities),
      profile: profile, abilities: abilities, countsPaths: options.countsPaths)
    let work = CampaignWork(
      corpus: options.corpus?.entries ?? [], source: source, first: options.first,
      total: options.programs, limit: options.limit.map { start + $0 }, stop: options.stop,
      failureLimit: options.failureLimit, deviationLimit: options.deviationLimit)
    let tallies = Mutex<[(Int, CampaignTally)]>([])
    DispatchQueue.concurrentPerform(iterations: count) { worker in
      var runner = makeRunner(worker)
      let tally = serve(work, as: worker, with: &runner, abilities, since: start)
      tallies.withLock { $0.append((worker, tally)) }
    }
    var all = CampaignTally()
    for (_, tally) in tallies.withLock({ $0.sorted { $0.0 < $1.0 } }) { all.add(tally) }

    var runner = makeRunner(0)
    let description = runner.description
    var report = KernelReport(
      kernel: description.name, profile: profile.settings, seed: options.seed)
    report.seconds = (clock.now - start) / .seconds(1)
    report.missing = abilities.missing
    all.fill(&report, corpus: options.corpus)
    report.stopped = work.reasonToStop
    report.next = report.stopped == nil ? nil : work.firstLeft
    if work.isSlow, let makeHastyRunner {
      var hasty = makeHastyRunner()
      report.findings = findings(all, of: work, &hasty, description, isSlow: true)
    } else {
      report.findings = findings(all, of: work, &runner, description, isSlow: false)
    }
    return report
  }

  /// Whether a deviation is declared.
  func isKnown(_ deviation: Deviation, of kernel: String) -> Bool {
    options.known?.covers(deviation, of: kernel) ?? false
  }

  /// Runs programs until there are no more.
  private func serve(
    _ work: CampaignWork, as worker: Int, with runner: inout Runner,
    _ abilities: Abilities, since start: ContinuousClock.Instant
  ) -> CampaignTally {
    let clock = ContinuousClock()
    var judge = Judge(profile: profile)
    var tally = CampaignTally()
    while let numbers = work.next() {
      for number in numbers {
        let entry = work.entry(number)
        var program = entry.program
        if let reason = abilities.reasonToSkip(program) {
          tally.skip(program, reason, isOfCorpus: work.isOfCorpus(number))
          continue
        }
        options.heartbeat?.begin(program, from: work.origin(of: number), worker: worker)
        let begin = clock.now
        var transcript = runner.run(program)
        while !work.isOfCorpus(number), let shorter = program.without(refusedIn: transcript) {
          program = shorter
          transcript = runner.run(program)
        }
        let time = clock.now - begin
        options.heartbeat?.rest(worker: worker)
        if let failure = transcript.failure, failure.kind == .refused {
          // What a kernel says that it cannot do is not passed, and not failed.
          let words = failure.detail.split(separator: ": ", maxSplits: 1)
          tally.skip(
            program, "it refuses \(words.last ?? "")", isOfCorpus: work.isOfCorpus(number))
          continue
        }
        log?(program, transcript)
        let verdict = judge.judge(program, transcript)
        tally.add(program, number, verdict, judge, paths: entry.paths)
        tally.isOfCorpus(work.isOfCorpus(number), verdict)
        var deviation: Deviation?
        if case .deviates(let found) = verdict { deviation = found }
        let isDeclared = deviation.map { isKnown($0, of: runner.description.name) } ?? false
        guard work.mayGoOn(transcript.failure?.kind, isDeclared: isDeclared, after: time),
          deviation == nil || work.mayGoOnAfterDeviation()
        else {
          work.giveBack(number + 1..<numbers.upperBound)
          break
        }
        if deviation != nil, options.startsAnew { runner = makeRunner(worker) }
      }
      let seconds = (clock.now - start) / .seconds(1)
      if let progress, let (done, failed) = work.report(numbers.count, tally.newFailures, seconds) {
        let total = work.isEndless ? nil : work.count
        progress(Progress(done: done, total: total, failed: failed, seconds: seconds))
      }
    }
    tally.coverage = judge.coverage
    tally.largest = judge.largest
    return tally
  }
}

extension KernelProgram {
  /// The program without the operation that a kernel has refused after those before it; nil if it has
  /// not, or has refused the program as a whole.
  fileprivate func without(refusedIn transcript: Transcript) -> KernelProgram? {
    let step = transcript.observations.count - stage.setup.count
    guard transcript.failure?.kind == .refused, step >= 0, operations.indices.contains(step),
      operations.count > 1
    else { return nil }
    var shorter = self
    shorter.operations.remove(at: step)
    return shorter
  }
}
