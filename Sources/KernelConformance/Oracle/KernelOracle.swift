import KernelPrograms
import Logic
import Microkernel
import Vocabulary

/// What a kernel of a profile may answer on a stage: the set of the states in which it can still be,
/// going by what it showed.
///
/// A kernel does things that cannot be seen when they happen: it goes on with transfers, lets timeouts
/// pass, and hands the processor on, or does not. Each step is explained by all states that some order
/// of those leads to.
package struct KernelOracle: Sendable {
  typealias V = Concrete<UInt32>

  let model: StageModel<V>
  /// The states in which the kernel can be.
  var moments: [Moment<V>]
  /// The most states that there were at once.
  package private(set) var largest = 1
  /// What kind of step the last one was, going by the first state that explains it.
  private(set) var transition = StepKind(rawValue: 0)

  /// - Precondition: the stage has no defect.
  package init(_ stage: Stage, profile: KernelProfile = .v2) {
    self.init(StageModel(stage, profile))
  }

  init(_ model: StageModel<V>) {
    self.model = model
    moments = [model.boot]
  }

  package var stage: Stage { model.stage }

  /// How many states are possible.
  package var count: Int { moments.count }

  /// Takes a step of the kernel into account; returns why no state explains it, if none does. Then the
  /// oracle knows nothing any more.
  package mutating func step(
    _ operation: KernelOperation, _ seen: Observation
  ) -> Rejection? {
    let action = model.action(operation)
    let actor = operation.actor.map { Int($0.rawValue) }
    var seen = seen
    if !seen.isInOrder { seen.sort() }
    let courses = Self.courses(
      of: operation, action, actor, from: moments, on: model
    ) { $0.shown.isPart(of: seen, on: model) }
    var next = Courses<V>()
    for course in courses where course.explains(seen, on: model) {
      if next.all.isEmpty { transition = StepKind(operation, course.shown) }
      _ = next.insert(Course(course.moment))
    }
    if next.all.isEmpty { return rejection(of: operation, action, actor, seen) }
    moments = next.all.map(\.moment)
    largest = max(largest, moments.count)
    return nil
  }

  /// All that the specification lets a kernel show next.
  package func allowed(_ operation: KernelOperation) -> [Observation] {
    let courses = Self.courses(
      of: operation, model.action(operation), operation.actor.map { Int($0.rawValue) },
      from: moments, on: model
    ) { _ in true }
    var all: [Observation] = []
    for course in courses {
      let observation = course.observation(on: model)
      if !all.contains(observation) { all.append(observation) }
    }
    return all
  }

  private func rejection(
    of operation: KernelOperation, _ action: KernelAction<V>, _ actor: Int?, _ seen: Observation
  ) -> Rejection {
    let courses = Self.courses(of: operation, action, actor, from: moments, on: model) { _ in true }
    var allowed: [Allowed] = []
    for course in courses {
      let one = Allowed(
        observation: course.observation(on: model),
        differences: course.differences(from: seen, on: model))
      if !allowed.contains(one) { allowed.append(one) }
    }
    let fewest = allowed.map(\.differences.count).min() ?? 0
    let first = allowed.first { $0.differences.count == fewest }
    return Rejection(
      observed: seen, allowed: allowed.map(\.observation), differences: first?.differences ?? [],
      nearest: first?.observation ?? .skipped)
  }

  /// The ways in which a step can go, as long as what they show is to the point.
  static func courses(
    of operation: KernelOperation, _ action: KernelAction<V>, _ actor: Int?,
    from moments: [Moment<V>], on model: StageModel<V>, while isOpen: (Course<V>) -> Bool
  ) -> [Course<V>] {
    let before = Courses.closure(of: moments.map { Course($0) }, on: model, while: isOpen)
    var after: [Course<V>] = []
    for course in before {
      if case .tick = operation, course.isLate { continue }
      guard course.canAct(actor, action, on: model) else {
        var skipped = course
        skipped.shown.isSkipped = true
        if isOpen(skipped) { after.append(skipped) }
        continue
      }
      after += course.ways(action, by: actor, asking: operation, on: model)
    }
    return Courses.closure(of: after, on: model, while: isOpen)
  }
}

extension Course {
  /// Whether a thread can do what it is asked for: it runs, and has no instruction left to execute.
  func canAct(_ actor: Int?, _ action: KernelAction<V>, on model: StageModel<V>) -> Bool {
    guard let actor else { return true }
    return !moment.outstanding.has(actor)
      && moment.kernel.permits(action, on: model.platform).value
  }
}

/// An answer that was allowed, and how what was seen differs from it.
private struct Allowed: Equatable {
  var observation: Observation
  var differences: [Difference]
}

/// Why no state explains what a kernel showed.
package struct Rejection: Hashable, Sendable {
  package var observed: Observation
  /// All that the specification lets a kernel show in this step.
  package var allowed: [Observation]
  /// How what was seen differs from the nearest of them.
  package var differences: [Difference]
  package var nearest: Observation
}
