import KernelPrograms
import Logic
import Microkernel

/// Programs at random. Program n of a seed is the same whatever was made before it.
package struct KernelProgramSource: Sendable {
  package let seed: UInt64
  /// Operations of each program.
  package let length: Int
  package let stages: [Stage]
  private let abilities: Abilities?
  /// The states after the setups; with a record of paths only where those are counted.
  private let starts: [Start<Concrete<UInt32>>]
  private let tracedStarts: [Start<Traced<UInt32>>]

  private struct Start<V: MachineValues>: Sendable {
    let model: StageModel<V>
    let moment: Moment<V>

    init(_ stage: Stage, _ profile: KernelProfile) {
      model = StageModel(stage, profile)
      var performance = Performance(model, choices: .usual)
      for operation in stage.setup { _ = performance.course(of: operation) }
      moment = performance.moment
    }
  }

  package init(
    seed: UInt64, length: Int = 30, stages: [Stage]? = nil, profile: KernelProfile = .v2,
    abilities: Abilities? = nil, countsPaths: Bool = false
  ) {
    self.abilities = abilities
    self.seed = seed
    self.length = length
    let stages = stages ?? Stages.all(for: profile)
    self.stages = stages
    starts = countsPaths ? [] : stages.map { Start($0, profile) }
    tracedStarts = countsPaths ? stages.map { Start($0, profile) } : []
  }

  /// Programs on the same stage come in a row: most kernels are quicker with a stage that they have.
  private static let row = 4

  /// Program `number`: the stages take turns.
  package func program(_ number: Int) -> KernelProgram { entry(number).program }

  /// The same, with the paths that it takes where those are counted.
  func entry(_ number: Int) -> KernelCorpus.Entry {
    let index = number / Self.row % stages.count
    return tracedStarts.isEmpty
      ? entry(number, from: starts[index]) : entry(number, from: tracedStarts[index])
  }

  private func entry<V>(_ number: Int, from start: Start<V>) -> KernelCorpus.Entry {
    let stage = start.model.stage
    var performance = Performance(start.model, choices: .usual)
    performance.moment = start.moment
    var chooser = Chooser(
      stage, Randomness(seed: seed, program: number), performance.moment, abilities)
    var operations: [KernelOperation] = []
    operations.reserveCapacity(length)
    var paths: Set<UInt64> = []
    for _ in 0..<length {
      let before = performance.moment
      let operation = chooser.next(after: before)
      let course = performance.course(of: operation)
      if performance.isEndless {
        performance.moment = before
      } else {
        operations.append(operation)
        paths.formUnion(course.paths)
      }
    }
    return KernelCorpus.Entry(program: KernelProgram(stage, operations), paths: Array(paths))
  }
}
