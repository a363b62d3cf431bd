import Logic
import Microkernel
import Vocabulary

/// Two kernels side by side in one universe: the same operations happen to both, and a search, breadth
/// first, finds the shortest program after which they answer differently.
///
/// Where a kernel may choose (U17), what counts is everything that it may answer: a state of the
/// search has, for each of both, all states that it can be in after the same answers. They differ
/// when one of them can give an answer that the other cannot.
struct DifferenceSearch {
  typealias Kernel = DifferenceQuestion.Kernel

  /// Two kernels, each in one of several states that nobody can tell from each other.
  struct Pair: Hashable {
    var left: Set<Kernel>
    var right: Set<Kernel>
  }

  /// A program, and what both kernels can answer to its last operation.
  struct Finding {
    var program: [Int]
    var left: Set<Observation>
    var right: Set<Observation>
  }

  /// What a search came to.
  struct Result {
    var finding: Finding?
    var states: Int
    /// How many operations the programs have that were looked at; nil if all programs were.
    var bound: Int?
  }

  private let question: DifferenceQuestion
  private let left: Kernel.Hardware
  private let right: Kernel.Hardware
  private let start: Pair
  private let actions: [KernelAction<DifferenceQuestion.V>]
  private let observer: Observer

  /// One situation, in a kernel with one profile and in a kernel with another.
  ///
  /// - Throws: where one of them cannot come into this situation.
  init(
    _ question: DifferenceQuestion, _ left: KernelProfile, _ right: KernelProfile
  ) throws {
    self.question = question
    let kernels = (try question.kernel(left), try question.kernel(right))
    self.left = kernels.0.platform
    self.right = kernels.1.platform
    start = Pair(left: [kernels.0.start], right: [kernels.1.start])
    actions = question.operations.map(question.action)
    observer = Observer(population: question.population)
  }

  /// Looks at programs of up to `bound` operations.
  func run(bound: Int) -> Result {
    var paths: [Pair: [Int]] = [start: []]
    var level = [start]
    for length in 0..<bound {
      var next: [Pair] = []
      for pair in level {
        let path = paths[pair] ?? []
        for operation in actions.indices {
          let left = answers(pair.left, operation, self.left)
          let right = answers(pair.right, operation, self.right)
          if Set(left.keys) != Set(right.keys) {
            let finding = Finding(
              program: path + [operation], left: Set(left.keys), right: Set(right.keys))
            return Result(finding: finding, states: paths.count, bound: length + 1)
          }
          for (answer, states) in left.sorted(by: { $0.key < $1.key }) where answer != .impossible {
            let pair = Pair(left: states, right: right[answer] ?? [])
            guard paths[pair] == nil else { continue }
            paths[pair] = path + [operation]
            next.append(pair)
          }
        }
      }
      if next.isEmpty { return Result(finding: nil, states: paths.count, bound: nil) }
      level = next
    }
    return Result(finding: nil, states: paths.count, bound: bound)
  }

  /// Everything that the first of both kernels may answer to the last operation of a program.
  func replay(_ program: [Int]) -> Set<Observation> {
    var states = start.left
    var last: Set<Observation> = []
    for operation in program {
      let answers = answers(states, operation, left)
      last = Set(answers.keys)
      states = answers.values.reduce([]) { $0.union($1) }
    }
    return last
  }

  /// Everything that a kernel in one of these states may answer, and where it is then.
  private func answers(
    _ states: Set<Kernel>, _ operation: Int, _ platform: Kernel.Hardware
  ) -> [Observation: Set<Kernel>] {
    var answers: [Observation: Set<Kernel>] = [:]
    let profile = platform.profile.threads
    let choices = profile.schedules && profile.afterTransfer == .either ? [false, true] : [false]
    for state in states {
      guard state.permits(actions[operation], on: platform).value else {
        answers[.impossible, default: []].insert(state)
        continue
      }
      for isDirect in choices {
        var after = state
        let effects = after.perform(
          actions[operation], on: platform, directly: ConcreteTruth(isDirect))
        let observation = observer.observe(
          question.operations[operation], actions[operation], effects, after: after, on: platform)
        answers[observation, default: []].insert(after)
      }
    }
    return answers
  }
}
