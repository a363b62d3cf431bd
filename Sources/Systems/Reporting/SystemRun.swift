import Evidence
import Exploration
import KernelUniverses
import Logic
import Microkernel
import Vocabulary

/// A run of a system that was found: one that breaks a statement, or reaches a goal.
public struct SystemRun: Sendable {
  struct Step: Sendable {
    let action: SystemAction
    let outcome: Scene.Outcome
  }

  let scene: Scene
  /// The threads that are shown, in the order of the file.
  let shown: [Thread]
  let initial: SystemState
  let steps: [Step]
  /// The state to which the last step goes back, for ever; nil where the run ends.
  public let loop: Int?
  /// Whether the run goes on without end, or ends because nothing must happen any more.
  public let isEndless: Bool

  init(
    _ trace: Exploration.Trace<SystemModel>, of model: SystemModel, loop: Int? = nil,
    isEndless: Bool = false
  ) {
    scene = model.scene
    shown = model.system.members.map(\.thread)
    initial = trace.initial
    var state = trace.initial
    steps = trace.steps.map { step in
      // Once more, to hear what the kernel brings to whom.
      let outcome = model.scene.perform(step.action, on: state)
      state = outcome.state
      return Step(action: step.action, outcome: outcome)
    }
    self.loop = loop
    self.isEndless = isEndless
  }

  /// The number of actions.
  public var count: Int { steps.count }

  var states: [SystemState] { [initial] + steps.map(\.outcome.state) }

  /// What the actions are called: enough to do the run again.
  public var actions: [String] { steps.map { scene.describe($0.action) } }

  /// What the threads do at the end, a line each: `client: ready, at line 12: mark served`.
  public var end: [String] {
    let state = states.last ?? initial
    let picture = KernelPicture(state.kernel, in: scene.universe)
    return shown.map { thread in
      let name = scene.population.name(thread)
      let activity = picture.lines.first { $0.section == .threads && $0.subject == name }?.text
      let place = scene.place(of: Int(thread.rawValue), in: state)
      return "\(name): \(activity ?? ""), at \(place)"
    }
  }
}

extension SystemRun {
  /// The run to be stored and replayed.
  public func trace(
    of system: SystemFile, verdict: Verdict, property: Evidence.Trace.Property?, failed: [String],
    isShortest: Bool
  ) -> Evidence.Trace {
    let pictures = states.map { KernelPicture($0.kernel, in: scene.universe) }
    return Evidence.Trace(
      universe: .init(name: system.file, text: system.text), verdict: verdict,
      property: property, failed: failed, isShortest: isShortest, start: "the threads begin",
      initial: variables(initial, pictures[0]),
      steps: steps.indices.map { index in
        .init(
          action: scene.describe(steps[index].action),
          changes: pictures[index].changes(to: pictures[index + 1]),
          state: variables(steps[index].outcome.state, pictures[index + 1]))
      }, loop: isEndless ? loop ?? steps.count : nil)
  }

  /// A state as named values: where every thread is in its program, what it remembers, and what the
  /// kernel knows.
  private func variables(
    _ state: SystemState, _ picture: KernelPicture
  ) -> [Evidence.Trace.Variable] {
    let names = scene.actors.indices.map { scene.population.name(Thread($0)) }
    func map(_ pairs: [(String, String)]) -> Value {
      .map(pairs.map { .init(.text($0.0), .text($0.1)) })
    }
    return [
      .init("programs", map(names.indices.map { (names[$0], scene.place(of: $0, in: state)) })),
      .init(
        "memories", map(names.indices.map { (names[$0], scene.memory(of: $0, in: state)) })),
      .init(
        "kernel",
        map(picture.lines.filter { !$0.text.isEmpty }.map { ($0.subject, $0.text) })),
    ]
  }
}

extension Scene {
  /// Where a thread is in its program, as `line 12: call server`.
  func place(of thread: Int, in state: SystemState) -> String {
    guard state.place[thread] != SystemState.absent else { return "not there" }
    let node = Int(state.place[thread])
    let program = actors[thread].program
    return program.lines[node].map { "line \($0): \(program.text(of: node))" } ?? "its end"
  }

  /// What a thread remembers, as far as anybody will ask.
  func memory(of thread: Int, in state: SystemState) -> String {
    let memory = state[memory: thread]
    var parts: [String] = []
    if memory.code != 0 { parts.append("0x" + String(memory.code, radix: 16, uppercase: true)) }
    switch memory.source {
    case .nobody: break
    case .thread(let other, let isFormer):
      parts.append("from " + (isFormer ? "former " : "") + population.name(other))
    case .interrupt(let source): parts.append("from irq\(source.rawValue)")
    }
    if memory.word { parts.append("word 1") }
    return parts.joined(separator: ", ")
  }
}
