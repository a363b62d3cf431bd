import AddressSpaces
import Logic
import SMT

/// A program that goes one way through a rule, or why there is none.
enum PathProgram {
  case program(Program)
  case none(because: String)
}

extension RulePaths {
  /// How many models of a path are tried before it is given up.
  private static let attempts = 24

  /// All paths through the rule, each with what it came to and a program.
  func search() throws -> [(ending: Ending, condition: String, program: PathProgram)] {
    let paths = try world.context.paths(assuming: world.assumptions) { body(world) }
    return try paths.map { ($0.result, condition($0), try program(for: $0)) }
  }

  /// The questions that were not decided before they were asked, with their answers.
  private func condition(_ path: Path<Ending>) -> String {
    var answers: [Bool] = []
    var words: [String] = []
    for choice in path.choices {
      if let question = questions(answers), !choice.isForced {
        words.append(choice.taken ? question : "not: \(question)")
      }
      answers.append(choice.taken)
    }
    if words.isEmpty { return path.decisions.isEmpty ? "always" : "\(path.decisions.count) cases" }
    return words.joined(separator: ", ")
  }

  private func program(for path: Path<Ending>) throws -> PathProgram {
    let solver = try Solver(in: world.context, .bitVectors)
    for assumption in world.assumptions {
      try solver.assert(assumption.formula(in: world.context))
    }
    try solver.assert(path.condition.formula(in: world.context))
    for attempt in 0..<Self.attempts {
      switch try solver.check(timeout: .seconds(10)) {
      case .unknown(let reason): return .none(because: "the solver gave up: \(reason)")
      case .unsatisfiable:
        return .none(because: "none of the \(attempt) states of this path is built by calls")
      case .satisfiable(let model):
        let state = try ModelState(model, of: world)
        if let program = try program(from: state, model, path.result) {
          return .program(program)
        }
        try solver.assert(state.isOther(world.spaces).formula(in: world.context))
      }
    }
    return .none(because: "\(Self.attempts) states of this path are not built by calls")
  }

  /// A program that builds the state and then goes the path; nil if it does not.
  private func program(
    from state: ModelState, _ model: Model, _ ending: Ending
  ) throws -> Program? {
    var shape = world.shape
    shape.nodes = state.nodes
    guard let last = try operation(model),
      let building = StateConstruction.operations(to: state.spaces, in: shape)
    else { return nil }
    var oracle = Oracle<UInt8, 8, 4>(shape)
    for operation in building { _ = oracle.perform(operation) }
    guard oracle.spaces == state.spaces, let result = oracle.perform(last) else { return nil }
    let isDecidedBefore = result.cases.all.isEmpty
    let isSame =
      isDecidedBefore
      ? ending.answer != nil || ending.cases.allSatisfy(\.isDecidedByCall)
      : Set(result.cases.all) == Set(ending.cases)
    return isSame ? Program(shape, building + [last]) : nil
  }
}

extension PageCase {
  /// Whether a call decides this for all its pages before the first.
  fileprivate var isDecidedByCall: Bool {
    switch self {
    case .notExistent, .outsideWindow, .withinOneSpace: true
    case .notHeld, .noPlace, .rootStays, .ontoAncestor, .kept, .widened, .replaced, .mapped,
      .shortage, .granted, .grantedReplacing, .unmapped, .deleted, .created, .accessed, .fault:
      false
    }
  }
}
