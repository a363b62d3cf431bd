import Microkernel
import Vocabulary

extension KernelOperation {
  /// Why the operation cannot be one of this stage, or nil: it names somebody or something that the
  /// stage has not. Sources of interrupts are not asked about: one that there is not is a case. (INT-4)
  package func defect(on stage: Stage) -> String? {
    let threads = stage.population.threads
    let tasks = stage.population.tasks
    for thread in namedThreads where Int(thread.rawValue) >= threads {
      return "names thread \(thread.rawValue) of \(threads)"
    }
    for task in namedTasks where Int(task.rawValue) >= tasks {
      return "names task \(task.rawValue) of \(tasks)"
    }
    for place in namedPlaces {
      let isPort = place >= Self.leastPort
      let number = isPort ? place - Self.leastPort : place
      let count = isPort ? stage.shape.ports : stage.shape.pages
      if number >= count { return "names \(isPort ? "port" : "page") \(number) of \(count)" }
    }
    return nil
  }

  private var namedThreads: [Thread] {
    var threads: [Thread] = []
    func add(_ named: NamedThread?) { if let named { threads.append(named.thread) } }
    if let actor { threads.append(actor) }
    switch self {
    case .ipc(let call):
      if case .thread(let named) = call.partner { add(named) }
      if let virtual = call.send?.virtual { threads.append(virtual) }
    case .idNearest(let partner, _): if case .thread(let named) = partner { add(named) }
    case .threadSwitch(let to, _): add(to)
    case .threadSchedule(let thread, _, _, let preempter, _):
      add(thread)
      add(preempter)
    case .exRegs(let thread, _, let pager, let preempter, _):
      threads.append(thread)
      add(pager ?? nil)
      add(preempter ?? nil)
    case .create(_, _, _, let pager, _): add(pager)
    case .copy(let from, _, _): threads.append(from)
    case .expire(let thread): threads.append(thread)
    default: break
    }
    return threads
  }

  private var namedTasks: [Task] {
    switch self {
    case .create(let task, _, _, _, _): [task.task]
    case .donate(let task, let chief, _): [task.task, chief.task]
    default: []
    }
  }

  private var namedPlaces: [Int] {
    switch self {
    case .unmap(let page, _, _), .access(let page, _, _): return [page]
    case .ipc(let call):
      var places: [Int] = []
      if let item = call.send?.item { places += [item.page, item.base] }
      if case .page(let page) = call.receive?.window { places.append(page) }
      return places
    default: return []
    }
  }
}
