import KernelPrograms
import Microkernel

extension KernelCampaign {
  /// The groups of deviations, each with a short program; what becomes the same program is one.
  func findings(
    _ tally: CampaignTally, of work: CampaignWork, _ runner: inout Runner,
    _ description: KernelDescription, isSlow: Bool
  ) -> [KernelReport.Finding] {
    var judge = Judge(profile: profile)
    var findings: [KernelReport.Finding] = []
    var known: [String: Int] = [:]
    let groups = tally.groups.sorted { $0.value.first.number < $1.value.first.number }
    var slow = 0
    var slowEnd: ContinuousClock.Instant?
    for (_, found) in groups.prefix(options.findingLimit) {
      let deviation = found.first.deviation
      var end = options.shrinkTime.map { ContinuousClock.now + $0 }
      if isSlow || deviation.isOfTime {
        slow += 1
        if slow > options.hungFindingLimit { continue }
        slowEnd = slowEnd ?? .now + options.hungShrinkTime
        end = slowEnd
      }
      var short: Short
      if !isSlow, deviation.isHung, let makeHastyRunner {
        var hasty = makeHastyRunner()
        short = shrink(found, until: end, &hasty, &judge)
      } else {
        short = shrink(found, until: end, &runner, &judge)
      }
      if !short.isReproducible, !isSlow, !deviation.isOfTime {
        short.predecessor = predecessor(of: found, in: work, &runner, &judge)
      }
      let group = short.shrinker.deviation.group
      if let index = known[group] {
        findings[index].programs += found.count
        // The shorter of both is told.
        if short.shrinker.program.operations.count >= findings[index].shrunkLength { continue }
        let programs = findings[index].programs
        findings[index] = finding(short, found, &runner, description)
        findings[index].programs = programs
        continue
      }
      known[group] = findings.count
      findings.append(finding(short, found, &runner, description))
    }
    return findings
  }

  /// A program of a group, made short.
  private struct Short {
    var shrinker: KernelShrinker<Runner>
    var found: CampaignTally.Found.Case
    var isReproducible: Bool
    /// Where the program comes from without which it does not happen.
    var predecessor: String?

    func isBetter(than other: Self) -> Bool {
      guard isReproducible == other.isReproducible else { return isReproducible }
      return shrinker.program.operations.count < other.shrinker.program.operations.count
    }
  }

  /// The program before one that deviates only behind it: then boot leaves something of what was.
  private func predecessor(
    of found: CampaignTally.Found, in work: CampaignWork, _ runner: inout Runner,
    _ judge: inout Judge
  ) -> String? {
    for next in found.cases where next.number > 0 {
      _ = runner.run(work.entry(next.number - 1).program)
      guard case .deviates(let seen) = judge.judge(next.program, runner.run(next.program)),
        seen.group == next.deviation.group
      else { continue }
      return work.origin(of: next.number - 1)
    }
    return nil
  }

  /// A short program of a group: of the first one, or of another if that one stays long or does not
  /// fail again.
  private func shrink(
    _ found: CampaignTally.Found, until end: ContinuousClock.Instant?,
    _ runner: inout Runner, _ judge: inout Judge
  ) -> Short {
    // One that stays long shall leave something to the others.
    let half = options.shrinkBudget / 2
    var best = shrink(found.first, half, until: end, &runner, &judge)
    var budget = options.shrinkBudget - half + best.shrinker.budget
    for next in found.cases.dropFirst() where best.shrinker.isLong || !best.isReproducible {
      guard budget > 0, end.map({ ContinuousClock.now < $0 }) ?? true else { break }
      let other = shrink(next, budget, until: end, &runner, &judge)
      budget = other.shrinker.budget
      if other.isBetter(than: best) { best = other }
    }
    return best
  }

  private func shrink(
    _ found: CampaignTally.Found.Case, _ budget: Int, until end: ContinuousClock.Instant?,
    _ runner: inout Runner, _ judge: inout Judge
  ) -> Short {
    if options.startsAnew { runner = makeRunner(0) }
    var shrinker = KernelShrinker<Runner>(
      found.program, found.deviation, budget: budget, until: end)
    if options.startsAnew { shrinker.renew = { makeRunner(0) } }
    let kernel = runner.description.name
    // What is new must not become what is known on the way.
    if !isKnown(found.deviation, of: kernel) {
      shrinker.isAcceptable = { !isKnown($0, of: kernel) }
    }
    let isReproducible = shrinker.shrink(&runner, &judge)
    return Short(shrinker: shrinker, found: found, isReproducible: isReproducible)
  }

  private func finding(
    _ short: Short, _ found: CampaignTally.Found, _ runner: inout Runner,
    _ description: KernelDescription
  ) -> KernelReport.Finding {
    let shrinker = short.shrinker
    let deviation = shrinker.deviation
    var program = shrinker.program
    // What comes behind the step that is wrong is of no interest, though it was not left out.
    if !deviation.isInSetup {
      program.operations = Array(program.operations.prefix(deviation.step))
    }
    let origin = CampaignWork.origin(
      of: short.found.number, corpus: options.corpus?.entries.count ?? 0, seed: options.seed,
      first: options.first)
    var failure: String?
    if case .failed(let reason) = deviation.cause { failure = reason.kind.rawValue }
    let file = KernelProgramFile(
      program, kernel: description.name, profile: profile.settings, origin: origin,
      finding: deviation.group)
    return KernelReport.Finding(
      group: deviation.group, failure: failure, facts: deviation.facts,
      chapters: Chapter.names(Chapter.mask(of: deviation.operation)).map(\.rawValue),
      programs: found.count, origin: origin, length: short.found.program.operations.count,
      shrunkLength: program.operations.count, isReproducible: short.isReproducible,
      predecessor: short.predecessor,
      lines: deviation.lines(of: program, shrinker.transcript ?? runner.run(program)),
      file: file.text, line: file.line(of: deviation.step, isInSetup: deviation.isInSetup),
      path: nil)
  }
}
