import KernelPrograms
import Logic
import Microkernel
import Vocabulary

/// Makes a program shorter that a kernel fails: operations are left out (Zeller, Hildebrandt:
/// Simplifying and isolating failure-inducing input, 10.1109/32.988498), and what is left is made
/// simpler, until none of that goes any further. Where one change alone goes no further, two at once
/// may: two operations go, two threads become one, an operation goes that a simpler one does without.
///
/// The stage stays, but for a deviation in its setup: then the setup is the program.
/// The result is a deviation of the same kind, though perhaps at another place.
package struct KernelShrinker<Runner: ProgramRunner> {
  package private(set) var program: KernelProgram
  package private(set) var deviation: Deviation
  /// What the kernel showed of it; nil if it did not fail again.
  package private(set) var transcript: Transcript?
  /// How many programs may still be run: kernels on slow lines cannot be asked a thousand times.
  private(set) var budget: Int
  /// When it must be over but for a first try: a kernel that hangs takes seconds to do so again. nil is
  /// whenever it is.
  private let end: ContinuousClock.Instant?
  /// Whether another program of the same kind may become shorter.
  var isLong: Bool { program.operations.count > Self.short }
  private static var short: Int { 4 }
  /// Makes the kernel anew, if it shall be after each program that deviates.
  var renew: (() -> Runner)?
  /// Whether a program may end with a deviation, though it is of the kind.
  var isAcceptable: (Deviation) -> Bool = { _ in true }
  private let essence: String
  private let group: String
  private var isStrict = true

  package init(
    _ program: KernelProgram, _ deviation: Deviation, budget: Int = 2000,
    until end: ContinuousClock.Instant? = nil
  ) {
    self.program = program
    self.deviation = deviation
    self.budget = budget
    self.end = end
    essence = deviation.essence
    group = deviation.group
  }

  /// False if the program does not fail again.
  package mutating func shrink(_ runner: inout Runner, _ judge: inout Judge) -> Bool {
    guard accept(program, &runner, &judge) else { return false }
    beginAtBoot(&runner, &judge)
    repeat {
      var isSimpler = true
      while isSimpler && mayGoOn {
        isSimpler = leaveOut(&runner, &judge)
        isSimpler = simplify(&runner, &judge) || isSimpler
        // What takes many tries is for what is short already.
        isSimpler =
          isSimpler || merge(&runner, &judge) || leaveOutTwo(&runner, &judge)
          || hasten(&runner, &judge) || doWithout(&runner, &judge)
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
    guard case .deviates(let seen) = judge.judge(candidate, shown) else { return false }
    if let renew { runner = renew() }
    guard isStrict ? seen.group == group : seen.essence == essence && isAcceptable(seen) else {
      return false
    }
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

/// Changes of which each makes two at once.
extension KernelShrinker {
  /// A setup that a kernel fails is a program as any other, of which most can be left out.
  private mutating func beginAtBoot(_ runner: inout Runner, _ judge: inout Judge) {
    guard deviation.isInSetup else { return }
    var stage = program.stage
    let setup = stage.setup.prefix(deviation.step)
    stage.setup = []
    stage.name += ", from boot"
    _ = accept(KernelProgram(stage, Array(setup)), &runner, &judge)
  }

  /// Lets one thread do what two did.
  private mutating func merge(_ runner: inout Runner, _ judge: inout Judge) -> Bool {
    let threads = program.operations.threads
    for one in threads.reversed() {
      for other in threads where other != one {
        var candidate = program
        candidate.operations = program.operations.map {
          $0.naming { $0 == one ? other : $0 }
        }
        if accept(candidate, &runner, &judge) { return true }
      }
    }
    return false
  }

  /// Leaves out two operations, as a send and its receive.
  private mutating func leaveOutTwo(_ runner: inout Runner, _ judge: inout Judge) -> Bool {
    for second in program.operations.indices.dropFirst().reversed() {
      for first in 0..<second {
        var candidate = program
        candidate.operations.remove(at: second)
        candidate.operations.remove(at: first)
        if accept(candidate, &runner, &judge) { return true }
      }
    }
    return false
  }

  /// Leaves out a tick, and makes all timeouts shorter by it.
  private mutating func hasten(_ runner: inout Runner, _ judge: inout Judge) -> Bool {
    for index in program.operations.indices where program.operations[index] == .tick {
      var candidate = program
      candidate.operations.remove(at: index)
      candidate.operations = candidate.operations.map(\.hastened)
      if accept(candidate, &runner, &judge) { return true }
    }
    return false
  }

  /// Makes an operation simpler, and leaves out another that was needed for what it did besides.
  private mutating func doWithout(_ runner: inout Runner, _ judge: inout Judge) -> Bool {
    for index in program.operations.indices {
      for simpler in program.operations[index].simpler {
        for other in program.operations.indices where other != index {
          var candidate = program
          candidate.operations[index] = simpler
          candidate.operations.remove(at: other)
          if accept(candidate, &runner, &judge) { return true }
        }
      }
    }
    return false
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
