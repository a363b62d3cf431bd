/// Some ways in which a step can have gone, each once, in the order in which they were found.
struct Courses<V: MachineValues> {
  private(set) var all: [Course<V>] = []
  private var known: Set<Course<V>>?

  /// Few are compared with each other; many are looked up.
  private static var limit: Int { 12 }

  init() {}

  /// Adds a course; false if it is known.
  mutating func insert(_ course: Course<V>) -> Bool {
    if known == nil {
      if all.count < Self.limit {
        for other in all where other == course { return false }
        all.append(course)
        return true
      }
      known = Set(all)
    }
    guard known?.insert(course).inserted == true else { return false }
    all.append(course)
    return true
  }
}

extension Courses {
  /// What these courses can come to by themselves, in any number of silent steps, themselves included;
  /// without those in which an instruction is still to be executed again.
  static func closure(
    of start: [Course<V>], on model: StageModel<V>, while isOpen: (Course<V>) -> Bool
  ) -> [Course<V>] {
    if start.count == 1, let only = start.first, only.isQuiet { return isOpen(only) ? start : [] }
    var seen = Courses()
    var resting: [Course<V>] = []
    var next = 0
    for course in start where isOpen(course) { _ = seen.insert(course) }
    while next < seen.all.count {
      let course = seen.all[next]
      next += 1
      let silent = course.silent(on: model)
      if !silent.isBusy { resting.append(course) }
      for way in silent.ways where isOpen(way) { _ = seen.insert(way) }
    }
    return resting
  }
}

extension Course {
  /// Whether nothing can happen without an operation.
  var isQuiet: Bool {
    let ipc = moment.kernel.ipc
    return moment.outstanding.mask == 0 && ipc.sending.mask == 0 && ipc.due.mask == 0
  }
}
