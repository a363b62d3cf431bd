import Evidence
import Universes

extension Evidence.Trace {
  /// The trace of a violation, to be shown, stored and replayed.
  public init(_ violation: KernelReport.Violation, of file: KernelRunFile) {
    self.init(
      violation.run, of: file, verdict: .violated,
      property: Property(number: violation.failed.number, name: violation.failed.sentence),
      failed: [violation.failed.explanation])
  }

  /// The trace of a run of a universe of a whole kernel.
  public init(
    _ run: KernelRun, of file: KernelRunFile, verdict: Verdict, property: Property?,
    failed: [String]
  ) {
    self.init(
      universe: Universe(name: file.file, text: file.text), verdict: verdict, property: property,
      failed: failed, isShortest: true, start: file.universe.setup.isEmpty ? "boot" : "setup",
      initial: run.initial.variables,
      steps: zip(run.steps, run.changes).map { step, changes in
        Step(action: step.action, changes: changes, state: step.state.variables)
      })
  }
}

extension KernelPicture {
  /// The state as named values: one map a section, from subjects to what is said of them.
  public var variables: [Evidence.Trace.Variable] {
    Section.allCases.map { section in
      .init(
        section.rawValue,
        .map(
          lines.filter { $0.section == section && !$0.text.isEmpty }
            .map { .init(.text($0.subject), .text($0.text)) }))
    }
  }
}
