import AddressSpaces
import IPC
import Logic
import Threads
import Vocabulary

extension KernelOperation {
  /// The operation as the rules take it, in a universe of these sizes. A source of interrupts that the
  /// universe has not is one that does not exist. (INT-4)
  public func action<V: Values>(
    _ population: Population, _ shape: Shape, sources: Int
  ) -> KernelAction<V> {
    func bits(_ thread: Thread) -> V.Bits { V.Bits(id: Int(thread.rawValue)) }
    func reference(_ named: NamedThread) -> Reference<V> {
      Reference(bits(named.thread), isFormer: V.Truth(named.isFormer))
    }
    func reference(_ named: NamedThread?) -> Reference<V> { named.map(reference) ?? .nobody }
    func reference(_ named: NamedTask) -> Reference<V> {
      Reference(V.Bits(id: Int(named.task.rawValue)), isFormer: V.Truth(named.isFormer))
    }
    func slot(_ page: Int, of thread: Thread) -> V.Bits {
      V.Bits(id: Int(shape.slot(population.task(of: thread), named: page).rawValue))
    }
    func count(_ number: UInt8) -> V.Count { V.Count(UInt32(number)) }
    switch self {
    case .ipc(let call):
      return call.action(population, shape, sources: sources)
    case .idNearest(let partner, let by):
      return .idNearest(of: partner.partner(sources: sources), by: bits(by))
    case .unmap(let page, let mask, let by):
      return .unmap(slot(page, of: by), mask, by: bits(by))
    case .threadSwitch(let to, let by):
      return .threadSwitch(to: reference(to), by: bits(by))
    case .threadSchedule(let thread, let priority, let slice, let preempter, let by):
      var new: SchedulingParameters<V>?
      if let priority, let slice { new = .init(priority: count(priority), slice: count(slice)) }
      return .threadSchedule(
        reference(thread), setting: new, preempter: preempter.map(reference), by: bits(by))
    case .exRegs(let target, let registers, let pager, let preempter, let by):
      return .exRegs(
        ExRegs(
          bits(target), registers: registers.map(count), pager: pager.map(reference),
          preempter: preempter.map(reference)), by: bits(by))
    case .create(let task, let mcp, let registers, let pager, let by):
      return .taskNew(
        reference(task),
        .active(mcp: count(mcp), registers: count(registers), pager: reference(pager)),
        by: bits(by))
    case .donate(let task, let to, let by):
      return .taskNew(reference(task), .inactive(chief: reference(to)), by: bits(by))
    case .access(let page, let write, let by):
      return .access(slot(page, of: by), write: V.Truth(write), by: bits(by))
    case .fault(let write, let of): return .fault(bits(of), write: V.Truth(write))
    case .exception(let of): return .exception(bits(of))
    case .loadExceptionTable(let isValid, let of):
      return .loadExceptionTable(bits(of), isValid: V.Truth(isValid))
    case .copy(let from, let senderFaults, let receiverFaults):
      return .copy(
        bits(from), senderFaults: V.Truth(senderFaults), receiverFaults: V.Truth(receiverFaults))
    case .expire(let thread): return .expire(bits(thread))
    case .tick: return .tick
    case .interrupt(let source): return .interrupt(V.Bits(id: Int(source.rawValue)))
    }
  }
}

extension KernelOperation.NamedPartner {
  func partner<V: Values>(sources: Int) -> Partner<V> {
    switch self {
    case .thread(let named):
      let thread = V.Bits(id: Int(named.thread.rawValue))
      return named.isFormer ? .former(thread) : .thread(thread)
    case .interrupt(let source):
      return .interrupt(source.rawValue < sources ? V.Bits(id: Int(source.rawValue)) : .empty)
    case .nobody: return .nobody
    case .invalid: return .invalid
    }
  }
}

extension KernelOperation.ThreadCall {
  func action<V: Values>(
    _ population: Population, _ shape: Shape, sources: Int
  ) -> KernelAction<V> {
    let task = population.task(of: caller)
    func slots(_ pages: [Int], of task: Task) -> V.Bits {
      pages.reduce(V.Bits.empty) { $0 | V.Bits(id: Int(shape.slot(task, named: $1).rawValue)) }
    }
    var call = Call<V>(
      by: V.Bits(id: Int(caller.rawValue)), with: partner.partner(sources: sources))
    var offer = Offer<V>.nothing
    if let send {
      call.send = Message(
        virtual: send.virtual.map { V.Bits(id: Int($0.rawValue)) }, word: V.Truth(send.word),
        maps: V.Truth(send.item != nil), parts: V.Count(UInt32(send.parts)),
        timeout: V.Count(send.timeout.number), faultTimeout: V.Count(send.faultTimeout.number))
      if let item = send.item {
        let first = item.firstPage
        let end = first < KernelOperation.firstPort ? shape.pages : first + 1
        let pages = (first..<first + (1 << item.order)).filter { $0 < end }
        let base = shape.allTasks.reduce(V.Bits.empty) { $0 | slots([item.base], of: $1) }
        offer = Offer(
          slots(pages, of: task), at: base, isSmall: V.Truth(item.isSmall),
          grants: V.Truth(item.isGrant), writes: V.Truth(item.write))
      }
    }
    var window = V.Bits.empty
    if let receive {
      switch receive.window {
      case .none: break
      case .page(let page): window = slots([page], of: task)
      case .all: window = slots(Array(0..<shape.pages), of: task)
      }
      call.receive = Reception(
        isOpen: receive.isOpen, takesMaps: V.Truth(receive.window != .none),
        takesMemory: V.Truth(receive.buffer != .none), isShort: V.Truth(receive.buffer == .short),
        timeout: V.Count(receive.timeout.number),
        faultTimeout: V.Count(receive.faultTimeout.number))
    }
    return .ipc(call, offer: offer, window: window)
  }
}

extension Shape {
  /// The slot of a page, or of an I/O port, as operations name it.
  func slot(_ task: Task, named page: Int) -> Slot {
    let port = page - KernelOperation.firstPort
    return port < 0 ? slot(task, page: page) : slot(task, port: port)
  }
}
