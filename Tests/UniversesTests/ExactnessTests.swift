import AddressSpaces
import Evidence
import Exploration
import Foundation
import Testing
import Universes
import Vocabulary

/// The fast search against the plain one, and both against counts that are known in another way.
@Suite struct ExactnessTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "specs/universes")

  /// The built-in universes that the plain search can manage in a test.
  static let small = [
    "cayley", "deletion", "kernel-area", "overmapping", "ports", "preemption", "shortage",
  ]

  @Test(arguments: small) func fastAgainstPlain(_ name: String) throws {
    let file = try RunFile(
      contentsOf: Self.folder.appending(path: "\(name).yaml").path, catalogue: .addressSpaces)
    let universe = Universe(file)
    let plain = try universe.search(method: .plain)
    #expect(plain.verdict == .holds)
    for workers in [1, 2] {
      var options = Options(workers: workers)
      options.checksCodes = true
      let fast = try universe.search(options)
      #expect(fast.distinct == plain.distinct)
      #expect(fast.generated == plain.generated)
      #expect(fast.depth == plain.depth)
      #expect(fast.actions == plain.actions)
      #expect(fast.verdict == plain.verdict)
      #expect(
        fast.goals.map { $0.run?.steps.count } == plain.goals.map { $0.run?.steps.count },
        "goals are reached by shortest runs")
    }
  }

  /// With map of one page only and no rights the states are rooted forests: k mapped pages out of n
  /// below F roots are C(n, k) F (F + k)^(k - 1). (Cayley's formula)
  @Test(arguments: [(2, 1), (3, 1), (4, 1), (5, 1)])
  func rootedForests(_ tasks: Int, _ frames: Int) throws {
    let shape = Shape(tasks: tasks + 1, pages: 1, frames: frames)
    let maps = shape.allTasks.flatMap { sender in
      shape.allTasks.dropFirst().filter { $0 != sender }.map {
        Operation.transfer(Transfer(.page(0), of: sender, to: .page(0), of: $0))
      }
    }
    let unmaps = shape.allTasks.map {
      Operation.unmap($0, .page(0), UnmapMask(isComplete: true, includesOwn: true))
    }
    let report = try Universe(name: "forests", shape: shape, operations: maps + unmaps).search()
    let expected = (0...tasks).reduce(0) { $0 + forests($1, of: tasks, roots: frames) }
    #expect(report.distinct == expected)
  }

  private func forests(_ k: Int, of n: Int, roots: Int) -> Int {
    guard k > 0 else { return 1 }
    return binomial(n, k) * roots * power(roots + k, k - 1)
  }

  /// Both rights and two pages a task: with the profile in which mappings are replaced and pages alias
  /// within a task, every forest with rights that never grow can be built. k mapped pages, j of them
  /// writable: the closed form of the benchmark model M1.
  @Test(arguments: [1, 2]) func forestsWithRights(_ outer: Int) throws {
    let shape = Shape(
      tasks: outer + 1, pages: 2, frames: 2,
      profile: Profile(overmapping: .replaces, selfMapping: .aliases))
    let operations = shape.pageOperations(accesses: false).filter {
      switch $0.kind {
      case .delete, .create, .access: false
      case .map, .grant, .unmap: true
      }
    }
    let report = try Universe(
      name: "forests", shape: shape, operations: operations, offersIdleCalls: false
    ).search()
    let n = 2 * outer
    var expected = 0
    for k in 0...n {
      for j in 0...k {
        expected +=
          binomial(n, k) * binomial(k, j) * trees(j, 2) * trees(k - j, 2 + j)
      }
    }
    #expect(report.distinct == expected)
    #expect(report.verdict == .holds || report.deadActions.isEmpty)
  }

  private func trees(_ k: Int, _ roots: Int) -> Int {
    k == 0 ? 1 : roots * power(roots + k, k - 1)
  }

  private func binomial(_ n: Int, _ k: Int) -> Int {
    (0..<k).reduce(1) { $0 * (n - $1) / ($1 + 1) }
  }

  private func power(_ base: Int, _ exponent: Int) -> Int {
    (0..<exponent).reduce(1) { product, _ in product * base }
  }

  /// A run that a search found is done again by its names, and comes to the same states.
  @Test func goalsReplay() throws {
    let file = try RunFile(
      contentsOf: Self.folder.appending(path: "preemption.yaml").path, catalogue: .addressSpaces)
    let universe = Universe(file)
    for goal in try universe.search().goals {
      let run = try #require(goal.run)
      let replay = try universe.replay(run.steps.map(\.action))
      #expect(replay.run.steps.map(\.state) == run.steps.map(\.state))
      #expect(replay.findings.isEmpty)
    }
    #expect(throws: ReplayError.self) { try universe.replay(["map s0.p0 → s0.p1 rw"]) }
  }

  /// The same universe in the next larger state: packing and capacity do not matter.
  @Test func widerStates() throws {
    let small = Shape(tasks: 3, pages: 1, frames: 1)
    let operations = small.pageOperations(accesses: true)
    let narrow = try Universe(name: "narrow", shape: small, operations: operations).search()
    // Pages and ports that nothing is done with, so that the state needs 16 and 32 slots.
    for ports in [3, 8] {
      var wide = small
      wide.ports = ports
      wide.nodes = small.nodes
      let report = try Universe(name: "wide", shape: wide, operations: operations).search()
      #expect(report.distinct == narrow.distinct)
      #expect(report.actions == narrow.actions)
      #expect(report.verdict == narrow.verdict)
    }
  }
}
