import AddressSpaces
import AddressSpacesProofs
import ClansAndChiefs
import ClansAndChiefsProofs
import IPCProofs
import Proving
import SMT
import Threads
import ThreadsProofs

/// All paths of all rules, of the default profiles.
package struct Catalogue: Sendable {
  /// The cases of each form of each section, in their order.
  package let sections: [(section: Section, cases: [[Case]])]

  package var forms: Int { sections.reduce(0) { $0 + $1.cases.count } }
  package var paths: Int { sections.reduce(0) { $1.cases.reduce($0) { $0 + $1.count } } }

  /// Explores the rules, on so many threads.
  package init(workers: Int = 2) throws {
    let all = Section.all
    let jobs = all.flatMap { section in section.forms.map(\.rule) }
    var found = try Workers(workers) { 0 }.map(jobs) { rule, _ in try Self.cases(of: rule) }[...]
    sections = all.map { section in
      defer { found = found.dropFirst(section.forms.count) }
      return (section, Array(found.prefix(section.forms.count)))
    }
  }

  private static func cases(of rule: Section.Rule) throws -> [Case] {
    switch rule {
    case .ipc(let name): try ipc.cases(of: name)
    case .threads(let name): try threads(ThreadsProof([1, 2, 1])).cases(of: name)
    case .tasks(let name):
      try threads(
        ThreadsProof([1, 1, 1, 1], clansProfile: ClansProfile(greatestDepth: 1))
      ).cases(of: name)
    case .clans(let name): try clans.cases(of: name)
    case .pages(let name): try pages.cases(of: name)
    }
  }

  private static var ipc: Enumeration<IPCSituation, IPCEvent, IPCResult> {
    let proof = IPCProof(threads: [2, 1, 1])
    return Enumeration {
      proof.system(in: $0)
    } notices: { before, event, result, after in
      IPCNotices(before, event, result, after)?.all ?? []
    } flags: { before, event, result, after in
      IPCNotices(before, event, result, after)?.flags ?? []
    }
  }

  private static func threads(
    _ proof: ThreadsProof
  ) -> Enumeration<ThreadsProof.State, ThreadsStep<Symbolic>, ThreadsOutcome> {
    Enumeration {
      try proof.system(in: $0)
    } notices: { _, step, outcome, _ in
      [.init(.answer(step, outcome))]
    }
  }

  private static var clans: Enumeration<ClanProof.Tree, ClanStep<Symbolic>, ClanOutcome<Symbolic>> {
    Enumeration { context in
      var system = ClanProof(.v2).system(in: context)
      // What the chapter states is about tasks only.
      for rule in system.rules {
        guard case .ask(let asker, about: _) = rule.action else { continue }
        for (name, id) in [("nobody", NamedID<Symbolic>.nobody), ("the invalid id", .invalid)] {
          system.rules.append(
            ClanProof.System.Rule("\(rule.name) of \(name)", rule.action, where: rule.conditions) {
              clans, _ in .answered(clans.idNearest(id, for: asker, .v2))
            })
        }
      }
      return system
    } notices: { _, _, outcome, _ in
      [.init(.answer(outcome))]
    }
  }

  private static var pages: Enumeration<Proof.Spaces, Step<Symbolic>, PageCase> {
    Enumeration {
      try Proof(Shape(tasks: 2, pages: 2, frames: 2)).system(in: $0)
    } notices: { _, step, outcome, _ in
      [.init(.answer(step, outcome))]
    }
  }
}
