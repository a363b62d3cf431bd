import ClansAndChiefs
import Logic

/// Every statement in every clan tree that a run comes to, of every change and every message there.
public struct EveryRun: Sendable {
  public let reachable: ReachableClans

  /// With so many task numbers, sigma0's and the root's among them.
  public init(numbers: Int, _ profile: ClansProfile) {
    reachable = ReachableClans(profile, numbers: UInt32(1) << UInt32(numbers) - 1)
  }

  /// What was looked at, and what was not so.
  public struct Report: Sendable {
    public var trees = 0
    public var steps = 0
    /// Whether no tree was left out, but those that come from no trees.
    public var isComplete = false
    /// How often each case of a change occurred.
    public var changes: [ClanCase: Int] = [:]
    /// For every statement, by number: in how many cases it was looked at.
    public var cases: [String: Int] = [:]
    /// For every statement that is not so, by number: a case.
    public var failures: [String: String] = [:]
  }

  /// Looks at everything; but not at what comes after a tree of which an invariant is not true.
  public func check() -> Report {
    var report = Report()
    let found = reachable.explore { tree in
      report.trees += 1
      guard areInvariantsTrue(of: tree, &report) else { return false }
      for step in reachable.changes(of: tree) + reachable.questions(in: tree) {
        report.steps += 1
        look(at: ClanTransition(from: tree, step, in: reachable.universe), &report)
      }
      return true
    }
    report.isComplete = found.isComplete
    return report
  }

  private func areInvariantsTrue(of tree: ReachableClans.Tree, _ report: inout Report) -> Bool {
    var areTrue = true
    for invariant in ClanInvariant.allCases {
      report.cases[invariant.number, default: 0] += 1
      invariant.check(tree, reachable.universe) { says, offenders in
        if offenders.isEmpty.value { return }
        areTrue = false
        if report.failures[invariant.number] == nil {
          report.failures[invariant.number] = "not so: \(says): \(tree.picture)"
        }
      }
    }
    return areTrue
  }

  private func look(
    at transition: ClanTransition<ReachableClans.V, 7>, _ report: inout Report
  ) {
    if case .change(let result) = transition.outcome { report.changes[result, default: 0] += 1 }
    for property in ClanProperty.allCases {
      var isAbout = false
      property.check(transition) { says, offenders in
        isAbout = true
        if !offenders.isEmpty.value && report.failures[property.number] == nil {
          report.failures[property.number] =
            "not so: \(says): \(transition.step) in \(transition.before.picture)"
        }
      }
      if isAbout { report.cases[property.number, default: 0] += 1 }
    }
  }
}
