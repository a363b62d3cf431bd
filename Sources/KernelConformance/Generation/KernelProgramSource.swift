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
  private let models: [StageModel<Concrete<UInt32>>]
  /// The states after the setups.
  private let starts: [Moment<Concrete<UInt32>>]

  package init(
    seed: UInt64, length: Int = 30, stages: [Stage]? = nil, profile: KernelProfile = .v2,
    abilities: Abilities? = nil
  ) {
    self.abilities = abilities
    self.seed = seed
    self.length = length
    let stages = stages ?? Stages.all(for: profile)
    self.stages = stages
    models = stages.map { StageModel($0, profile) }
    starts = models.map { model in
      var performance = Performance(model, choices: .usual)
      for operation in model.stage.setup { _ = performance.course(of: operation) }
      return performance.moment
    }
  }

  /// Programs on the same stage come in a row: most kernels are quicker with a stage that they have.
  private static let row = 4

  /// Program `number`: the stages take turns.
  package func program(_ number: Int) -> KernelProgram {
    let index = number / Self.row % stages.count
    var performance = Performance(models[index], choices: .usual)
    performance.moment = starts[index]
    var chooser = Chooser(
      stages[index], Randomness(seed: seed, program: number), performance.moment,
      abilities)
    var operations: [KernelOperation] = []
    operations.reserveCapacity(length)
    for _ in 0..<length {
      let before = performance.moment
      let operation = chooser.next(after: before)
      _ = performance.course(of: operation)
      if performance.isEndless { performance.moment = before } else { operations.append(operation) }
    }
    return KernelProgram(stages[index], operations)
  }
}
