import KernelPrograms
import Microkernel

extension KernelCampaign {
  /// The groups of deviations, each with a short program; what becomes the same program is one.
  func findings(
    _ tally: CampaignTally, _ runner: inout Runner, _ description: KernelDescription, isSlow: Bool
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
      let short: Short
      if !isSlow, deviation.isHung, let makeHastyRunner {
        var hasty = makeHastyRunner()
        short = shrink(found, until: end, &hasty, &judge)
      } else {
        short = shrink(found, until: end, &runner, &judge)
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

    func isBetter(than other: Self) -> Bool {
      guard isReproducible == other.isReproducible else { return isReproducible }
      return shrinker.program.operations.count < other.shrinker.program.operations.count
    }
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
    let program = shrinker.program
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
      lines: deviation.lines(of: program, shrinker.transcript ?? runner.run(program)),
      file: file.text,
      line: file.line(of: deviation.step, isInSetup: deviation.isInSetup), path: nil)
  }
}
