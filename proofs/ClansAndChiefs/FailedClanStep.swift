import ClansAndChiefs
import Logic
import Proving
import SMT

/// A step that breaks a statement, from a tree of which only is known that the invariants are true of
/// it. It has been taken again with machine words.
public struct FailedClanStep: Sendable {
  public typealias Tree = Clans<Concrete<UInt8>, 7>

  public let before: Tree
  /// Nil where the tree that kernels start with breaks the statement.
  public let step: ClanStep<Concrete<UInt8>>?
  public let outcome: ClanOutcome<Concrete<UInt8>>?
  public let after: Tree
}

/// The solver and the concrete run of the same rule do not agree.
public struct ClansDisagree: Error, CustomStringConvertible {
  public let description: String
}

extension ClanProof {
  func failedStep(_ model: Model, _ situation: System.Situation) throws -> FailedClanStep {
    switch situation {
    case .start(let tree):
      let tree = try concrete(tree, model)
      return FailedClanStep(before: tree, step: nil, outcome: nil, after: tree)
    case .step(let step):
      let before = try concrete(step.before, model)
      let after = try concrete(step.after, model)
      let action = try concrete(step.action, model)
      var again = before
      let outcome = again.take(action, profile)
      guard again == after, "\(outcome)" == "\(step.outcome)" else {
        throw ClansDisagree(
          description: "the solver says that \(action) in \(before) comes to \(step.outcome) and "
            + "\(after); with machine words it comes to \(outcome) and \(again)")
      }
      return FailedClanStep(before: before, step: action, outcome: outcome, after: after)
    }
  }

  private func concrete(_ tree: Tree, _ model: Model) throws -> FailedClanStep.Tree {
    var state = FailedClanStep.Tree()
    for task in 0..<7 {
      state.below[row: task] = ConcreteBits(mask: try model.value(tree.below[row: task]))
    }
    state.active = ConcreteBits(mask: try model.value(tree.active))
    return state
  }

  private func concrete(
    _ step: ClanStep<Symbolic>, _ model: Model
  ) throws -> ClanStep<Concrete<UInt8>> {
    func task(_ set: Symbolic.Bits) throws -> ConcreteBits<UInt8> {
      ConcreteBits(mask: try model.value(set))
    }
    return switch step {
    case .create(let number, by: let invoker): .create(try task(number), by: try task(invoker))
    case .delete(let number, by: let invoker): .delete(try task(number), by: try task(invoker))
    case .donate(let number, by: let invoker, to: let receiver):
      .donate(try task(number), by: try task(invoker), to: try task(receiver))
    case .send(from: let sender, to: let destination):
      .send(from: try task(sender), to: try task(destination))
    case .deceive(by: let sender, to: let destination, as: let virtual):
      .deceive(by: try task(sender), to: try task(destination), as: try task(virtual))
    case .ask(let asking, about: let named): .ask(try task(asking), about: try task(named))
    }
  }
}

// As a person should see it.
extension FailedClanStep: CustomStringConvertible {
  public var description: String {
    guard let step, let outcome else { return "at the start, \(before.picture)" }
    return "\(step)      (\(outcome)), in \(before.picture)"
      + (after == before ? "" : "; after it \(after.picture)")
  }
}

extension Clans where V == Concrete<UInt8> {
  /// The tree in one line: `sigma0 root(t2(t3 (t4)))`; a number without a task is in brackets.
  public var picture: String {
    // What is no tree, for a rule broke it, may be told of only so far.
    func names(_ members: ConcreteBits<UInt8>, _ levels: Int = tasks) -> String {
      members.ids.map { id in
        let task = ConcreteBits<UInt8>(id: id)
        let inside = levels == 0 ? "" : names(self.members(of: task), levels - 1)
        let name = active.contains(task).value ? task.taskName : "[\(task.taskName)]"
        return name + (inside.isEmpty ? "" : "(\(inside))")
      }.joined(separator: " ")
    }
    return names(outermost & (below.union | active | below.ids(meeting: below.union)))
  }
}

extension ConcreteBits<UInt8> {
  /// The task that this is: `sigma0`, `root`, `t2`; or that it is none.
  public var taskName: String {
    switch knownID {
    case nil: "nobody"
    case 0: "sigma0"
    case 1: "root"
    case let id?: "t\(id)"
    }
  }
}

extension ClanStep: CustomStringConvertible where V == Concrete<UInt8> {
  public var description: String {
    switch self {
    case .create(let task, by: let invoker): "\(invoker.taskName) creates \(task.taskName)"
    case .delete(let task, by: let invoker): "\(invoker.taskName) deletes \(task.taskName)"
    case .donate(let task, by: let invoker, to: let receiver):
      "\(invoker.taskName) donates \(task.taskName) to \(receiver.taskName)"
    case .send(from: let sender, to: let destination):
      "\(sender.taskName) sends to \(destination.taskName)"
    case .deceive(by: let sender, to: let destination, as: let virtual):
      "\(sender.taskName) sends to \(destination.taskName) as \(virtual.taskName)"
    case .ask(let task, about: let named): "\(task.taskName) asks for \(named.taskName)"
    }
  }
}
