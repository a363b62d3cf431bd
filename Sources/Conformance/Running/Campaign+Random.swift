import AddressSpaces

/// Runs a block of random programs in lockstep: each operation is chosen by the state that the
/// specification has come to on the bench, so that the specification is run once.
struct RandomBlock<C: Connector>: OracleUser {
  let connector: C
  let programs: RandomPrograms
  let numbers: Range<Int>
  let auditInterval: Int
  let heartbeat: Heartbeat?
  let isolation: (any Isolation)?
  var tally: Tally
  /// The programs with a deviation, up to `findingLimit`.
  var findings: [(program: Program, number: Int, deviation: Deviation)] = []
  var findingLimit: Int

  mutating func use<Storage, let slots: Int, let frames: Int>(
    _ oracle: Oracle<Storage, slots, frames>
  ) {
    if let isolation { return run(on: isolation) }
    var bench = Bench(
      connector.boot(oracle.shape), oracle, auditInterval: auditInterval)
    var operations: [Operation] = []
    operations.reserveCapacity(programs.length)
    for number in numbers {
      operations.removeAll(keepingCapacity: true)
      let probing = programs.probing(number)
      var chooser = programs.chooser(number)
      heartbeat?.begin(.random(programs, number: number))
      bench.reset()
      var deviation: Deviation?
      for index in 0..<programs.length {
        let operation = chooser.next(bench.view)
        operations.append(operation)
        let result = bench.step(
          operation, number: index + 1, probing: probing == .everyStep)
        guard let result else { continue }
        tally.count(operation, result.expected)
        deviation = result.deviation
        if deviation != nil { break }
      }
      if deviation == nil {
        deviation = bench.compare(number: operations.count, probing: probing == .end)
        deviation?.operation = operations.last?.description ?? ""
      }
      if let deviation {
        tally.deviating += 1
        // What is broken may not even survive a reset.
        bench.kernel = connector.boot(oracle.shape)
        if findings.count < findingLimit {
          findings.append((Program(oracle.shape, operations, probing: probing), number, deviation))
        }
      }
    }
    tally.effort += bench.effort
  }

  /// The same programs, each made as a whole and given away, until enough deviate: a kernel that has
  /// to be started again for each is slow.
  private mutating func run(on isolation: any Isolation) {
    for number in numbers where findings.count < findingLimit {
      heartbeat?.begin(.random(programs, number: number))
      let program = programs.program(number)
      tally.effort += Effort(programs: 1, steps: program.operations.count)
      guard let deviation = isolation.run(program) else { continue }
      tally.deviating += 1
      findings.append((program, number, deviation))
    }
  }
}

/// What came up in the programs of a campaign.
struct Tally {
  var effort = Effort()
  var deviating = 0
  /// How often each kind of operation came to each case.
  private var counts = InlineArray<120, Int>(repeating: 0)

  mutating func count(_ operation: Operation, _ expected: Expectation) {
    let row = operation.kindNumber * PageCase.allCases.count
    var rest = expected.cases.mask
    while rest != 0 {
      counts[row + rest.trailingZeroBitCount] += 1
      rest &= rest - 1
    }
  }

  /// The cases that came up, in the order of the kinds.
  var cases: [CaseCount] {
    var all: [CaseCount] = []
    for (row, kind) in Operation.Kind.allCases.enumerated() {
      for (column, result) in PageCase.allCases.enumerated() {
        let count = counts[row * PageCase.allCases.count + column]
        if count > 0 {
          all.append(CaseCount(operation: kind.rawValue, result: "\(result)", count: count))
        }
      }
    }
    return all
  }
}

/// How often a kind of operation came to a case.
public struct CaseCount: Hashable, Sendable, Codable {
  public var operation: String
  public var result: String
  public var count: Int
}

extension Operation {
  /// The position of the kind among all kinds.
  fileprivate var kindNumber: Int {
    switch kind {
    case .map: 0
    case .grant: 1
    case .unmap: 2
    case .delete: 3
    case .create: 4
    case .access: 5
    }
  }
}
