import KernelPrograms
import Logic
import Microkernel
import Vocabulary

/// Says of transcripts whether the specification explains them.
package struct Judge: Sendable {
  package let profile: KernelProfile
  /// What the transcripts so far have shown.
  package private(set) var coverage = KernelCoverage()
  /// The most states that were possible at once.
  package private(set) var largest = 1
  /// The facts and chapters that the last program was about.
  private(set) var facts: BitMask = 0
  /// The facts that the last program spoke for, by their numbers.
  package var credited: [String] {
    Facts.all.enumerated().filter { facts >> BitMask($0.offset) & 1 == 1 }.map(\.element)
  }
  private(set) var chapters: BitMask = 0

  /// The oracle after a setup, with what was seen until then: setups show the same every time.
  private struct Start: Sendable {
    var stage: Stage
    var seen: ArraySlice<Observation>
    var oracle: KernelOracle
  }
  private var starts: [String: Start] = [:]
  private var masks: [StepKind: BitMask] = [:]
  /// What the last program did to memory and nobody has looked at yet: facts by slot.
  private var hidden: [Int: BitMask] = [:]

  package init(profile: KernelProfile = .v2) { self.profile = profile }

  /// Judges what a kernel did with a program.
  package mutating func judge(
    _ program: KernelProgram, _ transcript: Transcript
  ) -> ProgramVerdict {
    facts = 0
    hidden = [:]
    chapters = program.operations.reduce(0) { $0 | Chapter.mask(of: $1) }
    let setup = program.stage.setup
    let all = transcript.observations
    var oracle: KernelOracle
    var next = min(setup.count, all.count)
    if let start = starts[program.stage.name], start.stage == program.stage,
      start.seen == all.prefix(setup.count)
    {
      oracle = start.oracle
    } else {
      oracle = KernelOracle(program.stage, profile: profile)
      for step in 0..<next {
        if let rejection = oracle.step(setup[step], all[step]) {
          return verdict(rejection, step, setup[step], isInSetup: true, oracle)
        }
      }
      if next == setup.count {
        starts[program.stage.name] = Start(
          stage: program.stage, seen: all.prefix(next), oracle: oracle)
      }
    }
    var last = InlineArray<12, UInt64>(repeating: 0)
    while next < all.count, next - setup.count < program.operations.count {
      let step = next - setup.count
      let operation = program.operations[step]
      let before = oracle
      if let rejection = oracle.step(operation, all[next]) {
        largest = max(largest, before.largest)
        return verdict(rejection, step, operation, isInSetup: false, before)
      }
      note(oracle.transition, operation, all[next], &last)
      credit(operation, all[next], from: before, to: oracle)
      next += 1
    }
    largest = max(largest, oracle.largest)
    return end(program, transcript, next, oracle)
  }

  /// Whether the transcript is of the right length, and the kernel there until the end.
  private func end(
    _ program: KernelProgram, _ transcript: Transcript, _ next: Int, _ oracle: KernelOracle
  ) -> ProgramVerdict {
    let setup = program.stage.setup.count
    let total = setup + program.operations.count
    var failure = transcript.failure
    if failure == nil, transcript.observations.count != total {
      failure = .init(.garbled, "\(transcript.observations.count) answers to \(total) operations")
    }
    guard let failure else { return .passed }
    guard total > 0 else { return .passed }
    let position = min(next, total - 1)
    let isInSetup = position < setup
    let operation =
      isInSetup ? program.stage.setup[position] : program.operations[position - setup]
    if next < total, oracle.isEndless(operation) { return .void }
    return .deviates(
      Deviation(
        step: (isInSetup ? position : position - setup) + 1, isInSetup: isInSetup,
        operation: operation, cause: .failed(failure), facts: Facts.of(operation.kind)))
  }

  private func verdict(
    _ rejection: Rejection, _ step: Int, _ operation: KernelOperation, isInSetup: Bool,
    _ before: KernelOracle
  ) -> ProgramVerdict {
    if before.isEndless(operation) { return .void }
    var facts = rejection.differences.flatMap { Facts.of($0) }
    facts += Facts.of(operation.kind).filter { !facts.contains($0) }
    var seen: Set<String> = []
    return .deviates(
      Deviation(
        step: step + 1, isInSetup: isInSetup, operation: operation, cause: .rejected(rejection),
        facts: facts.filter { seen.insert($0).inserted }))
  }

  private mutating func note(
    _ transition: StepKind, _ operation: KernelOperation, _ seen: Observation,
    _ last: inout InlineArray<12, UInt64>
  ) {
    coverage.add(transition, by: operation.actor, seen.returns, seen.accesses, &last)
    let known = masks[transition] ?? Chapter.mask(of: transition)
    masks[transition] = known
    chapters |= known
  }

  /// Counts the facts that a step speaks for, going by the first state that explains it. What it did to
  /// memory that is not shown counts when somebody reaches for that place.
  private mutating func credit(
    _ operation: KernelOperation, _ seen: Observation, from before: KernelOracle,
    to after: KernelOracle
  ) {
    guard let first = before.moments.first, let last = after.moments.first else { return }
    if !hidden.isEmpty, !seen.isSkipped, case .access(let page, _, let by) = operation {
      let task = before.stage.population.task(of: by)
      let port = page - KernelOperation.port(0)
      let shape = before.stage.shape
      let slot = port >= 0 ? shape.slot(task, port: port) : shape.slot(task, page: page)
      facts |= hidden.removeValue(forKey: Int(slot.rawValue)) ?? 0
    }
    let credit = Credit(
      operation, after.transition, seen, from: first.kernel, to: last.kernel, on: before.stage)
    facts |= credit.facts
    for (slots, facts) in credit.hidden {
      for slot in 0..<32 where slots >> UInt32(slot) & 1 == 1 { hidden[slot, default: 0] |= facts }
    }
  }
}
