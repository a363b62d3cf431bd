import ClansAndChiefs
import Logic
import Vocabulary

/// Every statement about messages in every clan tree of up to some number of tasks, with every sender,
/// receiver and virtual sender: what CC-5 was checked by before it was proved.
///
/// Each is looked at twice: as it is proved, with machine words; and in the words of the facts, with
/// paths that are searched for (`ChiefTree`).
public struct EveryTree: Sendable {
  public typealias V = Concrete<UInt8>
  public typealias Transition = ClanTransition<V, 8>

  public let greatest: Int
  /// What cannot happen, if the rules are right; changed by tests that show that it would be noticed.
  public let profile: ClansProfile

  /// - Precondition: there are at most eight tasks.
  public init(upTo tasks: Int, _ profile: ClansProfile = .v2) {
    precondition((1...8).contains(tasks), "a tree of \(tasks) tasks")
    greatest = tasks
    self.profile = profile
  }

  /// What was looked at, and what was not so.
  public struct Report: Sendable {
    public var trees = 0
    public var pairs = 0
    /// Permitted deceits: sender, destination, and visible sender.
    public var deceits = 0
    /// The same in trees with one outermost task.
    public var deceitsBelowOneRoot = 0
    public var refusedDeceits = 0
    /// For every statement: of how many messages or questions it says anything.
    public var cases: [ClanProperty: Int] = [:]
    /// For every statement that is not so: how often, and a case.
    public var failures: [ClanProperty: (count: Int, example: String)] = [:]

    mutating func fail(_ property: ClanProperty, _ example: @autoclosure () -> String) {
      if failures[property] == nil { failures[property] = (0, example()) }
      failures[property]?.count += 1
    }
  }

  /// Looks at everything.
  public func check() -> Report {
    var report = Report()
    for tasks in 1...greatest {
      for tree in ChiefTree.all(tasks: tasks) { look(at: tree, &report) }
    }
    return report
  }

  private func look(at tree: ChiefTree, _ report: inout Report) {
    let clans = Clans<V, 8>(tree)
    let universe = ClanUniverse<V>(numbers: clans.active, profile: profile)
    report.trees += 1
    for source in tree.tasks {
      for destination in tree.tasks {
        report.pairs += 1
        let (from, to) = (V.Bits(id: source), V.Bits(id: destination))
        let sent = Transition(from: clans, .send(from: from, to: to), in: universe)
        let asked = Transition(from: clans, .ask(from, about: to), in: universe)
        state(sent, &report)
        state(asked, &report)
        compare(sent, asked, source, destination, tree, &report)
        for virtual in tree.tasks {
          let pretence = Transition(
            from: clans, .deceive(by: from, to: to, as: V.Bits(id: virtual)), in: universe)
          state(pretence, &report)
          compare(pretence, source, destination, virtual, tree, &report)
        }
      }
    }
  }

  /// The statements as they are proved.
  private func state(_ transition: Transition, _ report: inout Report) {
    for property in ClanProperty.ofMessages {
      var isAbout = false
      property.check(transition) { says, offenders in
        isAbout = true
        if !offenders.isEmpty.value {
          report.fail(
            property, "not so: \(says): \(transition.step) in \(transition.before.picture)")
        }
      }
      if isAbout { report.cases[property, default: 0] += 1 }
    }
  }
}

extension Clans {
  /// The tree, with nothing but active tasks.
  public init(_ tree: ChiefTree) where V == Concrete<UInt8> {
    self.init()
    for task in tree.tasks {
      let name = V.Bits(id: task)
      active |= name
      for chief in tree.line(of: task) { below[row: chief] |= name }
    }
  }
}
