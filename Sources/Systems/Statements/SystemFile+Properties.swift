import Exploration
import Logic
import Microkernel
import Vocabulary

// What is asked of a system, as the searches take it.
extension SystemFile {
  /// Checks, then hazards.
  var statements: [Statement] { checks + hazards }

  /// The statements about states, the goals, and of every instruction that it is executed.
  func properties(in scene: Scene) -> [Property<SystemModel>] {
    var properties: [Property<SystemModel>] = []
    for statement in statements {
      switch statement.kind {
      case .always(let claim):
        properties.append(
          .always(statement.text) {
            claim.holds(of: $0, in: scene)
          })
      case .never(let claim):
        properties.append(
          .always(statement.text) {
            !claim.holds(of: $0, in: scene)
          })
      case .noDeadlock:
        let threads = population.threads
        properties.append(
          .always(
            statement.text, number: statement.number,
            explain: { state in
              let graph = WaitGraph(state.kernel, threads: threads)
              return graph.circle.map { graph.description(of: $0, in: scene.population) } ?? ""
            }
          ) { WaitGraph($0.kernel, threads: threads).circle == nil })
      case .exRegsWakes:
        properties.append(
          .alwaysStep(statement.text, number: statement.number) { _, action, after in
            guard action.kind == .step,
              let target = scene.target(ofNode: Int(action.node), of: Int(action.subject))
            else { return true }
            return after.isReady(target) || after.does(target, .gone, with: nil)
          })
      case .eventually, .againAndAgain, .leads, .neverStarves: break
      }
    }
    for goal in goals {
      properties.append(.sometimes(goal.text) { goal.claim.holds(of: $0, in: scene) })
    }
    // What a hazard keeps from happening is no mistake of the file.
    return hazards.isEmpty ? properties + [executed(in: scene)] : properties
  }

  /// Every instruction is executed by some run, but for marks that must not be reached. Otherwise a
  /// program says something that is not so.
  private func executed(in scene: Scene) -> Property<SystemModel> {
    let forbidden = statements.flatMap(\.forbiddenMarks)
    var names: [String] = []
    /// By thread and node.
    var outcomes = scene.actors.map { $0.program.nodes.map { _ in -1 } }
    for member in members {
      let thread = Int(member.thread.rawValue)
      for (node, line) in zip(member.program.nodes.indices, member.program.lines) {
        guard let line, member.program.nodes[node].takesStep,
          !forbidden.contains(where: { $0.thread == member.thread && $0.node == node })
        else { continue }
        outcomes[thread][node] = names.count
        names.append(
          "\(population.name(member.thread)), line \(line): \(member.program.text(of: node))")
      }
    }
    let numbers = outcomes
    return .outcomes("is executed", names: names) { _, action, _ in
      action.kind == .step ? numbers[Int(action.subject)][Int(action.node)] : -1
    }
  }

  /// The statements about runs without end.
  func promises(in scene: Scene) -> [Promise<SystemModel>] {
    statements.compactMap { statement in
      guard let promise = promise(statement, in: scene) else { return nil }
      guard let proviso = statement.proviso else { return promise }
      return promise.provided { proviso.holds(of: $0, in: scene) }
    }
  }

  private func promise(_ statement: Statement, in scene: Scene) -> Promise<SystemModel>? {
    switch statement.kind {
    case .noDeadlock, .always, .never, .exRegsWakes: return nil
    case .eventually(let claim):
      return .eventually(statement.text) { claim.holds(of: $0, in: scene) }
    case .againAndAgain(let claim):
      return .againAndAgain(statement.text) { claim.holds(of: $0, in: scene) }
    case .leads(let from, let to):
      return .leads(
        statement.text, from: { from.holds(of: $0, in: scene) },
        to: { to.holds(of: $0, in: scene) })
    case .neverStarves(let thread):
      return .leads(
        statement.text, number: statement.number, from: { $0.isReady(thread) },
        to: { !$0.isReady(thread) }, orStepOf: Int(thread.rawValue))
    }
  }

  /// Runs are fair to threads that can run again and again, however often they are interrupted, and
  /// to what the hardware has begun: copying, timeouts, the clock. Interrupts need never come.
  var fairness: Fairness<SystemModel> {
    let names = (0..<population.threads).map { population.name(Thread($0)) }
    let count = names.count
    return Fairness(
      names.map { .init($0, .strong) } + names.map { .init("copying from \($0)", .weak) }
        + names.map { .init("the timeout of \($0)", .weak) } + [.init("the clock", .weak)]
    ) { _, action, _ in
      switch action.kind {
      case .step: Int(action.subject)
      case .copy: count + Int(action.subject)
      case .timeout: 2 * count + Int(action.subject)
      case .tick: 3 * count
      case .interrupt: -1
      }
    }
  }
}
