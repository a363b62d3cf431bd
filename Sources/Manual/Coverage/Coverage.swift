import Logic

/// Which of the paths of a catalogue are taken by runs of machine words from boot: that they are
/// feasible is then known without the solver.
package struct Coverage: Sendable {
  package struct Row: Sendable {
    /// The call or event, and its form.
    package let rule: String
    package let paths: Int
    /// The paths that were not taken.
    package let missed: [Case]
    /// How many paths were taken of which the solver knows nothing: it should be none.
    package let unknown: Int

    package var taken: Int { paths - missed.count }
  }

  package let rows: [Row]
  /// How many random events there were.
  package let steps: Int

  private static var stepsOfRun: Int { 2000 }

  /// Runs until each path is taken, or so many times.
  package init(of catalogue: Catalogue, runs: Int = 100) {
    var taken = ThreadsWalk.takenByUnmap
    var steps = 0
    var rows = Self.rows(catalogue, taken)
    for seed in 0..<runs where rows.contains(where: { !$0.missed.isEmpty }) {
      var ipc = IPCWalk(seed: seed)
      ipc.run(Self.stepsOfRun)
      taken.formUnion(ipc.taken)
      for isOfTasks in [false, true] {
        var threads = ThreadsWalk(seed: seed, isOfTasks: isOfTasks)
        threads.run(Self.stepsOfRun)
        taken.formUnion(threads.taken)
      }
      steps += 3 * Self.stepsOfRun
      rows = Self.rows(catalogue, taken)
    }
    self.rows = rows
    self.steps = steps
  }

  private static func rows(_ catalogue: Catalogue, _ taken: TakenPaths) -> [Row] {
    catalogue.sections.flatMap { section, cases in
      zip(section.forms, cases).map { form, cases in
        let found = taken.byRule[form.rule] ?? []
        return Row(
          rule: "\(section.title): \(form.name)", paths: cases.count,
          missed: cases.filter { one in one.id.map { !found.contains($0) } ?? true },
          unknown: found.subtracting(cases.compactMap(\.id)).count)
      }
    }
  }
}
