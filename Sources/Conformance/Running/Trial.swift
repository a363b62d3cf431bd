import AddressSpaces

/// Runs programs on kernels fresh from boot.
public struct Trial<C: Connector>: Sendable {
  public let connector: C
  /// After how many steps the kernel audits itself; 0 is never.
  public var auditInterval: Int
  /// Told of every program.
  public var heartbeat: Heartbeat?
  /// Where the kernel is, if not in this process.
  public var isolation: (any Isolation)?

  public init(
    _ connector: C, auditInterval: Int = 1, heartbeat: Heartbeat? = nil,
    isolation: (any Isolation)? = nil
  ) {
    self.connector = connector
    self.auditInterval = auditInterval
    self.heartbeat = heartbeat
    self.isolation = isolation
  }

  /// The first deviation of a program; nil if the kernel does what the specification allows.
  public func run(_ program: Program) throws(ConformanceError) -> Deviation? {
    try runCounting(program).deviation
  }

  /// The same, and what it took.
  func runCounting(
    _ program: Program
  ) throws(ConformanceError) -> (deviation: Deviation?, effort: Effort) {
    try connector.check(program)
    heartbeat?.begin(.program(program))
    if let isolation {
      return (isolation.run(program), Effort(programs: 1, steps: program.operations.count))
    }
    var user = ProgramRun(trial: self, program: program)
    do { return try program.shape.withOracle(&user) } catch {
      throw .unsuitable("\(error)")
    }
  }

  /// The program step by step, with what was expected and what changed.
  public func transcript(of program: Program) throws(ConformanceError) -> Transcript {
    try connector.check(program)
    var user = TranscriptRun(trial: self, program: program)
    do { return try program.shape.withOracle(&user) } catch {
      throw .unsuitable("\(error)")
    }
  }
}

/// What keeps a run from coming to a verdict.
public enum ConformanceError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The program, or its universe, cannot be used with the kernel: why.
  case unsuitable(String)

  public var description: String {
    switch self {
    case .unsuitable(let why): why
    }
  }
}

extension Connector {
  /// That programs of a shape can be run.
  func check(_ shape: Shape) throws(ConformanceError) {
    if let defect = shape.defect ?? defect(of: shape) { throw .unsuitable(defect) }
  }

  func check(_ program: Program) throws(ConformanceError) {
    try check(program.shape)
    if let defect = program.defect { throw .unsuitable(defect) }
  }
}

private struct ProgramRun<C: Connector>: OracleUser {
  let trial: Trial<C>
  let program: Program

  mutating func use<Storage, let slots: Int, let frames: Int>(
    _ oracle: Oracle<Storage, slots, frames>
  ) -> (deviation: Deviation?, effort: Effort) {
    var bench = Bench(
      trial.connector.boot(program.shape), oracle, auditInterval: trial.auditInterval)
    let deviation = bench.run(program)
    return (deviation, bench.effort)
  }
}

private struct TranscriptRun<C: Connector>: OracleUser {
  let trial: Trial<C>
  let program: Program

  mutating func use<Storage, let slots: Int, let frames: Int>(
    _ oracle: Oracle<Storage, slots, frames>
  ) -> Transcript {
    var bench = Bench(
      trial.connector.boot(program.shape), oracle, auditInterval: trial.auditInterval)
    var transcript = Transcript()
    var before = Sketch(oracle)
    transcript.deviation = bench.run(program) { operation, expected in
      transcript.add(operation, expected, program.shape)
    }
    // What each step changed is the specification's alone.
    var plain = oracle
    var position = 0
    for operation in program.operations {
      guard plain.perform(operation) != nil else { continue }
      guard position < transcript.steps.count else { break }
      let after = Sketch(plain)
      transcript.steps[position].changes = before.picture.changes(to: after.picture)
      before = after
      position += 1
    }
    transcript.left = program.operations.count - transcript.steps.count
    return transcript
  }
}
