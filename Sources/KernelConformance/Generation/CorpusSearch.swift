import KernelPrograms
import Logic
import Microkernel
import Vocabulary

/// Looks for programs that come to something new, beginning at the ends of those that did: what is
/// rare is found step by step.
struct CorpusSearch {
  typealias V = Traced<UInt32>

  /// A program that came to something new with its last operation.
  private struct Found {
    var stage: Int
    var operations: [KernelOperation]
    var moment: Moment<V>
    /// The last kind of step that concerned each thread.
    var last: InlineArray<12, UInt64>
    /// The items that it covers, by number.
    var items: [Int32]
  }

  private let models: [StageModel<V>]
  private let abilities: Abilities?
  private var starts: [Moment<V>] = []
  private var dice: Randomness
  private var found: [Found] = []
  /// Those that can be gone on with, by stage.
  private var open: [[Int]]
  private var numbers: [Item: Int32] = [:]

  /// What can be covered.
  enum Item: Hashable {
    case kind(StepKind)
    case pair(UInt64)
    case path(UInt64)
  }

  /// The longest program, and how far one goes on from what was found.
  private static let longest = 12
  private static let stride = 6

  init(
    profile: KernelProfile, stages: [Stage], seed: UInt64, abilities: Abilities? = nil
  ) {
    self.abilities = abilities
    models = stages.map { StageModel($0, profile) }
    dice = Randomness(seed: seed)
    open = Array(repeating: [], count: stages.count)
    for model in models {
      var performance = Performance(model, choices: .usual)
      for operation in model.stage.setup { _ = performance.course(of: operation) }
      starts.append(performance.moment)
    }
  }

  /// Tries so many steps; false if it was ended before.
  mutating func run(steps: Int, while goesOn: (_ done: Double) -> Bool = { _ in true }) -> Bool {
    var left = steps
    var stage = 0
    var walks = 0
    while left > 0 {
      left -= walk(on: stage)
      stage = (stage + 1) % models.count
      walks += 1
      if walks % 1024 == 0, !goesOn(Double(steps - left) / Double(steps)) { return false }
    }
    return true
  }

  /// Goes on from the start of a stage, or from the end of a program; returns how many steps.
  private mutating func walk(on stage: Int) -> Int {
    let isFresh = open[stage].isEmpty || dice.chance(15)
    // What was found last is looked at most.
    let count = open[stage].count
    let recent = dice.chance(50) ? max(0, count - 64) : 0
    let base = isFresh ? nil : open[stage][recent + dice.below(count - recent)]
    let model = models[stage]
    var performance = Performance(model, choices: .usual)
    performance.moment = base.map { found[$0].moment } ?? starts[stage]
    var operations = base.map { found[$0].operations } ?? []
    var last = base.map { found[$0].last } ?? InlineArray(repeating: 0)
    var items = base.map { found[$0].items } ?? []
    var chooser = Chooser(model.stage, dice, performance.moment, abilities)
    var steps = 0
    var isNew = false
    while operations.count < Self.longest, steps < Self.stride {
      let before = performance.moment
      let operation = chooser.next(after: before)
      let course = performance.course(of: operation)
      steps += 1
      if performance.isEndless {
        performance.moment = before
        continue
      }
      operations.append(operation)
      isNew = false
      for item in self.items(of: operation, course, &last) {
        if let number = numbers[item] {
          if !items.contains(number) { items.append(number) }
        } else {
          let number = Int32(numbers.count)
          numbers[item] = number
          items.append(number)
          isNew = true
        }
      }
      guard isNew else { continue }
      if operations.count < Self.longest { open[stage].append(found.count) }
      found.append(
        Found(
          stage: stage, operations: operations, moment: performance.moment, last: last,
          items: items))
    }
    dice = chooser.dice
    return max(1, steps)
  }

  private func items(
    of operation: KernelOperation, _ course: Course<V>,
    _ last: inout InlineArray<12, UInt64>
  ) -> [Item] {
    var coverage = KernelCoverage()
    let kind = StepKind(operation, course.shown)
    coverage.add(kind, by: operation.actor, course.shown.returns, course.shown.accesses, &last)
    var items: [Item] = [.kind(kind)]
    items += coverage.pairs.sorted().map { .pair($0) }
    items += course.paths.map { .path($0) }
    return items
  }

  /// The classes of transitions that were come to.
  var transitions: Set<TransitionClass> {
    var transitions: Set<TransitionClass> = []
    for case .kind(let kind) in numbers.keys { transitions.formUnion(kind.transitions) }
    return transitions
  }

  /// The fewest of the programs found that cover everything, as far as taking the one that adds most
  /// each time comes to that.
  var corpus: KernelCorpus {
    var names = Array(repeating: Item.path(0), count: numbers.count)
    for (item, number) in numbers { names[Int(number)] = item }
    var isCovered = Array(repeating: false, count: names.count)
    func gain(_ index: Int) -> Int {
      found[index].items.reduce(0) { $0 + (isCovered[Int($1)] ? 0 : 1) }
    }
    // What a program adds never grows, so that the best is known once its number is up to date.
    var waiting = Array(repeating: [Int](), count: (found.map(\.items.count).max() ?? 0) + 1)
    for index in found.indices { waiting[found[index].items.count].append(index) }
    var entries: [KernelCorpus.Entry] = []
    var level = waiting.count - 1
    while level > 0 {
      guard let index = waiting[level].popLast() else {
        level -= 1
        continue
      }
      let now = gain(index)
      if now < level {
        waiting[now].append(index)
        continue
      }
      for item in found[index].items { isCovered[Int(item)] = true }
      var paths: [UInt64] = []
      for item in found[index].items {
        if case .path(let path) = names[Int(item)] { paths.append(path) }
      }
      entries.append(
        .init(
          program: KernelProgram(models[found[index].stage].stage, found[index].operations),
          paths: paths))
    }
    var pairs: Set<UInt64> = []
    var paths: Set<UInt64> = []
    for name in names {
      switch name {
      case .kind: break
      case .pair(let pair): pairs.insert(pair)
      case .path(let path): paths.insert(path)
      }
    }
    return KernelCorpus(inRows(entries), transitions: transitions, pairs: pairs, paths: paths)
  }

  /// The programs with those of one stage in a row, as far as that leaves the better ones first.
  private func inRows(_ entries: [KernelCorpus.Entry]) -> [KernelCorpus.Entry] {
    var sorted: [KernelCorpus.Entry] = []
    var first = 0
    while first < entries.count {
      let part = entries[first..<min(entries.count, first + 200)]
      for model in models {
        sorted += part.filter { $0.program.stage.name == model.stage.name }
      }
      first += 200
    }
    return sorted
  }
}
