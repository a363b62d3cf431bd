import AddressSpaces
import Logic
import SMT
import Universes

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
    var failure = Failure.notBuilt
    // The smallest states first, with all tasks active where that can be.
    for (isPreferred, nodes, allLive) in sizes {
      try solver.push()
      if isPreferred { try solver.assert(preference.formula(in: world.context)) }
      try solver.assert(world.hasSize(nodes, allLive: allLive).formula(in: world.context))
      for _ in 0..<Self.attempts {
        guard case .satisfiable(let model) = try solver.check(timeout: .seconds(10)) else { break }
        models += 1
        let state = try ModelState(model, of: world)
        let last = try operation(model)
        do throws(Failure) {
          return .program(try program(from: state, last: last, path.result))
        } catch {
          failure = error
        }
        try solver.assert(state.isOther(world.spaces).formula(in: world.context))
      }
      try solver.pop()
    }
    return .none(
      because: models == 0
        ? "the solver found no state"
        : "none of \(models) states of this path serves; of the last one \(failure.reason)")
  }

  private var sizes: [(isPreferred: Bool, nodes: Int, allLive: Bool)] {
    [true, false].flatMap { isPreferred in
      (0...world.shape.slots).flatMap { [(isPreferred, $0, true), (isPreferred, $0, false)] }
    }
  }

  private enum Failure: Error {
    case noOperation
    case notBuilt
    case builtAnother(String)
    case wentElsewhere(String)

    var reason: String {
      switch self {
      case .noOperation: "the arguments are those of no call"
      case .notBuilt: "no way to build it was found"
      case .builtAnother(let state): "another one was built: \(state)"
      case .wentElsewhere(let cases): "the operation came to \(cases)"
      }
    }
  }

  /// A program that builds the state and then goes the path.
  private func program(
    from state: ModelState, last: Operation?, _ ending: Ending
  ) throws(Failure) -> Program {
    var shape = world.shape
    shape.nodes = state.nodes
    guard let last else { throw .noOperation }
    guard let building = StateConstruction.operations(to: state.spaces, in: shape) else {
      throw .notBuilt
    }
    var oracle = Oracle<UInt8, 8, 2>(shape)
    for operation in building { _ = oracle.perform(operation) }
    guard oracle.spaces == state.spaces else {
      throw .builtAnother(
        Picture(state.spaces, in: shape).changes(to: Picture(oracle.spaces, in: shape))
          .joined(separator: "; "))
    }
    guard let result = oracle.perform(last) else { throw .wentElsewhere("nothing") }
    let isDecidedBefore = result.cases.all.isEmpty
    let isSame =
      isDecidedBefore
      ? ending.answer != nil || ending.cases.allSatisfy(\.isDecidedByCall)
      : Set(result.cases.all) == Set(ending.cases)
    guard isSame else { throw .wentElsewhere(result.cases.names.joined(separator: ", ")) }
    return Program(shape, building + [last])
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
