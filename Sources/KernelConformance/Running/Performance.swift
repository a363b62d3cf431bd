import KernelPrograms
import Logic
import Microkernel

/// One run of the specification on a stage: what is open is chosen.
struct Performance<V: MachineValues> {
  /// How a run chooses what kernels may choose.
  enum Choices {
    /// As most kernels: transfers go on at once, timeouts pass in the tick in which they are due, and
    /// the processor goes on with a message. (SC12)
    case usual
    /// Whatever is allowed.
    case any
  }

  let model: StageModel<V>
  let choices: Choices
  var moment: Moment<V>
  /// Whether instructions are executed again and again without an end in the last step: the message of
  /// a fault can be what another thread with a fault takes for the answer of its pager. Kernels cannot
  /// be asked to do that. (PF-5, PF-7)
  private(set) var isEndless = false
  private var randomness: Randomness

  init(_ model: StageModel<V>, choices: Choices, seed: UInt64 = 0) {
    self.model = model
    self.choices = choices
    moment = model.boot
    randomness = Randomness(seed: seed)
  }

  /// Performs an operation, with what happens before and after it by itself.
  mutating func perform(_ operation: KernelOperation) -> Observation {
    course(of: operation).observation(on: model)
  }

  /// The same, without a look at what is to be seen.
  mutating func course(of operation: KernelOperation) -> Course<V> {
    var course = Course(moment)
    if case .tick = operation {
      while course.isLate { course = silent(course) ?? course }
    } else if choices == .any {
      while randomness.chance(30), let next = silent(course) { course = next }
    }
    let action = model.action(operation)
    let actor = operation.actor.map { Int($0.rawValue) }
    if course.canAct(actor, action, on: model) {
      course = choose(course.ways(action, by: actor, asking: operation, on: model))
    } else {
      course.shown.isSkipped = true
    }
    var isOver = false
    var retries = 0
    isEndless = false
    while !isOver {
      let mustGoOn = course.retrying(on: model).mask != 0
      retries += mustGoOn ? 1 : 0
      if retries > Self.longestRetrying {
        isEndless = true
        break
      }
      let goesOn = choices == .usual ? isUsual(course, after: operation) : randomness.chance(60)
      if mustGoOn || goesOn, let next = silent(course) { course = next } else { isOver = true }
    }
    moment = course.moment
    return course
  }

  /// More instructions than this are never executed again in one step that ends.
  private static var longestRetrying: Int { 24 }

  /// Whether most kernels would do what they can at this point.
  private func isUsual(_ course: Course<V>, after operation: KernelOperation) -> Bool {
    if course.copying.mask != 0 { return true }
    if case .tick = operation { return true }
    return false
  }

  /// One of the next silent steps; nil if there is none.
  private mutating func silent(_ course: Course<V>) -> Course<V>? {
    let ways = course.silent(on: model).ways
    guard !ways.isEmpty else { return nil }
    return choices == .usual ? ways.first : ways[randomness.below(ways.count)]
  }

  private mutating func choose(_ ways: [Course<V>]) -> Course<V> {
    choices == .usual ? ways[ways.count - 1] : ways[randomness.below(ways.count)]
  }
}
