import AddressSpaces
import Logic
import Proving
import SMT
import Vocabulary

/// A step that breaks a statement, from a state of which only is known that the invariants are true
/// of it: a counterexample to induction. It has been run again with machine words.
public struct FailedStep: Sendable {
  public typealias Spaces = AddressSpaces<Concrete<UInt8>, 8, 4>

  /// The shape, with as many nodes as the solver chose.
  public let shape: Shape
  public let before: Spaces
  /// Nil where the state that runs start in breaks the statement.
  public let step: Step<Concrete<UInt8>>?
  public let result: PageCase?
  public let after: Spaces
}

/// The solver and the concrete run of the same rule do not agree.
public struct EnginesDisagree: Error, CustomStringConvertible {
  public let description: String
}

extension Proof {
  func failedStep(_ model: Model, _ situation: System.Situation) throws -> FailedStep {
    var shape = shape
    switch situation {
    case .start(let spaces):
      let state = try concrete(spaces, model)
      shape.nodes = Int(state.free.value)
      return FailedStep(shape: shape, before: state, step: nil, result: nil, after: state)
    case .step(let step):
      let before = try concrete(step.before, model)
      let after = try concrete(step.after, model)
      let action = try concrete(step.action, model)
      let roots = before.holders.union.ids.filter {
        Layout<Concrete<UInt8>, 8, 4>(shape).roots.contains(id: $0).value
      }
      shape.nodes = Int(before.free.value) + before.mapped.ids.count - roots.count
      let layout = Layout<Concrete<UInt8>, 8, 4>(shape)
      var again = before
      let result = again.take(action, layout: layout)
      guard again == after, result == step.outcome else {
        throw EnginesDisagree(
          description: "the solver says that \(action) in \(before) comes to \(step.outcome) and "
            + "\(after); with machine words it comes to \(result) and \(again)")
      }
      return FailedStep(
        shape: shape, before: before, step: action, result: result, after: after)
    }
  }

  private func concrete(_ spaces: Spaces, _ model: Model) throws -> FailedStep.Spaces {
    func set(_ bits: Symbolic.Bits) throws -> ConcreteBits<UInt8> {
      ConcreteBits(mask: try model.value(bits))
    }
    var state = FailedStep.Spaces()
    for slot in 0..<8 { state.below[row: slot] = try set(spaces.below[row: slot]) }
    for frame in 0..<4 {
      state.holders[row: frame] = try set(spaces.holders[row: frame])
      state.cached[row: frame] = try set(spaces.cached[row: frame])
    }
    state.writable = try set(spaces.writable)
    state.live = try set(spaces.live)
    state.cachedWritable = try set(spaces.cachedWritable)
    state.free = ConcreteWord(try model.value(spaces.free))
    return state
  }

  private func concrete(
    _ step: Step<Symbolic>, _ model: Model
  ) throws -> Step<Concrete<UInt8>> {
    func set(_ bits: Symbolic.Bits) throws -> ConcreteBits<UInt8> {
      ConcreteBits(mask: try model.value(bits))
    }
    func truth(_ truth: Symbolic.Truth) throws -> ConcreteTruth {
      ConcreteTruth(try model.value(truth))
    }
    return switch step {
    case .map(let source, let target, let window, let write):
      .map(try set(source), to: try set(target), in: try set(window), write: try truth(write))
    case .grant(let source, let target, let window, let write):
      .grant(try set(source), to: try set(target), in: try set(window), write: try truth(write))
    case .unmap(let pages, let mask): .unmap(try set(pages), mask)
    case .delete(let task): .delete(try set(task))
    case .create(let task): .create(try set(task))
    case .access(let page, let write): .access(try set(page), write: try truth(write))
    }
  }
}
