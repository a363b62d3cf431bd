import KernelPrograms
import Logic
import Microkernel

/// The specification itself as a kernel under test: whatever is open it decides at random, and the
/// oracle must find nothing wrong with it. Told to lie, it must be found out.
package struct SpecificationRunner: ProgramRunner {
  package let description: KernelDescription
  package var profile: KernelProfile
  /// What it says that is not so.
  package var lie: Lie?
  package var seed: UInt64
  /// Whether it chooses what most kernels do, instead of anything that is allowed.
  package var isUsual: Bool

  private var program: UInt64 = 0

  package init(
    profile: KernelProfile = .v2, named name: String = "v2", lie: Lie? = nil, seed: UInt64 = 1,
    isUsual: Bool = false
  ) {
    description = KernelDescription(name: "specification", profile: name)
    self.profile = profile
    self.lie = lie
    self.seed = seed
    self.isUsual = isUsual
  }

  package mutating func run(_ program: KernelProgram) -> Transcript {
    if let defect = program.stage.defect {
      return Transcript([], failure: .init(.refused, defect))
    }
    self.program += 1
    let model = StageModel<Concrete<UInt32>>(program.stage, profile)
    var performance = Performance(
      model, choices: isUsual ? .usual : .any,
      seed: isUsual ? seed : seed &+ self.program &* 0x9E37_79B9)
    var observations: [Observation] = []
    let setup = program.stage.setup.count
    for (step, operation) in (program.stage.setup + program.operations).enumerated() {
      var seen = performance.perform(operation)
      if step >= setup, let lie { lie.tell(&seen, of: operation, on: program.stage) }
      observations.append(seen)
    }
    return Transcript(observations)
  }
}
