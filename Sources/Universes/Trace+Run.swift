import Evidence
import Vocabulary

extension Evidence.Trace {
  /// The trace of a violation, to be shown, stored and replayed.
  public init(_ violation: SearchReport.Violation, of file: RunFile) {
    self.init(
      violation.run, of: file, verdict: .violated,
      property: Property(number: violation.number, name: violation.sentence),
      failed: [violation.explanation])
  }

  /// The trace of a run of a universe.
  public init(
    _ run: Run, of file: RunFile, verdict: Verdict, property: Property?, failed: [String]
  ) {
    self.init(
      universe: Universe(name: file.file, text: file.text), verdict: verdict, property: property,
      failed: failed, isShortest: true, start: "boot", initial: run.initial.variables,
      steps: zip(run.steps, run.changes).map { step, changes in
        Step(action: step.action, changes: changes, state: step.state.variables)
      })
  }
}

extension Picture {
  /// The state as named values: what is at each slot, which tasks are active, how many nodes are free.
  public var variables: [Evidence.Trace.Variable] {
    let slots = nodes.indices.map { Slot($0) }
    return [
      .init(
        "mappings",
        .map(
          slots.filter { describe($0) != "∅" }
            .map { .init(.text(shape.name($0)), .text(describe($0))) })),
      .init(
        "active",
        .set(
          shape.allTasks.filter { live[Int($0.rawValue)] }.map { .text("s\($0.rawValue)") })),
      .init("free_nodes", .integer(free)),
    ]
  }
}
