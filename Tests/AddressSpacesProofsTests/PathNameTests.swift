import AddressSpaces
import AddressSpacesProofs
import Logic
import Proving
import SMT
import Testing
import Vocabulary

/// The paths that the solver finds through the rules, from all states in which the invariants hold,
/// are those that machine words go, from all states that a run leads to.
@Suite("Paths have the same names symbolically and concretely")
struct PathNameTests {
  typealias Machine = Concrete<UInt8>
  typealias Spaces = AddressSpaces<Machine, 8, 4>
  typealias Paths = [String: [PathID: String]]

  static let shapes = [
    Shape(tasks: 3, pages: 2, frames: 2),
    Shape(tasks: 3, pages: 2, frames: 2, profile: .fiasco),
    Shape(tasks: 2, pages: 3, frames: 2, userPages: 2),
    Shape(
      tasks: 3, pages: 1, frames: 1, ports: 1,
      profile: Profile(grantWithoutWrite: .ignored, readOnlyUnmapOfPorts: .unmaps)),
  ]

  @Test(arguments: shapes) func theNamesAreTheSame(_ shape: Shape) throws {
    let symbolic = try Self.symbolic(shape)
    let concrete = Self.concrete(shape)
    for rule in symbolic.keys.sorted() {
      let (found, gone) = (symbolic[rule] ?? [:], concrete[rule] ?? [:])
      for id in Set(found.keys).subtracting(gone.keys).sorted() {
        Issue.record("\(rule): no state goes \(found[id] ?? "")")
      }
      for id in Set(gone.keys).subtracting(found.keys).sorted() {
        Issue.record("\(rule): the solver does not find \(gone[id] ?? "")")
      }
    }
    #expect(symbolic == concrete)
    #expect(symbolic["map"]?.count ?? 0 >= 8)
  }

  /// The paths of every rule by their ids, each with its name and what it comes to.
  static func symbolic(_ shape: Shape) throws -> Paths {
    let context = try Context()
    let system = try Proof(shape).system(in: context)
    let known =
      try system.domain + system.invariants.flatMap { try $0.clauses(system.state).map(\.holds) }
    var found: Paths = [:]
    for rule in system.rules where rule.name != "access" {
      for path in try context.paths(
        assuming: known + rule.conditions,
        {
          var state = system.state
          return try rule.perform(&state, rule.action)
        })
      {
        let name = try #require(path.name)
        #expect(path.isSurelyFeasible)
        let other = found[rule.name, default: [:]].updateValue(
          "\(name): \(path.result)", forKey: name.id)
        #expect(other == nil, "\(name)")
      }
    }
    return found
  }

  /// The same by taking every step from every state that a run leads to, and telling the way.
  static func concrete(_ shape: Shape) -> Paths {
    var found: Paths = [:]
    let everyone = Machine.Bits(mask: shape.allTasks.reduce(0) { $0 | shape.mask(of: $1) })
    for nodes in [1, shape.nodes] {
      var bounded = shape
      bounded.nodes = nodes
      let layout = Layout<Machine, 8, 4>(bounded)
      let traced = Layout<Traced<UInt8>, 8, 4>(bounded)
      let steps = zip(Self.steps(Machine.self, bounded), Self.steps(Traced<UInt8>.self, bounded))
        .map { (rule: $0.0.rule, step: $0.0.step, traced: $0.1.step) }
      let boot = layout.boot(tasks: everyone)
      var seen: Set<Spaces> = [boot]
      var open = [boot]
      while let state = open.popLast() {
        for (rule, step, tracedStep) in steps {
          var next = state
          let expected = next.take(step, layout: layout)
          var other = AddressSpaces<Traced<UInt8>, 8, 4>(state)
          let (result, path) = Trail.record { other.take(tracedStep, layout: traced) }
          guard let path, result == expected, Spaces(other) == next else {
            Issue.record("\(rule) came to \(result), not \(expected)")
            continue
          }
          if found[rule]?[path] == nil {
            found[rule, default: [:]][path] =
              "\(Trail.name(of: path)?.description ?? "?"): \(result)"
          }
          if seen.insert(next).inserted { open.append(next) }
        }
      }
    }
    return found
  }

  /// Every step of single pages and of tasks, with the name of its rule.
  static func steps<V: Values>(_: V.Type, _ shape: Shape) -> [(rule: String, step: Step<V>)] {
    var steps: [(String, Step<V>)] = []
    let window = V.Bits(mask: shape.allTasks.reduce(0) { $0 | shape.mask(of: $1) })
    for source in 0..<shape.slots {
      let page = V.Bits(id: source)
      for destination in 0..<shape.slots {
        let target = V.Bits(id: destination)
        for write in [V.Truth(true), V.Truth(false)] {
          steps.append(("map", .map(page, to: target, in: window, write: write)))
          steps.append(("grant", .grant(page, to: target, in: window, write: write)))
        }
        steps.append(("map", .map(page, to: target, in: .empty, write: V.Truth(true))))
        steps.append(("grant", .grant(page, to: target, in: .empty, write: V.Truth(true))))
      }
      for mask in UnmapMask.all { steps.append(("unmap \(mask)", .unmap(page, mask))) }
    }
    for task in shape.allTasks {
      let slots = V.Bits(mask: shape.mask(of: task))
      steps.append(("delete", .delete(slots)))
      steps.append(("create", .create(slots)))
    }
    return steps
  }
}
