import Microkernel
import Vocabulary

extension KernelOperation {
  /// The same operation with other threads, whatever part they have in it.
  func naming(_ other: (Thread) -> Thread) -> KernelOperation {
    func named(_ thread: NamedThread) -> NamedThread {
      NamedThread(other(thread.thread), isFormer: thread.isFormer)
    }
    func partner(_ partner: NamedPartner) -> NamedPartner {
      if case .thread(let thread) = partner { return .thread(named(thread)) }
      return partner
    }
    switch self {
    case .ipc(var call):
      call.caller = other(call.caller)
      call.partner = partner(call.partner)
      if let virtual = call.send?.virtual { call.send?.virtual = other(virtual) }
      return .ipc(call)
    case .idNearest(let of, let by): return .idNearest(partner(of), by: other(by))
    case .unmap(let page, let mask, let by): return .unmap(page: page, mask, by: other(by))
    case .threadSwitch(let to, let by): return .threadSwitch(to.map(named), by: other(by))
    case .threadSchedule(let thread, let priority, let slice, let preempter, let by):
      return .threadSchedule(
        named(thread), priority: priority, slice: slice, preempter: preempter.map(named),
        by: other(by))
    case .exRegs(let target, let registers, let pager, let preempter, let by):
      return .exRegs(
        other(target), registers: registers, pager: pager.map { $0.map(named) },
        preempter: preempter.map { $0.map(named) }, by: other(by))
    case .create(let task, let mcp, let registers, let pager, let by):
      return .create(
        task, mcp: mcp, registers: registers, pager: named(pager), by: other(by))
    case .donate(let task, let to, let by): return .donate(task, to: to, by: other(by))
    case .access(let page, let write, let by):
      return .access(page: page, write: write, by: other(by))
    case .fault(let write, let of): return .fault(write: write, of: other(of))
    case .exception(let of): return .exception(of: other(of))
    case .loadExceptionTable(let isValid, let of):
      return .loadExceptionTable(isValid: isValid, of: other(of))
    case .copy(let from, let senderFaults, let receiverFaults):
      return .copy(
        from: other(from), senderFaults: senderFaults, receiverFaults: receiverFaults)
    case .expire(let thread): return .expire(other(thread))
    case .tick, .interrupt: return self
    }
  }

  /// The same operation with timeouts that pass a tick sooner, but not at once.
  var hastened: KernelOperation {
    guard case .ipc(var call) = self else { return self }
    func sooner(_ timeout: inout Timeout) {
      if case .ticks(let ticks) = timeout, ticks > 1 { timeout = .ticks(ticks - 1) }
    }
    // Those of page faults are powers of four, and cannot be a tick less. (IPC-28)
    if var send = call.send {
      sooner(&send.timeout)
      call.send = send
    }
    if var receive = call.receive {
      sooner(&receive.timeout)
      call.receive = receive
    }
    return .ipc(call)
  }
}

extension [KernelOperation] {
  /// The threads that are named, in their order.
  var threads: [Thread] {
    var all: Set<Thread> = []
    for operation in self {
      _ = operation.naming {
        all.insert($0)
        return $0
      }
    }
    return all.sorted { $0.rawValue < $1.rawValue }
  }
}
