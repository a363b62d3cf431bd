import IPC
import KernelPrograms
import Logic
import Microkernel
import Threads
import Vocabulary

/// The facts that a step speaks for which was as it must be: by what the rules made of it, from which
/// state, and by what was seen of that. An operation alone speaks for none: an unmap of nothing shows
/// nothing about unmapping.
struct Credit {
  typealias State = KernelState<Concrete<UInt32>>

  private(set) var facts: BitMask = 0
  /// Facts about memory, which are seen only when one of the slots is looked at.
  private(set) var hidden: [(slots: UInt32, facts: BitMask)] = []

  private let stage: Stage
  private let operation: KernelOperation
  private let transition: StepKind
  private let seen: Observation
  private let before: State
  private let after: State

  init(
    _ operation: KernelOperation, _ transition: StepKind, _ seen: Observation,
    from before: State, to after: State, on stage: Stage
  ) {
    self.stage = stage
    self.operation = operation
    self.transition = transition
    self.seen = seen
    self.before = before
    self.after = after
    if seen.isSkipped { add("I-SC2") } else { addAll() }
  }

  private mutating func addAll() {
    addReturns()
    addAccesses()
    if seen.running != nil { addRunning() }
    switch operation {
    case .ipc(let call): addCall(call)
    case .unmap(let page, let mask, let by): addUnmap(slot(page, of: by), mask)
    case .create(let task, _, _, _, _): addTask(task.task)
    case .donate(let task, _, _): addTask(task.task)
    default: addAnswer()
    }
    if transition.pages.mask != 0 { addPages() }
  }

  private mutating func add(_ names: String...) { facts |= Facts.mask(names) }

  /// Facts that whoever looks at memory sees: at once, if the kernel shows it.
  private mutating func add(_ names: [String], seenAt slots: UInt32) {
    let mask = Facts.mask(names)
    if seen.memory != nil { facts |= mask } else { hidden.append((slots, mask)) }
  }

  private var actor: Int? { operation.actor.map { Int($0.rawValue) } }
  private var own: Return? { seen.returns.first { $0.thread == actor } }

  private func slot(_ page: Int, of thread: Thread) -> UInt32 {
    let task = stage.population.task(of: thread)
    let port = page - KernelOperation.port(0)
    let slot =
      port >= 0 ? stage.shape.slot(task, port: port) : stage.shape.slot(task, page: page)
    return 1 << UInt32(slot.rawValue)
  }

  /// The slots that hold something else than before, or with other rights.
  private var changed: UInt32 {
    before.spaces.mapped.mask ^ after.spaces.mapped.mask
      | before.spaces.writable.mask ^ after.spaces.writable.mask
  }

  // MARK: Results

  private mutating func addReturns() {
    for result in seen.returns {
      if let source = result.source {
        add("IPC-20", "IPC-21")
        if case .interrupt = source { addInterrupt(to: result.thread) }
        if case .former = source { add("A6") }
      }
      if result.word { add("IPC-47") }
      if result.isMapped { add("IPC-54") }
      if result.isRedirected || result.isFromInside { add("CC-4", "CC-10") }
      if result.destination != nil { add("CC-11", "U33") }
      if result.isDeceived { add("CC-12", "CC-13") }
      addCode(result.code & 0xF0, of: result.thread)
    }
    let partners = after.ipc.sending.mask == 0 ? 0 : inTransfer
    if after.ipc.calledFor.mask & partners != 0 { add("PF-13") }
  }

  private var inTransfer: UInt32 {
    var both = after.ipc.sending.mask
    after.ipc.sending.forEach { both |= after.ipc.peer[row: $0].mask }
    return both
  }

  private mutating func addInterrupt(to thread: Int) {
    add("INT-1")
    if case .ipc(let call) = operation {
      add("INT-9")  // it was pending
      if call.receive?.isOpen == true { add("INT-8") }
    } else if before.ipc.open.has(thread) {
      add("INT-8")
    }
  }

  private mutating func addCode(_ code: UInt8, of thread: Int) {
    switch (code, operation.kind) {
    case (0x10, .taskNew): add("TN10")
    case (0x20, .tick), (0x30, .tick): add("IPC-36")
    case (0x40, .exRegs), (0x50, .exRegs), (0xC0, .exRegs), (0xD0, .exRegs):
      add("EX4", "IPC-60")
      if case .exRegs(_, nil, _, _, _) = operation { add("EX6") }
    case (0xC0, .taskNew), (0xD0, .taskNew): add("TN10", "IPC-60")
    case (0x60, _), (0x70, _): add("AS15")
    case (0x80, _), (0x90, _), (0xA0, _), (0xB0, _): add("IPC-35", "U22")
    case (0xE0, _), (0xF0, _): add("IPC-44")
    default: break
    }
  }

  private mutating func addAccesses() {
    for access in seen.accesses {
      add("AS21")
      if access.thread != actor { add("PF-5") }
    }
    guard case .access(_, _, let by) = operation, seen.accesses.isEmpty else { return }
    if after.ipc.calledFor.has(Int(by.rawValue)) { add("AS21", "PF-1") }
  }

  private mutating func addRunning() {
    let runnable = after.runnable
    let highest = after.threads.priority.largest(of: runnable)
    if runnable.mask.nonzeroBitCount > 1 {
      var lower = false
      runnable.forEach { if after.threads.priority[row: $0].value < highest.value { lower = true } }
      if lower { add("SC1") }
    }
    if case .tick = operation, before.threads.running != after.threads.running { add("SC2") }
    if case .ipc = operation, seen.returns.contains(where: { $0.thread != actor }) { add("SC12") }
  }

  // MARK: Calls

  private mutating func addCall(_ call: KernelOperation.ThreadCall) {
    let code = own.map { $0.code & 0xF0 }
    let caller = Int(call.caller.rawValue)
    if call.send == nil, call.receive == nil { add("IPC-7", "U18") }
    if (code == 0x20 && call.receive?.timeout == .zero)
      || (code == 0x30 && call.send?.timeout == .zero)
    {
      add("IPC-33")
    }
    guard let send = call.send else { return addReceive(call, caller) }
    let receiver = seen.returns.first { $0.thread != caller && $0.source != nil }
    if let receiver {
      add("IPC-2")
      if !before.ipc.open.has(receiver.thread) { add("IPC-13") }
      if send.parts > 0, receiver.code & 0xF0 == 0 { add("IPC-58") }
      switch call.kind {
      case .call: add("IPC-6", "IPC-9")
      case .replyAndWait: add("IPC-5", "IPC-9")
      default: break
      }
      return
    }
    if call.receive != nil, code == 0x10 || code == 0x30 { add("IPC-8") }
    switch call.partner {
    case .nobody, .invalid, .interrupt: if code == 0x10 { add("IPC-11") }
    case .thread(let named):
      let partner = Int(named.thread.rawValue)
      switch code {
      case 0x10 where named.isFormer: add("A6")
      case 0x10 where partner == caller: add("IPC-10")
      case 0x10: add("IPC-41")
      case nil, 0x30:
        add("IPC-14")
        if before.ipc.waiting.has(partner), !before.ipc.open.has(partner) { add("IPC-13") }
      default: break
      }
    }
  }

  private mutating func addReceive(_ call: KernelOperation.ThreadCall, _ caller: Int) {
    let queue = before.ipc.queue(of: Concrete<UInt32>.Bits(id: caller)).mask
    guard let receive = call.receive, queue != 0 else { return }
    if own?.source != nil {
      add("IPC-16")
      if receive.isOpen, queue.nonzeroBitCount > 1 { add("IPC-15") }
      if !receive.isOpen, queue.nonzeroBitCount > 1 { add("IPC-13") }
    } else if !receive.isOpen {
      add("IPC-13")  // it does not take what is there
    }
  }

  private mutating func addAnswer() {
    let name = CaseNote.names[transition.answer]
    switch (operation, seen.reply) {
    case (.idNearest, .nearest): add("CC-8")
    case (.threadSwitch(nil, _), _) where seen.running != nil: add("SC4")
    case (.threadSwitch(let to?, _), _)
    where seen.running == .thread(Int(to.thread.rawValue)): add("SC5")
    case (.threadSchedule(_, let priority, _, _, _), let reply):
      if ["too high", "out of reach"].contains(name) { add("SC6") }
      if case .scheduled(.some, _, _)? = reply { add("SC8") }
      if priority != nil, name == "set", let running = seen.running,
        running != actor.map({ .thread($0) })
      {
        add("SC9")
      }
    case (.exRegs, .registers): add("EX1")
    case (.exception, _): add(name == "mirrored" ? "EXC-1" : "EXC-3")
    default: break
    }
  }

  private mutating func addTask(_ task: Task) {
    guard seen.reply != nil else { return }
    let name = CaseNote.names[transition.answer]
    if name == "notChief" { return add("TN2") }
    guard ["created", "deleted", "donated"].contains(name) else { return }
    add("TN1")
    let slots = stage.shape.mask(of: task)
    let threads = stage.population.threads(of: task)
    if threads.contains(where: { before.threads.existing.has(Int($0.rawValue)) }) {
      add("TN7")
      let gone = before.spaces.mapped.mask & ~after.spaces.mapped.mask
      if gone != 0 { add(["AS16"], seenAt: gone) }
    }
    if name == "created" { add(["AS1"], seenAt: slots) }
  }

  // MARK: Memory

  private mutating func addUnmap(_ page: UInt32, _ mask: UnmapMask) {
    let changed = changed
    let derived = changed & ~page
    if derived != 0 { add([mask.isComplete ? "UM2" : "UM4", "AS5"], seenAt: derived) }
    if changed & page != 0 { add([mask.isComplete ? "UM3" : "UM5"], seenAt: page) }
    // Something that came from what came from the page.
    let below = before.spaces.below.union(over: .init(mask: page)).mask
    var far: UInt32 = 0
    Concrete<UInt32>.Bits(mask: derived).forEach { slot in
      if before.spaces.above(.init(id: slot)).mask & below != 0 { far |= 1 << UInt32(slot) }
    }
    if far != 0 { add(["UM6"], seenAt: far) }
  }

  private mutating func addPages() {
    guard case .ipc(let call) = operation else {
      if transition.pages.contains(.rootStays) {
        add(["I-AS2"], seenAt: stage.shape.mask(of: Task(0)))
      }
      return
    }
    let item = call.send?.item
    let isPort = (item?.page ?? 0) >= KernelOperation.port(0)
    // Where nothing is different, whoever received can see that.
    var slots = changed
    for result in seen.returns where slots == 0 {
      slots |= stage.shape.mask(of: stage.population.task(of: Thread(result.thread)))
    }
    if isPort, transition.pages.contains(.mapped) { add(["IO1"], seenAt: slots) }
    if item?.isGrant == true, item?.write == false, transition.pages.contains(.granted) {
      add(["AS9"], seenAt: slots)
    }
    if let item, item.write, transition.pages.contains(.mapped),
      before.spaces.writable.mask & slot(item.page, of: call.caller) == 0, !isPort
    {
      add(["AS8"], seenAt: slots)
    }
    for (one, names) in Self.facts where transition.pages.contains(one) {
      add(names, seenAt: slots)
    }
  }
}
