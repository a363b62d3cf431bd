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

  /// Why a kernel cannot run this program; nil if it can.
  package func reasonToSkip(on kernel: KernelDescription) -> String? {
    let lacking = needs.intersection(kernel.lacks).map(\.rawValue).sorted()
    if let first = lacking.first { return "the kernel has no \(first)" }
    if stage.population.tasks > kernel.greatestTasks { return "the stage has too many tasks" }
    if stage.population.threads > kernel.greatestThreads {
      return "the stage has too many threads"
    }
    if stage.shape.pages > kernel.greatestPages { return "the stage has too many pages" }
    for operation in stage.setup + operations {
      guard case .ipc(let call) = operation else { continue }
      for timeout in [call.send?.faultTimeout, call.receive?.faultTimeout] {
        if case .ticks(let ticks)? = timeout, !kernel.faultTicks.contains(ticks) {
          return "the kernel has no page fault timeout of \(ticks) ticks"
        }
      }
    }
    return nil
  }
}

extension KernelOperation {
  fileprivate func addNeeds(_ needs: inout Set<Feature>, on population: Population) {
    if pages.contains(where: { $0 >= KernelOperation.port(0) }) { needs.insert(.ports) }
    switch self {
    case .ipc(let call): call.addNeeds(&needs, on: population)
    case .threadSchedule(_, _, _, let preempter, _):
      if preempter != nil { needs.insert(.preempters) }
    case .exRegs(_, _, _, let preempter, _): if preempter != nil { needs.insert(.preempters) }
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
  /// Whether messages between sigma0 and the clan of the root task are meant: those are the borders
  /// that are there without donations. (CC-3)
  fileprivate func crossesBorders(from thread: Thread, _ population: Population) -> Bool {
    guard case .thread(let named) = self else { return false }
    let tasks = [population.task(of: thread), population.task(of: named.thread)]
    return tasks.contains { $0.rawValue == 0 } && tasks.contains { $0.rawValue > 1 }
  }
}
