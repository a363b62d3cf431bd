import Microkernel
import Vocabulary

extension KernelOperation {
  /// Operations that are a little simpler, the simplest first. None is simpler than itself in a
  /// circle, so simplifying ends.
  var simpler: [KernelOperation] {
    switch self {
    case .ipc(let call): return call.simpler.map { .ipc($0) }
    case .idNearest(let partner, let by):
      return partner.simpler.map { .idNearest($0, by: by) }
    case .threadSwitch(let to, let by): return to == nil ? [] : [.threadSwitch(nil, by: by)]
    case .threadSchedule(let thread, let priority, let slice, let preempter, let by):
      var all: [KernelOperation] = []
      if preempter != nil {
        all.append(
          .threadSchedule(thread, priority: priority, slice: slice, preempter: nil, by: by))
      }
      if priority != nil {
        all.append(
          .threadSchedule(thread, priority: nil, slice: nil, preempter: preempter, by: by))
      }
      if thread.isFormer {
        all.append(
          .threadSchedule(
            .init(thread.thread), priority: priority, slice: slice, preempter: preempter, by: by))
      }
      return all
    case .exRegs(let target, let registers, let pager, let preempter, let by):
      var all: [KernelOperation] = []
      func add(_ registers: UInt8?, _ pager: NamedThread??, _ preempter: NamedThread??) {
        all.append(
          .exRegs(target, registers: registers, pager: pager, preempter: preempter, by: by))
      }
      if preempter != nil { add(registers, pager, nil) }
      if pager != nil { add(registers, nil, preempter) }
      if let registers {
        add(nil, pager, preempter)
        if registers > 1 { add(1, pager, preempter) }
      }
      return all
    case .create(let task, let mcp, let registers, let pager, let by):
      var all: [KernelOperation] = []
      func add(_ task: NamedTask, _ mcp: UInt8, _ registers: UInt8, _ pager: NamedThread) {
        all.append(.create(task, mcp: mcp, registers: registers, pager: pager, by: by))
      }
      if task.isFormer { add(.init(task.task), mcp, registers, pager) }
      if pager.isFormer { add(task, mcp, registers, .init(pager.thread)) }
      if pager.thread != by { add(task, mcp, registers, .init(by)) }
      if mcp != 255 { add(task, 255, registers, pager) }
      if registers > 1 { add(task, mcp, 1, pager) }
      return all
    case .donate(let task, let to, let by):
      var all: [KernelOperation] = []
      if task.isFormer { all.append(.donate(.init(task.task), to: to, by: by)) }
      if to.isFormer { all.append(.donate(task, to: .init(to.task), by: by)) }
      return all
    case .access(let page, let write, let by):
      return (write ? [.access(page: page, write: false, by: by)] : [])
        + (page > 0 && page < KernelOperation.port(0)
          ? [.access(page: 0, write: write, by: by)] : [])
    case .unmap(let page, let mask, let by):
      let plain = UnmapMask(isComplete: true, includesOwn: mask.includesOwn)
      return mask == plain ? [] : [.unmap(page: page, plain, by: by)]
    case .fault, .exception, .loadExceptionTable, .copy, .expire, .tick, .interrupt: return []
    }
  }
}

extension KernelOperation.NamedPartner {
  fileprivate var simpler: [Self] {
    if case .thread(let named) = self, named.isFormer { return [.thread(.init(named.thread))] }
    return []
  }
}

extension KernelOperation.ThreadCall {
  fileprivate var simpler: [Self] {
    var all: [Self] = []
    func add(_ change: (inout Self) -> Void) {
      var copy = self
      change(&copy)
      if copy != self { all.append(copy) }
    }
    if send != nil, receive != nil {
      add { $0.receive = nil }
      add { $0.send = nil }
    }
    if send == nil, receive?.isOpen == true, partner != .nobody { add { $0.partner = .nobody } }
    for simpler in partner.simpler { add { $0.partner = simpler } }
    for simpler in send?.simpler ?? [] { add { $0.send = simpler } }
    for simpler in receive?.simpler ?? [] { add { $0.receive = simpler } }
    return all
  }
}

extension KernelOperation.Sending {
  fileprivate var simpler: [Self] {
    var all: [Self] = []
    func add(_ change: (inout Self) -> Void) {
      var copy = self
      change(&copy)
      if copy != self { all.append(copy) }
    }
    add { $0 = .init(timeout: $0.timeout) }
    add { $0.item = nil }
    add { $0.virtual = nil }
    add { $0.word = false }
    add {
      $0.parts = 0
      $0.isHeaderInPage = false
    }
    add { $0.isHeaderInPage = false }
    if parts > 1 { add { $0.parts = 1 } }
    add { $0.timeout = .never }
    if timeout != .never { add { $0.timeout = .zero } }
    if case .ticks(let ticks) = timeout, ticks > 1 {
      add { $0.timeout = .ticks(1) }
      add { $0.timeout = .ticks(ticks / 2) }
    }
    add { $0.faultTimeout = .never }
    if let item {
      if item.order > 0 { add { $0.item?.order = 0 } }
      add { $0.item?.page = item.firstPage }
      add { $0.item?.isSmall = false }
      add { $0.item?.isGrant = false }
      add { $0.item?.base = item.page }
    }
    return all
  }
}

extension KernelOperation.Receiving {
  fileprivate var simpler: [Self] {
    var all: [Self] = []
    func add(_ change: (inout Self) -> Void) {
      var copy = self
      change(&copy)
      if copy != self { all.append(copy) }
    }
    add { $0 = .init(isOpen: $0.isOpen, timeout: $0.timeout) }
    add { $0.window = .none }
    if case .page = window { add { $0.window = .all } }
    add { $0.buffer = .none }
    if buffer == .short { add { $0.buffer = .large } }
    add { $0.timeout = .never }
    if timeout != .never { add { $0.timeout = .zero } }
    if case .ticks(let ticks) = timeout, ticks > 1 {
      add { $0.timeout = .ticks(1) }
      add { $0.timeout = .ticks(ticks / 2) }
    }
    add { $0.faultTimeout = .never }
    return all
  }
}
