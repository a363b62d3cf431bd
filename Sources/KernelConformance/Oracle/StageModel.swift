import AddressSpaces
import KernelPrograms
import Logic
import Microkernel
import Threads
import Vocabulary

/// A stage in the form in which the rules take it, for kernels of one profile.
final class StageModel<V: MachineValues>: Sendable {
  let stage: Stage
  let profile: KernelProfile
  let platform: Hardware<V>
  /// The state after boot, before the setup.
  let boot: Moment<V>
  let slots: Int
  /// Where a frame ends to be memory, and I/O ports begin.
  let frames: Int
  /// The slots that are I/O ports, whose only right is to be used. (IO4)
  let ports: UInt32
  /// Whether a kernel may hand the processor on with a message, or not. (U17)
  let chooses: Bool

  init(_ stage: Stage, _ profile: KernelProfile) {
    var profile = profile
    profile.threads.schedules = stage.schedules
    if let depth = stage.depth { profile.clans.greatestDepth = depth }
    self.stage = stage
    self.profile = profile
    let buffers = stage.buffers.enumerated().map { thread, page in
      page.map { stage.shape.slot(stage.population.task(of: Thread(thread)), page: $0) }
    }
    let platform = Hardware<V>(
      stage.population, stage.shape, buffers: buffers, hasLargeItems: true, profile: profile)
    self.platform = platform
    boot = Moment(platform.boot(slice: UInt32(stage.slice)))
    slots = stage.shape.slots
    frames = stage.shape.frames
    ports = platform.memory.ports.mask
    chooses = stage.schedules && profile.threads.afterTransfer == .either
  }

  func action(_ operation: KernelOperation) -> KernelAction<V> {
    operation.action(stage.population, stage.shape, sources: stage.sources)
  }
}

extension Stage {
  /// What is wrong with a stage; nil if kernels can be judged on it.
  package var defect: String? {
    if population.tasks > StageCapacity.tasks { return "it has more than 8 tasks" }
    if population.tasks < 2 { return "it has no root task" }
    if population.threadsOfTask.contains(0) { return "a task has no thread" }
    if population.threads > StageCapacity.threads { return "it has more than 12 threads" }
    if sources > StageCapacity.sources { return "it has more than 4 sources of interrupts" }
    if shape.tasks != population.tasks { return "its memory is that of other tasks" }
    if let defect = shape.defect { return defect }
    if buffers.count > population.threads { return "there are buffers of threads that are not" }
    if buffers.contains(where: { ($0 ?? 0) >= shape.pages && $0 != nil }) {
      return "a buffer is in a page that is not"
    }
    for (position, operation) in setup.enumerated() {
      if let defect = defect(of: operation) {
        return "operation \(position + 1) of the setup: \(defect)"
      }
    }
    return nil
  }

  /// What an operation names that is not on the stage; nil if it can be asked of a kernel.
  package func defect(of operation: KernelOperation) -> String? {
    if let thread = operation.threads.first(where: { $0.rawValue >= population.threads }) {
      return "there is no thread \(thread.rawValue)"
    }
    if let task = operation.tasks.first(where: { $0.rawValue >= population.tasks }) {
      return "there is no task \(task.rawValue)"
    }
    let pages = operation.pages.filter {
      $0 >= KernelOperation.port(0)
        ? $0 - KernelOperation.port(0) >= shape.ports : $0 < 0 || $0 >= shape.pages
    }
    if let page = pages.first { return "there is no page or port \(page)" }
    if case .interrupt(let source) = operation, source.rawValue >= sources {
      return "there is no source \(source.rawValue)"
    }
    switch operation {
    case .ipc(let call) where call.send?.isHeaderInPage == true && call.send?.virtual != nil:
      return "a message as somebody else has a header that is there"
    case .copy, .expire: return "it is what a kernel does by itself"
    case .fault: return "what faults is an access"
    case .exRegs(let target, _, _, _, let by)
    where population.task(of: target) != population.task(of: by):
      return "lthread_ex_regs cannot name a thread of another task"  // EX2
    case .ipc, .idNearest, .unmap, .threadSwitch, .threadSchedule, .exRegs, .create, .donate,
      .access, .exception, .loadExceptionTable, .tick, .interrupt:
      return nil
    }
  }
}

extension KernelOperation {
  /// The pages and ports that it names.
  var pages: [Int] {
    switch self {
    case .unmap(let page, _, _), .access(let page, _, _): return [page]
    case .ipc(let call):
      var pages: [Int] = []
      if let item = call.send?.item { pages += [item.page, item.base] }
      if case .page(let page)? = call.receive?.window { pages.append(page) }
      return pages
    default: return []
    }
  }
}

extension KernelOperation {
  /// The threads that it names, the one that acts included.
  var threads: [Thread] {
    let actors = actor.map { [$0] } ?? []
    switch self {
    case .ipc(let call):
      let virtual = call.send?.virtual.map { [$0] } ?? []
      return actors + call.partner.threads + virtual
    case .idNearest(let partner, _): return actors + partner.threads
    case .threadSwitch(let to, _): return actors + (to.map { [$0.thread] } ?? [])
    case .threadSchedule(let thread, _, _, let preempter, _):
      return actors + [thread.thread] + (preempter.map { [$0.thread] } ?? [])
    case .exRegs(let target, _, let pager, let preempter, _):
      let named = [pager.flatMap { $0 }, preempter.flatMap { $0 }].compactMap { $0?.thread }
      return actors + [target] + named
    case .create(_, _, _, let pager, _): return actors + [pager.thread]
    case .copy(let sender, _, _): return [sender]
    case .expire(let thread): return [thread]
    case .unmap, .donate, .access, .fault, .exception, .loadExceptionTable, .tick, .interrupt:
      return actors
    }
  }

  /// The tasks that it names.
  var tasks: [Task] {
    switch self {
    case .create(let task, _, _, _, _): [task.task]
    case .donate(let task, let to, _): [task.task, to.task]
    default: []
    }
  }
}

extension KernelOperation.NamedPartner {
  var threads: [Thread] { if case .thread(let named) = self { [named.thread] } else { [] } }
}
