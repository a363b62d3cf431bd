import KernelUniverses
import Testing

/// Pictures of states: what is different looks different, and what changes is told in few lines.
struct KernelPictureTests {
  /// Explores by the plainest means, up to so many states, and counts states and pictures.
  private struct Counting: KernelModelVisitor {
    let limit: Int

    func visit<M: KernelModelling>(_ model: M) throws -> (states: Int, pictures: Int, lines: Int) {
      var states = Set(model.initialStates)
      var pictures = Set(states.map(model.picture))
      var found = model.initialStates
      var lines = 0
      while let state = found.popLast(), states.count < limit {
        let before = model.picture(of: state)
        model.successors(of: state) { action, next in
          let changes = before.changes(to: model.picture(of: next))
          let results = model.results(of: action, in: next)
          lines = max(lines, changes.count + results.count)
          guard states.insert(next).inserted else { return }
          pictures.insert(model.picture(of: next))
          found.append(next)
        }
      }
      return (states.count, pictures.count, lines)
    }
  }

  @Test(arguments: KernelSearchTests.universes)
  func `different states have different pictures`(_ text: String) throws {
    let universe = try KernelSearchTests.read(text).universe
    let counted = try universe.withModel(for: Counting(limit: 3_000))
    #expect(counted.states == counted.pictures && counted.states > 50)
    #expect(counted.lines <= 10)
  }

  @Test func `a state is told as a person would`() throws {
    let universe = try KernelSearchTests.read(KernelSearchTests.universes[0]).universe
    let run = try universe.replay([
      "t1.1 call t2.0", "t1.0 send t2.0 word 1 within 1 tick", "tick", "t2.0 wait",
    ]).run
    #expect(
      run.changes == [
        ["t1.1: ready → pending at t2.0, then waits for t2.0"],
        ["t1.0: ready → pending at t2.0 behind t1.1, word 1, 1 tick left"],
        [
          "t1.0: pending at t2.0 behind t1.1, word 1, 1 tick left → "
            + "pending at t2.0 behind t1.1, word 1, its time is up"
        ],
        [
          "t1.0: pending at t2.0 behind t1.1, word 1, its time is up → "
            + "pending at t2.0, word 1, its time is up",
          "t1.1: pending at t2.0, then waits for t2.0 → waits for t2.0",
          "t2.0 returns: from t1.1",
        ],
      ])
    #expect(
      run.initial.description == "t0.0: ready; t1.0: ready; t1.1: ready; t2.0: ready; "
        + "t1.0 pager: t0.0; t1.1 registers: 1; t2.0 pager: t1.0; task0: active, no chief, mcp 255; "
        + "task1: active, no chief, mcp 255; task2: active, chief task1, mcp 1")
  }
}
