import AddressSpaces
import Logic
import SMT

/// A program that goes one way through a rule, or why there is none.
enum PathProgram {
  case program(Program)
  case none(because: String)
}

extension RulePaths {
  /// How many models of one size are tried.
  private static let attempts = 8

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
    var models = 0
    // The smallest states first, with all tasks active where that can be.
    for (nodes, allLive) in (0...world.shape.slots).flatMap({ [($0, true), ($0, false)] }) {
      try solver.push()
      try solver.assert(world.hasSize(nodes, allLive: allLive).formula(in: world.context))
      for _ in 0..<Self.attempts {
        guard case .satisfiable(let model) = try solver.check(timeout: .seconds(10)) else { break }
        models += 1
        let state = try ModelState(model, of: world)
        if let program = try program(from: state, model, path.result) { return .program(program) }
        try solver.assert(state.isOther(world.spaces).formula(in: world.context))
      }
      try solver.pop()
    }
    return .none(
      because: models == 0
        ? "the solver found no state" : "none of \(models) states of this path is built by calls")
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
    var oracle = Oracle<UInt8, 8, 2>(shape)
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
