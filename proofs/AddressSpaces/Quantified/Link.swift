import AddressSpaces
import Logic
import Vocabulary

extension Quantified {
  /// What makes the quantified rules a statement about the specification: in every reachable state
  /// of a universe, for every step with all its arguments, exactly one case of the formula applies,
  /// it is the one that the specification reports, and the relations that it defines are those of the
  /// state that the specification comes to.
  ///
  /// The formula defines the state after by the state before, so this is both directions at once:
  /// every step of the specification satisfies the formula, and every step that the formula allows
  /// is one of the specification's.
  public struct Link {
    public typealias Spaces = Finite.Spaces
    public typealias Rules = (Forest<Finite>, Step<Finite>) -> [Case<Finite>]

    public let universe: Finite
    /// Whether accesses lead on, so that the TLB is part of the states. They change no relation of the
    /// formula, so it makes no difference but to what an access answers.
    public let followsAccesses: Bool
    /// All steps, with all their arguments.
    public let moves: [Move]

    /// The link for the universe of a shape of at most 8 slots and 4 frames and ports.
    public init(_ shape: Shape, followsAccesses: Bool = false) {
      universe = Finite(shape)
      self.followsAccesses = followsAccesses
      moves = Move.all(in: universe)
    }

    /// What was looked at, and where formula and specification differ.
    public struct Report: Sendable {
      public var states = 0
      public var steps = 0
      /// How often each case applied.
      public var cases: [PageCase: Int] = [:]
      /// The first disagreements, in words.
      public var disagreements: [String] = []

      public var agrees: Bool { disagreements.isEmpty }
    }

    /// Looks at everything, up to the tenth disagreement.
    public func check(_ rules: Rules = { $0.cases(of: $1) }) -> Report {
      var report = Report()
      universe.checkLayout { says, isTrue in
        if !isTrue.value { report.disagreements.append("the layout is not so: \(says)") }
      }
      let tasks = universe.shape.allTasks.reduce(0) { $0 | universe.shape.mask(of: $1) }
      let boot = universe.layout.boot(tasks: Finite.V.Bits(mask: tasks))
      if !Forest.boot(universe).agrees(with: boot) {
        report.disagreements.append("boot: the relations are others")
      }
      var seen: Set<Spaces> = [boot]
      var queue = [boot]
      while report.states < queue.count, report.disagreements.count < 10 {
        let spaces = queue[report.states]
        report.states += 1
        look(at: spaces, rules, &report) { next in
          if seen.insert(next).inserted { queue.append(next) }
        }
      }
      return report
    }

    private func look(
      at spaces: Spaces, _ rules: Rules, _ report: inout Report, _ reach: (Spaces) -> Void
    ) {
      let forest = Forest(spaces, in: universe)
      for invariant in Invariant.quantified {
        invariant.check(forest) { says, isTrue in
          if !isTrue.value {
            report.disagreements.append("\(invariant.number) is not so: \(says): \(spaces)")
          }
        }
      }
      let hasRoom = spaces.free.value != 0
      for move in moves {
        var after = spaces
        let result = after.take(move.specified, layout: universe.layout)
        report.steps += 1
        report.cases[result, default: 0] += 1
        let step = hasRoom ? move.quantified : move.withoutRoom
        let applying = rules(forest, step).filter(\.condition.value)
        guard applying.count == 1, let one = applying.first, one.result == result else {
          let names = applying.map { "\($0.result)" }.joined(separator: ", ")
          report.disagreements.append("\(move.specified): \(result), not [\(names)]: \(spaces)")
          continue
        }
        let relations = one.after?() ?? forest
        if !relations.agrees(with: after) {
          report.disagreements.append("\(move.specified): other relations: \(spaces)")
        }
        if followsAccesses || !move.isAccess { reach(after) }
      }
    }
  }
}
