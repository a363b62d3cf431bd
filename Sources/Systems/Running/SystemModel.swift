import Evidence
import Exploration
import KernelUniverses
import Logic
import Microkernel
import Vocabulary

/// A system as a transition system: any thread that runs may execute its next instruction, and what
/// the hardware does may happen whenever it can.
struct SystemModel: Model {
  typealias State = SystemState
  typealias Action = SystemAction
  typealias Code = SystemPacking.Code

  let system: SystemFile
  let scene: Scene
  let start: SystemState
  private let packing: SystemPacking
  let properties: [Property<SystemModel>]
  let actionKinds = SystemAction.Kind.allCases.map { "\($0)" }

  init(_ system: SystemFile) throws {
    self.system = system
    scene = Scene(system)
    start = try Self.start(system, scene)
    packing = SystemPacking(scene.universe, start: start)
    precondition(packing.words <= Code.wordCapacity, "a state does not fit")
    properties = system.properties(in: scene)
  }

  /// The state in which the threads begin. Until then nobody keeps count of who runs.
  private static func start(_ system: SystemFile, _ scene: Scene) throws -> SystemState {
    var quiet = scene.platform
    quiet.profile.threads.schedules = false
    var kernel: SystemKernel = quiet.boot()
    for operation in scene.universe.setup {
      let action: KernelAction<Concrete<UInt16>> = operation.action(
        scene.population, scene.shape, sources: system.interrupts)
      guard kernel.permits(action, on: quiet).value else {
        throw InputError(
          file: system.file,
          message: "\"\(operation.text(in: scene.population))\" cannot happen during the setup")
      }
      _ = kernel.perform(action, on: quiet)
    }
    let profile = scene.platform.profile.threads
    kernel.threads.makeReady(kernel.runnable, profile: profile)
    _ = kernel.threads.dispatch(afterWaking: kernel.runnable, profile: profile)
    var state = SystemState(kernel: kernel)
    for (thread, actor) in scene.actors.enumerated() {
      let place = actor.program.settle(actor.program.entry, ThreadMemory())
      state.place[thread] = UInt8(place)
    }
    for page in system.setup {
      let claim = Claim.holds(page.to, page: page.place)
      guard claim.holds(of: state, in: scene) else {
        throw InputError(
          file: system.file, line: page.line,
          message: "\"\(page.text)\" maps nothing: the sender has no such page, or its messages "
            + "go to a chief")
      }
    }
    return state
  }

  var initialStates: [SystemState] { [start] }
  var codeWords: Int { packing.words }
  func encode(_ state: SystemState) -> Code { packing.encode(state) }
  func decode(_ code: Code) -> SystemState { packing.decode(code) }
  func kind(of action: SystemAction) -> Int { Int(action.kind.rawValue) }
  func describe(_ action: SystemAction) -> String { scene.describe(action) }
  func describe(_ state: SystemState) -> String { scene.describe(state) }

  func successors(of state: SystemState, _ body: (SystemAction, SystemState) -> Void) {
    let kernel = state.kernel
    for action in scene.steps(in: state) { body(action, scene.perform(action, on: state).state) }
    for thread in kernel.ipc.sending.ids {
      let bit = SystemKernel.Bits(id: thread)
      let isInterrupted = !((bit | kernel.ipc.peer[at: bit]) & kernel.ipc.calledFor).isEmpty.value
      if !isInterrupted { offer(.init(kind: .copy, subject: UInt8(thread)), state, body) }
    }
    for thread in kernel.ipc.due.ids {
      offer(.init(kind: .timeout, subject: UInt8(thread)), state, body)
    }
    // Nobody sees a tick, or an interrupt, that changes nothing.
    if kernel.ipc.due.isEmpty.value {
      let next = scene.perform(.init(kind: .tick), on: state).state
      if next != state { body(.init(kind: .tick), next) }
    }
    for source in 0..<system.interrupts {
      let action = SystemAction(kind: .interrupt, subject: UInt8(source))
      let next = scene.perform(action, on: state).state
      if next != state { body(action, next) }
    }
  }

  private func offer(
    _ action: SystemAction, _ state: SystemState, _ body: (SystemAction, SystemState) -> Void
  ) {
    body(action, scene.perform(action, on: state).state)
  }
}

extension Scene {
  /// The steps that threads can take in a state.
  func steps(in state: SystemState) -> [SystemAction] {
    var running = state.kernel.runnable
    let schedules = platform.profile.threads.schedules
    if schedules { running = running & state.kernel.threads.running }
    var steps: [SystemAction] = []
    for thread in running.ids where state.place[thread] != SystemState.absent {
      let node = state.place[thread]
      var action = SystemAction(kind: .step, subject: UInt8(thread), node: node)
      switch actors[thread].program.nodes[Int(node)] {
      case .choose(let ways):
        for way in ways.indices {
          action.way = UInt8(way)
          steps.append(action)
        }
      case .mark, .spin, .branch, .jump: steps.append(action)
      case .instruction:
        guard let call = actors[thread].calls[Int(node)] else { continue }
        action.memory = state[memory: thread].keeping(call.reads).rawValue
        steps.append(action)
        guard schedules, platform.profile.threads.afterTransfer == .either,
          case .ipc = call.operations[action.memory]
        else { continue }
        let plain = perform(action, on: state).state
        action.isDirect = true
        if perform(action, on: state).state != plain { steps.append(action) }
      }
    }
    return steps
  }

  /// A state on one line, with all that the kernel knows.
  func describe(_ state: SystemState) -> String {
    let threads = actors.indices.map { thread in
      "\(population.name(Thread(thread))) at \(place(of: thread, in: state))"
    }
    return threads.joined(separator: "; ") + "; "
      + KernelPicture(state.kernel, in: universe).description
  }
}
