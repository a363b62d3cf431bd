import KernelPrograms
import Microkernel
import Vocabulary

extension KernelProgram {
  /// What a kernel must have for this program.
  package var needs: Set<Feature> {
    var needs: Set<Feature> = []
    if stage.schedules { needs.insert(.schedules) }
    if stage.hasLimits { needs.insert(.limits) }
    for operation in stage.setup + operations { operation.addNeeds(&needs, on: stage.population) }
    return needs
  }
}

extension KernelOperation {
  /// What a kernel must have for this operation.
  func needs(on population: Population) -> Set<Feature> {
    var needs: Set<Feature> = []
    addNeeds(&needs, on: population)
    return needs
  }

  fileprivate func addNeeds(_ needs: inout Set<Feature>, on population: Population) {
    if pages.contains(where: { $0 >= KernelOperation.port(0) }) { needs.insert(.ports) }
    // There is a former incarnation only where a task was deleted. (A6)
    if namesFormer { needs.insert(.tasks) }
    switch self {
    case .ipc(let call): call.addNeeds(&needs, on: population)
    case .threadSchedule(_, _, _, let preempter, _):
      if preempter != nil { needs.insert(.preempters) }
    case .exRegs(let target, _, let pager, let preempter, _):
      if preempter != nil { needs.insert(.preempters) }
      // So is one that a thread is given later.
      if let pager = pager.flatMap({ $0 }),
        KernelOperation.NamedPartner.thread(pager).crossesBorders(from: target, population)
      {
        needs.insert(.clans)
      }
    case .create(_, _, _, let pager, let by):
      needs.insert(.tasks)
      // A pager that is not a neighbour is asked through a chief. (U26)
      if Int(pager.thread.rawValue) == 0, by != Thread(0) { needs.insert(.clans) }
    case .donate(_, let to, _):
      needs.formUnion([.tasks, .donation])
      if to.task != Task(1) { needs.insert(.clans) }
    case .exception, .loadExceptionTable: needs.insert(.exceptions)
    case .tick: needs.insert(.ticks)
    case .interrupt: needs.insert(.interrupts)
    case .idNearest(let partner, let by):
      if partner.crossesBorders(from: by, population) { needs.insert(.clans) }
    case .unmap, .threadSwitch, .access, .fault, .copy, .expire: break
    }
  }
}

extension KernelOperation {
  /// Whether it names somebody by an id that was valid before.
  private var namesFormer: Bool {
    switch self {
    case .ipc(let call): call.partner.isFormer
    case .idNearest(let partner, _): partner.isFormer
    case .threadSwitch(let to, _): to?.isFormer == true
    case .threadSchedule(let thread, _, _, let preempter, _):
      thread.isFormer || preempter?.isFormer == true
    case .exRegs(_, _, let pager, let preempter, _):
      pager.flatMap { $0 }?.isFormer == true || preempter.flatMap { $0 }?.isFormer == true
    default: false  // task_new is of no use without tasks
    }
  }
}

extension KernelOperation.ThreadCall {
  fileprivate func addNeeds(_ needs: inout Set<Feature>, on population: Population) {
    if case .interrupt = partner { needs.insert(.interrupts) }
    if partner.crossesBorders(from: caller, population) { needs.insert(.clans) }
    if let send {
      if send.virtual != nil { needs.formUnion([.clans, .deceit]) }
      if send.parts > 0 { needs.insert(.strings) }
      if send.parts > 0, send.isHeaderInPage { needs.insert(.headers) }
      if let item = send.item {
        if item.order > 0 { needs.insert(.largeItems) }
        if item.isSmall { needs.insert(.smallItems) }
      }
    }
    if let receive, receive.buffer != .none { needs.insert(.strings) }
    for timeout in [send?.timeout, receive?.timeout, send?.faultTimeout, receive?.faultTimeout] {
      if case .ticks? = timeout { needs.insert(.ticks) }
    }
  }
}

extension KernelOperation.NamedPartner {
  fileprivate var isFormer: Bool {
    if case .thread(let named) = self { named.isFormer } else { false }
  }

  /// Whether messages between sigma0 and the clan of the root task are meant: those are the borders
  /// that are there without donations. (CC-3)
  fileprivate func crossesBorders(from thread: Thread, _ population: Population) -> Bool {
    guard case .thread(let named) = self else { return false }
    let tasks = [population.task(of: thread), population.task(of: named.thread)]
    return tasks.contains { $0.rawValue == 0 } && tasks.contains { $0.rawValue > 1 }
  }
}
