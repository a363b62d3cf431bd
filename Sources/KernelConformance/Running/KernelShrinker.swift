import KernelPrograms
import Logic
import Microkernel
import Vocabulary

/// Makes a program shorter that a kernel fails: operations are left out (Zeller, Hildebrandt:
/// Simplifying and isolating failure-inducing input, 10.1109/32.988498), and what is left is made
/// simpler, until none of that goes any further. The stage stays.
///
/// The result is a deviation of the same kind, though perhaps at another place.
package struct KernelShrinker<Runner: ProgramRunner> {
  package private(set) var program: KernelProgram
  package private(set) var deviation: Deviation
  /// What the kernel showed of it; nil if it did not fail again.
  package private(set) var transcript: Transcript?
  /// How many programs may still be run: kernels on slow lines cannot be asked a thousand times.
  private var budget: Int
  /// When it must be over but for a first try; nil is whenever it is.
  package var end: ContinuousClock.Instant?
  private let essence: String
  private let group: String
  private var isStrict = true

  package init(_ program: KernelProgram, _ deviation: Deviation, budget: Int = 2000) {
    self.program = program
    self.deviation = deviation
    self.budget = budget
    essence = deviation.essence
    group = deviation.group
  }

  /// False if the program does not fail again. With no budget nothing is tried.
  package mutating func shrink(_ runner: inout Runner, _ judge: inout Judge) -> Bool {
    if budget == 0 { return true }
    guard accept(program, &runner, &judge) else { return false }
    repeat {
      var isSimpler = true
      while isSimpler && mayGoOn {
        isSimpler = leaveOut(&runner, &judge)
        isSimpler = simplify(&runner, &judge) || isSimpler
      }
      // The same part of what is seen, though with other values, is the same mistake most often.
      isStrict.toggle()
    } while !isStrict && mayGoOn
    return true
  }

  private var mayGoOn: Bool { budget > 0 && end.map { ContinuousClock.now < $0 } ?? true }

  private mutating func accept(
    _ candidate: KernelProgram, _ runner: inout Runner, _ judge: inout Judge
  ) -> Bool {
    guard mayGoOn || transcript == nil, judge.ends(candidate) else { return false }
    budget -= 1
    let shown = runner.run(candidate)
    guard case .deviates(let seen) = judge.judge(candidate, shown),
      isStrict ? seen.group == group : seen.essence == essence
    else { return false }
    program = candidate
    transcript = shown
    if !seen.isInSetup { program.operations = Array(candidate.operations.prefix(seen.step)) }
    deviation = seen
    return true
  }

  /// Leaves out runs of operations, long ones first, then single ones.
  private mutating func leaveOut(_ runner: inout Runner, _ judge: inout Judge) -> Bool {
    var isSimpler = false
    var length = max(1, program.operations.count / 2)
    while true {
      var start = 0
      while start < program.operations.count {
        var candidate = program
        candidate.operations.removeSubrange(
          start..<min(start + length, candidate.operations.count))
        if accept(candidate, &runner, &judge) { isSimpler = true } else { start += length }
      }
      if length == 1 { return isSimpler }
      length /= 2
    }
  }

  /// Makes operations simpler one by one.
  private mutating func simplify(_ runner: inout Runner, _ judge: inout Judge) -> Bool {
    var isSimpler = false
    var index = 0
    while index < program.operations.count {
      var next = index + 1
      for simpler in program.operations[index].simpler {
        var candidate = program
        candidate.operations[index] = simpler
        if accept(candidate, &runner, &judge) {
          isSimpler = true
          next = index
          break
        }
      }
      index = next
    }
    return isSimpler
  }
}

extension Judge {
  /// Whether a program ends on the specification, for kernels are not asked to run for ever.
  package func ends(_ program: KernelProgram) -> Bool {
    var performance = Performance(
      StageModel<Concrete<UInt32>>(program.stage, profile), choices: .usual)
    for operation in program.stage.setup + program.operations {
      _ = performance.course(of: operation)
      if performance.isEndless { return false }
    }
    return true
  }
}
