import AddressSpaces
import Logic
import Proving
import SMT
import Vocabulary

/// The chapter's proof by induction: of all states of a shape, from any one of which the invariants
/// are true, by any step with any arguments.
///
/// The slots of a step are symbolic, and so are the window, the pages of an unmap, the task that is
/// deleted, the write bit, and how many nodes the kernel has memory for. What is fixed is the shape
/// and the profile. A flexpage operation is a sequence of such steps.
public struct Proof: Sendable {
  public typealias V = Symbolic
  /// States of up to eight slots and four frames or ports.
  public typealias Spaces = AddressSpaces<Symbolic, 8, 4>
  public typealias System = SymbolicSystem<Spaces, Step<Symbolic>, PageCase>

  public let shape: Shape

  /// - Precondition: the shape has at most eight slots, and four frames and ports.
  public init(_ shape: Shape) {
    precondition(shape.slots <= 8 && shape.frames + shape.ports <= 4, "shape is too large")
    self.shape = shape
  }

  /// The induction, ready to be run. `reachability` finds out whether a run leads to the state before
  /// a counterexample.
  public func induction(
    reachability: @escaping @Sendable (FailedStep) throws -> Reachability = { _ in .unknown }
  ) -> Induction<Spaces, Step<Symbolic>, PageCase, FailedStep> {
    Induction(
      build: { try system(in: $0) }, decode: { try failedStep($0, $1) },
      reachability: reachability)
  }

  /// The system in a context.
  public func system(in context: Context) throws -> System {
    var layout = Layout<Symbolic, 8, 4>(shape)
    layout.nodes = Symbolic.count("nodes", in: context)
    let fixed = layout
    let everyone = Symbolic.Bits(mask: shape.allTasks.reduce(0) { $0 | shape.mask(of: $1) })
    return System(
      starts: [System.Start("boot", fixed.boot(tasks: everyone))],
      state: anyState(in: context),
      rules: rules(fixed, in: context),
      invariants: Invariant.allCases.map { invariant in
        System.Invariant("\(invariant.number) \(invariant.sentence)") { spaces in
          var clauses: [Clause] = []
          invariant.check(spaces, fixed) { clauses.append(Clause("\($0)", $1.isEmpty)) }
          return clauses
        }
      },
      stepProperties: StepProperty.allCases.map { property in
        System.StepProperty("\(property.number) \(property.sentence)") { step in
          var clauses: [Clause] = []
          let transition = Transition(
            before: step.before, step: step.action, result: step.outcome, after: step.after,
            layout: fixed)
          property.check(transition) { clauses.append(Clause("\($0)", $1.isEmpty)) }
          return clauses
        }
      })
  }

  private func anyState(in context: Context) -> Spaces {
    func set(_ name: String) -> Symbolic.Bits {
      Symbolic.bits(name, width: shape.slots, in: context)
    }
    var spaces = Spaces()
    for slot in 0..<shape.slots { spaces.below[row: slot] = set("below_\(shape.name(Slot(slot)))") }
    for frame in 0..<shape.frames + shape.ports {
      let name = shape.name(Frame(frame))
      spaces.holders[row: frame] = set("holders_\(name)")
      spaces.cached[row: frame] = set("cached_\(name)")
    }
    spaces.writable = set("writable")
    spaces.live = set("live")
    spaces.cachedWritable = set("cached_writable")
    spaces.free = Symbolic.count("free", in: context)
    return spaces
  }

  private func rules(_ layout: Layout<Symbolic, 8, 4>, in context: Context) -> [System.Rule] {
    let (source, isSource) = Symbolic.singleton("source", width: shape.slots, in: context)
    let (target, isTarget) = Symbolic.singleton("destination", width: shape.slots, in: context)
    let window = Symbolic.bits("window", width: shape.slots, in: context)
    let pages = Symbolic.bits("pages", width: shape.slots, in: context)
    let write = Symbolic.truth("write", in: context)
    let task = layout.space.union(over: source)
    func rule(
      _ name: String, _ step: Step<Symbolic>, where conditions: [Symbolic.Truth]
    ) -> System.Rule {
      System.Rule(name, step, where: conditions) { $0.take($1, layout: layout) }
    }
    return [
      rule(
        "map", .map(source, to: target, in: window, write: write), where: [isSource, isTarget]),
      rule(
        "grant", .grant(source, to: target, in: window, write: write),
        where: [isSource, isTarget]),
      rule("delete", .delete(task), where: [isSource]),
      rule("create", .create(task), where: [isSource]),
      rule("access", .access(source, write: write), where: [isSource]),
    ] + UnmapMask.all.map { rule("unmap \($0)", .unmap(pages, $0), where: []) }
  }
}
