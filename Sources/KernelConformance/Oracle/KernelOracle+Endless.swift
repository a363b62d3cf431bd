import KernelPrograms
import Logic
import Microkernel

extension KernelOracle {
  /// Whether the next step need not end: the message of a fault can be what another thread with a fault
  /// takes for the answer of its pager, so that both execute their instructions again and again. No
  /// kernel can be blamed for what it does then. (PF-5, PF-7)
  package func isEndless(_ operation: KernelOperation) -> Bool {
    let action = model.action(operation)
    let actor = operation.actor.map { Int($0.rawValue) }
    var walk = RetryWalk(model: model)
    let before = Courses.closure(of: moments.map { Course($0) }, on: model) { _ in true }
    for course in before where course.canAct(actor, action, on: model) {
      for way in course.ways(action, by: actor, asking: operation, on: model)
      where walk.hasCycle(from: way) { return true }
    }
    return false
  }
}

/// Looks for states that come back by nothing but instructions that are executed again.
private struct RetryWalk<V: MachineValues> {
  let model: StageModel<V>
  private var onPath: [Course<V>] = []
  private var done: Set<Course<V>> = []

  init(model: StageModel<V>) { self.model = model }

  mutating func hasCycle(from course: Course<V>) -> Bool {
    if onPath.contains(course) { return true }
    if done.contains(course) { return false }
    onPath.append(course)
    defer {
      onPath.removeLast()
      done.insert(course)
    }
    for way in course.silent(on: model).ways where hasCycle(from: way) { return true }
    return false
  }
}
