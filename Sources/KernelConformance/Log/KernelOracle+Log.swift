import KernelPrograms
import Logic
import Microkernel

// What a log says is less than what a kernel under test shows: some things are not recorded, and some
// records are lost.
extension KernelOracle {
  /// Takes a step of a log into account; false if no state explains it. Then the states are those
  /// before.
  mutating func take(_ step: LogStep, of records: Set<LogHeader.Record>) -> Bool {
    let seen = step.seen()
    var next = Courses<V>()
    for course in ways(step, seen, of: records) {
      let isExplained =
        step.hasGap
        ? course.shows(seen, of: records, on: model)
        : course.explains(seen.known(by: records, or: course, on: model), on: model)
      if isExplained { _ = next.insert(Course(course.moment)) }
    }
    if next.all.isEmpty { return false }
    moments = next.all.map(\.moment)
    return true
  }

  /// How many of the first events of a step some state explains, whatever comes after them.
  func explained(_ step: LogStep, of records: Set<LogHeader.Record>) -> Int {
    let all = ways(step, Observation(), of: [])
    if all.isEmpty { return -1 }
    for count in 1...max(step.events.count, 1) where count <= step.events.count {
      let seen = step.seen(count)
      let isPossible = all.contains {
        $0.shows(seen, of: records, on: model)
      }
      if !isPossible { return count - 1 }
    }
    return step.events.count
  }

  /// All ways in which a step can have gone: nobody who cannot act did.
  func ways(_ operation: KernelOperation) -> [Course<V>] {
    Self.courses(
      of: operation, model.action(operation), operation.actor.map { Int($0.rawValue) },
      from: moments, on: model
    ) { _ in true }.filter { !$0.shown.isSkipped }
  }

  private func ways(
    _ step: LogStep, _ seen: Observation, of records: Set<LogHeader.Record>
  ) -> [Course<V>] {
    let isOpen = step.hasGap || !records.contains(.returns) || !records.contains(.accesses)
    if isOpen { return ways(step.operation) }
    return Self.courses(
      of: step.operation, model.action(step.operation),
      step.operation.actor.map { Int($0.rawValue) }, from: moments, on: model
    ) { !$0.shown.isSkipped && $0.shown.isPart(of: seen, on: model) }
  }

  /// The states after any of some operations, none of them, or several, were done without a trace;
  /// false if there are more than a limit. Then the states are those before.
  mutating func widen(
    by count: Int?, of operations: [KernelOperation], limit: Int
  ) -> Bool {
    var all = Courses<V>()
    for moment in moments { _ = all.insert(Course(moment)) }
    // What a lost operation leaves to happen by itself happens before the next one, if at all.
    for course in Courses.closure(of: all.all, on: model, while: { _ in true }) {
      _ = all.insert(Course(course.moment))
    }
    var rounds = 0
    var frontier = 0
    while frontier < all.all.count, count.map({ rounds < $0 }) ?? true {
      let end = all.all.count
      while frontier < end {
        var single = self
        single.moments = [all.all[frontier].moment]
        frontier += 1
        for operation in operations {
          for course in single.ways(operation) { _ = all.insert(Course(course.moment)) }
        }
        guard all.all.count <= limit else { return false }
      }
      rounds += 1
    }
    moments = all.all.map(\.moment)
    return true
  }

  /// The answers that a step can have, without repetition, with how what was seen differs.
  func answers(
    _ step: LogStep, of records: Set<LogHeader.Record>
  ) -> [(allowed: Observation, differences: [Difference])] {
    let seen = step.seen()
    var all: [(allowed: Observation, differences: [Difference])] = []
    for course in ways(step.operation) {
      var allowed = course.observation(on: model)
      if !records.contains(.returns) { allowed.returns = [] }
      if !records.contains(.accesses) { allowed.accesses = [] }
      if !records.contains(.replies) { allowed.reply = nil }
      if seen.running == nil { allowed.running = nil }
      if seen.memory == nil { allowed.memory = nil }
      let differences = course.differences(
        from: seen.known(by: records, or: course, on: model), on: model)
      let isKnown = all.contains { $0.allowed == allowed && $0.differences == differences }
      if !isKnown { all.append((allowed, differences)) }
    }
    return all.sorted { $0.differences.count < $1.differences.count }
  }
}

extension Observation {
  /// The observation, with what a state has for everything that is not recorded.
  fileprivate func known<V>(
    by records: Set<LogHeader.Record>, or course: Course<V>, on model: StageModel<V>
  ) -> Observation {
    var seen = self
    if !records.contains(.returns) { seen.returns = course.shown.returns }
    if !records.contains(.accesses) { seen.accesses = course.shown.accesses }
    if !records.contains(.replies) { seen.reply = course.shown.reply }
    return seen
  }
}

extension Course {
  /// Whether all that was seen is shown, whatever is shown besides.
  fileprivate func shows(
    _ seen: Observation, of records: Set<LogHeader.Record>, on model: StageModel<V>
  ) -> Bool {
    for result in seen.returns where records.contains(.returns) {
      guard shown.returns.contains(where: { $0.matches(result, model.profile) }) else {
        return false
      }
    }
    for access in seen.accesses where records.contains(.accesses) {
      guard shown.accesses.contains(access) else { return false }
    }
    // The same thread twice is one too many.
    guard seen.returns.count <= shown.returns.count || !records.contains(.returns),
      seen.accesses.count <= shown.accesses.count || !records.contains(.accesses)
    else { return false }
    var rest = seen
    rest.returns = shown.returns
    rest.accesses = shown.accesses
    if !records.contains(.replies) || seen.reply == nil { rest.reply = shown.reply }
    return explains(rest, on: model)
  }
}
